import { randomUUID } from 'node:crypto';
import { Assistant, AssistantTools, Draft, Reply, Turn } from '../assistant.js';
import { customerConfirms } from '../confirmation.js';
import { reopened } from '../draft.js';
import { showsKind } from './asked-kind.js';
import { heardAfterOrder } from './after-words.js';
import { showAddition, wantsItApart } from './adding.js';
import { leavesTheRest } from './asked-together.js';
import { leavesTheColor } from './any-color.js';
import { applyChanges } from './changes.js';
import { answersClaim } from './claims.js';
import { cancelDraft, cancelOrder, keepOrder, recapIsGone } from './cancelling.js';
import { confirm, remindOfRecap, showRecap, tellTotal } from './closing.js';
import { answersOfDay, keepsDay } from './day-asked.js';
import { tellsDelay } from './delay-asked.js';
import { asksBeyondZones, tellUnserved } from './delivery.js';
import { cancels, leavesOpenArticle } from './giving-up.js';
import { meansTheAd } from './from-the-ad.js';
import { refusesGift } from './gift.js';
import { wantsToFetch } from './fetching.js';
import { takeUp } from './goods.js';
import { tellStatus } from './latest-order.js';
import { answersCard, keepBeside, saysOnlyBeside } from './keep-beside.js';
import { keepsAll } from './keeps-all.js';
import { showWhatSheLooksFor } from './looking.js';
import { amongSeveral } from './which-order.js';
import { withWishKept } from './which-order-kept.js';
import { bargainsForLot, lotAsked } from './lot.js';
import { tellsLots, tellsLotSize } from './lots-told.js';
import { compares } from './comparing.js';
import { complains } from './complaints.js';
import { callsForHuman, getsNowhere, hesitates, smallTalk, takesLeave, unreadable } from './manners.js';
import { inOneLine } from './normalise.js';
import { ordersAgain } from './order-again.js';
import { keepsOthersPrivate } from './of-others.js';
import { asksOtherGoods } from './other-goods.js';
import { aboutPlacedOrder } from './placed-order.js';
import { claimsPayment, pictureUnexplained } from './photos.js';
import { answerQuestions, answerVariants, greet } from './questions.js';
import { comesBackToIt, pricesAnother, takesUpAgain } from './replacements.js';
import { asksRestock } from './restock.js';
import { asksRest } from './rest-to-pay.js';
import { asksPolicy } from './policies.js';
import { say } from './say.js';
import { holdsToSellersWord } from './sellers-word.js';
import { Session } from './session.js';
import { settle } from './settle.js';
import { losesWhatIsSold } from './sold-meanwhile.js';
import { tellsStock, tellsStockOfHers } from './stock-left.js';
import { tellsStillThere } from './still-there.js';
import { supposes } from './supposing.js';
import { answersAddressAlone, contentWithQuarter, insists, takeAddress } from './taking-address.js';
import { asksOneAddress, beginsWithFirst } from './two-addresses.js';
import { understand, Understanding } from './understand.js';
import { tellsUnknownItems } from './unknown-items.js';
import { choosesByPrice, turnsToTheOther, wantsTheSameIn } from './which-of-several.js';
import { wantsCancelledBack } from './wanted-back.js';
import { hasSlots } from './wishes.js';

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
    if (u.button && (await this.pressed(session, u.button))) return session.reply();
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
    if (asksRestock(session, u) || asksPolicy(session, u) || compares(session, u) || (await keepsAll(session, u)))
      return session.reply();
    if (holdsToSellersWord(session, u) || (await complains(session, u)) || callsForHuman(session, u)) return session.reply();
    if ((await wantsCancelledBack(session, u)) || (await ordersAgain(session, u))) {
      await this.advance(session, u);
      return session.reply();
    }
    if ((await wantsToFetch(session, u)) || (await aboutPlacedOrder(session, u))) return session.reply();
    if (await cancels(session, u, () => this.advance(session, u))) return session.reply();
    await this.sell(session, u, spoken);
    return session.reply();
  }

  /** Keeps what is said beside goods and place. @returns how many things were said to it, a greeting not counted */
  private async hearBeside(session: Session, u: Understanding): Promise<number> {
    const told = await keepBeside(session, u, customerConfirms(session.turn));
    if (told.length > 0) greet(session, u);
    session.say(...told);
    if (saysOnlyBeside(u) && session.draft.recapNonce) remindOfRecap(session);
    else if (saysOnlyBeside(u)) await this.advance(session, u);
    return told.length;
  }

  private async pressed(session: Session, button: { action: string; value: string }): Promise<boolean> {
    const open = session.draft.recapNonce;
    switch (button.action) {
      case 'confirmer':
        if (open === button.value && customerConfirms(session.turn)) await confirm(session);
        else if (session.draft.lines.length > 0 && session.draft.address) {
          session.say(say.recapChanged());
          await showRecap(session);
        } else {
          session.say(say.recapGone());
          await tellStatus(session);
        }
        return true;
      case 'annuler':
        if (open === button.value) await cancelDraft(session);
        else await recapIsGone(session);
        return true;
      case 'annuler-commande':
        await cancelOrder(session, button.value);
        return true;
      case 'garder-commande':
        await keepOrder(session, button.value);
        return true;
      default:
        return false;
    }
  }

  /** @param told how many things were said already, beside what she hears now */
  private async sell(session: Session, said: Understanding, told: number): Promise<void> {
    if (told === 0) greet(session, said);
    const ad = await meansTheAd(session, said);
    if (ad === 'shown') return;
    const heard = ad === 'meant' ? understand(session.turn.inbound, session.draft, session.products) : said;
    const greeting = session.spoken - told;
    if (!heard.phone && answersOfDay(session, heard)) return;
    keepsDay(session, heard);
    if (!heard.phone && ((await tellsDelay(session, heard)) || (await answersClaim(session, heard)))) {
      session.forget('puzzled');
      return;
    }
    if (await asksBeyondZones(session, heard)) return;
    const before = withoutCount(session.draft);
    if (heard.phone) session.draft = { ...reopened(session.draft), phone: heard.phone };
    const u = leavesTheRest(session, leavesTheColor(session, refusesGift(session, heard)));
    if (losesWhatIsSold(session) && u.mentions.length === 0 && !hasSlots(u.slots)) {
      if (u.address) takeAddress(session, u);
      await this.advance(session, u, greeting);
      return;
    }
    tellsLots(session, u);
    if (tellsLotSize(session, u) || supposes(session, u)) return;
    pricesAnother(session, u);
    turnsToTheOther(session, u);
    wantsTheSameIn(session, u);
    comesBackToIt(session, u);
    const lot = lotAsked(session, u);
    const rest =
      lot && u.mentions.length === 0
        ? { ...u, slots: { sizes: [], colors: [] } }
        : takesUpAgain(session, u)
          ? { ...u, slots: { sizes: [], colors: [] } }
          : await applyChanges(session, u);
    if (session.draft.change) return;
    if (tellsStockOfHers(session, rest)) return;
    if (choosesByPrice(session, rest) || (await showsKind(session, rest)) || (await asksOtherGoods(session, rest))) return;
    await takeUp(session, rest);
    tellsUnknownItems(session, u);
    tellsStillThere(session, u);
    // while an article is being talked about, a yes could mean it: the recap is closed until it is shown again
    if (session.draft.interest && session.draft.recapNonce) session.draft = reopened(session.draft);
    if (u.address) takeAddress(session, u);
    else if (session.turn.draft.lastAsked === 'elsewhere' && insists(session, u)) return;
    if (u.address && (await answersAddressAlone(session))) return;
    if (u.phone && session.draft.lines.length === 0) session.say(say.phoneNoted());
    if (u.introduces && u.words.length === 0 && !u.address) session.say(say.pleased());
    if (answerVariants(session, u) && session.draft.interest) return;
    if (tellsStock(session, u)) return;
    await answerQuestions(session, u);
    const orders = session.draft.lines.length === 0 && !session.draft.interest;
    if (u.intents.has('status') && orders && u.mentions.length === 0) await tellStatus(session);
    if (!pictureUnexplained(session, u)) await showWhatSheLooksFor(session, u, greeting);
    const answered = session.spoken > greeting || before !== withoutCount(session.draft);
    if (answered || u.intents.size > 0) session.forget('puzzled');
    if (hesitates(session, u, greeting)) return;
    await this.advance(session, u, greeting);
    if (session.spoken === greeting) await smallTalk(session, u);
    else if (!answered && session.draft.lastAsked === session.turn.draft.lastAsked && before === withoutCount(session.draft))
      getsNowhere(session, u);
  }

  /** Takes the sale one step further: settle the articles, ask the address, show the recap. */
  private async advance(session: Session, u: Understanding, greeting = 0): Promise<void> {
    const lot = session.lotAnswered ? undefined : lotAsked(session, u);
    if (await settle(session, u)) {
      if (lot && session.draft.lastAsked !== 'offer') session.say(say.firstChoose());
      return;
    }
    if (lot && session.draft.lines.length > 1) bargainsForLot(session, lot);
    contentWithQuarter(session);
    if (session.draft.lines.length === 0) return;
    wantsItApart(session, u);
    if (await showAddition(session)) return;
    const { draft } = session;
    if (!session.draft.address) {
      if (draft.commune && (await tellUnserved(session))) return;
      const asked = draft.quarter ? say.askOnlyLandmark() : draft.commune ? say.askLandmark(draft.commune) : say.askAddress();
      if (u.intents.has('thinking') && session.spoken === greeting) session.say(session.tone.thinking());
      else session.say(asked);
      session.update({ lastAsked: 'address' });
    } else if (draft.recapNonce && u.intents.has('recap') && !/ (recap\w*|resume|panier) /.test(inOneLine(u.words))) {
      await tellTotal(session);
      remindOfRecap(session);
    } else if (!draft.recapNonce || u.intents.has('recap')) {
      if (session.draft.lastAsked === 'product' && session.hasSpoken && session.turn.draft.lastAsked !== 'product') return;
      if (!(await tellUnserved(session))) await showRecap(session);
    } else if (session.hasSpoken || u.intents.size > 0) {
      if (u.intents.has('thinking') && session.spoken === greeting) session.say(session.tone.thinking());
      remindOfRecap(session);
    }
  }
}

/** The draft as text, without how often she was not understood. */
function withoutCount({ puzzled: _puzzled, ...draft }: Draft): string {
  return JSON.stringify(draft);
}
