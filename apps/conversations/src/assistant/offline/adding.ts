import type { PlacedOrder } from '../assistant.js';
import { addedPrice, withAdded } from '../addition.js';
import { emptied, reopened } from '../draft.js';
import { articleName, stillThere } from '../proposal.js';
import { passOn } from './cancelling.js';
import { tellShortages } from './closing.js';
import { isOver, latestOrder } from './latest-order.js';
import { fold, inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';
import { asWanted, wholeWish } from './wanted-order.js';
import { EDIT_ANSWERS, placedWords } from './words/placed.js';

/** She wants more of what she has ordered: it goes with that order. */
const ADDS =
  / (ajout\w+|rajout\w+|complet(e|ez|er)|(j ai|on a|avais|ai) oublie\w*|oublie de (prendre|commander)|en plus|avec (ca|cela|la commande|ma commande)|(dans|a|avec|sur) (la|ma|cette|le|mon) (meme )?(commande|colis|livraison|paquet)|(dans|avec) la meme|par la meme occasion|pendant que|tant que (j|vous)|encore (une?|deux|trois|\d+)|(et|aussi|egalement) (je|j) (prends|veux|voudrais|en veux)|(prends|veux|voudrais|mets|mettez|met|prend|envoie|envoyez) (\w+ ){0,4}(aussi|egalement|avec)|aussi (une?|des|du|deux|trois|le|la|les|\d+)) /;
/** Said of that very order, even as a question. */
const INTO_IT = / (ajout\w+|rajout\w+|oublie\w*|(dans|a|avec|sur) (la|ma|cette) (meme )?commande) /;
/** She wants an order of its own. */
const APART =
  / ((une |la |l )?(autre|nouvelle|deuxieme|seconde|2eme) commande|commande (a part|separee|differente)|a part|separement|(une |l )?autre (adresse|livraison|endroit|colis)|pour (quelqu un d autre|une autre personne)|(livre\w*|envo\w+) (le|la|les|ca) (chez|a|au) ) /;

/**
 * "j'ai oublié, ajoute un sac": while what she ordered is in the shop, what she takes now is put with it; it is settled like any article first. Where the order cannot take
 * it, she hears so. True when that is all there is to say.
 */
export async function addsToOrder(session: Session, u: Understanding): Promise<boolean> {
  const said = inOneLine(u.words);
  // beside a change that waits for her yes, what she takes goes with it
  const goesOn = session.draft.wants !== undefined && u.mentions.length > 0;
  const takes = u.mentions.length > 0 ? u.mentions.every(({ verb, instead }) => verb === 'take' && !instead) : forgot(said);
  if (
    !takes ||
    (!ADDS.test(said) && !goesOn) ||
    APART.test(withoutNotApart(said)) ||
    u.address ||
    u.commune ||
    (u.intents.has('replace') && !onlySecondThought(said))
  )
    return false;
  const asks = u.asksSomething && !INTO_IT.test(said);
  if (asks || u.intents.has('status')) return false;
  const order = await latestOrder(session);
  if (!order || (order !== 'on its way' && isOver(order.status))) return false;
  const named = u.mentions.flatMap(({ candidates }) => candidates[0]?.name ?? []).join(', ');
  const wish = `ajouter ${named || 'un article'}`;
  if (order === 'on its way') {
    // beside an order that nobody knows yet, « aussi » begins another one
    if (!INTO_IT.test(said)) return false;
    passOn(session, wish);
    return true;
  }
  const { number } = order;
  if (hasLeft(order)) {
    session.say(placedWords.cannotAdd(number));
    return false;
  }
  if (!order.lines || session.draft.changing === number)
    return (passOnWish(session, `commande à modifier : ${wish}`, number), true);
  session.update({ addsTo: number });
  if (u.mentions.length > 0 || session.suggestions.length > 0) return false;
  session.forget('puzzled');
  session.say(placedWords.whatToAdd(number));
  session.update({ lastAsked: 'product' });
  return true;
}

/** "finalement ajoutez un sac": nothing is replaced. */
const onlySecondThought = (said: string): boolean =>
  / (finalement|en fait) .*(ajout|rajout)\w+ /.test(said) &&
  !/ (remplac\w+|chang\w+|a la place|au lieu|plutot|modifi\w+) /.test(said);

/** "j'ai oublié quelque chose": what, is still to be said. */
const forgot = (said: string): boolean =>
  / (oublie\w*|ajouter|rajouter) (\w+ ){0,4}(truc|chose|article|commande) | (j ai|avais) oublie\w* $/.test(said);

/** With its courier, or back from a try. */
export const hasLeft = ({ status }: PlacedOrder): boolean => ['en_livraison', 'echec_livraison'].includes(fold(status));

/** "pas une autre commande" is the contrary of one of its own. */
const withoutNotApart = (said: string): string =>
  said.replace(
    / (pas|plus|sans|veux pas|voulais pas) (faire |passer )?((dans )?(une |d |l )?(autre|nouvelle|deuxieme|seconde) )/g,
    ' ',
  );

/** What is on the draft is an order of its own after all. */
export function wantsItApart(session: Session, u: Understanding): void {
  if (
    session.draft.addsTo &&
    (APART.test(withoutNotApart(inOneLine(u.words))) || (u.address !== undefined && !u.correctsAddress))
  )
    session.forget('addsTo');
}

/** Shows the order with what is added to it, and its total, and asks whether she agrees. False: it makes an order of its own. */
export async function showAddition(session: Session): Promise<boolean> {
  const { addsTo } = session.draft;
  if (addsTo === undefined) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || order.number !== addsTo || isOver(order.status) || hasLeft(order) || !order.lines) {
    session.forget('addsTo');
    session.say(placedWords.cannotAdd(addsTo));
    return false;
  }
  const { number } = order;
  const { takesOff = [] } = session.draft;
  const { lines: wanted = [] } = asWanted(session, order);
  const held = wanted.filter(({ productId }) => !takesOff.includes(productId));
  const checked = await stillThere(session.draft, session.tools);
  if ('shortages' in checked) {
    await tellShortages(session, checked.shortages);
    return true;
  }
  session.cite(...checked.facts);
  const priced = checked.lines.map(({ line, offer }) => ({ ...line, unitPrice: addedPrice(session.draft, offer, held) }));
  const off = wanted.filter((line) => !held.includes(line)).map((line) => articleName(line));
  const wish = `ajouter ${priced.map((line) => `${line.quantity} x ${articleName(line)}`).join(', ')}${off.length > 0 ? `, retirer ${off.join(', ')}` : ''}`;
  const lines = withAdded({ lines: held }, priced);
  session.draft = {
    ...reopened(session.draft),
    edit: { number, lines, wish: wholeWish(session, number, wish) },
    lastAsked: 'edit',
  };
  session.say(placedWords.changes(number, lines), placedWords.oneDelivery());
  session.offerChoices(EDIT_ANSWERS);
  return true;
}

/** Whether she gives up what she wanted to add. */
export const givesUpAddition = (session: Session, u: Understanding): boolean =>
  session.draft.addsTo !== undefined && u.intents.has('cancel') && !/ commande /.test(inOneLine(u.words));

/** Whether she says something of the goods beside her yes or no: that is looked at first, and the change is shown anew. */
export const changesAddition = (session: Session, u: Understanding): boolean =>
  session.draft.addsTo !== undefined && (u.mentions.length > 0 || hasSlots(u.slots) || u.address !== undefined);

/** Nothing is left to be added. @param now what is in the order as far as she has agreed to it */
export function additionIsOver(session: Session, now: PlacedOrder['lines']): void {
  if (session.draft.addsTo === undefined) return;
  const { previous: _added, ...rest } = emptied(session.draft);
  session.draft = { ...rest, ...(now ? { previous: now } : session.draft.previous ? { previous: session.draft.previous } : {}) };
}
