import type { DraftLine } from '../assistant.js';
import { reopened } from '../draft.js';
import { lineOf } from '../draft-lines.js';
import { articleName } from '../proposal.js';
import { groupByProduct } from './catalogue.js';
import { herWords } from './her-words.js';
import { isOver, latestOrder } from './latest-order.js';
import { numberOf } from './lexicon.js';
import { meansLastOrder, tellsNoneKnown } from './no-order-known.js';
import { fold, inOneLine } from './normalise.js';
import { greet } from './questions.js';
import { sameAgain } from './replacements.js';
import { say } from './say.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';

const AGAIN =
  / ((re)?command\w*|refai\w*|remet\w*|repren\w*|pareil|derniere fois|d habitude|veux|voudrais|prends|envoyez|envoie|aimerais|encore|comme hier|comme avant) /;
const COUNT = String.raw`(\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)`;
const PIECES = String.raw`(?:paires?|pieces?|lots?|exemplaires?)`;
const MORE = [
  new RegExp(` ${COUNT} (?:${PIECES} )?(?:autres?|de plus|en plus|supplementaires?|pareil\\w*|encore) `),
  new RegExp(
    ` (?:encore|rajoute\\w*|ajoute\\w*) (?:moi |m en |en )?${COUNT} (?:autres? )?(?:${PIECES} )?(?:(?:svp|stp|de plus|pareil\\w*) )?$`,
  ),
];

/**
 * "la même chose que la dernière fois", "j'en voudrais 5 autres": what she ordered last is on the draft again at the prices of today, all of it or so many more of its one
 * article, of several it is asked of which; more of what is still in the shop goes with that order. True when she wants that.
 */
export async function ordersAgain(session: Session, u: Understanding): Promise<boolean> {
  const { lines, interest, recapNonce } = session.draft;
  if (lines.length > 0 || interest || recapNonce || u.mentions.length > 0 || u.phone) return false;
  const said = inOneLine(u.words);
  const count = MORE.map((rule) => rule.exec(said)?.[1]).find((found) => found !== undefined);
  const more = count === undefined ? undefined : (numberOf(count) ?? Number(count));
  const same = (u.intents.has('again') && AGAIN.test(said)) || meansLastOrder(session, u);
  const again = same && !hasSlots(u.slots) && !u.intents.has('status');
  if (
    !again &&
    (more === undefined ||
      / (jours?|heures?|minutes?|fois|commandes?|couleurs?|tailles?|pointures?|modeles?|adresses?) /.test(said))
  )
    return false;
  const order = await latestOrder(session);
  const known = order && order !== 'on its way' ? order : undefined;
  const previous = known?.lines ?? session.draft.previous ?? [];
  if (previous.length === 0) return again && order !== 'on its way' && tellsNoneKnown(session, u);
  const offers = await session.tools.offersOf([...new Set(previous.map(({ productId }) => productId))]);
  session.know(...groupByProduct(offers));
  session.update({ previous });
  session.forget('puzzled', 'lastAsked');
  greet(session, u);
  if (again && more === undefined) return sameAgain(session, u);
  const [only, ...others] = previous;
  if (!only || others.length > 0) return asksWhich(session, previous);
  const offer = offers.find(({ productId, variantId }) => productId === only.productId && variantId === only.variantId);
  if (!offer) return false;
  const line = lineOf(session.priced(offer), more ?? 1, only.size, only.color);
  const inShop =
    known !== undefined && !isOver(known.status) && !['en_livraison', 'echec_livraison'].includes(fold(known.status));
  const joins = inShop && known.lines !== undefined && session.draft.changing !== known.number;
  session.draft = { ...reopened(session.draft), lines: [line], ...(joins ? { addsTo: known.number } : {}) };
  session.say(say.added(articleName(line), line.quantity));
  return true;
}

/** Several articles were in it: of which she wants so many is still to be said. */
function asksWhich(session: Session, previous: DraftLine[]): true {
  session.update({ whichOrder: herWords(session) });
  session.say(say.whichLine(previous.map((line) => articleName(line))));
  return true;
}
