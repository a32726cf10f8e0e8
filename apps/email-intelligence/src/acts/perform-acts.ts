import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { inContext, Outbox, traced, Worker } from '#bus';
import { Database } from '#database';
import { type MailPort, ProviderError, SecretBoxError } from '#providers';
import { LOGGER } from '#service';
import { EmailIntelligenceEnv } from '../email-intelligence.env.js';
import { LeaseLost, MailboxQueue } from '../mailbox/mailbox-queue.js';
import { OpenMailboxes } from '../mailbox/open-mailboxes.js';
import { CallTally } from '../usage/call-tally.js';
import { ActQueue, type ClaimedAct } from './act-queue.js';
import { afterActFailure, NEVER_CONFIRMED, withDoubt } from './after-act-failure.js';

/** How often an answer that Gmail does not show is sent again. */
const MOST_RESENDS = 1;

/** An answer was sent, sent again, and never seen. */
class NeverConfirmed extends Error {}

/** Does in the mailboxes what the sellers asked for. An answer leaves once: when its fate is unknown it is looked for before it is sent again. */
@Injectable()
export class PerformActs {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: EmailIntelligenceEnv,
    private readonly acts: ActQueue,
    private readonly queue: MailboxQueue,
    private readonly mailboxes: OpenMailboxes,
    private readonly tally: CallTally,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'actes', idleMs: 1_000, concurrency: 2, outbound: true })
  async actNext(): Promise<number> {
    const act = await this.acts.claim();
    if (!act) return 0;
    const { correlationId, actor, traceparent } = act;
    const chain = { correlationId, actor, ...(traceparent ? { traceparent } : {}) };
    await traced('act on email', 'client', chain, {}, (inner) => inContext(inner, () => this.perform(act)));
    return 1;
  }

  private async perform(act: ClaimedAct): Promise<void> {
    const { sealedToken } = act;
    if (act.mailbox !== 'active' || sealedToken === null) {
      await this.db.asWorker(() => this.acts.fail(act, notLinked(act)));
      return;
    }
    const { failure, facts } = await this.tally.of(act, () => this.carryOut(act, this.mailboxes.of({ ...act, sealedToken })));
    await this.db.asWorker(async () => {
      await this.outbox.add(facts);
      if (!failure) await this.acts.done(act);
      else if (failure instanceof ProviderError) await this.recordRefusal(act, { ...act, sealedToken }, failure);
      else if (failure instanceof NeverConfirmed)
        await this.acts.fail(act, { code: 'never_confirmed', explanation: NEVER_CONFIRMED });
      else if (failure instanceof SecretBoxError)
        await this.acts.fail(act, { code: `jeton_${failure.code}`, explanation: withDoubt(TOKEN_UNREADABLE, act.mayHaveLeft) });
    });
    if (failure instanceof LeaseLost)
      this.logger.info({ event: 'act.lease-lost', actId: act.actId }, 'the act goes on elsewhere');
    else if (failure && !KNOWN.some((known) => failure instanceof known)) throw failure;
  }

  /** Changes what it learns in `act`: `mayHaveLeft` is what holds when it ends, well or not. */
  private async carryOut(act: ClaimedAct, port: MailPort): Promise<void> {
    if (act.type === 'archiver') return port.archive(act.mailId);
    const messageId = act.messageId!;
    if (act.mayHaveLeft) {
      if (await port.findByMessageId(messageId, act.mailId)) return;
      if (act.resends >= MOST_RESENDS) throw new NeverConfirmed('an answer was sent twice and never seen');
    }
    if (!(await this.db.asWorker(() => this.acts.beginSend(act)))) throw new LeaseLost(`the act ${act.actId} is no longer ours`);
    act.mayHaveLeft = true;
    try {
      await port.reply({ answers: act.mailId, messageId, from: act.address, text: act.text! });
    } catch (error) {
      if (error instanceof ProviderError && error.action !== 'unknown') act.mayHaveLeft = false;
      throw error;
    }
  }

  private async recordRefusal(
    act: ClaimedAct,
    mailbox: ClaimedAct & { sealedToken: string },
    error: ProviderError,
  ): Promise<void> {
    const next = afterActFailure(error, act, this.env.mailReconcileMs);
    this.logger[next.do === 'fail' ? 'warn' : 'info'](
      {
        event: 'act.not-done',
        actId: act.actId,
        accountId: act.accountId,
        code: error.code,
        action: error.action,
        next: next.do,
      },
      'an act in a mailbox did not succeed',
    );
    if (next.do === 'fail') await this.acts.fail(act, { code: error.code, explanation: next.explanation });
    else await this.acts.postpone(act, next.inMs, next.do === 'look', { code: error.code, explanation: error.explanationFr });
    // A right that was not given is no reason to stop reading.
    if (error.action === 'reconnect' && error.code !== 'insufficientPermissions') await this.queue.askForConsent(mailbox, error);
  }
}

const KNOWN = [ProviderError, NeverConfirmed, SecretBoxError];
const TOKEN_UNREADABLE = 'L’accès à votre boîte ne peut pas être lu : reliez-la à nouveau.';

const notLinked = ({ mailbox, mayHaveLeft }: ClaimedAct): { code: string; explanation: string } =>
  mailbox === 'reconnexion_requise'
    ? { code: 'reconnexion_requise', explanation: withDoubt('La boîte doit être reliée à nouveau.', mayHaveLeft) }
    : { code: 'boite_deconnectee', explanation: withDoubt('La boîte n’est plus reliée à FluxAsync.', mayHaveLeft) };
