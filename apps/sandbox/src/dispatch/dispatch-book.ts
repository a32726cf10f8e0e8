import type { SignatureFault } from './whatsapp-signature.js';

/** Who the sandbox calls back: the WhatsApp webhook or the Pub/Sub push endpoint. */
export type Channel = 'whatsapp' | 'gmail';

/** What a callback is about, for the ledger. */
export interface DispatchSubject {
  /** `message`, `status`, `echo`, `preference`, `user-id`, `template`, `raw` or `push`. */
  readonly kind: string;
  /** The business number concerned; absent for what concerns a whole business account. */
  readonly phoneNumberId?: string;
  readonly wamid?: string;
  readonly status?: string;
  readonly email?: string;
  readonly historyId?: string;
  /** true: posted once and not again, whatever the answer. */
  readonly once?: boolean;
}

/** One POST that carried a callback. */
export interface Attempt {
  /** Shared by the callbacks that travelled in the same POST. */
  readonly post: string;
  readonly at: number;
  /** How many callbacks that POST carried. */
  readonly updates: number;
  /** HTTP status of the answer; absent when none came. */
  readonly status?: number;
  readonly error?: string;
  /** How its signature was spoilt, when it was. */
  readonly signature?: SignatureFault;
}

/** One callback that must reach the platform, however often it has to be posted. */
export interface Dispatch {
  readonly id: string;
  readonly channel: Channel;
  readonly about: DispatchSubject;
  readonly queuedAt: number;
  /** The bytes to post; dropped once delivered, so that a long run does not keep them all. */
  body: string | undefined;
  attempts: number;
  readonly tries: Attempt[];
  lastStatus: number | undefined;
  lastError: string | undefined;
  deliveredAt: number | undefined;
  abandonedAt: number | undefined;
}

export type DispatchFact =
  | { type: 'dispatch-queued'; id: string; channel: Channel; about: DispatchSubject; body: string; at: number }
  | { type: 'dispatch-delivered'; id: string; tries?: readonly Attempt[]; status: number; at: number }
  | { type: 'dispatch-abandoned'; id: string; tries?: readonly Attempt[]; error: string; at: number };

/** Every callback, delivered or not. */
export class DispatchBook {
  private readonly byId = new Map<string, Dispatch>();

  apply(fact: DispatchFact): void {
    if (fact.type === 'dispatch-queued') {
      this.byId.set(fact.id, {
        id: fact.id,
        channel: fact.channel,
        about: fact.about,
        queuedAt: fact.at,
        body: fact.body,
        attempts: 0,
        tries: [],
        lastStatus: undefined,
        lastError: undefined,
        deliveredAt: undefined,
        abandonedAt: undefined,
      });
    } else if (fact.type === 'dispatch-delivered') {
      this.close(fact.id, fact.tries, { lastStatus: fact.status, lastError: undefined, deliveredAt: fact.at });
    } else if (fact.type === 'dispatch-abandoned') {
      this.close(fact.id, fact.tries, { lastError: fact.error, abandonedAt: fact.at });
    }
  }

  get(id: string): Dispatch | undefined {
    return this.byId.get(id);
  }

  all(): Dispatch[] {
    return [...this.byId.values()];
  }

  pending(): Dispatch[] {
    return this.all().filter((dispatch) => dispatch.deliveredAt === undefined && dispatch.abandonedAt === undefined);
  }

  /** @param tries absent in journals written before attempts were kept one by one */
  private close(id: string, tries: readonly Attempt[] = [], outcome: Partial<Dispatch>): void {
    const dispatch = this.byId.get(id);
    if (dispatch) Object.assign(dispatch, { body: undefined, attempts: tries.length, tries: [...tries], ...outcome });
  }
}
