import { reopened } from '../draft.js';
import { toldToCourier } from '../for-the-courier.js';
import { isEveryday } from './everyday.js';
import { findProducts } from './naming.js';
import { fold, wordsOf } from './normalise.js';
import { isName } from './receiver.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** « je m'appelle Konaté » beside an order: the courier asks for her by that name, unless somebody else receives it. */
export function keepsOwnName(session: Session, { ownName }: Understanding): void {
  const { lines, interest, address, receiver } = session.draft;
  const known = fold(session.turn.customer.name ?? '');
  const underWay = lines.length > 0 || interest !== undefined || address !== undefined;
  if (!ownName || receiver || !underWay || isEveryday(fold(ownName).split(' ')[0] ?? '')) return;
  if (
    fold(ownName)
      .split(' ')
      .every((word) => known.split(/[\s-]+/).includes(word))
  )
    return;
  session.draft = { ...reopened(session.draft), ...toldToCourier(session.draft, { receiver: ownName }) };
}

/** What stands before the name of who receives it after all. */
const RATHER =
  /(?:moi c['’ ]?\s?est|c['’ ]?\s?est moi|c['’ ]?\s?est plut[oô]t|c['’ ]?\s?est|mon nom est|je m['’ ]?appelle|mettez|mets|notez|note|plut[oô]t|au nom de|mais|[aà])\s+((?:\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+){0,2})/gu;
const DENIES = /^\W*(?:non|nan|nn|pas|erreur|pardon|attention|c['’ ]?\s?est pas|ce n['’]?\s?est pas|mais non|ah non)\b/;

/** « non moi c'est Estelle, Awa c'est mon amie », « pas Awa, Estelle »: the name under which it is handed over is put right. True when that was all she said. */
export function correctsReceiver(session: Session, u: Understanding): boolean {
  const { receiver, lines } = session.draft;
  if (!receiver || lines.length === 0 || u.mentions.length > 0 || u.address || u.phone) return false;
  const written = session.turn.inbound.map(({ text }) => text.normalize('NFC')).join(', ');
  const [folded, old] = [fold(written), fold(receiver)];
  const named = folded.includes(old.split(' ').at(-1)!);
  if (!DENIES.test(folded) && !(named && /\b(?:pas|plutot)\b/.test(folded))) return false;
  const isGoods = (words: string[]) => findProducts(words, session.products).length > 0;
  const others = [...written.matchAll(RATHER), ...written.matchAll(/^\W*pas\s.+?[,.]\s*()(\p{Lu}[\p{L}'’-]+)/giu)]
    .map((found) => (found[1] === '' ? found[2] : found[1]) ?? '')
    .filter((name) => wordsOf(name).every((word) => isName(word, isGoods, true)) && fold(name) !== old);
  const [name] = others;
  const takenBack = new RegExp(
    `\\bpas (?:a |pour )?${old
      .split(' ')
      .at(-1)!
      .replace(/[^\p{L}]/gu, '.')}\\b`,
    'u',
  ).test(folded);
  if (!name && !takenBack) return false;
  const { receiver: _old, ...rest } = reopened(session.draft);
  session.draft = { ...rest, ...(name ? toldToCourier(session.draft, { receiver: name }) : {}) };
  session.forget('puzzled');
  return true;
}
