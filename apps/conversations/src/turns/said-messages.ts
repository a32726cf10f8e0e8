import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { StoredKind } from '../media/media.view.js';
import { LONGEST } from './heard.js';

/** A message as a turn reads it, with its file and, where it is to be answered, the access to its number. */
export interface SaidMessage {
  id_message: string;
  id_conversation: string;
  direction_message: 'entrant' | 'sortant';
  genere_par_ia: boolean;
  contenu_message: string;
  paroles: string | null;
  identifiant_bouton: string | null;
  date_creation: Date;
  date_enregistrement: Date;
  date_envoi: Date | null;
  a_repondre: boolean;
  panier: unknown;
  /** Of the ad it was sent from. */
  titre_annonce: string | null;
  texte_annonce: string | null;
  transcription: 'faite' | 'impossible' | null;
  id_media: string | null;
  genre: StoredKind | null;
  type_mime: string | null;
  taille: number | null;
  cle: string | null;
  etat: 'a_recuperer' | 'en_cours' | 'pret' | 'echec' | null;
  wamid: string | null;
  phone_number_id: string;
  /** Sealed; of what is to be answered. */
  access_token: string | null;
}

/** Messages before those to be answered. */
const HISTORY = 30;

/** What was said in the conversations whose turns were taken. */
@Injectable()
export class SaidMessages {
  constructor(private readonly db: Database) {}

  /** Of each conversation the last words before, in the order they were said here, then what is to be answered, in the order of WhatsApp's clock. */
  of(conversationIds: string[]): Promise<SaidMessage[]> {
    return this.db.rows<SaidMessage>(
      `with lus as (
         select dites.* from unnest($1::uuid[]) c(id) cross join lateral (
           (select * from messages where id_conversation = c.id and not a_repondre and type_message not in ('reaction', 'system') and supprime_le is null
             order by date_creation desc, id_message desc limit ${HISTORY})
           union all
           (select * from messages where id_conversation = c.id and a_repondre)) dites
       )
       select m.id_message, m.id_conversation, m.direction_message, m.genere_par_ia, left(m.contenu_message, ${LONGEST}) as contenu_message,
              left(m.paroles, ${LONGEST}) as paroles, m.identifiant_bouton, m.date_creation, m.date_enregistrement, m.date_envoi, m.a_repondre, m.transcription,
              case when m.a_repondre and m.type_message = 'order' then m.contenu_brut->'order'->'product_items' end as panier,
              left(m.contenu_brut->'referral'->>'headline', ${LONGEST}) as titre_annonce, left(m.contenu_brut->'referral'->>'body', ${LONGEST}) as texte_annonce,
              f.id_media, f.genre, f.type_mime, f.taille, f.cle, f.etat, m.wamid, m.phone_number_id, a.access_token
         from lus m left join medias f on f.id_message = m.id_message and not f.a_retirer
         left join lateral (select access_token from comptes_copie where m.a_repondre and phone_number_id = m.phone_number_id
                               and id_utilisateur = m.id_utilisateur and statut = 'connecte' and access_token is not null limit 1) a on true
        order by m.a_repondre, m.date_creation, case when m.a_repondre then m.wamid else m.id_message::text end`,
      [conversationIds],
    );
  }
}
