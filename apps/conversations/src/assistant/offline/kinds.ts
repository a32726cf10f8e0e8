import { wordsOf } from './normalise.js';

/**
 * Kinds of goods as customers call them ("un téléphone", "des baskets"), and the words that name goods of such a kind in a seller's list. These words only
 * sort what the catalogue holds: nothing is sold, offered or refused for standing here.
 */
const KINDS: { asked: string; named: string }[] = [
  {
    asked: 'telephone portable smartphone gsm phone',
    named: 'iphone samsung galaxy tecno infinix itel nokia redmi xiaomi huawei oppo realme vivo pixel honor',
  },
  { asked: 'ordinateur laptop pc', named: 'hp dell lenovo asus acer macbook thinkpad' },
  {
    asked: 'accessoire',
    named:
      'coque chargeur cable ecouteur casque airpod verre incassable powerbank bank adaptateur batterie enceinte baffle trepied support carte lacet chaussette cirage semelle',
  },
  { asked: 'basket sneaker', named: 'nike adidas puma jordan reebok converse vans fila asics balance airmax yeezy tennis' },
  {
    asked: 'chaussure soulier godasse shoes',
    named:
      'nike adidas puma jordan reebok converse vans fila asics balance airmax yeezy tennis basket sneaker sandale escarpin mocassin botte bottine babouche claquette ballerine mule derby timberland crocs',
  },
  { asked: 'sac', named: 'sacoche cartable valise pochette' },
  {
    asked: 'vetement habit fringue sape',
    named:
      'robe jupe chemise chemisier pantalon jean boubou polo shirt tailleur ensemble blouse pull veste costume short debardeur combinaison gandoura slip',
  },
  { asked: 'pagne tissu', named: 'woodin vlisco uniwax hollandais' },
  { asked: 'bijou bijoux', named: 'collier bracelet bague chaine boucle gourmette pendentif' },
  { asked: 'cosmetique soin', named: 'creme lait savon gel serum huile beurre rouge fond mascara poudre gommage lotion' },
  { asked: 'boisson jus sucrerie', named: 'eau bissap gnamankoudji gnamakoudji coca fanta sprite youki biere malta tamarin' },
  { asked: 'plat repas nourriture', named: 'garba attieke alloco kedjenou foutou placali riz poulet poisson tchep choukouya' },
];

const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

const has = (list: string, word: string): boolean => list.split(' ').some((one) => singular(one) === singular(word));

/** The kinds that a word asks for; none for the name of an article. */
export function kindsAsked(word: string): number[] {
  return KINDS.flatMap(({ asked }, kind) => (has(asked, word) ? [kind] : []));
}

/** The kinds of goods a name tells of, by its first word that tells of any: a « Coque iPhone 11 » is no telephone. */
export function kindsNamed(name: string): number[] {
  for (const word of wordsOf(name)) {
    const kinds = KINDS.flatMap(({ asked, named }, kind) => (has(asked, word) || has(named, word) ? [kind] : []));
    if (kinds.length > 0) return kinds;
  }
  return [];
}
