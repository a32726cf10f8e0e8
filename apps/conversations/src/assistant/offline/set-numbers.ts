import { sameColor, sameSize } from './catalogue.js';
import { changeLine } from './change-line.js';
import { Mention } from './mention.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** "ajoute 1 sac et mets 3 lots de chaussettes au lieu de 2": what is set is no addition. */
export async function setsNumbers(
  session: Session,
  { intents, asksSomething }: Understanding,
  left: Understanding,
): Promise<Understanding> {
  if (!intents.has('more') || asksSomething) return left;
  const kept: Mention[] = [];
  for (const mention of left.mentions) {
    const { sizes, colors, quantity, parts } = mention.slots;
    const lines = session.draft.lines.filter(
      (line) =>
        mention.candidates.some(({ id }) => id === line.productId) &&
        sizes.every((size) => sameSize(size, line.size)) &&
        colors.every((color) => sameColor(color, line.color)),
    );
    const [line, ...others] = lines;
    if (!mention.sets || quantity === undefined || parts || !line || others.length > 0) kept.push(mention);
    else await changeLine(session, line, { sizes: [], colors: [], quantity });
  }
  return { ...left, mentions: kept };
}
