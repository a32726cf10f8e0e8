import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { inContext, Outbox, Worker } from '#bus';
import { EmailAnalysedV1, EmailsApiUsedV1, type Fact, fact } from '#contracts';
import { Database } from '#database';
import { costFcfa, ProviderError } from '#providers';
import { LOGGER } from '#service';
import { EmailIntelligenceEnv } from '../email-intelligence.env.js';
import { type Analysis, MAIL_ANALYST, type MailAnalyst, type MailToAnalyse, type ModelUse, NoJudgement } from './mail-analyst.js';
import { OfflineAnalyst } from './offline/offline-analyst.js';
import type { Priority } from './offline/prioritise.js';

interface StoredMail extends MailToAnalyse {
  emailId: string;
  accountId: string;
  sellerId: string;
  priority: Priority;
  receivedAt: Date;
  correlationId: string;
}

/** An analysis, why the offline rules made it when the model should have, and what was called for it. */
interface Outcome extends Analysis {
  fallback?: string;
  usage?: Fact;
}

const CLAIM_SECONDS = 120;

/** Analyses each stored mail once. The model is asked outside any transaction; when it does not help, the offline rules answer and the reason is kept. */
@Injectable()
export class AnalyseEmails {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: EmailIntelligenceEnv,
    private readonly offline: OfflineAnalyst,
    @Inject(MAIL_ANALYST) private readonly analyst: MailAnalyst,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'analyse', idleMs: 2_000, concurrency: 2 })
  async analyseNext(): Promise<number> {
    const mail = await this.claim();
    if (!mail) return 0;
    await inContext({ correlationId: mail.correlationId, actor: 'system' }, async () => {
      const outcome = await this.judge(mail);
      await this.db.asWorker(() => this.record(mail, outcome));
    });
    return 1;
  }

  /** A claim is a date before which nobody else looks: a worker that died is replaced after it. */
  private async claim(): Promise<StoredMail | undefined> {
    const [mail] = await this.db.asWorker(() =>
      this.db.rows<StoredMail>(
        `update emails_recus e set analyse_pas_avant = now() + make_interval(secs => ${CLAIM_SECONDS})
         from (select id_email as id from emails_recus where analyse_le is null and analyse_pas_avant <= now()
               order by analyse_pas_avant limit 1 for update skip locked) due, corps_emails c
         where e.id_email = due.id and c.id_email = due.id
         returning e.id_email as "emailId", e.id_compte_email as "accountId", e.id_utilisateur as "sellerId", niveau_priorite as priority, date_reception as "receivedAt",
           email_expediteur as "from", nom_expediteur as "fromName", sujet_email as subject, contenu as text, automatique as "isAutomatic", id_correlation as "correlationId"`,
      ),
    );
    return mail;
  }

  private async judge(mail: StoredMail): Promise<Outcome> {
    const since = new Date();
    try {
      const analysis = await this.analyst.analyse(mail);
      return { ...analysis, ...(analysis.use ? { usage: this.usage(mail, since, analysis.use) } : {}) };
    } catch (error) {
      const known = error instanceof ProviderError || error instanceof NoJudgement;
      this.logger[known ? 'warn' : 'error'](
        {
          event: 'mail.analysed-offline',
          emailId: mail.emailId,
          code: known ? error.code : 'internal',
          error: known ? undefined : String(error),
        },
        'the model did not help; analysed by the offline rules',
      );
      // A call that the open circuit held back was not made.
      const called = known && error.code !== 'circuit_open';
      const usage = called ? this.usage(mail, since, error instanceof NoJudgement ? error.use : undefined) : undefined;
      return { ...(await this.offline.analyse(mail)), fallback: known ? error.code : 'internal', ...(usage ? { usage } : {}) };
    }
  }

  private async record(mail: StoredMail, { judgement, engine, use, fallback, usage }: Outcome): Promise<void> {
    if (usage) await this.outbox.add([usage]);
    const { emailId, accountId, sellerId, from, subject, receivedAt } = mail;
    const added = await this.db.run(
      `insert into analyses_emails (id_email, id_utilisateur, classification_email, resume_contenu, action_suggeree, score_confiance, moteur, modele, raison_repli)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id_email) do nothing`,
      [
        emailId,
        sellerId,
        judgement.classification,
        judgement.summary,
        judgement.action,
        judgement.confidence,
        engine === 'gemini' ? 'gemini' : 'hors_ligne',
        use?.model ?? null,
        fallback ?? null,
      ],
    );
    if (added === 0) return;
    const priority = judgement.classification === 'urgent' ? 'important' : mail.priority;
    await this.db.run('update emails_recus set analyse_le = now(), niveau_priorite = $2 where id_email = $1', [
      emailId,
      priority,
    ]);
    const payload = { emailId, accountId, from, subject, priority, receivedAt: receivedAt.toISOString(), ...judgement };
    await this.outbox.add([fact<object>(EmailAnalysedV1, payload, { sellerId, key: emailId, version: 2 })]);
  }

  private usage(mail: StoredMail, since: Date, use: ModelUse | undefined): Fact {
    const tokens = { input: use?.inputTokens ?? 0, output: use?.outputTokens ?? 0 };
    const cost = use && costFcfa(use.model, tokens, since, this.env.fcfaPerUsd);
    if (use && cost === undefined)
      this.logger.error({ event: 'ai.price-unknown', model: use.model }, 'a model without a known price: its cost counts as 0');
    return fact<object>(
      EmailsApiUsedV1,
      {
        provider: 'gemini',
        operation: 'generateContent',
        model: (use?.model ?? this.env.geminiModel).slice(0, 100),
        calls: 1,
        errors: use ? 0 : 1,
        inputTokens: tokens.input,
        outputTokens: tokens.output,
        latencyMs: Date.now() - since.getTime(),
        costFcfa: cost ?? 0,
        since: since.toISOString(),
        referenceId: mail.emailId,
      },
      { sellerId: mail.sellerId, key: mail.emailId, version: 1 },
    );
  }
}
