import { amountsIn } from './amounts.js';
import { PriceBook } from './prices.js';
import { readShop } from './shop.js';

const valuesIn = (text: string) => amountsIn(text).map(({ value }) => value);

describe('amounts are read as a customer reads them', () => {
  it.each([
    ['45.000 fcfa', [45_000]],
    ['45 000 f', [45_000]],
    ['45000f cfa', [45_000]],
    ['45k', [45_000]],
    ['45 mille', [45_000]],
    ['quarante-cinq mille', [45_000]],
    ['cent quatre-vingt-cinq mille francs', [185_000]],
    ['500 f', [500]],
    ['1.250.000 fcfa', [1_250_000]],
    ['de 22.000 a 65.000 fcfa', [22_000, 65_000]],
    ['le 38 en rouge, 2 paires', []],
    ['commande cmd-20261123-000001', []],
    ['le +225 07 12 34 56 78', []],
    ['power bank 20000 mah', []],
  ])('%s', (text, expected) => {
    expect(valuesIn(text)).toEqual(expected);
  });
});

describe('a wrong price is found by the seller’s list alone', () => {
  const book = () => {
    const one = new PriceBook(readShop('chaussures'));
    one.heard('je veux 2 stan smith en 40, livraison à Yopougon');
    return one;
  };
  const draft = [{ product: 'Adidas Stan Smith', size: '40', quantity: 2, unitPrice: 35_000 }];
  const withDraft = () => {
    const one = book();
    one.knows({ orders: [], human: false, draft });
    return one;
  };
  const wrong = (one: PriceBook, text: string) => one.wrongAmounts(text).map(({ amount }) => amount);

  it.each([
    'La Puma Suede Classic est à 30.000 FCFA.',
    'Puma Suede Classic : 30 000 F\nNike Air Max 90 : 45 000 F',
    '2 x Puma Suede Classic, soit 60.000 FCFA.',
    'Mon dernier prix pour la Nike Air Max 90 est 41.000 FCFA',
    'Le stan smith est à 35k',
    'Frais de livraison (Yopougon) : 2.500 FCFA',
    'Total des articles : 70.000 FCFA',
    'À payer à la réception : 72.500 FCFA',
    'Je ne peux pas vous la laisser à 2 FCFA.',
    'La livraison n’est pas gratuite.',
  ])('right: %s', (text) => {
    const one = withDraft();
    one.heard('2 F');
    expect(wrong(one, text)).toEqual([]);
  });

  it.each([
    ['La Puma Suede Classic est à 25.000 FCFA.', 25_000],
    ['Puma Suede Classic : 45.000 FCFA', 45_000],
    ['Nike Air Max 90 : 30.000 FCFA, Puma Suede Classic : 30.000 FCFA', 30_000],
    ['La Nike Air Max 90 à 40.999 FCFA', 40_999],
    ['La Puma Suede Classic à vingt mille', 20_000],
    ['Livraison à Yopougon : 1.500 FCFA', 1_500],
    ['Total des articles : 65.000 FCFA', 65_000],
    ['À payer à la réception : 70.500 FCFA', 70_500],
    ['La livraison est offerte pour vous !', 0],
    ['Je vous fais 20 % de remise', 0],
    ['D’accord pour 100 F', 100],
  ])('wrong: %s', (text, amount) => {
    const one = withDraft();
    one.heard('la air max à 100 F');
    expect(wrong(one, text)).toEqual([amount]);
  });

  it('a size with a price of its own has that price', () => {
    const phones = new PriceBook(readShop('telephones'));
    expect(wrong(phones, 'iPhone 11 noir 128 Go : 205.000 FCFA')).toEqual([]);
    expect(wrong(phones, 'iPhone 11 noir 128 Go : 185.000 FCFA')).toEqual([185_000]);
  });

  it('a price that belongs to one size is known beside others, in sums, and as it is granted', () => {
    const phones = new PriceBook(readShop('telephones'));
    expect(wrong(phones, 'iPhone 11 128 Go et Carte mémoire 64 Go : 213.000 FCFA')).toEqual([]);
    expect(wrong(phones, 'iPhone 11 128 Go et Carte mémoire 64 Go : 214.000 FCFA')).toEqual([214_000]);
    expect(wrong(phones, 'iPhone 11 noir 128 Go : 190.000 FCFA')).toEqual([190_000]);
    phones.heard('le 128 go, dernier prix ?');
    expect(wrong(phones, 'iPhone 11 noir 128 Go : 190.000 FCFA')).toEqual([]);
    expect(wrong(phones, 'iPhone 11 noir 128 Go : 174.000 FCFA')).toEqual([174_000]);
    const drinks = new PriceBook(readShop('maquis'));
    expect(wrong(drinks, "2 x Bissap : 500 FCFA l'unité, soit 1.000 FCFA")).toEqual([]);
  });

  it('what is booked as paid is known, and what that leaves', () => {
    const one = book();
    const order = { number: 'CMD-1', cancelled: false, address: '', phone: '', lines: draft, total: 70_000, paid: 10_000 };
    one.knows({ orders: [order], human: false, draft: [] });
    expect(wrong(one, 'La boutique a noté 10.000 FCFA. Reste à payer à la livraison : 62.500 FCFA.')).toEqual([]);
    expect(wrong(one, 'La boutique a noté 21.300 FCFA. Reste à payer à la livraison : 61.000 FCFA.')).toEqual([21_300, 61_000]);
  });

  it('an order is summed up with what would be added to it', () => {
    const one = book();
    const sac = { product: 'Puma Suede Classic', size: '40', quantity: 1, unitPrice: 30_000 };
    one.knows({ orders: [], human: false, draft: [sac], change: [...draft, sac] });
    expect(wrong(one, 'Total des articles : 100.000 FCFA, hors livraison.')).toEqual([]);
  });

  const listed = (total: string) =>
    `• 2 x Adidas Stan Smith, en 40 : 35.000 FCFA l’unité, soit 70.000 FCFA\n• 1 x Nike Air Max 90, en 41 : 45.000 FCFA\nTotal des articles : ${total} FCFA\nJe vous mets les deux ?`;

  it('the sum under lines that are only asked for is theirs, and no other', () => {
    expect(wrong(book(), listed('115.000'))).toEqual([]);
    expect(wrong(book(), listed('80.000'))).toEqual([80_000]);
    expect(wrong(book(), listed('114.000'))).toEqual([114_000]);
    expect(wrong(book(), listed('70.000'))).toEqual([70_000]);
  });

  it('the sum under a list is the list’s, whatever is in the cart', () => {
    expect(wrong(withDraft(), listed('115.000'))).toEqual([]);
    expect(wrong(withDraft(), listed('70.000'))).toEqual([70_000]);
  });

  it('a list with a wrong line has no right sum', () => {
    const two = '• 2 x Adidas Stan Smith, en 40 : 35.000 FCFA\n• 1 x Nike Air Max 90, en 41 : 45.000 FCFA\n';
    expect(wrong(book(), `${two}Total des articles : 80.000 FCFA`)).toEqual([80_000]);
    const cheap = '• 1 x Adidas Stan Smith, en 40 : 20.000 FCFA\n• 1 x Nike Air Max 90, en 41 : 45.000 FCFA\n';
    expect(wrong(book(), `${cheap}Total des articles : 65.000 FCFA`)).toEqual([20_000, 65_000]);
  });

  it('a sum told of lines that nobody listed is wrong', () => {
    expect(wrong(book(), 'Total des articles : 80.000 FCFA')).toEqual([80_000]);
  });

  it('a draft with an invented price does not make its sum right', () => {
    const one = book();
    one.knows({ orders: [], human: false, draft: [{ ...draft[0]!, unitPrice: 10_000 }] });
    expect(wrong(one, 'Total : 20.000 FCFA')).toEqual([20_000]);
  });

  it('orders are compared line by line and in their sum', () => {
    const order = { number: 'CMD-1', cancelled: false, address: '', phone: '', lines: draft, total: 70_000 };
    expect(book().wrongIn([order])).toEqual([]);
    expect(book().wrongIn([{ ...order, total: 69_000 }])).toHaveLength(1);
    expect(book().wrongIn([{ ...order, lines: [{ ...draft[0]!, unitPrice: 31_999 }], total: 63_998 }])).toHaveLength(1);
  });

  it('a size that is called like another product is that size', () => {
    const one = new PriceBook(readShop('telephones'));
    expect(wrong(one, '• 1 x Verre trempé, iPhone 13 : 1.500 FCFA')).toEqual([]);
    expect(wrong(one, '• 1 x Verre trempé, iPhone 13 : 1.400 FCFA')).toEqual([1_400]);
    expect(wrong(one, 'L’iPhone 13 est à 1.500 FCFA')).toEqual([1_500]);
  });
});
