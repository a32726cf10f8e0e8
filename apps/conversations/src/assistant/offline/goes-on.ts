import { remindOfRecap } from './closing.js';
import { say } from './say.js';
import { Session } from './session.js';

/** What was open before stays open: the recap, or what is offered. */
export function goesOn(session: Session): void {
  const { interest, recapNonce, lastAsked } = session.draft;
  const product = interest && session.product(interest.productId);
  if (recapNonce) remindOfRecap(session);
  else if (product && lastAsked === 'offer') session.say(say.offerAgain(product.name));
}
