import { Interest } from '../assistant.js';
import { colorsOf, sameColor, sameSize, sizesInStock } from './catalogue.js';
import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Slots } from './slots.js';
import { Understanding } from './understand.js';

const THE_N =
  / (?:les|tous les|toutes les) (deux|trois|quatre|2|3|4)(?= (?:couleurs?|tailles?|pointures?|svp|stp|merci|alors|la) | $)/;
const OF_EACH =
  / (?:une?|1) (?:paire )?(?:de |dans |par |en )?(?:chaque|chacune?)(?: (?:couleurs?|tailles?|pointures?))? | (?:chaque|toutes les) (?:couleurs?|tailles?|pointures?) /;

/** "2 de chaque pointure" */
const SO_MANY_OF_EACH =
  / (\d{1,2}|deux|trois|quatre|cinq|six|dix) (?:paires? |pieces? |lots? )?(?:de |dans |par |en |pour )?(?:chaque|chacune?|toutes les)(?: |$)/;

/** "je prends les deux" of what is there in two colours, "une de chaque": one wish for each; undefined when that is not what she says, or it is not clear of what. */
export function oneOfEach(session: Session, interest: Interest, u: Understanding): Slots[] | undefined {
  const words = inOneLine(u.words);
  const number = numberOf(THE_N.exec(words)?.[1]);
  const each = OF_EACH.test(words);
  if ((number === undefined && !each) || u.asksSomething || u.intents.has('no') || u.slots.parts) return undefined;
  const product = session.product(interest.productId);
  if (!product) return undefined;
  const size = / (tailles?|pointures?) /.test(words) ? undefined : (u.slots.sizes[0] ?? interest.size);
  // "les deux couleurs": whatever colour she asked about first
  const color = / couleurs? /.test(words) ? undefined : (u.slots.colors[0] ?? interest.color);
  const there = product.offers.filter(
    (offer) =>
      offer.available > 0 && (!size || !offer.size || sameSize(offer.size, size)) && (!color || sameColor(offer.color, color)),
  );
  const colors = u.slots.colors.length > 1 ? u.slots.colors : color ? [] : colorsOf(there);
  const sizes = u.slots.sizes.length > 1 ? u.slots.sizes : size ? [] : sizesInStock({ ...product, offers: there });
  const quantity = numberOf(SO_MANY_OF_EACH.exec(words)?.[1]) ?? 1;
  // who says « de chaque pointure » wants them all, however many
  const most = / (?:chaque|toutes les) (?:couleurs?|tailles?|pointures?) /.test(words) ? 12 : 4;
  const fits = (values: string[]) =>
    values.length > 1 && values.length <= most && (number === undefined || number === values.length);
  // both may be open: then it is not clear of what she wants one each
  if (fits(colors) && (size !== undefined || sizes.length < 2))
    return colors.map((one) => ({ sizes: size ? [size] : [], colors: [one], quantity }));
  if (fits(sizes) && (color !== undefined || colors.length < 2))
    return sizes.map((one) => ({ sizes: [one], colors: color ? [color] : [], quantity }));
  return undefined;
}
