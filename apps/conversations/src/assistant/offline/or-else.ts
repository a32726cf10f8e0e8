import { sameColor, sameSize } from './catalogue.js';
import { Mention } from './mention.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const IF_NOT =
  / (?:si|sinon si) (?:(?:jamais|vous|tu|il|y|n|ne|en) )*(?:avez|as|a|reste)(?: \w+)? (?:pas|plus) .*(?:je (?:prends|veux|choisis|prendrai)|donnez|donne|mettez|mets|envoyez|alors|on prend) /;

/** « si vous n'avez pas la Puma je prends la Stan Smith »: one of them, the first where it is there. */
export function unlessThere(session: Session, u: Understanding): Understanding {
  const [first, second, ...more] = u.mentions;
  if (!first || !second || more.length > 0 || !IF_NOT.test(inOneLine(u.words))) return u;
  return { ...u, mentions: [isThere(session, first) ? first : second] };
}

function isThere(session: Session, { candidates, slots: { sizes, colors } }: Mention): boolean {
  return candidates.some(({ id }) =>
    session
      .product(id)
      ?.offers.some(
        ({ available, size, color }) =>
          available > 0 &&
          (sizes.length === 0 || !size || sizes.some((one) => sameSize(one, size))) &&
          (colors.length === 0 || !color || colors.some((one) => sameColor(one, color))),
      ),
  );
}
