import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Database } from '#database';
import { paceSql } from '#providers';
import { ConversationsEnv } from '../conversations.env.js';
import { IS_FAREWELL } from './fail-queued.js';
import { type Candidate, Pace } from './pace.js';
import type { QueuedContent } from './reply-content.js';
import { beginsSql, heldBackSql } from './restrictions.js';

/** A message this worker holds, with whom it goes to and from. */
export interface ClaimedSend {
  id_message: string;
  id_conversation: string;
  id_prospect: string;
  id_utilisateur: string;
  id_compte_whatsapp: string;
  contenu_envoi: QueuedContent;
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
  /** It is advertising, to somebody who asked WhatsApp for none. */
  promotion_refusee: boolean;
  /** It answers nobody: WhatsApp may hold such messages back alone. */
  sans_question: boolean;
  tentatives: number;
  chaine: { correlationId: string; traceparent?: string };
  /** Fencing: only who holds it may record the outcome. */
  bail_envoi: string;
  /** WhatsApp's id of the message that this one quotes. */
  wamid_cite: string | null;
}

/** What a look into the queues gave. */
export interface Claim {
  sends: ClaimedSend[];
  /** More could have left, but for the pace of its number or customer. */
  heldBack: boolean;
}

/** Time to record an answer after the call's own time-out. */
const MARGIN_MS = 15_000;
/** A message that is to be tried later than this was put off; others pass it. */
const PUT_OFF_HOURS = 1;

/** Hands out messages to send: the oldest of each conversation, whose number may send now. */
@Injectable()
export class ClaimSends {
  constructor(
    private readonly db: Database,
    private readonly env: ConversationsEnv,
    private readonly pace: Pace,
  ) {}

  /** Takes up to `most` messages, each to another customer and as fast as WhatsApp allows, under a lease. */
  claim(most: number): Promise<Claim> {
    return this.db.asWorker(async () => {
      const { queue, heads } = await this.next(most);
      const ready = await this.pace.book(queue);
      const sends = ready.length > 0 ? await this.take(ready.map((one) => one.id_message)) : [];
      return { sends, heldBack: ready.length < heads };
    });
  }

  /** The oldest of each conversation, locked. What waits for tomorrow (a promotion that WhatsApp put off) holds up nothing that was said after it; nor does what waits because its number may only answer. */
  private async next(most: number): Promise<{ queue: Candidate[]; heads: number }> {
    const heads = await this.db.rows<Candidate>(
      `select m.id_message, a.id_compte_whatsapp, c.id_prospect, m.phone_number_id, m.id_utilisateur from messages m
         -- OFFSET 0: from the queue to the rest, for each message of it; the other way round reads the whole queue for each account, or all conversations and all paces at every look.
         cross join lateral (select * from comptes_copie where phone_number_id = m.phone_number_id and id_utilisateur = m.id_utilisateur offset 0) a
         cross join lateral (select * from conversations where id_conversation = m.id_conversation offset 0) c
         left join lateral (select * from cadences_numero where id_compte_whatsapp = a.id_compte_whatsapp offset 0) n on true
         left join lateral (select * from cadences_client where phone_number_id = m.phone_number_id and personne = c.id_prospect offset 0) k on true
        where m.statut_message = 'en_attente' and m.prochain_essai <= now()
          and a.statut = 'connecte' and (a.pause_jusqu_a is null or a.pause_jusqu_a <= now()) and ${paceSql.numberHasRoom} and ${paceSql.personHasRoom}
          and not ${heldBackSql('m.contenu_envoi')}
          and not exists (select from messages avant where avant.id_conversation = m.id_conversation and avant.numero_ordre < m.numero_ordre
                            -- Said again for the index of what waits in a conversation.
                            and avant.statut_message in ('en_attente', 'en_envoi', 'inconnu')
                            and (avant.statut_message in ('en_envoi', 'inconnu')
                                 or (avant.statut_message = 'en_attente' and avant.prochain_essai < now() + interval '${PUT_OFF_HOURS} hours'
                                     and not ${heldBackSql('avant.contenu_envoi')})))
        order by m.numero_ordre limit $1 for update of m skip locked`,
      [most],
    );
    const first = new Map<string, Candidate>();
    for (const one of heads) {
      const pair = `${one.phone_number_id}|${one.id_prospect}`;
      if (!first.has(pair)) first.set(pair, one);
    }
    return { queue: [...first.values()], heads: heads.length };
  }

  private take(ids: string[]): Promise<ClaimedSend[]> {
    return this.db.rows<ClaimedSend>(
      `with pris as (
         update messages m set statut_message = 'en_envoi', code_erreur = null, explication_erreur = null, tentatives = m.tentatives + 1, bail_envoi = $1, bail_envoi_fin = now() + $2::int * interval '1 ms'
          where m.id_message = any($3::uuid[])
         returning m.*
       )
       select m.id_message, m.id_conversation, c.id_prospect, m.id_utilisateur, a.id_compte_whatsapp, m.contenu_envoi, m.phone_number_id, a.access_token,
              c.adresse_whatsapp, c.adresse_bsuid, p.envoi_refuse, coalesce(c.dernier_entrant > now() - interval '24 hours', false) as fenetre_ouverte,
              m.genere_par_ia, m.auteur, p.desinscrit_le is not null and not ${IS_FAREWELL} as desinscrit,
              p.promotions_refusees_le is not null and coalesce((m.contenu_envoi->>'advertises')::boolean, false) as promotion_refusee,
              ${beginsSql('m.contenu_envoi')} as sans_question, m.tentatives, m.chaine, m.bail_envoi,
              (select q.wamid from messages q where q.id_message = m.repond_a and q.id_conversation = m.id_conversation) as wamid_cite
         from pris m join conversations c using (id_conversation) join prospects p using (id_prospect)
         join comptes_copie a on a.phone_number_id = m.phone_number_id and a.id_utilisateur = m.id_utilisateur and a.statut = 'connecte'
        order by m.numero_ordre`,
      [randomUUID(), this.env.whatsappTimeoutMs + MARGIN_MS, ids],
    );
  }
}
