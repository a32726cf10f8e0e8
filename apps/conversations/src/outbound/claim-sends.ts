import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Database } from '#database';
import type { OutboundContent } from '#providers';
import { ConversationsEnv } from '../conversations.env.js';

/** A message this worker holds, with whom it goes to and from. */
export interface ClaimedSend {
  id_message: string;
  id_conversation: string;
  id_prospect: string;
  id_utilisateur: string;
  id_compte_whatsapp: string;
  contenu_envoi: OutboundContent;
  phone_number_id: string;
  access_token: string | null;
  adresse_whatsapp: string | null;
  adresse_bsuid: string | null;
  envoi_refuse: string | null;
  fenetre_ouverte: boolean;
  genere_par_ia: boolean;
  /** Who of the shop wrote it; null for the assistant's. */
  auteur: Actor | null;
  desinscrit: boolean;
  tentatives: number;
  chaine: { correlationId: string; traceparent?: string };
  /** Fencing: only who holds it may record the outcome. */
  bail_envoi: string;
}

/** Time to record an answer after the call's own time-out. */
const MARGIN_MS = 15_000;

/** Hands out messages to send: the oldest of each conversation, whose number may send now. */
@Injectable()
export class ClaimSends {
  constructor(
    private readonly db: Database,
    private readonly env: ConversationsEnv,
  ) {}

  /** Takes up to `most` messages, each of another conversation, under a lease. */
  async claim(most: number): Promise<ClaimedSend[]> {
    await this.noticeUnanswered();
    return this.db.asWorker(() =>
      this.db.rows<ClaimedSend>(
        `with a_faire as (
           select m.id_message from messages m
             join comptes_copie a on a.phone_number_id = m.phone_number_id and a.id_utilisateur = m.id_utilisateur
            where m.statut_message = 'en_attente' and m.prochain_essai <= now()
              and a.statut = 'connecte' and (a.pause_jusqu_a is null or a.pause_jusqu_a <= now())
              and not exists (select from messages avant where avant.id_conversation = m.id_conversation and avant.numero_ordre < m.numero_ordre
                                and avant.statut_message in ('en_attente', 'en_envoi', 'inconnu'))
            order by m.numero_ordre limit $3 for update of m skip locked
         ), pris as (
           update messages m set statut_message = 'en_envoi', tentatives = m.tentatives + 1, bail_envoi = $1, bail_envoi_fin = now() + $2::int * interval '1 ms'
             from a_faire where m.id_message = a_faire.id_message
           returning m.*
         )
         select m.id_message, m.id_conversation, c.id_prospect, m.id_utilisateur, a.id_compte_whatsapp, m.contenu_envoi, m.phone_number_id, a.access_token,
                c.adresse_whatsapp, c.adresse_bsuid, p.envoi_refuse, coalesce(c.dernier_entrant > now() - interval '24 hours', false) as fenetre_ouverte,
                m.genere_par_ia, m.auteur, p.desinscrit_le is not null as desinscrit, m.tentatives, m.chaine, m.bail_envoi
           from pris m join conversations c using (id_conversation) join prospects p using (id_prospect)
           join comptes_copie a on a.phone_number_id = m.phone_number_id and a.id_utilisateur = m.id_utilisateur and a.statut = 'connecte'
          order by m.numero_ordre`,
        [randomUUID(), this.env.whatsappTimeoutMs + MARGIN_MS, most],
      ),
    );
  }

  /** A worker that died in the middle of a send leaves a message nobody knows the fate of; one that waited in vain for a status is sent once more. */
  private async noticeUnanswered(): Promise<void> {
    await this.db.asWorker(async () => {
      await this.db.run(
        `update messages set statut_message = 'inconnu', bail_envoi = null, bail_envoi_fin = null, prochain_essai = now() + $1::int * interval '1 ms'
          where id_message in (select id_message from messages where statut_message = 'en_envoi' and bail_envoi_fin < now()
                                order by id_message limit 100 for update skip locked)`,
        [this.env.unknownWaitMs],
      );
      await this.db.run(
        `update messages set statut_message = 'en_attente', renvois = renvois + 1, prochain_essai = now()
          where id_message in (select id_message from messages where statut_message = 'inconnu' and prochain_essai <= now() and renvois = 0
                                order by id_message limit 100 for update skip locked)`,
      );
    });
  }
}
