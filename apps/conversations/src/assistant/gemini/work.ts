import type { AssistantTools, Button, Decision, DeliveryFee, Draft, Offer, Reply, Turn } from '../assistant.js';

/** What the model is told of a call. */
export type ToolResult = { output: unknown } | { error: string };

/** The work on one turn: what the calls of a model have come to so far. */
export class Work {
  draft: Draft;
  readonly decisions: Decision[] = [];
  readonly facts = new Map<string, Offer>();
  fee: DeliveryFee | undefined;
  buttons: Button[] | undefined;
  photo: Reply['photo'];
  /** The text that the shop itself writes once the turn is decided. */
  closing: string | undefined;

  constructor(
    readonly turn: Turn,
    readonly tools: AssistantTools,
    readonly nonce: () => string,
  ) {
    this.draft = structuredClone(turn.draft);
    // A change that was shown to her and not answered is over: no « oui » agrees to it any more. What she wanted is known for one turn more, as the offline engine does.
    const { edit } = this.draft;
    delete this.draft.edit;
    delete this.draft.addsTo;
    delete this.draft.wants;
    if (edit) this.draft.wants = edit;
  }

  /** The same decision asked for twice, in parallel or in turn, is one decision. */
  decide(decision: Decision): void {
    const at = this.decisions.findIndex((known) => known.kind === decision.kind);
    if (at >= 0) this.decisions[at] = decision;
    else this.decisions.push(decision);
  }

  /** Declares the offers that a reply rests on, for the guard and the seller. */
  cite(offers: Offer[]): Offer[] {
    for (const offer of offers) this.facts.set(`${offer.productId}/${offer.variantId ?? ''}`, offer);
    return offers;
  }
}
