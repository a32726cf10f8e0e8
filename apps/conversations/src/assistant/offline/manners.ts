import { goesOn } from './goes-on.js';
import { remindOfRecap } from './closing.js';
import { inOneLine, wordsOf } from './normalise.js';
import { showCatalogue } from './browse.js';
import { tellStatus } from './latest-order.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { hasSlots } from './wishes.js';
import type { Said } from './words/phrase.js';
import { placedWords } from './words/placed.js';
import { restockWords } from './words/restock.js';

/** After this many turns in a row that were not understood, a human is called. */
const PATIENCE = 3;

/** « Jean vient de m'appeler »: what was said elsewhere is told, nobody is asked for. */
const REPORTED =
  / (vient|viens|venait) (\w+ )?de (m |me |nous )?(appeler|rappeler|joindre|contacter|ecrire|dire) | (m|nous) (a|avait|avez|as|ont) (deja |bien )?(appele|rappele|joint|contacte|dit|ecrit|promis|confirme) /;
/** « je suis Jean, le propriétaire »: whoever says so is a customer here. */
const IS_OWNER =
  / (je suis|c est moi|ici c est|moi c est|en tant que) (\w+ ){0,4}(patron|patronne|proprietaire|gerante?|vendeur|vendeuse|boss|responsable|chef|admin|administrateur) /;

/** « je suis le propriétaire, je change le prix », « le vendeur vient de m'appeler, il a dit 22500 »: who says so asks for nobody. */
const CLAIMS =
  / ((je suis|moi c est|c est moi|ici c est|ici) (\w+ ){0,3}(le |la |votre |ton )?(proprietaire|patron|patronne|vendeur|vendeuse|gerant|gerante|responsable|boss|chef)|(vient de|a|viens de) (m |me )(appele|appeler|ecrit|ecrire|confirme|confirmer|dit|dire|rappele|rappeler)|m a (dit|appele|ecrit|promis|confirme|valide|accorde)|(il|elle) a (dit|valide|promis|accorde|confirme)) (?!.* (parler|passez|appelez|rappelez|appelle) )/;
/** « rappelez-moi ce que j'ai commandé », « le numéro de ma commande »: no call is wanted. */
const REMINDS =
  / (rappel\w+ (moi|nous) (ce que|ce qu|combien|le (prix|montant|total|numero de|contenu)|la (somme|date|commande)|l (heure|adresse)|ma commande|mon |mes |quel\w*|quand)|numero (de |du )(la |ma |cette |mon )?(commande|colis|suivi)) /;

/** « le patron m'a dit 5000 », « le vendeur d'à côté fait 20 % », « le livreur c'est qui ? »: people are spoken of, and nobody is asked for. */
function speaksOfPeople(said: string): boolean {
  if (CLAIMS.test(said) || REMINDS.test(said)) return true;
  if (REPORTED.test(said) || IS_OWNER.test(said)) return true;
  if (
    / (parler|humain|humaine|conseiller|agent|service client|vraie? personne|appelez|appelle|rappel\w+|m appeler|joindre|contacter) /.test(
      said,
    )
  )
    return false;
  const person = '(vendeur|vendeuse|patron|patronne|gerant|gerante|proprietaire|responsable)';
  const quotes = new RegExp(
    ` ${person} .*(dit|promis|propose|fait|fais|vend|laisse|donne|accorde|d a cote|d en face) | (dit|promis|valid\\w*|confirm\\w*|accord\\w*|approuv\\w*) (par )?(le|la|votre|ton) ${person} `,
  );
  return quotes.test(said) || / (numero|contact) (du|de la|de l) (livreur|coursier) /.test(said);
}

/** Hands over when she asks for a person, complains or keeps insulting; where she doubts the goods, the shop is told. True when that was the answer. */
export function callsForHuman(session: Session, u: Understanding): boolean {
  const seller = session.sellerFirstName;
  const { intents } = u;
  const sheSays = inOneLine(u.words);
  const named =
    / (parler|appeler|joindre|contacter) /.test(sheSays) &&
    !REPORTED.test(sheSays) &&
    sheSays.includes(` ${wordsOf(seller).join(' ')} `);
  // "mets le numéro de ma sœur, 07…" gives a number and asks for nobody
  const gives = u.phone !== undefined && !/ (parler|humain|conseiller|rappel\w*) /.test(sheSays);
  const asks =
    intents.has('human') &&
    !speaksOfPeople(sheSays) &&
    !(gives && (session.draft.lines.length > 0 || !/ appel\w* /.test(sheSays)));
  if (asks || named) {
    session.decide({ kind: 'hand-over', reason: 'demande à parler à une personne' });
    session.say(say.handOver(seller));
    return true;
  }
  if (intents.has('complaint') && u.mentions.length === 0) {
    session.decide({ kind: 'hand-over', reason: 'réclamation' });
    session.say(say.complaint(seller));
    return true;
  }
  const selling = u.mentions.length > 0 || session.draft.interest !== undefined || session.draft.lines.length > 0;
  if (intents.has('authentic') && !selling) {
    passOnWish(session, "savoir ce qu'il en est de l'authenticité ou de la garantie");
    return true;
  }
  if (!intents.has('insult') || u.mentions.length > 0) return false;
  return puzzled(session, say.insult(seller), 'client mécontent');
}

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

/** A recap that is open is worth more patience: her order is one word away. */
const patience = ({ draft }: Session): number => (draft.recapNonce ? 2 * PATIENCE : PATIENCE);

/** The same question was asked once more and her answer brought nothing: the third time a person is called. */
export function getsNowhere(session: Session, u: Understanding): void {
  // the offer that was repeated has the price in it that she asked
  if (session.draft.lastAsked === 'offer' && (u.intents.has('price') || u.intents.has('availability'))) return;
  const times = (session.turn.draft.puzzled ?? 0) + 1;
  session.update({ puzzled: times });
  if (times < patience(session)) return;
  session.decide({ kind: 'hand-over', reason: 'la conversation n’avance plus' });
  session.say(say.handOver(session.sellerFirstName));
  session.forget('puzzled');
}

/** "non merci bye" to what was offered: she is let go, and shown nothing more. True when she said so. */
export function takesLeave(session: Session, u: Understanding): boolean {
  // « ok merci bonne soirée » says yes to nothing
  const leaves =
    u.intents.has('goodbye') && (!u.intents.has('yes') || u.intents.has('thanks')) && !u.intents.has('want') && !u.asksSomething;
  const says = u.mentions.length > 0 || hasSlots(u.slots) || u.address || u.phone;
  if (!leaves || says || session.draft.lines.length > 0 || !(session.draft.interest ?? session.draft.shown)) return false;
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

/** Counts what was not understood; the third time in a row a human is called. */
export function puzzled(session: Session, text: Said, reason: string): true {
  const times = (session.turn.draft.puzzled ?? 0) + 1;
  if (times >= patience(session)) {
    session.decide({ kind: 'hand-over', reason });
    session.say(say.handOver(session.sellerFirstName));
    session.forget('puzzled');
  } else {
    session.say(text);
    session.update({ puzzled: times });
    if (session.draft.recapNonce) remindOfRecap(session);
  }
  return true;
}
