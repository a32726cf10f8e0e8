import { customerConfirms } from '../confirmation.js';
import { emptied, ordered, reopened } from '../draft.js';
import { firstName } from '../offline/people.js';
import { say } from '../offline/say.js';
import { articleName, propose } from '../proposal.js';
import { linesArg } from './arguments.js';
import { proposedLines } from './proposed-lines.js';
import type { ToolResult, Work } from './work.js';

/** Puts the lines on the draft and, once it is known where they go, shows her the recap. */
export async function proposeOrder(work: Work, args: Record<string, unknown>): Promise<ToolResult> {
  const wanted = linesArg(args);
  if ('error' in wanted) return wanted;
  const proposed = await proposedLines(wanted, work.draft, work.tools);
  work.cite(proposed.offers);
  if ('error' in proposed) return { error: proposed.error };
  const { lines } = proposed;
  const { interest: _interest, pending: _pending, ...rest } = reopened(work.draft);
  work.draft = { ...rest, lines };
  if (!work.draft.address) return { error: "panier retenu ; demande l'adresse de livraison avant le récapitulatif" };
  const outcome = await propose(work.draft, work.tools, work.nonce(), work.turn.shop.sellerFirstName);
  if ('shortages' in outcome)
    return { error: outcome.shortages.map((short) => `${articleName(short)} : ${short.left} disponibles`).join(' ; ') };
  const { proposal } = outcome;
  work.draft = proposal.draft;
  work.fee = proposal.fee ?? work.fee;
  work.buttons = proposal.buttons;
  work.decide({ kind: 'propose', draft: proposal.draft });
  work.closing = proposal.text;
  return { output: 'récapitulatif montré au client' };
}

/** Takes the order of the recap that is open, where she herself said yes to it and nothing in it has changed since. */
export async function confirmOrder(work: Work): Promise<ToolResult> {
  const nonce = work.turn.draft.recapNonce;
  if (!nonce || work.draft.recapNonce !== nonce || !customerConfirms(work.turn))
    return { error: "le client n'a pas confirmé de récapitulatif ouvert" };
  const checked = await propose(reopened(work.draft), work.tools, nonce, work.turn.shop.sellerFirstName);
  if (
    'shortages' in checked ||
    checked.proposal.draft.recapFee !== work.draft.recapFee ||
    checked.proposal.draft.lines.some((line, i) => line.unitPrice !== work.draft.lines[i]?.unitPrice)
  )
    return { error: 'un prix, les frais ou le stock ont changé : refais propose_order' };
  work.cite(checked.proposal.facts);
  work.decide({ kind: 'confirm', nonce, draft: work.draft });
  work.draft = ordered(work.draft, (await work.tools.orderStatus())?.number);
  work.buttons = undefined;
  work.closing = say.confirmed(firstName(work.turn.customer.name));
  return { output: 'commande transmise' };
}

/** Gives the draft up. */
export function cancelDraft(work: Work): ToolResult {
  work.draft = emptied(work.draft);
  work.buttons = undefined;
  work.decide({ kind: 'cancel-draft' });
  work.closing = say.draftCancelled();
  return { output: 'panier abandonné' };
}
