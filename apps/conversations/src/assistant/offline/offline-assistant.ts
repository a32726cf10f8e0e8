import { randomUUID } from 'node:crypto';
import { Assistant, AssistantTools, Reply, Turn } from '../assistant.js';
import { customerConfirms } from '../confirmation.js';
import { advance } from './advance.js';
import { heardAfterOrder } from './after-words.js';
import { confirm, remindOfRecap, showRecap } from './closing.js';
import { cancels, leavesOpenArticle } from './giving-up.js';
import { wantsToFetch } from './fetching.js';
import { asksOfShop } from './asked-of-shop.js';
import { answersCard, keepBeside, saysOnlyBeside } from './keep-beside.js';
import { keepsAll } from './keeps-all.js';
import { amongSeveral } from './which-order.js';
import { withWishKept } from './which-order-kept.js';
import { compares } from './comparing.js';
import { complains } from './complaints.js';
import { callsForHuman } from './calls-for-human.js';
import { takesLeave, unreadable } from './manners.js';
import { ordersAgain } from './order-again.js';
import { keepsOthersPrivate } from './of-others.js';
import { aboutPlacedOrder } from './placed-order.js';
import { claimsPayment } from './photos.js';
import { pressed } from './pressed.js';
import { greet } from './questions.js';
import { asksRestock } from './restock.js';
import { asksRest } from './rest-to-pay.js';
import { asksPolicy } from './policies.js';
import { say } from './say.js';
import { sell } from './sell.js';
import { holdsToSellersWord } from './sellers-word.js';
import { Session } from './session.js';
import { asksOneAddress, beginsWithFirst } from './two-addresses.js';
import { understand, Understanding } from './understand.js';
import { wantsCancelledBack } from './wanted-back.js';
import { correctsReceiver } from './who-receives.js';

/**
 * Sells without any model: rules over Ivorian French, the shop's own catalogue, and a draft that grows line by line until its recap is
 * confirmed. The same turn and draft always give the same reply; only the recap's nonce comes from outside.
 */
export class OfflineAssistant implements Assistant {
  constructor(private readonly nonce: () => string = randomUUID) {}

  async answer(given: Turn, tools: AssistantTools): Promise<Reply> {
    const turn = withWishKept(given);
    const session = await Session.open(turn, tools, this.nonce);
    const u = understand(turn.inbound, session.draft, session.products);
    if (u.button && (await pressed(session, u.button))) return session.reply();
    if (u.partOfPhone && !u.phone && u.words.length === 0) {
      session.say(say.phoneIncomplete());
      return session.reply();
    }
    if (asksOneAddress(session, u)) return session.reply();
    beginsWithFirst(session);
    if (u.words.length === 0 && !u.address && !u.commune && !u.phone && !u.introduces && !u.beside && u.intents.size === 0) {
      unreadable(session);
      return session.reply();
    }
    if (answersCard(session, u)) return session.reply();
    const spoken = await this.hearBeside(session, u);
    if (saysOnlyBeside(u)) return session.reply();
    if (correctsReceiver(session, u)) {
      await advance(session, u);
      return session.reply();
    }
    if (customerConfirms(turn)) {
      await confirm(session);
      return session.reply();
    }
    if (leavesOpenArticle(session, u)) {
      await showRecap(session);
      return session.reply();
    }
    if (takesLeave(session, u) || keepsOthersPrivate(session, u)) return session.reply();
    if (await amongSeveral(session, u)) return session.reply();
    if (await heardAfterOrder(session, u)) return session.reply();
    if ((await claimsPayment(session, u)) || (await asksRest(session, u))) return session.reply();
    if (await asksOfShop(session, u)) return session.reply();
    if (asksRestock(session, u) || asksPolicy(session, u) || compares(session, u) || (await keepsAll(session, u)))
      return session.reply();
    if (holdsToSellersWord(session, u) || (await complains(session, u)) || callsForHuman(session, u)) return session.reply();
    if ((await wantsCancelledBack(session, u)) || (await ordersAgain(session, u))) {
      await advance(session, u);
      return session.reply();
    }
    if ((await wantsToFetch(session, u)) || (await aboutPlacedOrder(session, u))) return session.reply();
    if (await cancels(session, u, () => advance(session, u))) return session.reply();
    await sell(session, u, spoken);
    return session.reply();
  }

  /** Keeps what is said beside goods and place. @returns how many things were said to it, a greeting not counted */
  private async hearBeside(session: Session, u: Understanding): Promise<number> {
    const told = await keepBeside(session, u, customerConfirms(session.turn));
    if (told.length > 0) greet(session, u);
    session.say(...told);
    if (saysOnlyBeside(u) && session.draft.recapNonce) remindOfRecap(session);
    else if (saysOnlyBeside(u)) await advance(session, u);
    return told.length;
  }
}
