import { changeLine } from './change-line.js';
import { sameColor, sameSize } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Twice as many of what she names of her order, or of its only line. True when she asked for that. */
export async function doubles(session: Session, u: Understanding): Promise<boolean> {
  if (!u.intents.has('double') || u.asksSomething) return false;
  const said = inOneLine(u.words);
  const ids = new Set(u.mentions.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const slots = [u.slots, ...u.mentions.map((mention) => mention.slots)];
  const [sizes, colors] = [slots.flatMap((one) => one.sizes), slots.flatMap((one) => one.colors)];
  const named = ids.size + sizes.length + colors.length > 0;
  const meant = session.draft.lines.filter(
    (line) =>
      (ids.size === 0 || ids.has(line.productId)) &&
      (sizes.length === 0 || sizes.some((size) => sameSize(size, line.size))) &&
      (colors.length === 0 || colors.some((color) => sameColor(color, line.color))),
  );
  const all = / (tout|tous|toutes|commande|chacune?|les (deux|trois|2|3)) /.test(said);
  if (meant.length === 0 || (!named && !all && meant.length > 1)) return false;
  for (const line of meant) await changeLine(session, line, { sizes: [], colors: [], quantity: 2 * line.quantity });
  return true;
}
