import { sameColor, sameSize } from './catalogue.js';
import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { splitLine } from './split-line.js';
import { Understanding } from './understand.js';

const SOME_OF_IT =
  / (?:chang\w+|passe[zr]?|remplac\w+|echang\w+) (?:moi |m en |en )?(une?|\d{1,2}|deux|trois|quatre|cinq) (?:seule?s? |seulement |d entre (?:elles|eux) |des (?:deux|trois|quatre|\d) |(?:\w+ )?)(?:en|par|contre) /;

/** "changez une en L" of two in M: one of each, and not both. True when that is what she said. */
export function changesSomeOfLine(session: Session, u: Understanding): boolean {
  const number = numberOf(SOME_OF_IT.exec(inOneLine(u.words))?.[1]);
  const [mention, ...others] = u.mentions;
  const { sizes, colors } = mention?.slots ?? u.slots;
  const named = mention?.candidates.map(({ id }) => id);
  const fitting = session.draft.lines.filter(
    (line) => (named === undefined || named.includes(line.productId)) && line.quantity > (number ?? Infinity),
  );
  const [line, ...more] = fitting;
  const [size, color] = [sizes.at(-1), colors.at(-1)];
  if (number === undefined || !line || more.length > 0 || others.length > 0 || (size === undefined) === (color === undefined))
    return false;
  if (sameSize(size, line.size) || sameColor(color, line.color)) return false;
  const now = size === undefined ? { color: color! } : { size };
  const before = size === undefined ? { color: line.color } : { size: line.size };
  if (Object.values(before)[0] === undefined) return false;
  const parts = [
    { ...(before as { size?: string; color?: string }), quantity: line.quantity - number },
    { ...now, quantity: number },
  ];
  return splitLine(session, { sizes: [], colors: [], parts }, u, [line]);
}
