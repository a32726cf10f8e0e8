import { asksForPart } from './counted-by-measure.js';
import { herWords } from './her-words.js';
import { findProducts } from './naming.js';
import { passOnWish } from './passing-on.js';
import { Session } from './session.js';
import { productTalkedAbout } from './talked-about.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';

/** "1,5 kg", "un demi kilo ?" of what is sold by the whole kilo: the seller is asked, and she hears it. */
export function passesPartOn(session: Session, u: Understanding): void {
  const spokenOf = [
    ...u.mentions.flatMap(({ candidates }) => candidates),
    ...session.draft.lines.flatMap(({ productId }) => session.product(productId) ?? []),
  ];
  const at = u.words.findIndex((word) => /^(demi|demie|\d+\.5)$/.test(word));
  const [next] = findProducts(u.words.slice(at), spokenOf);
  const product =
    next?.candidates[0] ??
    (u.mentions.length > 0
      ? spokenOf.find((one) => asksForPart(u.words, [one]))
      : session.product(session.draft.lines.at(-1)?.productId ?? '')) ??
    productTalkedAbout(session, u);
  const told = session.decisions.some((decision) => decision.kind === 'pass-on' && decision.wish.startsWith('une quantité'));
  if (told || !product || !asksForPart(u.words, [product])) return;
  session.cite(...product.offers);
  passOnWish(
    session,
    `une quantité qui n'est pas entière : « ${herWords(session)} »`,
    undefined,
    askedWords.notSoldInParts(product.name, session.sellerFirstName),
  );
}
