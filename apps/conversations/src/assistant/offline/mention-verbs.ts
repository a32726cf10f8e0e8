import { Mention } from './mention.js';
import { ProductMention } from './naming.js';

/** What her verbs do with the articles they stand before: one is taken, one goes, one comes in place of another. */

/** "change le sac par des chaussettes", "le sac, remplace-le par une sandale": the first goes, the second comes. */
export function exchange(mentions: Mention[], found: ProductMention[], words: string[]): void {
  mentions.forEach((mention, i) => {
    const [before, own] = [found[i - 1], found[i]];
    const old = mentions[i - 1];
    if (!before || !own || !old) return;
    const until = ` ${words.slice(0, own.start).join(' ')} `;
    const between = ` ${words.slice(before.end, own.start).join(' ')} `;
    const replaces = / (?:a la place|au lieu) (?:de|du|d) (?:(?:la|le|les|l) )?$/.test(between);
    const takes = / (?:mets|mettez|prends|donne|donnez|veux|envoie|envoyez) /.test(until);
    if (replaces && takes && old.verb === 'take' && mention.verb === 'remove') old.instead = true;
    const wanted = / (par|contre|avec) (?:(?:la|le|les|l|une?|des|du|de|\d+|deux|trois) )*$/.test(between);
    if (!wanted || !/ (change\w*|chang\w+|remplac\w+|echang\w+|troque\w*|permut\w+) /.test(until)) return;
    old.verb = 'remove';
    delete old.slots.quantity;
    Object.assign(mention, { verb: 'take', instead: true });
  });
}

/** "laisse la Nike", "remets la Nike": it is left where it is, or was. */
export const LEAVES =
  / (laisse|laissez|garde|gardez|remets|remettez|reprends|maintiens|reste|rester|reviens|revenir)(?: \w+)? (?:la |le |les |l |mes |ma |mon )?$/;

/** Nothing but a join between two products: what is said of the first holds for the second. */
export const JOINED = /^ (?:(?:et|la|le|les|l|aussi|de|des|du|d|ainsi|que|un|une|\d+) )*$/;

export function verbOf(introduction: string): 'take' | 'remove' {
  if (/ par (la |le |les |une |un |des )?$/.test(introduction)) return 'take';
  const taken = Math.max(lastIndex(introduction, / (mettez|mets|ajoutez|ajoute|donnez|prends|veux|gardez|garde) (?!plus)/g), -1);
  const removed = lastIndex(
    introduction,
    / ((?:enlevez?|enlever|retirez?|retirer)(?! (?:moi |nous |lui )?(?:un peu|quelque chose|quelques|un truc|combien))|supprimez?|supprimer|otez?|oter|sans|remplacez?|remplacer|annulez?|laissez?|a la place (de|du)|au lieu (de|du|d)|(veux|prends|voulais) plus|(veux|prends) pas|pas besoin)(?= )/g,
  );
  return removed > taken || (removed >= 0 && removed === taken) ? 'remove' : 'take';
}

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
