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
import { keepsAsking } from './placed-edit.js';
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
    const u = understand(turn.inbound, session.draft, session.products, session.sellerFirstName);
    await this.hear(session, u);
    keepsAsking(session, u);
    return session.reply();
  }

  private async hear(session: Session, u: Understanding): Promise<void> {
    if (u.button && (await pressed(session, u.button))) return;
    if (u.partOfPhone && !u.phone && u.words.length === 0) {
      session.say(say.phoneIncomplete());
      return;
    }
    if (asksOneAddress(session, u)) return;
    beginsWithFirst(session);
    if (u.words.length === 0 && !u.address && !u.commune && !u.phone && !u.introduces && !u.beside && u.intents.size === 0) {
      unreadable(session);
      return;
    }
    if (answersCard(session, u)) return;
    const spoken = await this.hearBeside(session, u);
    if (saysOnlyBeside(u)) return;
    if (correctsReceiver(session, u)) {
      await advance(session, u);
      return;
    }
    if (customerConfirms(session.turn)) {
      await confirm(session);
      return;
    }
    if (leavesOpenArticle(session, u)) {
      await showRecap(session);
      return;
    }
    if (takesLeave(session, u) || keepsOthersPrivate(session, u)) return;
    if (await amongSeveral(session, u)) return;
    if (await heardAfterOrder(session, u)) return;
    if ((await claimsPayment(session, u)) || (await asksRest(session, u))) return;
    if (await asksOfShop(session, u)) return;
    if (asksRestock(session, u) || asksPolicy(session, u) || compares(session, u) || (await keepsAll(session, u))) return;
    if (holdsToSellersWord(session, u) || (await complains(session, u)) || callsForHuman(session, u)) return;
    if ((await wantsCancelledBack(session, u)) || (await ordersAgain(session, u))) {
      await advance(session, u);
      return;
    }
    if ((await wantsToFetch(session, u)) || (await aboutPlacedOrder(session, u))) return;
    if (await cancels(session, u, () => advance(session, u))) return;
    await sell(session, u, spoken);
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
