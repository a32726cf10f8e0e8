import type { PlacedOrder } from '../assistant.js';
import { herWords } from './her-words.js';
import { isOver, latestOrder, tellStatusOf } from './latest-order.js';
import type { Intent } from './intents.js';
import { fold, inOneLine, plain } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { type Kind, NOT_PLEASED, saidAfter } from './said-after.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding, wordsSaid } from './understand.js';
import { placedWords } from './words/placed.js';

const GOT_IT = / (recu|vu|passe|arrive|rentre) /;
const QUIET = new Set(
  'ok okay oui d accord bon pas grave ca va compris y a de souci il cool super parfait c est entendu ya hein donc deh je vois merci'.split(
    ' ',
  ),
);

/** With these she speaks of goods, or asks for what is answered elsewhere. */
const OF_GOODS: Intent[] = ['price', 'bargain', 'cancel', 'catalogue', 'photo', 'human', 'collect', 'want'];

/**
 * What people say after an order besides asking of it: that they are pleased, that nothing came, that they wait, who receives it, that another day were better. None of that
 * asks of goods: she is answered, and what only the shop can settle is told to it in her words. True when that was the answer.
 */
export async function heardAfterOrder(session: Session, u: Understanding): Promise<boolean> {
  const { lines, interest, recapNonce, lastAsked } = session.draft;
  if (lines.length > 0 || interest || recapNonce || lastAsked || u.mentions.length > 0 || u.address || u.phone) return false;
  const said = plain(wordsSaid(session.turn.inbound).join('\n'));
  const kind = saidAfter(said);
  const heard = OF_GOODS.filter((intent) => u.intents.has(intent) && !(kind && MEANT_BY[kind]?.includes(intent)));
  if (heard.length > 0 || / (combien|prix) /.test(said)) return false;
  const quiet = u.words.length > 1 && u.words.every((word) => QUIET.has(word)) && !u.intents.has('thanks');
  if (!kind && !quiet && !(u.words.length <= 4 && GOT_IT.test(said))) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way') return false;
  const answered = (kind && answers(session, u, order, kind)) || (quiet ? rests(session) : asksWhetherPaid(session, u, order));
  if (answered) session.forget('puzzled');
  return answered;
}

/** « ça fait 2 h », « je veux mon argent », « donnez-moi le numéro du livreur »: words of these that want no goods. */
const MEANT_BY: Partial<Record<Kind, Intent[]>> = {
  waits: ['price'],
  'money back': ['want'],
  number: ['want', 'human'],
  receiver: ['human'],
  pleased: ['bargain'],
};

function answers(session: Session, u: Understanding, order: PlacedOrder, kind: Kind): boolean {
  const { number, status } = order;
  const [over, delivered] = [isOver(status), fold(status) === 'livree'];
  const seller = session.sellerFirstName;
  const passed = (wish: string, words?: Parameters<typeof passOnWish>[3]) => {
    passOnWish(session, `${wish} : « ${herWords(session)} »`, number, words);
    return true;
  };
  switch (kind) {
    case 'money back':
      session.decide({ kind: 'hand-over', reason: 'réclamation' });
      session.say(say.complaint(seller));
      return true;
    case 'no change given':
      passed('réclamation sur ce que le livreur a demandé', say.complaint(seller));
      if (!over && order.owed) session.say(placedWords.toPay(number, order.owed));
      return true;
    case 'nothing came':
      return delivered && passed("dit n'avoir rien reçu", say.complaint(seller));
    case 'pleased':
      if (!delivered || NOT_PLEASED.test(inOneLine(u.words)) || u.asksSomething) return false;
      session.say(session.tone.welcome());
      return true;
    case 'if not right':
      return passed("savoir si l'on peut rendre ou échanger");
    case 'when':
      return delivered && passed('demande quand on passe');
    case 'number':
      return !over && passed('le numéro du livreur');
    case 'receiver':
      return !over && passed('un mot pour le livreur');
    case 'day':
      return !over && passed('un autre jour ou une autre heure de livraison');
    case 'waits':
      if (over || ['deliveryDelay', 'availability', 'trust', 'insult'].some((intent) => u.intents.has(intent as Intent)))
        return false;
      tellStatusOf(session, order);
      return passed('attend sa commande');
  }
}

/** "ok pas grave": nothing is wanted. */
function rests(session: Session): true {
  session.say(placedWords.allRight());
  return true;
}

/** "vous avez reçu ?", after she said that she has paid. */
function asksWhetherPaid(session: Session, u: Understanding, { number, owed }: PlacedOrder): boolean {
  const last = session.turn.history.findLast(({ author }) => author === 'assistant')?.text ?? '';
  if (!owed || u.words.length > 4 || !GOT_IT.test(inOneLine(u.words)) || !/paiement/.test(last)) return false;
  session.say(placedWords.restToPay(number, owed));
  return true;
}
