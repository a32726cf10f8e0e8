import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { NoticeKind } from '../template/templates.js';
import { NotificationsEnv } from '../notifications.env.js';
import { NoticePace, slotsOf } from './notice-pace.js';

/** A notice in a worker's hands. */
export interface ClaimedNotice {
  id: string;
  sellerId: string;
  kind: NoticeKind;
  /** E.164 */
  to: string;
  /** In the order of the text; null where the secret code goes. */
  values: (string | null)[];
  payloads: string[];
  attempts: number;
  correlationId: string;
  traceparent: string | null;
  createdAt: Date;
  /** The order that it is about. */
  orderId: string | null;
  codeId: string | null;
  sealedCode: string | null;
  expiresAt: Date | null;
  /** The person it tells of was erased, or it goes to one who was. */
  erased: boolean;
  /** It goes to a customer who wants no messages. */
  optedOut: boolean;
}

/** The claim outlives the call by this much, so that it only ends when the process did. */
const LEASE_MARGIN_SECONDS = 30;

/** Notices looked at for each that is taken. */
const LOOK_AHEAD = 8;

/** What is known of the customer a notice goes to. */
const ofCustomer = (column: 'efface' | 'desabonne') =>
  `(role_destinataire = 'client' and exists (select from prospects_copie p where p.prospect = n.id_prospect and p.${column}))`;

/** Which notices are due: new ones, those to be tried again, and those whose sending stayed without an answer for too long. */
@Injectable()
export class NoticeQueue {
  constructor(
    private readonly db: Database,
    private readonly env: NotificationsEnv,
    private readonly pace: NoticePace,
  ) {}

  /** Takes at most `limit` due notices, each to another number, none of them to `heldBack` numbers, as fast as WhatsApp allows. A doubtful one is claimed for its one resend. */
  claim(limit: number, heldBack: string[]): Promise<ClaimedNotice[]> {
    return this.db.asWorker(async () => {
      const due = await this.pace.book(await this.due(limit, heldBack));
      return due.length > 0 ? this.take(due.map(({ id }) => id)) : [];
    });
  }

  /** Locked. Several to one number are looked at, so that one who gets many holds up nobody; the first of them is taken. */
  private async due(limit: number, heldBack: string[]): Promise<{ id: string; to: string }[]> {
    const rows = await this.db.rows<{ id: string; to: string }>(
      `select id_notification as id, destinataire as "to" from notifications ${slotsOf('$3')}
        where etat in ('en_attente', 'incertaine') and prochaine_tentative <= now() and (etat = 'en_attente' or renvois = 0) and destinataire <> all($2) and ${this.pace.hasRoom}
        order by prochaine_tentative limit $1 for update of notifications skip locked`,
      [limit * LOOK_AHEAD, heldBack, this.env.platformPhoneNumberId],
    );
    const first = new Map<string, { id: string; to: string }>();
    for (const row of rows) if (!first.has(row.to)) first.set(row.to, row);
    return [...first.values()].slice(0, limit);
  }

  private take(ids: string[]): Promise<ClaimedNotice[]> {
    return this.db.rows<ClaimedNotice>(
      `update notifications n set etat = 'en_cours_envoi', version = n.version + 1, tentatives = tentatives + 1, renvois = renvois + (etat = 'incertaine')::int,
         bail_jusqua = now() + make_interval(secs => $1)
       where n.id_notification = any($2::uuid[])
       returning n.id_notification as id, id_utilisateur as "sellerId", type_notification as kind, destinataire as "to", parametres as values, boutons as payloads,
         tentatives as attempts, id_correlation as "correlationId", traceparent, date_creation as "createdAt", n.id_commande as "orderId",
         id_code as "codeId", code_scelle as "sealedCode", date_expiration as "expiresAt",
         effacee or ${ofCustomer('efface')} as erased, ${ofCustomer('desabonne')} as "optedOut"`,
      [this.env.whatsAppTimeoutMs / 1_000 + LEASE_MARGIN_SECONDS, ids],
    );
  }

  /** Ids of notices whose worker died with them in hand. Whether WhatsApp got them is not known. */
  abandoned(): Promise<string[]> {
    return this.ids("etat = 'en_cours_envoi' and bail_jusqua < now()");
  }

  /** Ids of notices that stayed doubtful after their resend. */
  unresolved(): Promise<string[]> {
    return this.ids("etat = 'incertaine' and renvois > 0 and prochaine_tentative <= now()");
  }

  /** For the open transaction of a worker. */
  private async ids(condition: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `select id_notification as id from notifications where ${condition} order by id_notification limit 100 for update skip locked`,
    );
    return rows.map((row) => row.id);
  }
}
