import { Draft } from '../assistant.js';
import { reopened } from '../draft.js';
import { takesWhatSheAddsTo } from './adds-to-offered.js';
import { advance } from './advance.js';
import { showsKind } from './asked-kind.js';
import { leavesTheRest } from './asked-together.js';
import { leavesTheColor } from './any-color.js';
import { applyChanges } from './changes.js';
import { answersClaim } from './claims.js';
import { countsTheOffer } from './counts-offer.js';
import { answersOfDay, keepsDay } from './day-asked.js';
import { tellsDelay } from './delay-asked.js';
import { asksBeyondZones } from './delivery.js';
import { firstElseSecond } from './first-else.js';
import { meansTheAd } from './from-the-ad.js';
import { refusesGift } from './gift.js';
import { takeUp } from './goods.js';
import { tellStatus } from './latest-order.js';
import { showWhatSheLooksFor } from './looking.js';
import { lotAsked } from './lot.js';
import { unlessThere } from './or-else.js';
import { tellsLots, tellsLotSize } from './lots-told.js';
import { withoutParts } from './halves.js';
import { hesitates, smallTalk } from './manners.js';
import { pricesTheList } from './price-for-list.js';
import { getsNowhere } from './puzzled.js';
import { passesNatureOn, passesUnansweredOn } from './asked-of-nature.js';
import { hasSlots } from './slots.js';
import { passesPartOn } from './sold-whole.js';
import { asksOtherGoods } from './other-goods.js';
import { tellsOtherSort } from './other-sort.js';
import { passesOnBesideGoods } from './passing-on.js';
import { pictureUnexplained } from './photos.js';
import { answerQuestions, answerVariants, greet } from './questions.js';
import { comesBackToIt, pricesAnother, takesUpAgain } from './replacements.js';
import { say } from './say.js';
import { Session } from './session.js';
import { losesWhatIsSold } from './sold-meanwhile.js';
import { tellsStock, tellsStockOfHers } from './stock-left.js';
import { tellsStillThere } from './still-there.js';
import { staysWithHers } from './stays-with.js';
import { supposes } from './supposing.js';
import { answersAddressAlone, insists, takeAddress } from './taking-address.js';
import { understand, Understanding } from './understand.js';
import { tellsUnknownItems } from './unknown-items.js';
import { choosesByPrice, turnsToTheOther, wantsTheSameIn } from './which-of-several.js';
import { passesOnWholesale } from './wholesale.js';
import { keepsOwnName } from './who-receives.js';

/**
 * Hears what she says of goods, prices and places, answers what she asks, and takes the sale one step further.
 * @param told how many things were said already, beside what she hears now
 */
export async function sell(session: Session, said: Understanding, told: number): Promise<void> {
  if (told === 0) greet(session, said);
  const ad = await meansTheAd(session, said);
  if (ad === 'shown') return;
  const heard =
    ad === 'meant' ? understand(session.turn.inbound, session.draft, session.products, session.sellerFirstName) : said;
  const greeting = session.spoken - told;
  if (!heard.phone && answersOfDay(session, heard)) return;
  await keepsDay(session, heard);
  if (!heard.phone && ((await tellsDelay(session, heard)) || (await answersClaim(session, heard)))) {
    session.forget('puzzled');
    return;
  }
  if (await asksBeyondZones(session, heard)) return;
  const before = withoutCount(session.draft);
  if (heard.phone) session.draft = { ...reopened(session.draft), phone: heard.phone };
  const asked = leavesTheRest(session, leavesTheColor(session, refusesGift(session, staysWithHers(session, heard))));
  const u = withoutParts(session, firstElseSecond(session, countsTheOffer(session, pricesTheList(session, asked))));
  if (!u) return;
  if (losesWhatIsSold(session) && u.mentions.length === 0 && !hasSlots(u.slots)) {
    if (u.address) takeAddress(session, u);
    await advance(session, u, greeting);
    return;
  }
  tellsOtherSort(session, u);
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
  passesNatureOn(session, u);
  takesWhatSheAddsTo(session, u);
  passesPartOn(session, u);
  await takeUp(session, unlessThere(session, rest));
  passesOnBesideGoods(session);
  passesOnWholesale(session, u);
  tellsUnknownItems(session, u);
  tellsStillThere(session, u);
  // while an article is being talked about, a yes could mean it: the recap is closed until it is shown again
  if (session.draft.interest && session.draft.recapNonce) session.draft = reopened(session.draft);
  if (u.address) takeAddress(session, u);
  else if (session.turn.draft.lastAsked === 'elsewhere' && insists(session, u)) return;
  if (u.address && (await answersAddressAlone(session))) return;
  if (u.phone && session.draft.lines.length === 0) session.say(say.phoneNoted());
  if (u.introduces && u.words.length === 0 && !u.address) session.say(say.pleased());
  keepsOwnName(session, u);
  if (answerVariants(session, u) && session.draft.interest) return;
  if (tellsStock(session, u)) return;
  await answerQuestions(session, u);
  const orders = session.draft.lines.length === 0 && !session.draft.interest;
  if (u.intents.has('status') && orders && u.mentions.length === 0) await tellStatus(session);
  if (!pictureUnexplained(session, u)) await showWhatSheLooksFor(session, u, greeting);
  const answered = session.spoken > greeting || before !== withoutCount(session.draft);
  if (answered || u.intents.size > 0) session.forget('puzzled');
  if (hesitates(session, u, greeting)) return;
  if (!answered) passesUnansweredOn(session, u);
  await advance(session, u, greeting);
  if (session.spoken === greeting) await smallTalk(session, u);
  else if (!answered && session.draft.lastAsked === session.turn.draft.lastAsked && before === withoutCount(session.draft))
    getsNowhere(session, u);
}

/** The draft as text, without how often she was not understood. */
function withoutCount({ puzzled: _puzzled, ...draft }: Draft): string {
  return JSON.stringify(draft);
}
