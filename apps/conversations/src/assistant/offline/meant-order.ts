import type { PlacedOrder } from '../assistant.js';
import { fold, inOneLine, wordsOf } from './normalise.js';
import { Session } from './session.js';
import { Understanding, wordsSaid } from './understand.js';

const ALL =
  / ((mes|combien de|deux|trois|quatre|[2-4]) commandes|tout(?! (de suite|a l heure))|toutes?|tous|les (deux|trois|quatre|2|3|4)|mes (deux|trois|2|3) commandes|chacune) /;
const OTHER = / (l|une|mon|ma|cette) autre /;
const RANKS = [
  / (premiere|1ere|1er|plus ancienne|ancienne) (?!fois)/,
  / (deuxieme|seconde|2eme|2ieme) (?!fois)/,
  / (troisieme|3eme|3ieme) (?!fois)/,
];
const LAST = / (derniere|plus recente|recente|nouvelle) (?!(fois|adresse|livraison|heure))/;
/** "annulez-la": what is cancelled must be pointed at. */
const THIS_ONE = / (annul\w+|veux plus|laissez?) (la|le|ca|cela)( |$)| cette commande | celle (la|ci) /;
/** So many answers before, an order that was spoken of is still meant by « l'autre ». */
export const ASIDE = 3;

/** In the order in which she placed them, as they are listed to her. */
export function meantOf(session: Session, u: Understanding, open: PlacedOrder[]): PlacedOrder[] {
  const text = wordsSaid(session.turn.inbound).join('\n');
  const numbered = open.filter(({ number }) => saysNumber(text, number));
  if (numbered.length > 0) return numbered;
  const said = inOneLine(u.words);
  const ranked = RANKS.flatMap((rank, at) => (rank.test(said) ? (open[at] ?? []) : []));
  if (ranked.length > 0) return ranked;
  if (LAST.test(said)) return open.slice(-1);
  if (OTHER.test(said)) {
    const others = open.filter(({ number }) => !spokenOf(session, open, ASIDE).includes(number));
    if (others.length > 0 && others.length < open.length) return others;
  }
  const holding = byGoods(u, open);
  if (holding.length === 1) return holding;
  if (ALL.test(said)) return open;
  const out = open.filter(({ status }) => fold(status) === 'en_livraison');
  if (/ (livreur|coursier) /.test(said) && out.length === 1) return out;
  if (u.intents.has('cancel') && !THIS_ONE.test(said)) return [];
  const [last, ...others] = spokenOf(session, open);
  return last && others.length === 0 ? open.filter(({ number }) => number === last) : [];
}

/** « la CMD-20261123-000002 », « la commande 2 », « n° 000002 » */
function saysNumber(text: string, number: string): boolean {
  const folded = fold(text);
  if (folded.includes(fold(number))) return true;
  const count = /(\d+)$/.exec(number)?.[1];
  if (!count) return false;
  const short = new RegExp(String.raw`(?:commande|numero|n°|no|num|#)\s*(?:numero\s*|n°\s*)?0*${Number(count)}(?!\d)`);
  return short.test(folded) || (count.length >= 6 && new RegExp(String.raw`(?<!\d)${count}(?!\d)`).test(folded));
}

/** Those in which her words name something that is not in all of them: an article, a size, a colour. */
function byGoods(u: Understanding, open: PlacedOrder[]): PlacedOrder[] {
  const named = u.mentions
    .filter(({ verb }) => verb === 'remove' || u.mentions.length === 1)
    .flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const inOrder = open.filter(({ lines = [] }) => lines.some(({ productId }) => named.includes(productId)));
  if (inOrder.length > 0) return inOrder;
  const words = new Set(u.words.filter((word) => word.length > 3));
  const fits = open.map(({ lines = [] }) => {
    const parts = new Set(lines.flatMap(({ productName, color = '' }) => wordsOf(`${productName} ${color}`)));
    return [...parts].filter((part) => words.has(part)).length;
  });
  const most = Math.max(...fits);
  return most === 0 ? [] : open.filter((_, at) => fits[at] === most);
}

/** She says which one, whatever she wants of it. */
export const pointsAtOne = (session: Session, said: string): boolean =>
  OTHER.test(said) ||
  LAST.test(said) ||
  RANKS.some((rank) => rank.test(said)) ||
  wordsSaid(session.turn.inbound).some((text) => /\bcmd-\d/i.test(text));

/** Numbers of her open orders that were named to her last. @param back how many of the answers before are looked at */
export function spokenOf(session: Session, open: PlacedOrder[], back = 1): string[] {
  const told = session.turn.history.filter(({ author }) => author === 'assistant').slice(-back);
  const last = told.findLast(({ text }) => open.some(({ number }) => text.includes(number)))?.text ?? '';
  return open.flatMap(({ number }) => (last.includes(number) ? [number] : []));
}
