import { Product, sizesOf } from './catalogue.js';
import { isOneSize, measuredBy } from './counted-by-measure.js';
import { figuresOf } from './figures.js';
import { herWords } from './her-words.js';
import { numberOf } from './lexicon.js';
import { inOneLine, wordsOf } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { goesOnWith } from './price-said.js';
import { Session } from './session.js';
import { Understanding, wordsSaid } from './understand.js';
import { askedWords } from './words/asked.js';

/** "un demi poulet", "la moitié", "3 mètres" of a cloth sold by six yards: a part of what the catalogue sells whole. Where it sells halves, they are a size like any other. */

const HALF = /(?<!\d )(?<!heures? )(?<! et)(?: un| une| la| le)? (?:demi|demie|moitie|quart)(?: (?:de|d|du|un|une))*(?= )/;
const AND_HALF = / (?:une?|\d{1,2}) \w+ et (?:demie?) /;
/** « la moitié maintenant », « moitié prix », « une demi-heure » */
const OF_SOMETHING_ELSE =
  / (pa[iy]\w*|regl\w*|avanc\w*|acompte|argent|maintenant|verse\w*|envoi\w*) | (moitie|demi) (du |de |la )?(prix|tarif|heure|journee|gros|moitie) | (heures?|h) et demie? /;

/** A size that is called a half. */
const isHalf = (size: string): boolean =>
  /\b(demie?|moitie|half|1\/2|quart)\b/.test(wordsOf(size).join(' ')) || size.includes('1/2');

/** Hears a wish for a part: the seller is asked, nothing is noted whole in its place. @returns what she says beside it, undefined when that was all */
export function withoutParts(session: Session, u: Understanding): Understanding | undefined {
  const parts = u.mentions.filter(
    ({ candidates }) => candidates.length > 0 && candidates.every((one) => partOf(session, u, one)),
  );
  const open = u.mentions.length === 0 ? session.product(session.draft.interest?.productId ?? '') : undefined;
  const about =
    parts[0]?.candidates[0] ?? (open && u.words.length <= 8 && saysHalf(session, u) && !hasHalves(open) ? open : undefined);
  if (!about || u.address || u.phone) return u;
  session.cite(...about.offers);
  passOnWish(
    session,
    `une quantité qui n'est pas entière : « ${herWords(session)} »`,
    undefined,
    askedWords.notSoldInParts(about.name, session.sellerFirstName),
  );
  const left = u.mentions.filter((mention) => !parts.includes(mention));
  if (left.length > 0) return { ...u, mentions: left };
  session.withoutYes = true;
  if (open) {
    goesOnWith(session, about, { ...u, slots: { sizes: u.slots.sizes, colors: u.slots.colors } });
    return undefined;
  }
  // her number counted parts: what there is of it is offered, and not taken
  const intents = new Set([...u.intents].filter((intent) => intent !== 'want'));
  const whole = parts.map(({ slots: { quantity: _parts, ...slots }, ...mention }) => ({ ...mention, slots }));
  return { ...u, intents, asksSomething: true, mentions: whole.slice(0, 1) };
}

const hasHalves = (product: Product): boolean => sizesOf(product).some(isHalf) || product.words.includes('demi');

function saysHalf(session: Session, u: Understanding): boolean {
  const said = inOneLine(u.words);
  const written = wordsSaid(session.turn.inbound).join('\n');
  return (HALF.test(said) || AND_HALF.test(said) || /\b1\/2\b/.test(written)) && !OF_SOMETHING_ELSE.test(said);
}

/** Whether her words ask for a part of this one. */
function partOf(session: Session, u: Understanding, product: Product): boolean {
  // a kilo and a half of what is counted in kilos is heard elsewhere
  if (measuredBy(product) !== undefined) return false;
  const names = new Set(product.names.flat());
  const at = u.words.findIndex((word) => /^(demie?|moitie|quart)$/.test(word));
  const beside = u.words.slice(Math.max(0, at - 3), at + 5).some((word) => names.has(word));
  const half = saysHalf(session, u) && (at < 0 || beside) && !hasHalves(product);
  return half || u.words.some((_, i) => otherMeasure(u.words, i, product));
}

/** "3 mètres de woodin" of « Woodin 6 yards »: a length or weight that none of it comes in, right beside its name. */
function otherMeasure(words: string[], at: number, product: Product): boolean {
  const measure = words[at + 1] ?? '';
  if (numberOf(words[at]) === undefined || !/^(m|yards?|kg)$/.test(measure)) return false;
  const { named, sized } = figuresOf(product);
  const own = [...named, ...sized].some((figure) => figure === `${words[at]} ${measure}`);
  if (own || sizesOf(product).some((size) => isOneSize(size, measure) || /^m$/i.test(size))) return false;
  const other = [...named, ...sized].some((figure) => /^(m|yards?|kg)$/.test(figure.split(' ')[1] ?? ''));
  const next = words.slice(at + 2, at + 5).join(' ');
  const before = words[at - 1] ?? '';
  const names = product.names.flat();
  return (
    other && (names.includes(next.replace(/^(?:de|d|du) (?:la |le |l )?/, '').split(' ')[0] ?? '') || names.includes(before))
  );
}
