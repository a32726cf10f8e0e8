import { sameColor, sameSize } from './catalogue.js';
import { changeLine } from './change-line.js';
import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import type { Session } from './session.js';
import type { Understanding } from './understand.js';

const ALL = / (?:les|toutes les|tous les) (deux|trois|quatre|cinq|[2-5]) /;

/** "mettez les 2 en noir" of a black one and a red one: all she has of it is changed to one colour or size. True when that is what she said. */
export async function bringsAllToOne(session: Session, u: Understanding): Promise<boolean> {
  const number = numberOf(ALL.exec(inOneLine(u.words))?.[1]);
  const { lines } = session.draft;
  const [mention, ...more] = u.mentions;
  const { sizes, colors } = mention?.slots ?? u.slots;
  const one = (productId: string) => lines.every((line) => line.productId === productId);
  const all = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (number !== all || lines.length < 2 || !one(lines[0]!.productId) || u.asksSomething || more.length > 0) return false;
  if (sizes.length + colors.length !== 1 || (mention && mention.candidates.every(({ id }) => id !== lines[0]!.productId)))
    return false;
  for (;;) {
    const other = session.draft.lines.find((line) =>
      sizes[0] ? !sameSize(sizes[0], line.size) : !sameColor(colors[0], line.color),
    );
    if (!other) return true;
    await changeLine(session, other, { sizes, colors });
    // there are not so many: that was said, and she has the rest as it was
    if (session.draft.lines.includes(other)) return true;
  }
}
