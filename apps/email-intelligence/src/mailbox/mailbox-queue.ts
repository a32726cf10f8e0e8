import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { fact, MailboxReconnectNeededV1 } from '#contracts';
import { Database, newId } from '#database';
import type { ProviderError } from '#providers';
import { EmailIntelligenceEnv } from '../email-intelligence.env.js';
import { afterFailure } from './after-failure.js';

/** What opens a mailbox. */
export interface Mailbox {
  accountId: string;
  sellerId: string;
  address: string;
  sealedToken: string;
  version: number;
}

/** A mailbox in a worker's hands. */
export interface ClaimedMailbox extends Mailbox {
  connectedAt: Date;
  /** Where the last complete reading ended; null before the first. A 64-bit number as text. */
  cursor: string | null;
  lastReadAt: Date | null;
  /** Reasons to look that this reading answers. */
  requests: number;
  correlationId: string;
  traceparent: string | null;
  /** Ours while the row carries it. */
  lease: string;
}

/** A reading was taken over or ended by somebody else: another worker after a pause, or the seller who disconnected. */
export class LeaseLost extends Error {}

const LEASE_SECONDS = 180;

const COLUMNS = `b.id_compte_email as "accountId", b.id_utilisateur as "sellerId", b.adresse_email as address, b.jeton_scelle as "sealedToken", b.version,
  b.date_connexion as "connectedAt", b.dernier_historique::text as cursor, b.derniere_releve as "lastReadAt", b.demandes as requests,
  b.id_correlation as "correlationId", b.traceparent, b.bail as lease`;

/** Which mailbox is to be read next; one reading at a time for each. */
@Injectable()
export class MailboxQueue {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: EmailIntelligenceEnv,
  ) {}

  /** Takes a mailbox that was announced, or not read for MAIL_POLL_MS. */
  async claim(): Promise<ClaimedMailbox | undefined> {
    const [mailbox] = await this.db.asWorker(() =>
      this.db.rows<ClaimedMailbox>(
        `update boites b set bail = $1, bail_jusqua = now() + make_interval(secs => ${LEASE_SECONDS})
         from (select id_compte_email as id from boites
               where etat = 'active' and (demandes > relevees or prochaine_releve <= now()) and pas_avant <= now() and (bail_jusqua is null or bail_jusqua < now())
               order by prochaine_releve limit 1 for update skip locked) due
         where b.id_compte_email = due.id returning ${COLUMNS}`,
        [newId()],
      ),
    );
    return mailbox;
  }

  /** Keeps the reading ours, in the open transaction. @throws LeaseLost */
  async hold({ accountId, lease }: ClaimedMailbox): Promise<void> {
    const held = await this.db.run(
      `update boites set bail_jusqua = now() + make_interval(secs => ${LEASE_SECONDS}) where id_compte_email = $1 and bail = $2 and etat = 'active'`,
      [accountId, lease],
    );
    if (held === 0) throw new LeaseLost(`the reading of mailbox ${accountId} is no longer ours`);
  }

  /**
   * The reading is complete and stored: the next one starts at `cursor`. In the open transaction.
   * @param restarted the history was gone and began anew, so a smaller number is right
   * @throws LeaseLost
   */
  async finish({ accountId, lease, requests }: ClaimedMailbox, cursor: string, restarted: boolean): Promise<void> {
    const done = await this.db.run(
      `update boites set dernier_historique = case when $4 or dernier_historique is null then $3::numeric else greatest(dernier_historique, $3::numeric) end,
         relevees = $5, derniere_releve = now(), prochaine_releve = now() + make_interval(secs => $6), echecs = 0, code_probleme = null, explication_probleme = null, bail = null, bail_jusqua = null
       where id_compte_email = $1 and bail = $2`,
      [accountId, lease, cursor, restarted, requests, this.env.mailPollMs / 1_000],
    );
    if (done === 0) throw new LeaseLost(`the reading of mailbox ${accountId} is no longer ours`);
  }

  /** Gives a reading back that failed: later, or not before the seller connects again. In the open transaction. */
  async fail(mailbox: ClaimedMailbox, error: ProviderError): Promise<void> {
    const { accountId, lease } = mailbox;
    const [row] = await this.db.rows<{ failures: number }>(
      `update boites set bail = null, bail_jusqua = null, echecs = echecs + 1, code_probleme = $3, explication_probleme = $4
       where id_compte_email = $1 and bail = $2 returning echecs as failures`,
      [accountId, lease, error.code, error.explanationFr],
    );
    if (!row) return;
    const next = afterFailure(error, row.failures);
    if (next.do === 'reconnect') await this.askForConsent(mailbox, error);
    else
      await this.db.run('update boites set pas_avant = now() + make_interval(secs => $2) where id_compte_email = $1', [
        accountId,
        next.inMs / 1_000,
      ]);
  }

  /** The consent is dead: the mailbox rests until its owner connects it again (a newer version), and he is told. In the open transaction. */
  async askForConsent({ accountId, sellerId, address, version }: Mailbox, error: ProviderError): Promise<void> {
    const stopped = await this.db.run(
      "update boites set etat = 'reconnexion_requise', code_probleme = $3, explication_probleme = $4 where id_compte_email = $1 and version = $2 and etat = 'active'",
      [accountId, version, error.code, error.explanationFr],
    );
    if (stopped === 0) return;
    const payload = { accountId, email: address, reason: error.explanationFr };
    await this.outbox.add([fact<object>(MailboxReconnectNeededV1, payload, { sellerId, key: accountId, version })]);
  }

  /** Takes a mailbox whose watch has to be renewed, or ended. The claim lasts two minutes. */
  async claimForWatch(): Promise<(ClaimedMailbox & { ending: boolean }) | undefined> {
    const [mailbox] = await this.db.asWorker(() =>
      this.db.rows<ClaimedMailbox & { ending: boolean }>(
        `update boites b set prochaine_surveillance = now() + interval '2 minutes'
         from (select id_compte_email as id from boites where etat in ('active', 'a_deconnecter') and prochaine_surveillance <= now()
               order by prochaine_surveillance limit 1 for update skip locked) due
         where b.id_compte_email = due.id returning ${COLUMNS}, b.etat = 'a_deconnecter' as ending`,
      ),
    );
    return mailbox;
  }
}
