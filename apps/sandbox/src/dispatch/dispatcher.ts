import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { FaultBook } from '../control/fault-book.js';
import { SandboxState } from '../state/sandbox-state.js';
import type { SandboxEnv } from '../sandbox.env.js';
import { LOG, PUSH_IDENTITY, SANDBOX_ENV, STATE } from '../tokens.js';
import { mergeBodies } from './batch.js';
import { type DeliveryHabit, DeliveryHabits } from './delivery-habits.js';
import type { Channel, Dispatch, DispatchSubject } from './dispatch-book.js';
import { Gatherer } from './gatherer.js';
import { Poster } from './poster.js';
import type { PushIdentity } from './push-identity.js';

const AT_ONCE = 64;
/** Meta drops what was not taken in seven days. */
const KEPT_MS = 7 * 86_400_000;
/** What acknowledges a Pub/Sub push; a WhatsApp webhook is acknowledged by 200 and nothing else. */
const PUSH_ACKNOWLEDGED = new Set([102, 200, 201, 202, 204]);

/** What travels in one POST, and comes again as one when it is not acknowledged. */
interface Posting {
  readonly channel: Channel;
  readonly dispatches: readonly Dispatch[];
  readonly body: string;
  readonly secret: string | undefined;
  attempts: number;
}

/**
 * Posts webhooks and pushes until they are acknowledged: at once, then after pauses that double. No order is kept between
 * callbacks that have to be retried, and one whose acknowledgement is lost comes again, as with the real ones. The habits
 * say which are gathered, shuffled, delayed or doubled on top of that.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly waiting = new Set<Posting>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly firstAttempt = new Map<string, () => void>();
  private readonly gatherer: Gatherer;
  private running = 0;
  private era = new AbortController();
  private readonly poster: Poster;

  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    @Inject(SANDBOX_ENV) private readonly env: SandboxEnv,
    @Inject(PUSH_IDENTITY) identity: PushIdentity,
    @Inject(LOG) private readonly log: Logger,
    private readonly habits: DeliveryHabits,
    private readonly faults: FaultBook,
  ) {
    this.poster = new Poster(env, identity, AT_ONCE);
    this.gatherer = new Gatherer(habits, (dispatches, habit) => this.start(dispatches, habit));
    state.forgotten.subscribe(() => this.drop());
  }

  onApplicationBootstrap(): void {
    for (const dispatch of this.state.dispatches.pending()) this.start([dispatch], undefined);
  }

  async onModuleDestroy(): Promise<void> {
    this.drop();
    await this.poster.close();
  }

  /**
   * Takes a callback into the journal and posts it as soon as a connection is free, or as its number's habit says.
   * @param copies extra copies of the same bytes, posted beside it
   * @returns when each copy was tried once, acknowledged or not; at once for what is being gathered
   */
  async queue(channel: Channel, about: DispatchSubject, body: string, copies = 0): Promise<void> {
    const habit = channel === 'whatsapp' ? this.habits.of(about.phoneNumberId) : undefined;
    const doubled = habit && habit.duplicates > 0 && this.habits.random() < habit.duplicates ? 1 : 0;
    const attempts: Promise<void>[] = [];
    for (let copy = 0; copy <= copies + doubled; copy++) {
      const id = randomUUID();
      this.state.record({ type: 'dispatch-queued', id, channel, about, body, at: this.state.now() });
      const dispatch = this.state.dispatches.get(id);
      if (!dispatch) continue;
      if (habit && !about.once && (habit.hold || habit.gatherMs !== undefined)) this.gatherer.add(dispatch, habit);
      else {
        attempts.push(new Promise((resolve) => this.firstAttempt.set(id, resolve)));
        this.start([dispatch], habit);
      }
    }
    await Promise.all(attempts);
  }

  /** Lets out what a habit holds back. @returns how many callbacks were held */
  release(): number {
    return this.gatherer.release();
  }

  private start(dispatches: readonly Dispatch[], habit: DeliveryHabit | undefined): void {
    const [first] = dispatches;
    if (!first) return;
    const bodies = dispatches.map((dispatch) => dispatch.body ?? '');
    const body = first.channel === 'gmail' ? (bodies[0] ?? '') : mergeBodies(bodies, habit?.shape ?? 'changes');
    const posting = { channel: first.channel, dispatches, body, secret: habit?.secret, attempts: 0 };
    const delay = habit ? habit.delayMs + Math.round(habit.jitterMs * this.habits.random()) : 0;
    if (delay > 0) this.later(posting, delay);
    else this.enqueue(posting);
  }

  private enqueue(posting: Posting): void {
    this.waiting.add(posting);
    this.pump();
  }

  private later(posting: Posting, pauseMs: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.enqueue(posting);
    }, pauseMs);
    this.timers.add(timer);
  }

  private pump(): void {
    for (const posting of this.waiting) {
      if (this.running >= AT_ONCE) return;
      this.waiting.delete(posting);
      this.running++;
      void this.attempt(posting, this.era.signal).finally(() => {
        this.running--;
        this.pump();
      });
    }
  }

  private async attempt(posting: Posting, era: AbortSignal): Promise<void> {
    posting.attempts++;
    const { channel, dispatches } = posting;
    const spoilt = channel === 'whatsapp' ? this.faults.takeSignatureFault(dispatches[0]?.about.phoneNumberId) : undefined;
    const tried = {
      post: randomUUID(),
      at: this.state.now(),
      updates: dispatches.length,
      ...(spoilt ? { signature: spoilt } : {}),
    };
    try {
      const status = await this.poster.post(channel, posting.body, { secret: posting.secret, spoilt, era });
      if (era.aborted) return;
      const acknowledged = channel === 'gmail' ? PUSH_ACKNOWLEDGED.has(status) : status === 200;
      const error = acknowledged ? {} : { error: `answered ${status}` };
      this.note(posting, { ...tried, status, ...error });
      if (acknowledged) this.delivered(posting, status);
      else this.again(posting, `answered ${status}`);
    } catch (cause) {
      if (era.aborted) return;
      const error = cause instanceof Error ? cause.message : String(cause);
      this.note(posting, { ...tried, error });
      this.again(posting, error);
    } finally {
      for (const { id } of dispatches) {
        this.firstAttempt.get(id)?.();
        this.firstAttempt.delete(id);
      }
    }
  }

  private note(posting: Posting, attempt: Dispatch['tries'][number]): void {
    for (const dispatch of posting.dispatches) {
      dispatch.attempts++;
      dispatch.tries.push(attempt);
      dispatch.lastStatus = attempt.status;
      dispatch.lastError = attempt.error;
    }
  }

  private delivered(posting: Posting, status: number): void {
    for (const { id, tries, about } of posting.dispatches) {
      this.state.record({ type: 'dispatch-delivered', id, tries, status, at: this.state.now() });
      this.secondTick(about);
    }
  }

  /** Somebody who wrote to a business sees two ticks once the business's webhook has his message. */
  private secondTick(about: DispatchSubject): void {
    if (about.kind !== 'message' || about.wamid === undefined) return;
    const message = this.state.whatsapp.messages.get(about.wamid);
    if (!message || message.statuses.delivered !== undefined) return;
    this.state.record({ type: 'status-reached', wamid: about.wamid, status: 'delivered', at: this.state.now() });
  }

  private again(posting: Posting, error: string): void {
    const { attempts, channel, dispatches } = posting;
    const oldest = Math.min(...dispatches.map((dispatch) => dispatch.queuedAt));
    const once = dispatches.some((dispatch) => dispatch.about.once);
    if (once || attempts >= this.env.retryAttempts || this.state.now() - oldest > KEPT_MS) {
      for (const { id, tries } of dispatches)
        this.state.record({ type: 'dispatch-abandoned', id, tries, error, at: this.state.now() });
      this.log.warn({ dispatches: dispatches.map(({ id }) => id), channel, attempts, error }, 'callback given up');
      return;
    }
    const pause = Math.min(this.env.retryFirstMs * 2 ** Math.min(attempts - 1, 20), this.env.retryMaxMs);
    this.log.info(
      { dispatch: dispatches[0]?.id, updates: dispatches.length, channel, attempts, error, pauseMs: pause },
      'callback not acknowledged, will be posted again',
    );
    this.later(posting, pause);
  }

  /** Lets go of all work in memory; what is pending stays in the journal and is taken up at the next start. */
  private drop(): void {
    this.era.abort();
    this.era = new AbortController();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.waiting.clear();
    this.gatherer.drop();
    for (const resolve of this.firstAttempt.values()) resolve();
    this.firstAttempt.clear();
  }
}
