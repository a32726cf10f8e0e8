import { DraftLine } from '../assistant.js';
import { sameColor, sameSize } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** "tout sauf la Stan Smith", "enlève le reste", "ne garde que la Stan Smith": what she names is what stays. */
const KEEPS =
  / (?:tout|tous|toutes|toute la commande|le reste|les autres)(?: \w+){0,3} (?:sauf|a part|excepte|hormis|hors|a l exception) | (?:garde|gardez|garder|laisse|laissez|conserve|conservez|laisser)(?: moi)? (?:que|juste|seulement|uniquement|seul|seule) | (?:sauf|a part|excepte|hormis) .* (?:enlev\w+|retir\w+|supprim\w+|annul\w+) | (?:enlev\w+|retir\w+|supprim\w+|annul\w+) (?:tout )?(?:le reste|les autres|l autre) | (?:garde|gardez|garder|laisse|laissez) .* (?:seulement|uniquement|seule?s?) $/;

/** "une seule, la 40", "juste la 40 finalement": one of those she has of an article, and what else she has stays. */
const ONLY_ONE =
  /^ (?:(?:non|bon|ok|finalement|en fait|plutot|et|oui|je prends|je veux) )*(?:(?:une?|1) seule? (?:paire )?(?:c est )?|(?:juste|seulement|uniquement) )(?:(?:la|le|celle?|celui|en|du|de|pointure|taille) )+\d/;

/** "ok la air max seulement", "juste les chaussettes". */
const ONLY_THESE =
  /^ (?:(?:non|bon|ok|oui|d accord|finalement|en fait|et) )*(?:(?:juste|seulement|uniquement|que) (?:la|le|les|l|ma|mon|mes) .*|(?:la|le|les|l) .*(?:seulement|uniquement|seule?s?)) $/;

/** The lines she does not keep, when she says which ones stay; undefined when she says no such thing. */
export function linesNotKept(session: Session, u: Understanding): DraftLine[] | undefined {
  const { lines } = session.draft;
  const said = inOneLine(u.words);
  const these = ONLY_THESE.test(said) && u.mentions.length > 0 && u.amounts.length === 0 && !u.intents.has('more');
  if (lines.length < 2 || u.asksSomething || !(KEEPS.test(said) || these || ONLY_ONE.test(said))) return undefined;
  const kept = lines.filter((line) => named(line, u));
  if (!KEEPS.test(said) && !these) {
    const ofTheSame = lines.filter((line) => !kept.includes(line) && kept.some(({ productId }) => productId === line.productId));
    return kept.length === 1 && ofTheSame.length > 0 ? ofTheSame : undefined;
  }
  return kept.length > 0 && kept.length < lines.length ? lines.filter((line) => !kept.includes(line)) : undefined;
}

function named(line: DraftLine, u: Understanding): boolean {
  const says = ({ sizes, colors }: { sizes: string[]; colors: string[] }) =>
    (sizes.length === 0 || sizes.some((size) => sameSize(size, line.size))) &&
    (colors.length === 0 || colors.some((color) => sameColor(color, line.color)));
  if (u.mentions.length > 0)
    return u.mentions.some(({ candidates, slots }) => candidates.some(({ id }) => id === line.productId) && says(slots));
  return u.slots.sizes.length + u.slots.colors.length > 0 && says(u.slots);
}
