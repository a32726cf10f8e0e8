import { Expectation, readAddress } from './address.js';
import { readPhone } from './phone.js';

const read = (text: string, expected: Expectation = 'no') => readAddress(text, expected, () => false);

describe('an address is read', () => {
  it.each<[string, Expectation, string]>([
    ['Cocody, Angré 7ème tranche, Villa 123', 'no', 'Cocody, Angré 7ème tranche, Villa 123'],
    ['Je suis à Cocody Riviera Palmeraie, appelez avant', 'no', 'Cocody Riviera Palmeraie'],
    ['Oui je la prends. Mon adresse : Plateau, tour C', 'no', 'Plateau, tour C'],
    ['livrez moi à Yopougon Niangon svp', 'no', 'Yopougon Niangon'],
    ['Villa 12, rue des Jardins, Cocody', 'no', 'Villa 12, rue des Jardins, Cocody'],
    ['chez maman derrière le maquis', 'asked', 'chez maman derrière le maquis'],
    ['Faya cité Génie', 'asked', 'Faya cité Génie'],
    ['cocody', 'invited', 'cocody'],
  ])('%s (%s)', (text, expected, address) => {
    expect(read(text, expected).address).toBe(address);
  });

  it('leaves the rest, so that a villa number is no quantity', () => {
    expect(read('je veux 2 nike, livraison à Marcory, Zone 4, villa 7').rest.trim()).toBe('je veux 2 nike,');
  });

  it('is vague when it is a commune and nothing more', () => {
    expect(read('Marcory', 'asked')).toMatchObject({ vague: true, commune: 'Marcory' });
    expect(read('Marcory vers le grand marché', 'asked').vague).toBeUndefined();
  });

  it('knows the commune of a quarter', () => {
    expect(read('Angré château').commune).toBe('Cocody');
    expect(read('yopugon siporex').commune).toBe('Yopougon');
  });
});

describe('no address is read', () => {
  it.each<[string, Expectation]>([
    ["c'est combien la livraison à Cocody ?", 'no'],
    ['vous livrez à Bouaké', 'asked'],
    ['cocody', 'no'],
    ['oui merci', 'asked'],
    ['je fais du 38', 'no'],
    ['je sais pas trop', 'invited'],
  ])('%s (%s)', (text, expected) => {
    expect(read(text, expected).address).toBeUndefined();
  });
});

it.each([
  ['appelez le 07 08 09 10 11', '+2250708091011'],
  ['+225 05 98 76 54 32', '+2250598765432'],
  ['mon numéro: 0102030405', '+2250102030405'],
  ['je prends 2 en 38', undefined],
  ['45000 07', undefined],
])('phone in « %s »: %s', (text, phone) => {
  expect(readPhone(text).phone).toBe(phone);
});
