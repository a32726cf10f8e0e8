import { Turn, Utterance } from './assistant.js';
import { customerConfirms } from './confirmation.js';

const at = new Date('2026-11-23T09:00:00Z');

function aTurn(inbound: Partial<Utterance>[], recapNonce: string | undefined = 'n1', history: Partial<Utterance>[] = []): Turn {
  const said = (utterance: Partial<Utterance>): Utterance => ({ author: 'customer', text: '', at, ...utterance });
  return {
    shop: { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio' },
    customer: {},
    history: history.map(said),
    inbound: inbound.map(said),
    draft: { lines: [], ...(recapNonce ? { recapNonce } : {}) },
    now: at,
  };
}

describe('the customer confirms', () => {
  it.each(['bon ok 30000 je confirme', 'ok 32000 je valide', '41 ok je confirme'])('%s: the numbers of her recap', (text) => {
    const line = { productId: 'puma', productName: 'Puma Suede Classic', size: '41', unitPrice: 30_000, quantity: 1 };
    const turn = aTurn([{ text }]);
    const draft = { ...turn.draft, lines: [line], recapFee: 2000 };
    expect(customerConfirms({ ...turn, draft })).toBe(true);
    expect(customerConfirms({ ...turn, draft: { ...draft, lines: [{ ...line, size: '40', unitPrice: 29_000 }] } })).toBe(false);
  });

  it.each([
    'ok go',
    'go go c ok',
    'yes boss',
    'ok lance',
    'je suis partant',
    'ya pas drap chef',
    'envoyez seulement',
    'Oui je confirme',
    'oui',
    'ok sa marche',
    'OK',
    "d'accord",
    'c bon',
    'je valide',
    'Parfait merci',
    '👍',
    'ouiii',
    'dak',
    'vous pouvez livrer',
    'ok vas y enjaillement',
    'ok ça roule',
    "c'est bon pour moi",
    'ok envoyez',
    'vas-y envoie',
    "c'est bon livrez",
    'ok vous pouvez expédier',
    'envoyez-moi ça vite',
    'oui lance la commande',
    'envoie seulement',
    'livrez svp merci',
  ])('%s', (text) => {
    expect(customerConfirms(aTurn([{ text }]))).toBe(true);
  });

  it('by the button of the open recap', () => {
    expect(customerConfirms(aTurn([{ text: 'Confirmer', buttonId: 'confirmer:n1' }]))).toBe(true);
  });
});

describe('the customer does not confirm', () => {
  it.each([
    'je ne confirme pas',
    'pas encore',
    'non',
    'oui mais en 39',
    'ok combien la livraison',
    'je confirme demain je vous dis',
    'je confirme ?',
    'je confirme plus tard',
    'oui ajoutez une puma',
    'quand je confirme vous livrez',
    'si je confirme',
    'oui 2 paires',
    'merci',
    'ok je regarde avec mon mari',
    'avant de valider',
    'annule',
    'ok livrez à Marcory',
    'ok vas y Marcory',
    'ok vas y la noire',
    'ok envoyez la noire',
    'envoyez la photo',
    'livrez demain',
    'envoie à Marcory',
    "c'est bon livrez à ma soeur",
    "n'envoyez pas",
    'vous livrez ?',
    'vous livrez',
    'ok vous envoyez vite',
    'envoyez aussi un sac',
    'tu peux livrer quand',
  ])('%s', (text) => {
    expect(customerConfirms(aTurn([{ text }]))).toBe(false);
  });

  it('when no recap is open', () => {
    expect(customerConfirms(aTurn([{ text: 'Oui je confirme' }], ''))).toBe(false);
  });

  it('by the button of an older recap', () => {
    expect(customerConfirms(aTurn([{ text: 'Confirmer', buttonId: 'confirmer:n0' }]))).toBe(false);
  });

  it('when she wrote something else after pressing the button', () => {
    expect(customerConfirms(aTurn([{ text: 'Confirmer', buttonId: 'confirmer:n1' }, { text: 'attendez en fait non' }]))).toBe(
      false,
    );
  });

  it('by a plain yes to a human of the shop, whom she may be answering', () => {
    const history = [{ author: 'human' as const, text: 'Vous voulez passer demain ?' }];
    expect(customerConfirms(aTurn([{ text: 'oui' }], 'n1', history))).toBe(false);
    expect(customerConfirms(aTurn([{ text: 'ok envoyez' }], 'n1', history))).toBe(false);
    expect(customerConfirms(aTurn([{ text: 'oui je confirme la commande' }], 'n1', history))).toBe(true);
  });

  it('when the words are not hers', () => {
    expect(customerConfirms(aTurn([{ author: 'assistant', text: 'oui je confirme' }]))).toBe(false);
  });
});
