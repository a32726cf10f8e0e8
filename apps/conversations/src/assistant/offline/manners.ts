import { goesOn } from './goes-on.js';
import { remindOfRecap } from './closing.js';
import { inOneLine } from './normalise.js';
import { showCatalogue } from './browse.js';
import { tellStatus } from './latest-order.js';
import { say } from './say.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';
import { placedWords } from './words/placed.js';
import { restockWords } from './words/restock.js';
import { puzzled } from './puzzled.js';

/** Nothing written came: a voice note, a picture, a sticker. */
export function unreadable(session: Session): void {
  if (session.turn.inbound.some((utterance) => !utterance.media && /\p{Extended_Pictographic}/u.test(utterance.text))) {
    session.say(say.smile());
    goesOn(session);
    return;
  }
  const kinds = session.turn.inbound.flatMap((utterance) => utterance.media?.kind ?? []);
  const text = kinds.includes('audio')
    ? say.unheard()
    : kinds.some((kind) => kind !== 'sticker')
      ? say.unseen()
      : say.unreadable();
  puzzled(session, text, 'messages qui ne sont pas écrits');
}

/** "non merci bye" to what was offered: she is let go, and shown nothing more. True when she said so. */
export function takesLeave(session: Session, u: Understanding): boolean {
  // « ok merci bonne soirée » says yes to nothing
  const leaves =
    u.intents.has('goodbye') && (!u.intents.has('yes') || u.intents.has('thanks')) && !u.intents.has('want') && !u.asksSomething;
  // « ok tant pis merci »
  const resigns =
    u.intents.has('thanks') &&
    / (tant pis|une autre fois|prochaine fois) /.test(inOneLine(u.words)) &&
    !u.intents.has('want') &&
    !u.asksSomething;
  const says = u.mentions.length > 0 || hasSlots(u.slots) || u.address || u.phone;
  if (!(leaves || resigns) || says || session.draft.lines.length > 0 || !(session.draft.interest ?? session.draft.shown))
    return false;
  session.forget('interest', 'pending', 'lastAsked', 'shown', 'puzzled');
  session.say(session.tone.goodbye());
  return true;
}

/** "je vais réfléchir" while an article is being talked about: she is left in peace. True when she said so and nothing else. */
export function hesitates(session: Session, u: Understanding, greeting: number): boolean {
  const says = u.mentions.length > 0 || u.slots.sizes.length > 0 || u.slots.colors.length > 0 || u.slots.quantity !== undefined;
  if (!u.intents.has('thinking') || !session.draft.interest || says || u.address || session.spoken > greeting) return false;
  session.say(session.tone.thinking());
  return true;
}

/** What is left when nothing was sold: thanks, good-byes, greetings, or words that were not understood. */
export async function smallTalk(session: Session, u: Understanding): Promise<void> {
  const { intents } = u;
  if (opensWithYes(session, u)) session.say(placedWords.whatElse());
  else if (session.decisions.some(({ kind }) => kind === 'pass-on')) session.forget('puzzled');
  else if (session.hasSpoken) await invite(session);
  else if (intents.has('thinking')) session.say(session.tone.thinking());
  else if (/ (une question|(te|vous) (demander|poser)) /.test(inOneLine(u.words))) session.say(say.listening());
  else if (intents.has('goodbye')) session.say(session.tone.goodbye());
  else if (intents.has('thanks')) session.say(session.tone.welcome());
  else if (APOLOGISES.test(inOneLine(u.words))) session.say(restockWords.noTrouble());
  else if (intents.has('yes') && session.draft.recapNonce) remindOfRecap(session);
  else if (intents.has('yes') && session.draft.awaited) await tellStatus(session);
  else if (intents.has('yes') && u.words.length <= 4) await invite(session);
  else puzzled(session, say.puzzled(session.sellerFirstName), 'messages non compris');
}

const APOLOGISES =
  /^ (?:(?:ah|oh|ok|vraiment|je suis|je m) )*(?:desolee?|pardon|excuse[zr]?(?: moi)?|toutes mes excuses|navree?)(?: (?:pour|de|du|vraiment|hein|oh|svp|ca|le|la|derangement|vous|avoir|deranger|derange))* $/;

/** A bare « ok » or « oui » before anything was said to her answers nothing: she is greeted and listened to. */
const opensWithYes = ({ turn }: Session, u: Understanding): boolean =>
  u.intents.size === 1 &&
  u.intents.has('yes') &&
  u.words.length <= 4 &&
  turn.history.every(({ author }) => author === 'customer');

/** Shows the shop, or asks again in a few words when it was just shown. */
async function invite(session: Session): Promise<void> {
  if (session.turn.draft.lastAsked === 'product') session.say(say.whatWouldYouLike());
  else await showCatalogue(session);
}
