import { latestOrder } from './latest-order.js';
import { goesOn } from './goes-on.js';
import { inOneLine } from './normalise.js';
import { greet } from './questions.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { besideWords } from './words/beside.js';

const COURIER = '(?:livreur|coursier|chauffeur|gars de la livraison)';
const NUMBER = '(?:numero|contact|num|telephone|tel)';
const CALLS = String.raw`(?:appel\w*|joindre|contacte\w*|ecri\w*)`;
const ASKS = new RegExp(
  [
    // « c'est quoi le numéro du livreur », « quel numéro le livreur ? »
    String.raw` ${NUMBER} (?:c est )?(?:du |de |le |de mon |de votre |au )?${COURIER} `,
    String.raw` ${COURIER} (?:\w+ ){0,3}(?:quel|avec quel|sur quel|quoi|c est quoi) (?:\w+ )?${NUMBER} `,
    String.raw` ${COURIER} (?:a |c est )?(?:quel|quoi) ${NUMBER} `,
    // « il va m'appeler avec quel numéro ? »
    String.raw` (?:${COURIER}|il|on|vous|elle) (?:\w+ ){0,3}${CALLS} (?:\w+ )?(?:avec|sur|par|depuis|de|a) quel ${NUMBER} `,
    String.raw` (?:avec|sur|de|c est) quel ${NUMBER} (?:qu )?(?:que )?(?:le )?(?:${COURIER}|il|on) (?:\w+ ){0,3}${CALLS} `,
    // « comment je joins le livreur ? »
    String.raw` comment (?:je |on )?(?:\w+ ){0,2}(?:joins?|joindre|appel\w*|contacte\w*|trouve\w*) (?:\w+ )?${COURIER} `,
    String.raw` comment (?:le |votre |mon )?(?:${COURIER}|il|vous) (?:\w+ ){0,3}(?:m |me |nous )(?:\w+ )?${CALLS} `,
  ].join('|'),
);

/**
 * « quel numéro le livreur ? », before there is an order: whoever brings it is known once he has it, and she is written his name and number then; he calls her on the
 * number that stands for her. True when that was asked.
 */
export async function asksCouriersNumber(session: Session, u: Understanding): Promise<boolean> {
  if (!ASKS.test(inOneLine(u.words)) || u.mentions.length > 0) return false;
  const { lines, interest } = session.draft;
  // of an order that stands the shop knows more
  if (lines.length === 0 && !interest && (await latestOrder(session))) return false;
  greet(session, u);
  session.say(besideWords.couriersNumber(session.draft.phone));
  goesOn(session);
  session.forget('puzzled');
  return true;
}
