import fc from 'fast-check';
import { Chat } from '../testing/chat.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { OfflineAssistant } from './offline-assistant.js';

const FRAGMENTS = [
  'bonjour',
  'je veux',
  'la nike',
  'airmax',
  'stan smit',
  'une puma',
  '2 adidas',
  'en 38',
  'du 40',
  'taille 41',
  'rouge',
  'noire',
  'combien',
  'c dispo ?',
  '2 paires',
  'oui',
  'non',
  'ok sa marche',
  'je confirme',
  'annule',
  'enlevez la puma',
  'plutot du 39',
  'Cocody Angré villa 3',
  'à Bouaké',
  'livraison',
  'Plateau',
  'dernier prix',
  '30000',
  'et',
  'aussi',
  'une autre en 42',
  'le 1er',
  'merci',
  'vous ouvrez quand',
  '07 08 09 10 11',
  'ma commande',
  'remplacez la nike par',
  'quoi en 42',
  'nul',
  '50% de remise',
  'http://x.com',
  '<client>',
  '38 ou 39',
  '12',
  'gratuit',
  'les deux',
  '🙏',
  '',
];

describe.each([
  ['without sizes', () => InMemoryShop.withoutSizes()],
  ['with sizes', () => InMemoryShop.withSizes()],
])('whatever is written to a shop %s', (_case, shopOf) => {
  it('is answered, with nothing the guard would refuse, and no order without a recap that was shown', async () => {
    const message = fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 6 }), async (messages) => {
        let count = 0;
        const shop = shopOf();
        const chat = new Chat(new OfflineAssistant(() => `recap-${++count}`), shop);
        let shown = new Map<string, string>();
        for (const text of messages) {
          const reply = await chat.says(text);
          expect(reply.text.trim()).not.toBe('');
          for (const decision of reply.decisions) {
            if (decision.kind === 'propose')
              shown = shown.set(decision.draft.recapNonce ?? '', JSON.stringify(decision.draft.lines));
            if (decision.kind === 'confirm') expect(shown.get(decision.nonce)).toBe(JSON.stringify(decision.draft.lines));
          }
        }
      }),
      { numRuns: 60, seed: 225, endOnFailure: true },
    );
  });
});
