import { showAddition, wantsItApart } from './adding.js';
import { remindOfRecap, showRecap, tellTotal } from './closing.js';
import { tellUnserved } from './delivery.js';
import { bargainsForLot, lotAsked } from './lot.js';
import { inOneLine } from './normalise.js';
import { sentPosition } from './position.js';
import { say } from './say.js';
import { Session } from './session.js';
import { settle } from './settle.js';
import { contentWithPosition, contentWithQuarter } from './taking-address.js';
import { Understanding } from './understand.js';
import { besideWords } from './words/beside.js';

/** Takes the sale one step further: settle the articles, ask the address, show the recap. */
export async function advance(session: Session, u: Understanding, greeting = 0): Promise<void> {
  const lot = session.lotAnswered ? undefined : lotAsked(session, u);
  if (await settle(session, u)) {
    if (lot && session.draft.lastAsked !== 'offer') session.say(say.firstChoose());
    return;
  }
  if (lot && session.draft.lines.length > 1) bargainsForLot(session, lot);
  contentWithQuarter(session);
  contentWithPosition(session);
  if (session.draft.lines.length === 0) return;
  wantsItApart(session, u);
  if (await showAddition(session)) return;
  const { draft } = session;
  if (!session.draft.address) {
    if (draft.commune && (await tellUnserved(session))) return;
    const whole = sentPosition(draft) ? besideWords.onlyCommune() : say.askAddress();
    const asked = draft.quarter ? say.askOnlyLandmark() : draft.commune ? say.askLandmark(draft.commune) : whole;
    if (u.intents.has('thinking') && session.spoken === greeting) session.say(session.tone.thinking());
    else session.say(asked);
    session.update({ lastAsked: 'address' });
  } else if (draft.recapNonce && asksWhatItMakes(session, u) && !/ (recap\w*|resume|panier) /.test(inOneLine(u.words))) {
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

/** « c'est combien finalement », with nothing else asked, under the recap: all of it is meant. */
const asksWhatItMakes = (session: Session, u: Understanding): boolean =>
  u.intents.has('recap') || (u.intents.has('price') && !session.hasSpoken && u.mentions.length === 0 && u.words.length <= 5);
