import { Injectable } from '@nestjs/common';
import { Workers } from '#bus';
import type { EmailAccountConnectedV1, EmailAccountDisconnectedV1, EventMeta, GmailPushReceivedV1, Received } from '#contracts';
import { Database } from '#database';

/** Which mailboxes there are, as the accounts service tells, and which of them Google says changed. */
@Injectable()
export class Mailboxes {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  /** A mailbox is linked, or linked again: with the same address its place in the history stays. */
  async connect({ accountId, email, sealedToken }: EmailAccountConnectedV1, meta: EventMeta): Promise<void> {
    await this.db.run(
      `insert into boites as b (id_compte_email, id_utilisateur, adresse_email, jeton_scelle, etat, version, date_connexion, id_correlation, traceparent)
       values ($1, $2, $3, $4, 'active', $5, $6, $7, $8)
       on conflict (id_compte_email) do update set adresse_email = excluded.adresse_email, jeton_scelle = excluded.jeton_scelle, etat = 'active',
         version = excluded.version, id_correlation = excluded.id_correlation, traceparent = excluded.traceparent,
         date_connexion = case when b.adresse_email = excluded.adresse_email then b.date_connexion else excluded.date_connexion end,
         dernier_historique = case when b.adresse_email = excluded.adresse_email then b.dernier_historique end,
         demandes = b.demandes + 1, prochaine_surveillance = now(), pas_avant = '-infinity', echecs = 0, code_probleme = null, explication_probleme = null
       where b.version < excluded.version`,
      [
        accountId,
        meta.sellerId,
        email.toLowerCase(),
        sealedToken,
        meta.version,
        meta.occurredAt,
        meta.correlationId,
        meta.traceparent ?? null,
      ],
    );
    this.lookSoon('courrier', 'surveillance');
  }

  /** A mailbox is no longer linked. Known before its linking arrived, it leaves a mark that the late linking meets. */
  async disconnect({ accountId }: EmailAccountDisconnectedV1, meta: EventMeta): Promise<void> {
    await this.db.run(
      `insert into boites as b (id_compte_email, id_utilisateur, adresse_email, etat, version, date_connexion, id_correlation)
       values ($1, $2, '', 'deconnectee', $3, $4, $5)
       on conflict (id_compte_email) do update set etat = case when b.jeton_scelle is null then 'deconnectee' else 'a_deconnecter' end,
         version = excluded.version, prochaine_surveillance = now() where b.version < excluded.version`,
      [accountId, meta.sellerId, meta.version, meta.occurredAt, meta.correlationId],
    );
    this.lookSoon('surveillance');
  }

  /** Google says that mailboxes changed. Only that: the point in the history that a push names may be older or newer than what we have. */
  async announce(pushes: Received<GmailPushReceivedV1>[]): Promise<void> {
    const byAddress = new Map(pushes.map(({ event, meta }) => [event.emailAddress.toLowerCase(), meta]));
    await this.db.run(
      `update boites b set demandes = b.demandes + 1, id_correlation = p.correlation, traceparent = p.trace from (
         select id_compte_email, correlation, trace from boites join unnest($1::text[], $2::text[], $3::text[]) t(adresse, correlation, trace)
           on adresse = adresse_email where etat = 'active' order by id_compte_email for update of boites) p
       where b.id_compte_email = p.id_compte_email`,
      [
        [...byAddress.keys()],
        [...byAddress.values()].map((meta) => meta.correlationId),
        [...byAddress.values()].map((meta) => meta.traceparent ?? null),
      ],
    );
    this.lookSoon('courrier');
  }

  private lookSoon(...workers: string[]): void {
    this.db.afterCommit(() => workers.forEach((worker) => this.workers.wake(worker)));
  }
}
