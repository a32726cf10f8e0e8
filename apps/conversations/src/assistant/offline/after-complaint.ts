import { herWords } from './her-words.js';
import { latestOrder } from './latest-order.js';
import { inOneLine, plain } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';
import { placedWords } from './words/placed.js';

const WHAT_NEXT =
  / (c est normal|normal ca|(je|on) (fais|fait|dois faire) (comment|quoi)|que (faire|dois je faire)|(je|on) (paye|paie|donne|dois (payer|donner)) (ou pas|quand meme|les? \d+)|et maintenant|quand (\w+ ){0,8}(argent|rembours\w+|sous|jetons)|(argent|rembours\w+|sous) (\w+ ){0,4}quand|vous faites quoi|(?:ca |ca va |va )?(?:prend\w*|dur\w*|met\w*) combien de temps|combien de (?:temps|jours)|(je|on) fait comment) /;

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

const EXCHANGES =
  / (au dessus|en dessous|plus (grande?s?|petite?s?)|(autre|bonne) (taille|pointure|couleur|paire)|chang\w+|echang\w+|remplac\w+|je (veux|voudrais|voulais|prends|fais|chausse)|il me faut|c est (une|un|la|le|des|les)) /;
const BUYS = / (aussi|en plus|encore (une|un)|nouvelle commande|commander|acheter|combien|prix) /;

/** « c'est une Stan Smith 40, je veux 41 », « la pointure au-dessus », after a complaint: an exchange, which only the shop can grant, and no new order. */
export function wantsItExchanged(session: Session, u: Understanding): boolean {
  const { lines, interest } = session.draft;
  const complained = session.turn.history.slice(-3).some(({ author, text }) => author === 'assistant' && REGRETS.test(text));
  const said = inOneLine(u.words);
  const sized = u.slots.sizes.length > 0 || u.mentions.some(({ slots }) => slots.sizes.length > 0 || slots.colors.length > 0);
  // « je peux changer contre 42 ? »
  const asks = u.asksSomething && !/ (chang|echang|remplac)\w* /.test(said);
  if (!complained || lines.length > 0 || interest || BUYS.test(said) || asks) return false;
  if (!EXCHANGES.test(said) || !(sized || / (taille|pointure|couleur|chang\w+|echang\w+|remplac\w+|dessus|dessous) /.test(said)))
    return false;
  passOnWish(session, `échange d'un article reçu : « ${herWords(session)} »`);
  return true;
}

/** The courier asks for more than the order says. */
const OF_MONEY = / (paye|paie|payer|donner|argent|prix|monnaie|de plus|en plus|\d{3,}) /;

/** What she read when she complained. */
const REGRETS = new RegExp(say.complaint('').split('.')[0]!);
