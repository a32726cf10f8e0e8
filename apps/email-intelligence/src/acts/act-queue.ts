import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { type Actor, EmailAnsweredV1, fact } from '#contracts';
import { Database, newId } from '#database';
import { EmailIntelligenceEnv } from '../email-intelligence.env.js';
import type { Mailbox } from '../mailbox/mailbox-queue.js';
import type { ActTried } from './after-act-failure.js';

/** An act in a worker's hands. */
export interface ClaimedAct extends Omit<Mailbox, 'sealedToken'>, ActTried {
  actId: string;
  emailId: string;
  sealedToken: string | null;
  mailbox: 'active' | 'reconnexion_requise' | 'a_deconnecter' | 'deconnectee';
  /** The mail's id in the mailbox. */
  mailId: string;
  /** The answer's text and its Message-ID; null for other acts. */
  text: string | null;
  messageId: string | null;
  /** Sends that were begun again after one whose fate was unknown. */
  resends: number;
  actor: Actor;
  correlationId: string;
  traceparent: string | null;
  /** Ours while the row carries it. */
  lease: string;
}

/** Which act is to be done next, by one worker at a time. */
@Injectable()
export class ActQueue {
  /** Longer than all calls of one act together. */
  private readonly leaseSeconds: number;

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    env: EmailIntelligenceEnv,
  ) {
    this.leaseSeconds = 30 + (8 * env.gmailTimeoutMs) / 1_000;
  }

  async claim(): Promise<ClaimedAct | undefined> {
    const [act] = await this.db.asWorker(() =>
      this.db.rows<ClaimedAct>(
        `update actions_emails a set etat = 'en_cours', bail = $1, pas_avant = now() + make_interval(secs => $2), tentatives = tentatives + 1
         from (select id_action as id from actions_emails where etat in ('en_attente', 'en_cours', 'incertaine') and pas_avant <= now()
               order by pas_avant limit 1 for update skip locked) due, emails_recus e, boites b
         where a.id_action = due.id and e.id_email = a.id_email and b.id_compte_email = e.id_compte_email
         returning a.id_action as "actId", a.id_email as "emailId", a.type, a.contenu as text, a.message_id as "messageId", a.tentatives as attempts, a.renvois as resends,
           a.envoi_le is not null as "mayHaveLeft", a.date_creation as "createdAt", a.acteur as actor, a.id_correlation as "correlationId", a.traceparent, a.bail as lease,
           e.identifiant_message_email as "mailId", b.id_compte_email as "accountId", b.id_utilisateur as "sellerId", b.adresse_email as address,
           b.jeton_scelle as "sealedToken", b.version, b.etat as mailbox`,
        [newId(), this.leaseSeconds],
      ),
    );
    return act;
  }

  /** A send begins now: from here to its end nobody can say whether it left. In the open transaction. @returns false when the act is no longer ours */
  async beginSend({ actId, lease }: ClaimedAct): Promise<boolean> {
    const begun = await this.db.run(
      `update actions_emails set envoi_le = now(), renvois = renvois + (envoi_le is not null)::int, pas_avant = now() + make_interval(secs => $3)
       where id_action = $1 and bail = $2`,
      [actId, lease, this.leaseSeconds],
    );
    return begun > 0;
  }

  /** It is done; an answered mail is dealt with. In the open transaction. */
  async done(act: ClaimedAct): Promise<void> {
    const { actId, lease, emailId, sellerId } = act;
    const recorded = await this.db.run(
      "update actions_emails set etat = 'faite', date_fin = now(), bail = null, code = null, explication = null where id_action = $1 and bail = $2",
      [actId, lease],
    );
    if (recorded === 0 || act.type !== 'repondre') return;
    await this.db.run('update emails_recus set traite = true where id_email = $1', [emailId]);
    const [answers] = await this.db.rows<{ number: number }>(
      "select count(*)::int as number from actions_emails where id_email = $1 and type = 'repondre' and etat = 'faite'",
      [emailId],
    );
    // Versions 1 and 2 of a mail are its arrival and its analysis.
    const about = { sellerId, key: emailId, version: 2 + answers!.number };
    await this.outbox.add([fact<object>(EmailAnsweredV1, { emailId, actionId: actId }, about)]);
  }

  /** Later: again, or first a look whether it left. In the open transaction. */
  async postpone(
    { actId, lease }: ClaimedAct,
    inMs: number,
    mayHaveLeft: boolean,
    why: { code: string; explanation: string },
  ): Promise<void> {
    await this.db.run(
      `update actions_emails set etat = case when $4 then 'incertaine' else 'en_attente' end, envoi_le = case when $4 then envoi_le end, bail = null,
         pas_avant = now() + make_interval(secs => $3), code = $5, explication = $6 where id_action = $1 and bail = $2`,
      [actId, lease, inMs / 1_000, mayHaveLeft, why.code, why.explanation],
    );
  }

  /** Nothing more is tried. In the open transaction. */
  async fail({ actId, lease }: ClaimedAct, why: { code: string; explanation: string }): Promise<void> {
    await this.db.run(
      "update actions_emails set etat = 'echec', date_fin = now(), bail = null, code = $3, explication = $4 where id_action = $1 and bail = $2",
      [actId, lease, why.code, why.explanation],
    );
  }
}
