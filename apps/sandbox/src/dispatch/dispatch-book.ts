/** Who the sandbox calls back: the WhatsApp webhook or the Pub/Sub push endpoint. */
export type Channel = 'whatsapp' | 'gmail';

/** What a callback is about, for the ledger. */
export interface DispatchSubject {
  /** `message`, `status`, `template` or `push`. */
  readonly kind: string;
  readonly wamid?: string;
  readonly status?: string;
  readonly email?: string;
  readonly historyId?: string;
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
  lastStatus: number | undefined;
  lastError: string | undefined;
  deliveredAt: number | undefined;
  abandonedAt: number | undefined;
}

export type DispatchFact =
  | { type: 'dispatch-queued'; id: string; channel: Channel; about: DispatchSubject; body: string; at: number }
  | { type: 'dispatch-delivered'; id: string; attempts: number; status: number; at: number }
  | { type: 'dispatch-abandoned'; id: string; attempts: number; error: string; at: number };

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
        lastStatus: undefined,
        lastError: undefined,
        deliveredAt: undefined,
        abandonedAt: undefined,
      });
    } else if (fact.type === 'dispatch-delivered') {
      this.close(fact.id, { attempts: fact.attempts, lastStatus: fact.status, lastError: undefined, deliveredAt: fact.at });
    } else if (fact.type === 'dispatch-abandoned') {
      this.close(fact.id, { attempts: fact.attempts, lastError: fact.error, abandonedAt: fact.at });
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

  private close(id: string, outcome: Partial<Dispatch>): void {
    const dispatch = this.byId.get(id);
    if (dispatch) Object.assign(dispatch, { body: undefined, ...outcome });
  }
}
