import { LANDMARK } from './address-bounds.js';
import { isEveryday } from './everyday.js';
import { colorOf } from './lexicon.js';
import { fold, wordsOf } from './normalise.js';
import { findPlaces } from './places.js';

/** Who receives it, where she names somebody. */

const TITLE = String.raw`(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|docteur|el hadj|tantie|tonton|maman|papa|pasteur|coach|imam|tata)\b\.?`;
const KIN = String.raw`(?:(?:petite?|grande?|vieille|vieux) )?(?:soe?ur|frere|mere|pere|maman|papa|femme|mari|copine?|amie?|fils|fille|cousine?|tante|tantie|tonton|oncle|collegue|patronne?|fiancee?|belle[- ]\w+|beau[- ]\w+|voisine?|niece|neveu|madame|cherie?|gars|bebe|epouse|epoux)`;
/** What comes right before a name. */
const BEFORE = new RegExp(
  [
    String.raw`(?:il|elle|(?:la |le |cette |ce )?(?:personne|dame|monsieur|fille|gars|voisine?)|(?:ma|mon|notre|sa|son) ${KIN}) (?:s ?'? ?ap+el+e?|se (?:pre)?nomme)(?: c'? ?est)?`,
    String.raw`(?:(?:note[zr]?|mets|mettez|ecri\w+|marque[zr]?) )?(?:bien )?(?:son|le|(?<=(?:note[zr]?|mets|mettez|marque[zr]?) (?:bien )?)mon) (?:nom|prenom)(?: complet)?(?: d(?:e|u) (?:la personne|celui|celle|destinataire)\w*)?(?: qui \w+)?(?: c'? ?est| est| c)?\s*:?`,
    String.raw`(?:au|aux) noms? de`,
    String.raw`(?:le |la )?(?:destinataire|receveu\w+|contact(?:e[zr]?)?)(?![\p{L}])(?: c'? ?est| est| c(?![\p{L}]))?\s*:?`,
    String.raw`(?:remet\w*|donne[zr]?|demande[zr]?|confi\w*|contacte[zr]?|ap+el+e[zr]?)(?: le| la| ca| les)? (?:a |apres )?`,
    String.raw`(?:c'? ?est |c |je commande |commande |)(?:pour|a) (?=${TITLE} )`,
    String.raw`(?:pour|a|c'? ?est) (?:ma|mon|notre|sa|son) ${KIN}(?: (?:qui )?(?:s'appelle|du nom de|nommee?))?`,
    String.raw`(?:mon|ma|notre) ${KIN} (?:(?:qui|ki) )?(?:va |doit |vas )?(?:recoi|recev|recup|recep|prend)\w*\s*[,:]?`,
    // only with capital letters, see below
    String.raw`(?:c'? ?est|c|livraison) pour(?! (?:ma|mon|moi|le|la|les|un|une|quand|combien)\b)`,
    String.raw`(?:c'? ?est|c)(?= [\p{L}'’-]+\.?(?: [\p{L}'’-]+)? (?:qui|ki) (?:va |vas |doit )?(?:recoi|recev|recup|prend|recept))`,
  ].join('|'),
  'gu',
);
const AFTER = /^\s*(?:[\p{L}'’-]+\s+){1,3}(?:qui|ki)?\s*(?:va |vas |doit )?(?:recevoir|recevra|reception\w*|recuper\w*)/iu;
const BEFORE_NUMBER =
  /^(\s*(?:(?:M|Mr|Mme|Mlle|Dr)\.?\s+)?\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2})\s+(?:(?:au|tel|tél|:|num(?:éro)?)\s*)*(?:(?:\+|00)?225\s?)?0[157](?:[\s.-]?\d{2}){4}\s*$/u;
/** « 0102030405 Serge » */
const AFTER_NUMBER = /((?:(?:\+|00)?225\s?)?0[157](?:[\s.-]?\d{2}){4})((?:\s+\p{Lu}[\p{L}'’-]+){1,3})\s*[,.!]*\s*$/u;
const MOST_WORDS = 4;

export interface Receiver {
  /** As she writes it. */
  name: string;
  from: number;
  to: number;
}

/**
 * The receiver a clause names. A name in small letters is only believed where nothing else can stand, so that « pour mon fils basket 38 » names nobody.
 * @param clause as she wrote it @param isGoods whether words name something of the shop
 */
export function receiverIn(clause: string, isGoods: (words: string[]) => boolean): Receiver | undefined {
  const folded = fold(clause);
  for (const found of folded.matchAll(BEFORE)) {
    const at = found.index + found[0].length;
    if (/[\p{L}\p{N}'-]/u.test(folded.charAt(found.index - 1))) continue;
    const kin = new RegExp(`${KIN}$`).test(found[0].trim());
    const verb = /^(?:remet|donne|demande|confi|contacte|ap+el)| pour$/.test(found[0]);
    const name = nameAt(clause.slice(at), verb, isGoods);
    const after = clause.slice(at + (name?.length ?? 0));
    const ends = /^\s*(?:$|[,;.!?\n]|(?:qui|ki|elle|il|son|au|a|sur|vers|dessus|pour le livreur)(?![\p{L}]))/u.test(after);
    if (!name || (kin && !ends && !/^\s*\p{Lu}/u.test(name) && !new RegExp(`^\\s*${TITLE}`, 'iu').test(name))) continue;
    const rest =
      /^\s*(?:dessus|pour le (?:livreur|coursier)|(?:qui|ki) (?:va |vas |doit )?\p{L}+(?: (?:le|la|ca|tout))?)/u.exec(
        after,
      )?.[0] ?? '';
    return { name: name.trim(), from: found.index, to: at + name.length + rest.length };
  }
  // « Eric 0708090001 », « Aïcha Koné au 07… »: a name that stands before a number alone
  const called = BEFORE_NUMBER.exec(clause);
  const callee = called && nameAt(called[1]!, true, isGoods);
  if (called && callee && callee.trim().length === called[1]!.trim().length)
    return { name: callee.trim(), from: 0, to: called[1]!.length };
  const owner = AFTER_NUMBER.exec(clause);
  const owned = owner && nameAt(owner[2]!, true, isGoods);
  if (owner && owned && owned.trim().length === owner[2]!.trim().length) {
    const from = owner.index + owner[1]!.length;
    return { name: owned.trim(), from, to: from + owner[2]!.length };
  }
  const subject = AFTER.exec(clause);
  const name = subject && nameAt(clause, false, isGoods);
  return subject && name && /^\s*\p{Lu}/u.test(name) ? { name: name.trim(), from: 0, to: subject[0].length } : undefined;
}

/** Words that can be a name, from the beginning of the text on. @param capital only with a capital letter, or after a title */
function nameAt(text: string, capital: boolean, isGoods: (words: string[]) => boolean): string | undefined {
  let name = '';
  let words = 0;
  const titled = new RegExp(String.raw`^\s*${TITLE}\s`, 'iu').exec(text)?.[0] ?? '';
  if (titled) name = titled.replace(/\s$/, '');
  for (const [all, word = ''] of text.slice(name.length).matchAll(/[\s:]*([\p{L}][\p{L}'’-]*)/gu)) {
    if (!text.startsWith(all, name.length) || words === MOST_WORDS || !isName(word, isGoods, titled !== '')) break;
    if (capital && !titled && !/^\p{Lu}/u.test(word)) break;
    name += all;
    words++;
  }
  return words > 0 ? name.replace(/^[\s:]+/, (lead) => ' '.repeat(lead.length)) : undefined;
}

/** @param titled « tantie Rose » is no colour */
export const isName = (word: string, isGoods: (words: string[]) => boolean, titled: boolean): boolean => {
  const said = wordsOf(word);
  const folded = fold(word);
  return (
    folded.length >= 2 &&
    !said.some((one) => isEveryday(one) || (colorOf(one) !== undefined && !(titled && /^\p{Lu}/u.test(word)))) &&
    !isEveryday(folded) &&
    (FAMILY.test(folded) || findPlaces(said).length === 0) &&
    !LANDMARK.test(folded) &&
    !isGoods(said)
  );
};

/** Family names that a slip of the finger would make a commune of. */
const FAMILY = /^(?:kouassi|kouame|koffi|kouadio|kouakou|konan|kone|kassi|coulibaly|bamba|yao)$/;
