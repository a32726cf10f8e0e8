import { sameColor, sameSize } from './catalogue.js';
import { colorOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Slots } from './slots.js';
import { Understanding } from './understand.js';

const VALUE = String.raw`(?:\d{2}|x{0,3}s|m|x{0,3}l|[a-z]{4,})`;
const THE = '(?:(?:en|du|de|le|la|les|taille|pointure|alors|je prends|mets|mettez|donnez moi) )*';
const ELSE = String.raw`(?:(?:ou )?sinon|a defaut|ou bien si (?:y a|il y a|vous avez|tu as|ya) pas|si (?:y a|il y a|vous avez|tu as|ya|il y en a|y en a) pas(?: (?:de )?${VALUE})?)`;
const FIRST_ELSE = new RegExp(String.raw` (${VALUE}) (?:(?:ou|et|mais|svp) )?${ELSE} ${THE}(${VALUE}) `);

/**
 * « 44 sinon 45 », « rouge sinon noir »: the first where it is in stock, else the second, and she hears that the first is not there. Where neither is, both stay said as
 * a choice, so that she hears so.
 */
export function firstElseSecond(session: Session, u: Understanding): Understanding {
  const said = FIRST_ELSE.exec(inOneLine(u.words));
  if (!said) return u;
  const [first, second] = [said[1] ?? '', said[2] ?? ''];
  const narrowed = (slots: Slots, id: string | undefined): Slots | undefined => {
    const among = (values: string[], same: (a: string | undefined, b: string) => boolean, color: boolean) => {
      const value = (word: string) => values.find((one) => same(one, color ? (colorOf(word) ?? word) : word));
      const [one, other] = [value(first), value(second)];
      return one !== undefined && other !== undefined && one !== other ? ([one, other] as const) : undefined;
    };
    const [sizes, colors] = [among(slots.sizes, sameSize, false), among(slots.colors, sameColor, true)];
    const product = id === undefined ? undefined : session.product(id);
    if (!product || !(sizes ?? colors)) return undefined;
    const fits = (wish: { size?: string | undefined; color?: string | undefined }) =>
      product.offers.some(
        (offer) =>
          offer.available > 0 &&
          (!wish.size || !offer.size || sameSize(offer.size, wish.size)) &&
          (!wish.color || !offer.color || sameColor(offer.color, wish.color)),
      );
    const { parts: _parts, ...rest } = slots;
    const [color] = slots.colors;
    if (sizes) {
      const there = sizes.find((size) => fits({ size, color }));
      if (there === undefined) return undefined;
      if (there !== sizes[0]) {
        session.cite(...product.offers);
        session.say(color ? say.noSuchColor(product.name, sizes[0], color) : say.noSuchSize(product.name, sizes[0]));
      }
      return { ...rest, sizes: [there] };
    }
    const [size = session.draft.interest?.productId === id ? session.draft.interest?.size : undefined] = slots.sizes;
    const there = colors?.find((one) => fits({ size, color: one }));
    if (there === undefined || !colors) return undefined;
    if (there !== colors[0]) {
      session.cite(...product.offers);
      session.say(say.noSuchColor(product.name, size, colors[0]));
    }
    return { ...rest, colors: [there] };
  };
  const choice = { ...u, eitherSize: true };
  if (u.mentions.length > 0) {
    let found = false;
    const mentions = u.mentions.map((mention) => {
      const slots = mention.candidates.length === 1 ? narrowed(mention.slots, mention.candidates[0]?.id) : undefined;
      found ||= slots !== undefined;
      return slots ? { ...mention, slots } : mention;
    });
    return found ? { ...u, mentions, eitherSize: false } : choice;
  }
  const slots = narrowed(u.slots, session.draft.interest?.productId ?? session.draft.lines.at(-1)?.productId);
  return slots ? { ...u, slots, eitherSize: false } : choice;
}
