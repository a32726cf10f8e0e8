import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { currentContext, inContext, traced, Worker } from '#bus';
import { Database } from '#database';
import { ProviderError, SecretBoxError } from '#providers';
import { LOGGER } from '#service';
import { NEVER_CONFIRMED } from '../notice/notification.entity.js';
import { NotificationRepository } from '../notice/notification.repository.js';
import { NotificationsEnv } from '../notifications.env.js';
import { EnsureTemplates } from '../template/ensure-templates.js';
import { type Refusal, refusal, whyNotToSend } from './fit-to-send.js';
import { Holds } from './holds.js';
import { callFor, NoticeCalls } from './notice-calls.js';
import { NoticePace } from './notice-pace.js';
import { type ClaimedNotice, NoticeQueue } from './notice-queue.js';
import { PlatformNumber } from './platform-number.js';
import { RecordAccepted } from './record-accepted.js';
import { templateMissing, whatNext } from './what-next.js';

const BATCH = 100;
/** Notices that stayed open are looked for so often: their leases last much longer. */
const SETTLE_EVERY_MS = 1_000;
const NO_ANSWER = "WhatsApp n'a pas répondu : nous vérifions si l'avis est parti avant de recommencer.";
const NEVER_ANSWERED = "WhatsApp n'a jamais confirmé cet avis : il est peut-être arrivé, il n'est plus renvoyé.";

/** Sends what is due: claim in one transaction, call WhatsApp outside of any, record in another. */
@Injectable()
export class SendNotices {
  private readonly holds = new Holds();
  private settledAt = -Infinity;

  constructor(
    private readonly db: Database,
    private readonly env: NotificationsEnv,
    private readonly queue: NoticeQueue,
    private readonly pace: NoticePace,
    private readonly notices: NotificationRepository,
    private readonly number: PlatformNumber,
    private readonly recorder: RecordAccepted,
    private readonly calls: NoticeCalls,
    private readonly templates: EnsureTemplates,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'avis', idleMs: 1_000, concurrency: 2, outbound: true })
  async sendDue(): Promise<number> {
    await this.settleOpen();
    if (this.holds.everybody()) return 0;
    const claimed = await this.queue.claim(BATCH, this.holds.numbers());
    await Promise.all(claimed.map((notice) => this.inItsChain(notice)));
    return claimed.length;
  }

  private inItsChain(notice: ClaimedNotice): Promise<void> {
    const { correlationId, traceparent } = notice;
    const chain = { correlationId, actor: 'system' as const, ...(traceparent ? { traceparent } : {}) };
    return traced('send notice', 'client', chain, { 'notice.kind': notice.kind }, (inner) =>
      inContext(inner, () => this.send(notice)),
    );
  }

  private async send(notice: ClaimedNotice): Promise<void> {
    const objection = whyNotToSend(notice);
    if (objection) return this.callOff(notice, objection);
    const since = Date.now();
    try {
      const { wamid } = await this.number.send(notice);
      await this.recorder.record({ noticeId: notice.id, wamid, call: callFor(notice, since, false), chain: currentContext() });
    } catch (error) {
      if (error instanceof SecretBoxError) return this.callOff(notice, refusal('CODE_UNREADABLE'));
      // What was sent and could not be recorded is in doubt, like a call without an answer: its lease ends and its status tells.
      if (!(error instanceof ProviderError)) throw error;
      await this.record(notice, error, since);
    }
  }

  /** It is not sent, now or later. */
  private async callOff(notice: ClaimedNotice, { code, explanation }: Refusal): Promise<void> {
    await this.db.asWorker(() =>
      this.notices.update(notice.id, notice.sellerId, (one) => {
        if (one.state === 'sending') one.fail(code, explanation);
      }),
    );
  }

  private async record(notice: ClaimedNotice, error: ProviderError, since: number): Promise<void> {
    const next = whatNext(error, notice.attempts, Date.now() - notice.createdAt.getTime());
    if (next.do === 'postpone' && next.hold)
      this.holds.hold(next.hold === 'all' ? 'all' : { recipient: notice.to }, Date.now() + next.inMs);
    if (templateMissing(error)) this.templates.askAgain();
    this.logger.warn(
      { event: 'notice.not-sent', notificationId: notice.id, code: error.code, action: error.action, next: next.do },
      'notice not sent',
    );
    await this.db.asWorker(async () => {
      await this.pace.met(error, notice.to);
      await this.notices.update(notice.id, notice.sellerId, (one) => {
        // A status may have come before the call failed: it knows better.
        if (one.state !== 'sending') return;
        if (next.do === 'postpone') one.postpone(new Date(Date.now() + next.inMs), next.spent, error.code, error.explanationFr);
        else if (next.do === 'doubt') one.doubt(this.reconcileBy(), error.code, NO_ANSWER);
        else one.fail(error.code, error.explanationFr);
      });
      // A call that was held back before it left is none.
      if (error.code !== 'circuit_open') this.calls.count(callFor(notice, since, true));
    });
  }

  /** Notices whose worker died come into doubt; those that no status settled after their resend are given up. */
  private async settleOpen(): Promise<void> {
    if (performance.now() < this.settledAt + SETTLE_EVERY_MS) return;
    this.settledAt = performance.now();
    await this.db.asWorker(async () => {
      await this.notices.updateMany(await this.queue.abandoned(), (one) => {
        one.doubt(this.reconcileBy(), 'crash', NO_ANSWER);
        return true;
      });
      await this.notices.updateMany(await this.queue.unresolved(), (one) => {
        one.fail(NEVER_CONFIRMED, NEVER_ANSWERED);
        return true;
      });
    });
  }

  private reconcileBy(): Date {
    return new Date(Date.now() + this.env.noticeReconcileMs);
  }
}
