import { Module } from '@nestjs/common';
import { GeminiClient, GmailClient, SecretBox } from '#providers';
import { observeProviderCall, SafeMode } from '#service';
import { ActOnEmails } from './acts/act-on-email.js';
import { ActQueue } from './acts/act-queue.js';
import { PerformActs } from './acts/perform-acts.js';
import { AnalyseEmails } from './analysis/analyse-emails.js';
import { GeminiAnalyst } from './analysis/gemini/gemini-analyst.js';
import { MAIL_ANALYST } from './analysis/mail-analyst.js';
import { OfflineAnalyst } from './analysis/offline/offline-analyst.js';
import { EmailIntelligenceController } from './email-intelligence.controller.js';
import { EmailIntelligenceEnv } from './email-intelligence.env.js';
import { EmailIntelligenceSubscriber } from './email-intelligence.subscriber.js';
import { EmailQueries } from './email/email.queries.js';
import { MarkEmails } from './email/mark-email.js';
import { StoreEmails } from './email/store-emails.js';
import { MailboxHealthQueries } from './mailbox/mailbox-health.js';
import { MailboxQueue } from './mailbox/mailbox-queue.js';
import { Mailboxes } from './mailbox/mailboxes.js';
import { OpenMailboxes } from './mailbox/open-mailboxes.js';
import { WatchMailboxes } from './mailbox/watch-mailboxes.js';
import { ReadMail } from './sync/read-mail.js';
import { SyncMailbox } from './sync/sync-mailbox.js';
import { CallTally } from './usage/call-tally.js';

@Module({
  providers: [
    EmailIntelligenceSubscriber,
    EmailIntelligenceController,
    Mailboxes,
    MailboxQueue,
    OpenMailboxes,
    WatchMailboxes,
    ReadMail,
    SyncMailbox,
    StoreEmails,
    EmailQueries,
    MarkEmails,
    ActOnEmails,
    ActQueue,
    PerformActs,
    MailboxHealthQueries,
    AnalyseEmails,
    OfflineAnalyst,
    CallTally,
    {
      provide: SecretBox,
      inject: [EmailIntelligenceEnv],
      useFactory: (env: EmailIntelligenceEnv) => SecretBox.fromEnv(env.encryptionKeys),
    },
    {
      provide: GmailClient,
      inject: [EmailIntelligenceEnv, CallTally],
      useFactory: (env: EmailIntelligenceEnv, tally: CallTally) =>
        new GmailClient({
          clientId: env.googleClientId,
          clientSecret: env.googleClientSecret,
          rootUrl: env.gmailApiUrl,
          tokenUrl: new URL('/token', env.googleOauthUrl).href,
          timeoutMs: env.gmailTimeoutMs,
          observe: (call) => {
            observeProviderCall(call);
            tally.note(call);
          },
        }),
    },
    {
      // A restored copy calls nobody: it analyses with its own rules.
      provide: MAIL_ANALYST,
      inject: [EmailIntelligenceEnv, SafeMode, OfflineAnalyst],
      useFactory: (env: EmailIntelligenceEnv, safe: SafeMode, offline: OfflineAnalyst) =>
        env.geminiApiKey && !safe.active
          ? new GeminiAnalyst(
              new GeminiClient({ apiKey: env.geminiApiKey, baseUrl: env.geminiApiUrl, observe: observeProviderCall }),
              env.geminiModel,
            )
          : offline,
    },
  ],
})
export class EmailIntelligenceModule {}
