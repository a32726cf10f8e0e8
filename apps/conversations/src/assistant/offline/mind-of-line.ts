import { sameColor, sameSize } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** « en fait je chausse du 41 » answers what was asked; these change a mind. */
const CHANGES = / (finalement|plutot|change[rz]?|modifi\w+|a la place|au lieu|remplace[rz]?|corrige[rz]?|rectifie[rz]?) /;

/**
 * « finalement 41 » while the price of another article has just been asked: there is nothing yet of that one to be changed, so that her size or colour is for what she has
 * already.
 */
export function changesMindOfLine({ draft, turn }: Session, u: Understanding): boolean {
  const { interest, lines } = draft;
  const { sizes, colors, quantity } = u.slots;
  if (!interest || interest.wanted || u.mentions.length > 0 || quantity !== undefined || u.asksSomething) return false;
  if (interest.size ?? interest.color ?? turn.draft.interest?.size) return false;
  if (turn.draft.interest?.productId !== interest.productId || !CHANGES.test(inOneLine(u.words))) return false;
  return lines.some(
    (line) =>
      (sizes.length > 0 && line.size !== undefined && sizes.some((size) => !sameSize(size, line.size))) ||
      (colors.length > 0 && line.color !== undefined && colors.some((color) => !sameColor(line.color, color))),
  );
}
