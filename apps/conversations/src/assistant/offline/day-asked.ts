import { openingDays } from '#contracts';
import { isWishedDay, keepWishedDay } from './day-wished.js';
import { goesOn } from './goes-on.js';
import { isOver, latestOrder } from './latest-order.js';
import { herWords } from './her-words.js';
import { passOnWish } from './passing-on.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { besideWords } from './words/beside.js';
import { placedWords } from './words/placed.js';
import { dayWords } from './words/days.js';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const NAMED = / (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? /;
const AHEAD: [RegExp, number][] = [
  [/ apres demain /, 2],
  [/ demain /, 1],
  [/ (aujourd hui|ce soir|cet apres midi|tout a l heure) /, 0],
];
/** « et le dimanche ? »: the day and nothing else. */
const DAY_ALONE =
  /^ (?:(?:et|ou|mais|le|la|les|pour|ce|meme|aussi|c est|bon|svp|possible|matin|soir|midi|apres) )*(?:\w+) (?:(?:matin|soir|midi|svp|possible|aussi|c est|bon|prochain) )*$/;
const OPEN = / (ouvert\w*|ouvr\w+|ferm\w+|travaill\w+|boutique|magasin|passer|venir) /;
const BRINGS =
  / (livr\w+|recevoir|recois|recevr\w+|avoir ca|avoir (la|le|les|mon|ma|mes)|apport\w+|ammen\w+|amen\w+|envoy\w+|deposer|depose[rz]?) /;

/**
 * Whether the shop is open on the day she names, and whether anything is brought then: « vous livrez le dimanche ? », « livrez-moi samedi matin ». None
 * is promised. True when that was the answer.
 */
export function answersOfDay(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  if (u.mentions.length > 0 || u.address || u.amounts.length > 0) return false;
  const day = dayIn(session, words);
  if (!day) return false;
  const { openingHours, openDays: known } = session.turn.shop;
  const open = known ?? openingDays(openingHours ? { openingHours } : {});
  const alone = NAMED.test(words) && DAY_ALONE.test(words) && !session.draft.recapNonce;
  const brings = BRINGS.test(words) || (alone && !/ (ouvert|ferme)/.test(lastSaid(session)));
  if (!open || !(brings || OPEN.test(words) || alone)) return false;
  const closed = !open.includes(day.weekday);
  const asks = session.turn.inbound.some(({ text }) => text.includes('?')) || alone;
  if (closed) session.say(brings ? dayWords.noDelivery(day.name, openingHours) : dayWords.closed(day.name, openingHours));
  else if (!day.named || !(asks || brings)) return false;
  else if (!brings) session.say(dayWords.open(day.name, openingHours));
  else if (asks) {
    const when = MAY.test(words) && session.draft.lines.length > 0 ? whenIn(words) : undefined;
    if (when !== undefined) keepWishedDay(session, when).say(besideWords.noted());
    session.say(dayWords.openThen(day.name), say.delay(session.sellerFirstName));
  } else return false;
  goesOn(session);
  return true;
}

/** « livraison samedi possible ? »: a wish, of what she has chosen. */
const MAY = / (possible|pouvez|peux|peut|pourrez|pourriez|pourrais|moyen|me livr\w+|livr\w+ moi) /;

/** « ce soir », « samedi matin », « lundi à 8h », « demain avant 10h » */
const WHEN =
  / ((?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|apres demain|ce soir|aujourd hui|cet apres midi)(?: (?:matin|soir|midi|prochain))?(?: (?:a|avant|apres|vers|des|entre) \d{1,2} ?h\w*(?: et \d{1,2} ?h\w*)?| (?:avant|apres|vers|a) (?:midi|minuit))?) /;
/** « 14h aujourd'hui »: the hour may be said first. */
const HOUR_FIRST = / ((?:a |vers |avant |apres )?\d{1,2} ?h\w*) $/;

function whenIn(words: string): string | undefined {
  const found = WHEN.exec(words);
  const [, when] = found ?? [];
  const [, hour] = HOUR_FIRST.exec(words.slice(0, (found?.index ?? 0) + 1)) ?? [];
  return when && hour && !/\d/.test(when) ? `${when} ${/^\d/.test(hour) ? `à ${hour}` : hour}` : when;
}

const NO_WISH = / (hier|depuis|dernier|derniere|passee?|pas (?:\w+ )?(?:demain|ce soir|aujourd hui)) /;

/** « stan smith 41 samedi matin, à Cocody »: the day she wishes beside what she orders goes with it, and is no promise; one on which the shop is closed is told. */
export async function keepsDay(session: Session, u: Understanding): Promise<void> {
  const words = inOneLine(u.words);
  const when = whenIn(words);
  const orders =
    session.draft.lines.length > 0 ||
    (when !== undefined && (await wishesItFirst(session, u, words))) ||
    (u.mentions.length > 0 &&
      (u.intents.has('want') || u.address !== undefined || (u.commune !== undefined && BRINGS.test(words))));
  // « non, samedi plutôt », of a day that she wished before
  const instead = session.draft.forCourier?.some(isWishedDay) === true;
  const later =
    (['thinking', 'goodbye', 'hours', 'status'] as const).some((intent) => u.intents.has(intent)) ||
    (u.intents.has('no') && !instead);
  const day = dayIn(session, words);
  if (!when || !day || !orders || later || NO_WISH.test(words)) return;
  const { openingHours, openDays: known } = session.turn.shop;
  const open = known ?? openingDays(openingHours ? { openingHours } : {});
  if (open && !open.includes(day.weekday)) return session.say(dayWords.noDelivery(day.name, openingHours));
  keepWishedDay(session, when);
  session.say(besideWords.noted(), say.delay(session.sellerFirstName));
  const first = session.draft.lines.length === 0 && !session.draft.interest && u.mentions.length === 0;
  if (first && !u.intents.has('deliveryDelay')) session.say(placedWords.whatElse());
}

const SMALL = String.raw`(?:(?:bonjour|bonsoir|salut|ok|oui|non|alors|donc|c est|ce sera|ca sera|pour|la|le|les|l|livraison|livre[rz]?|livree?|moi|nous|svp|stp|merci|je|j|on|veux|voudrais|aimerais|prefere|souhaite|etre|recevoir|avoir|ca|cela|besoin|ai|en|il|me|faut|si|possible|plutot|finalement|commande|une?|demande|surtout|urgent) )*`;
const NOTHING_ELSE = new RegExp(String.raw`^ ${SMALL}§ ${SMALL}$`);

/** « demain », « c'est pour samedi matin », before anything is ordered: the day of what she orders next. While an order of hers is open it may be that one's. */
async function wishesItFirst(session: Session, u: Understanding, words: string): Promise<boolean> {
  const asks = session.turn.inbound.some(({ text }) => text.includes('?'));
  if (asks || u.asksSomething || u.intents.has('collect')) return false;
  const left = words.replace(WHEN, ' § ').replace(/ (?:a |vers |avant |apres )?\d{1,2} ?h\w*(?= )/g, '');
  const said = u.mentions.length > 0 ? / (pour|livr\w+) § /.test(left) : NOTHING_ELSE.test(left);
  if (!said) return false;
  if (session.draft.interest) return true;
  const order = await latestOrder(session);
  if (order === undefined || (order !== 'on its way' && isOver(order.status))) return true;
  if (u.mentions.length === 0)
    passOnWish(
      session,
      `un autre jour ou une autre heure de livraison : « ${herWords(session)} »`,
      order === 'on its way' ? undefined : order.number,
    );
  return false;
}

interface Day {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  name: string;
  /** By its name, and not as « demain ». */
  named: boolean;
}

function dayIn({ turn }: Session, words: string): Day | undefined {
  const name = NAMED.exec(words)?.[1];
  if (name) return { weekday: DAYS.indexOf(name) + 1, name, named: true };
  const ahead = AHEAD.find(([said]) => said.test(words))?.[1];
  if (ahead === undefined) return undefined;
  const at = new Date(turn.now.getTime() + ahead * 86_400_000);
  const today = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: turn.shop.timeZone ?? 'Africa/Abidjan' }).format(
    at,
  );
  return { weekday: DAYS.indexOf(today) + 1, name: today, named: false };
}

const lastSaid = ({ turn }: Session): string =>
  turn.history
    .findLast(({ author }) => author === 'customer')
    ?.text.toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '') ?? '';
