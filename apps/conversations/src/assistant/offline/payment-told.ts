import { fold } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { besideWords } from './words/beside.js';

const TOLD = /Pour le paiement, je transmets|a votre message pour le paiement et vous répond/;
const MEANS = /\b(?:wave|orange|om|momo|mtn|moov|djamo|mobile money|carte|virement|cheque)\b/g;

/** The shop was told already that she pays so, and by no other means; once is enough. @param said her words of it now */
export function toldOfPayment({ turn }: Session, said: string): boolean {
  if (!turn.history.some(({ author, text }) => author === 'assistant' && TOLD.test(text))) return false;
  const before = fold(turn.history.flatMap(({ author, text }) => (author === 'customer' ? [text] : [])).join('\n'));
  return [...fold(said).matchAll(MEANS)].every(([means]) => before.includes(means));
}

/** How one pays here; « wave » once more, after the shop was told so, hears that it knows. */
export function tellPayment(session: Session): void {
  const said = session.turn.inbound.map(({ text }) => text).join('\n');
  const again = toldOfPayment(session, said) && !said.includes('?');
  session.say(again ? besideWords.paymentAlreadyTold(session.sellerFirstName) : say.payment());
}
