import { sameColor, sameSize } from './catalogue.js';
import { takeOff } from './change-line.js';
import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askWhichLine } from './which-line.js';

const NUMBER = String.raw`(\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)`;
const COUNTED = '(?:paire|pieces?|lots?|articles?|unites?|exemplaires?|boites?|paquets?)';
const FROM_THE_VERB = new RegExp(
  String.raw` (?:enlev\w*|retir\w*|supprim\w*|ot(?:e|ez|er)|diminue\w*|annul\w*)(?: (?:moi|m en|en|encore|juste|seulement|de|y|donc))* ${NUMBER}(?= (\S+)? ?)`,
);
const LESS = new RegExp(
  String.raw`^ (?:(?:non|ok|bon|finalement|et) )*moins ${NUMBER}(?= (?:${COUNTED})?)| ${NUMBER} (?:${COUNTED} )?(?:de|en) moins `,
);

/** "enlève 3 lots", "retire une paire", "une de moins": how many come off; undefined when she takes a line off as it is. */
function numberTakenOff(u: Understanding): number | undefined {
  const words = inOneLine(u.words);
  const verb = FROM_THE_VERB.exec(words);
  const less = LESS.exec(words);
  const number = numberOf(verb?.[1] ?? less?.[1] ?? less?.[2]);
  if (number === undefined) return undefined;
  // "enlève 38" names the size
  return number < 16 || new RegExp(`^${COUNTED}$`).test(verb?.[2] ?? '') ? number : undefined;
}

/** Takes so many off the line she means. True when she said how many. */
export function takesOff(session: Session, u: Understanding): boolean {
  if (session.draft.lines.length === 0 || u.asksSomething || u.amounts.length > 0) return false;
  const named = numberTakenOff(u);
  const [mention] = u.mentions;
  const { pieces, quantity } = mention?.slots ?? u.slots;
  const number = pieces !== undefined && pieces === named ? quantity : named;
  if (number === undefined || u.mentions.length > 1) return false;
  const { sizes, colors } = mention?.slots ?? u.slots;
  const fitting = session.draft.lines.filter(
    (line) =>
      (!mention || mention.candidates.some(({ id }) => id === line.productId)) &&
      (sizes.length === 0 || sizes.some((size) => sameSize(size, line.size))) &&
      (colors.length === 0 || colors.some((color) => sameColor(color, line.color))),
  );
  if (fitting.length === 0) return false;
  const several = fitting.filter((line) => line.quantity > number);
  const [line, ...others] = fitting.length > 1 && several.length > 0 ? several : fitting;
  if (line && others.length === 0) takeOff(session, line, number);
  else askWhichLine(session, fitting, { sizes, colors, quantity: number, remove: true });
  return true;
}
