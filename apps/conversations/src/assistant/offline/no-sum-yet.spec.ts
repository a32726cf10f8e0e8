import { describe, expect, it } from '@jest/globals';
import type { DraftLine, Owed } from '../assistant.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

const NUMBER = 'CMD-20261123-000007';
const stan: DraftLine = {
  ...{ productId: 'stan', variantId: 'stan-40', productName: 'Adidas Stan Smith' },
  ...{ size: '40', unitPrice: 35_000, quantity: 1 },
};

async function told(owed: Owed | undefined, ...steps: string[]) {
  const shop = InMemoryShop.ofStreetwear();
  shop.order = { number: NUMBER, status: 'confirmee', lines: [stan], ...(owed ? { owed } : {}) };
  return played(shop, steps);
}
const KNOWN: Owed = { toCollect: 37_000, paid: 0, withDelivery: true };
const ASKED = [
  'combien en tout',
  'ça fait combien maintenant',
  'le total svp',
  'je dois payer combien au livreur',
  "c'est quoi le nouveau montant",
  'donc 37000 ?',
];

describe('the sum of an order', () => {
  it.each(ASKED)('that is still being reckoned is no catalogue: %s', async (words) => {
    const { last } = await told(undefined, words);
    expect(last.text).toContain(`Le montant de la commande ${NUMBER} est en cours de calcul`);
    expect(last.text).not.toMatch(/boutique :|FCFA/);
    expect(last.decisions).toEqual([]);
  });

  it('that does not come is asked of the shop', async () => {
    const { last } = await told(undefined, 'combien en tout', 'alors ça fait combien');
    expect(last.text).toContain('Kouadio est prévenu');
    expect(last.decisions).toEqual([expect.objectContaining({ kind: 'pass-on', order: NUMBER })]);
  });

  it.each(ASKED)('is not the old one once a change of it is agreed: %s', async (words) => {
    const { last } = await told(KNOWN, 'ajoutez un sac', 'oui', words);
    expect(last.text).toMatch(/modification de la commande .* en cours|change avec votre demande/);
    expect(last.text).not.toContain('FCFA');
  });

  it('is not the old one once it goes elsewhere', async () => {
    const { last } = await told(KNOWN, "changez l'adresse, Marcory Remblais près du marché", 'ça fait combien maintenant');
    expect(last.text).not.toContain('37.000');
    expect(last.text).toMatch(/en cours/);
  });

  it.each(['ça fera combien ?', 'combien en tout', 'vous livrez quand ?', 'la livraison est à combien ?'])(
    'under a change that waits for her yes: what she asks does not lose the change: %s',
    async (words) => {
      const chat = await told(KNOWN, 'mettez 2', words);
      expect(chat.last.text).toContain('• 2 x Adidas Stan Smith, en 40 : 70.000 FCFA');
      expect(chat.last.text).not.toContain('37.000');
      expect((await chat.says('oui')).decisions).toEqual([expect.objectContaining({ kind: 'edit-order', agreed: true })]);
    },
  );

  it('is told as ever where nothing of it changes', async () => {
    expect((await told(KNOWN, 'combien en tout')).last.text).toContain('37.000 FCFA');
  });
});
