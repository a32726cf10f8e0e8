import { remindOfRecap } from './closing.js';
import { say } from './say.js';
import { Session } from './session.js';

/** What was open before stays open: the recap, what is offered, or the address. */
export function goesOn(session: Session): void {
  const { interest, recapNonce, lastAsked, lines, address, commune } = session.draft;
  const product = interest && session.product(interest.productId);
  if (recapNonce) remindOfRecap(session);
  else if (product && lastAsked === 'offer') session.say(say.offerAgain(product.name));
  else if (product && lastAsked === 'size') session.say(say.askSizeAgain(product, session.sellsShoes));
  else if (lines.length > 0 && !interest && !address && lastAsked === 'address')
    session.say(commune ? say.askLandmark(commune) : say.askAddress());
}
