import { herWords } from './her-words.js';
import { plain } from './normalise.js';
import { Session } from './session.js';
import { Understanding, wordsSaid } from './understand.js';
import { askedWords } from './words/asked.js';

/** From so many on a price is the seller's to make. */
const MANY = 10;
const SELLS_ON =
  / (commercante?s?|revend\w*|grossistes?|detaillante?s?|en gros|prix de gros|demi gros|pour (?:ma|mon|notre) (?:boutique|magasin|commerce)) /;

/** « 20 paires de Stan Smith, vous me faites quel prix ? »: the price of one is told as always, and the seller hears that somebody would buy many. */
export function passesOnWholesale(session: Session, u: Understanding): void {
  const said = plain(wordsSaid(session.turn.inbound).join('\n'));
  const count = Math.max(0, ...u.mentions.map(({ slots }) => slots.quantity ?? 0), u.slots.quantity ?? 0);
  const asks = u.intents.has('bargain') || u.intents.has('price') || u.asksSomething;
  const named = u.mentions.length > 0 || session.draft.interest !== undefined;
  if (!named || (!(count >= MANY && asks) && !SELLS_ON.test(said))) return;
  if (session.decisions.some(({ kind }) => kind === 'pass-on')) return;
  session.decide({ kind: 'pass-on', wish: `un prix de gros : « ${herWords(session)} »` });
  session.say(askedWords.wholesale(session.sellerFirstName));
}
