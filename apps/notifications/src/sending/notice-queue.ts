import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { NoticeKind } from '../template/templates.js';
import { NotificationsEnv } from '../notifications.env.js';
import { NoticePace, peopleOf, slotsOf } from './notice-pace.js';

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

/** Notices looked at for each that is taken. Who gets so many that a look finds nobody else has no room for the next look, which passes him over. */
const LOOK_AHEAD = 3;

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
      // One claim at a time: they would wait for the number's slot in any case, and so none of them looks at what another is about to take. The line is walked
      // in its order: left to itself, the planner looks up the room of all that wait and sorts them, whenever its statistics are older than the queue.
      await this.db.rows(
        `select pg_advisory_xact_lock(hashtextextended($1, 0)), set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
        [`avis:${this.env.platformPhoneNumberId}`],
      );
      const due = await this.pace.book(await this.due(limit, heldBack));
      return due.length > 0 ? this.take(due.map(({ id }) => id)) : [];
    });
  }

  /** Locked, the most urgent first. Several to one number are looked at, so that one who gets many holds up nobody; the first of them is taken. */
  private due(limit: number, heldBack: string[]): Promise<{ id: string; to: string }[]> {
    return this.db.rows(
      `with vus as materialized (
         select f.id_notification, f.personne, f.echeance from file_avis f ${slotsOf('$3')}
          where f.echeance <= now() and f.bail_jusqua is null and not f.verdict and f.personne <> all(${peopleOf('$2::text[]')}) and ${this.pace.hasRoom}
          order by f.echeance limit $1::int * ${LOOK_AHEAD}),
       premiers as materialized (
         select id_notification from (select distinct on (personne) id_notification, echeance from vus order by personne, echeance) p order by echeance limit $1)
       select id_notification as id, destinataire as "to" from notifications
        where id_notification = any(array(select id_notification from premiers))
          and prochaine_tentative <= now() and (etat = 'en_attente' or etat = 'incertaine' and renvois = 0)
        order by prochaine_tentative for update skip locked`,
      [limit, heldBack, this.env.platformPhoneNumberId],
    );
  }

  private take(ids: string[]): Promise<ClaimedNotice[]> {
    return this.db.rows<ClaimedNotice>(
      `update notifications n set etat = 'en_cours_envoi', version = n.version + 1, tentatives = tentatives + 1, renvois = renvois + (etat = 'incertaine')::int,
         bail_jusqua = now() + make_interval(secs => $1)
       where n.id_notification = any($2::uuid[])
       returning n.id_notification as id, id_utilisateur as "sellerId", type_notification as kind, destinataire as "to", parametres as values, boutons as payloads,
         tentatives as attempts, id_correlation as "correlationId", traceparent, date_creation as "createdAt", id_code as "codeId", code_scelle as "sealedCode", date_expiration as "expiresAt",
         effacee or ${ofCustomer('efface')} as erased, ${ofCustomer('desabonne')} as "optedOut"`,
      [this.env.whatsAppTimeoutMs / 1_000 + LEASE_MARGIN_SECONDS, ids],
    );
  }

  /** Ids of notices whose worker died with them in hand. Whether WhatsApp got them is not known. */
  abandoned(): Promise<string[]> {
    return this.ids("etat = 'en_cours_envoi' and bail_jusqua < now()", 'bail_jusqua < now()');
  }

  /** Ids of notices that stayed doubtful after their resend. */
  unresolved(): Promise<string[]> {
    return this.ids("etat = 'incertaine' and renvois > 0 and prochaine_tentative <= now()", 'verdict and echeance <= now()');
  }

  /** For the open transaction of a worker. @param state SQL that must still hold once the notice is locked @param inLine SQL of those that are looked for in the line */
  private async ids(state: string, inLine: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `select id_notification as id from notifications
        where id_notification = any(array(select id_notification from file_avis where ${inLine} limit 100)) and ${state}
        order by id_notification for update skip locked`,
    );
    return rows.map((row) => row.id);
  }
}
