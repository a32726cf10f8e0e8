import { draftTotal, ordered, reopened } from '../draft.js';
import { sameArticle } from '../draft-lines.js';
import { articleName, feeFor, propose, recapButtons, type Shortage } from '../proposal.js';
import { firstName } from './people.js';
import { say } from './say.js';
import { Session } from './session.js';
import { offerInstead } from './sold-meanwhile.js';
import { factWords } from './words/facts.js';

/** Shows the recap of the draft under a new nonce, or says what is no longer there. */
export async function showRecap(session: Session): Promise<void> {
  const outcome = await propose(reopened(session.draft), session.tools, session.nonce(), session.sellerFirstName);
  if ('proposal' in outcome) {
    const { proposal } = outcome;
    session.draft = proposal.draft;
    session.buttons = proposal.buttons;
    session.fee = proposal.fee ?? session.fee;
    session.cite(...proposal.facts);
    session.say(proposal.text);
    session.decide({ kind: 'propose', draft: proposal.draft });
    return;
  }
  await tellShortages(session, outcome.shortages);
}

/** Says what is no longer there in that number, takes what is gone off the draft and offers what there is instead. */
export async function tellShortages(session: Session, shortages: Shortage[]): Promise<void> {
  const gone = session.draft.lines.filter((line) => shortages.some((short) => short.left < 1 && sameName(short, line)));
  for (const shortage of shortages) {
    if (shortage.offer) session.cite(shortage.offer);
    if (shortage.left > 0) session.say(say.short(articleName(shortage), shortage.left));
  }
  session.draft = {
    ...reopened(session.draft),
    lines: session.draft.lines.filter((line) => !gone.includes(line)),
  };
  const [first, ...others] = gone;
  for (const line of others) session.say(say.short(articleName(line), 0));
  if (first) {
    await offerInstead(session, first);
    return;
  }
  session.say(say.whatToChange());
  session.update({ lastAsked: 'product' });
}

/** The open recap is what she confirms, if its prices and stock still hold; otherwise she gets the right one to confirm. */
export async function confirm(session: Session): Promise<void> {
  const nonce = session.draft.recapNonce;
  if (!nonce) return;
  const checked = await propose(reopened(session.draft), session.tools, nonce, session.sellerFirstName);
  const holds =
    'proposal' in checked &&
    checked.proposal.draft.lines.length === session.draft.lines.length &&
    checked.proposal.draft.lines.every((line, i) => line.unitPrice === session.draft.lines[i]?.unitPrice);
  if (!holds) {
    const changed =
      'proposal' in checked
        ? session.draft.lines.filter(
            (line) => !checked.proposal.draft.lines.some((one) => sameArticle(one, line) && one.unitPrice === line.unitPrice),
          )
        : [];
    // the price moved, not her order
    if (changed.length > 0) session.say(factWords.priceChanged(changed.map((line) => articleName(line)).join(', ')));
    else if ('proposal' in checked) session.say(say.recapChanged());
    await showRecap(session);
    return;
  }
  session.cite(...checked.proposal.facts);
  session.decide({ kind: 'confirm', nonce, draft: session.draft });
  session.say(say.confirmed(firstName(session.turn.customer.name)));
  session.draft = ordered(session.draft, (await session.tools.orderStatus())?.number);
}

/** What it all comes to, when she asks while the recap is open. */
export async function tellTotal(session: Session): Promise<void> {
  const fee = await feeFor(session.draft, session.tools);
  if (fee) session.fee = fee;
  session.say(say.total(draftTotal(session.draft), fee));
}

/** Reminds her of the recap that is still open. */
export function remindOfRecap(session: Session): void {
  if (!session.draft.recapNonce) return;
  session.say(say.stillOpen());
  session.buttons = recapButtons(session.draft.recapNonce);
  session.update({ lastAsked: 'confirmation' });
}

function sameName(a: { productName: string; size?: string }, b: { productName: string; size?: string }): boolean {
  return a.productName === b.productName && a.size === b.size;
}
