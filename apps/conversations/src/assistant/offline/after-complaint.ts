import { latestOrder } from './latest-order.js';
import { inOneLine, plain } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';
import { placedWords } from './words/placed.js';

const WHAT_NEXT =
  / (c est normal|normal ca|(je|on) (fais|fait|dois faire) (comment|quoi)|que (faire|dois je faire)|(je|on) (paye|paie|donne|dois (payer|donner)) (ou pas|quand meme|les? \d+)|et maintenant|vous faites quoi|(je|on) fait comment) /;

/** « je fais comment ? », « c'est normal ? » after a complaint: what was passed on, and what there is to pay. */
export async function asksWhatNext(session: Session, u: Understanding): Promise<boolean> {
  const said = inOneLine(u.words);
  const complained = session.turn.history.slice(-3).some(({ author, text }) => author === 'assistant' && REGRETS.test(text));
  if (!complained || u.mentions.length > 0 || !WHAT_NEXT.test(said)) return false;
  session.say(askedWords.sellerAnswers(session.sellerFirstName));
  const before = session.turn.history.findLast(({ author }) => author === 'customer')?.text ?? '';
  if (!OF_MONEY.test(said) && !OF_MONEY.test(plain(before))) return true;
  const order = await latestOrder(session);
  if (order && order !== 'on its way' && order.owed && order.owed.toCollect > 0)
    session.say(placedWords.toPay(order.number, order.owed));
  return true;
}

/** The courier asks for more than the order says. */
const OF_MONEY = / (paye|paie|payer|donner|argent|prix|monnaie|de plus|en plus|\d{3,}) /;

/** What she read when she complained. */
const REGRETS = new RegExp(say.complaint('').split('.')[0]!);
