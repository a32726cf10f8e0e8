import { sameColor, sameSize } from './catalogue.js';
import { changeLine } from './change-line.js';
import { Mention } from './mention.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askWhichLine } from './which-line.js';

/** "laisse la stan smith à 2": so many of the line she has, and no more is heard of it; asked for when several lines may be meant. */
export async function bringsToNumbers(session: Session, u: Understanding): Promise<Understanding> {
  if (u.asksSomething || u.mentions.every(({ setTo }) => setTo === undefined)) return u;
  const kept: Mention[] = [];
  for (const mention of u.mentions) {
    const lines = mention.setTo === undefined ? [] : linesOf(session, mention);
    if (mention.setTo === undefined || lines.length === 0) {
      kept.push(mention);
      continue;
    }
    const [line, ...others] = lines;
    const { sizes, colors } = mention.slots;
    if (line && others.length === 0) await changeLine(session, line, { sizes: [], colors: [], quantity: mention.setTo });
    else askWhichLine(session, lines, { sizes, colors, quantity: mention.setTo });
  }
  if (kept.length === u.mentions.length) return u;
  return { ...u, mentions: kept, slots: { sizes: [], colors: [] } };
}

/** Her lines of the article that is named, in the size and colour named with it. */
const linesOf = (session: Session, { candidates, slots: { sizes, colors } }: Mention) =>
  session.draft.lines.filter(
    (line) =>
      candidates.some(({ id }) => id === line.productId) &&
      sizes.every((size) => sameSize(size, line.size)) &&
      colors.every((color) => sameColor(color, line.color)),
  );

/** "ajoute 1 sac et mets 3 lots de chaussettes au lieu de 2": what is set is no addition. */
export async function setsNumbers(
  session: Session,
  { intents, asksSomething }: Understanding,
  left: Understanding,
): Promise<Understanding> {
  if (!intents.has('more') || asksSomething) return left;
  const kept: Mention[] = [];
  for (const mention of left.mentions) {
    const { quantity, parts } = mention.slots;
    const [line, ...others] = linesOf(session, mention);
    if (!mention.sets || quantity === undefined || parts || !line || others.length > 0) kept.push(mention);
    else await changeLine(session, line, { sizes: [], colors: [], quantity });
  }
  return { ...left, mentions: kept };
}
