import { Injectable } from '@nestjs/common';
import type { AssistantTone, OpeningSlot } from '#contracts';
import { Database } from '#database';
import type { Draft } from '../assistant/assistant.js';
import { ConversationsEnv } from '../conversations.env.js';

/** A conversation whose turn was taken, with what is known of its customer and of its shop. */
export interface DueConversation {
  id_conversation: string;
  id_utilisateur: string;
  id_prospect: string;
  brouillon: Draft;
  version: number;
  essais_tour: number;
  chaine: { correlationId: string; traceparent?: string };
  nom_complet: string | null;
  numero_telephone: string | null;
  prenom: string | null;
  nom_boutique: string | null;
  horaires: string | null;
  adresse_recuperation: string | null;
  fuseau_horaire: string | null;
  creneaux: OpeningSlot[] | null;
  budget_epuise: boolean;
  desinscrit_le: Date | null;
  actif: boolean | null;
  nom: string | null;
  ton: AssistantTone | null;
  consignes: string | null;
  /** When a person last gave it back to the assistant. */
  rendue_le: Date | null;
}

/** Of a shop that has not said where it is. */
export const DEFAULT_ZONE = 'Africa/Abidjan';
/** Turns that others may be taking while one looks: eight replicas' hands full. */
const PASSED_OVER = 64;
/** Places in a shop's file that are looked at. */
const MOST_OF_ONE_SHOP = 1_000_000;
/** Turns due in one shop, those under way counted, that are a long file: as many as a replica thinks about at once. */
const LONG_FILE = 8;
/** Time to store the answer after the assistant's own time-out. */
const MARGIN_MS = 5_000;

/** The conversations whose customers wait for an answer after a pause. */
@Injectable()
export class DueConversations {
  constructor(
    private readonly db: Database,
    private readonly env: ConversationsEnv,
  ) {}

  /**
   * Shops take turns: one whose customers all write at once has its first turn answered before anybody's second, those under way counted, so that it does not make the
   * customers of the others wait.
   * @param most how many at most. @param ofOneShop of a shop whose file is long no more than these, those under way counted. @returns those that are nobody else's, held by this lease
   */
  take(lease: string, most: number, ofOneShop: number): Promise<DueConversation[]> {
    return this.db.rows<DueConversation>(
      `with file as (
         select id_conversation, tour_prevu, bail_tour_fin,
                row_number() over (partition by id_utilisateur order by bail_tour_fin >= now() desc nulls last, tour_prevu) as rang,
                count(*) over (partition by id_utilisateur) as longueur
           from conversations where tour_prevu <= now() and statut_conversation = 'ouverte'
       ), tete as (
         -- What other replicas take at this moment is passed over; of a long file only its head is looked at again.
         select id_conversation, rang from file where (bail_tour_fin is null or bail_tour_fin < now()) and (rang <= $4 or longueur <= ${LONG_FILE}) order by rang, tour_prevu limit $3 + ${PASSED_OVER}
       ), dus as (
         select c.id_conversation from tete join conversations c using (id_conversation)
          where c.tour_prevu <= now() and c.statut_conversation = 'ouverte' and (c.bail_tour_fin is null or c.bail_tour_fin < now())
          order by tete.rang, c.tour_prevu limit $3 for update of c skip locked
       ), pris as (
         update conversations c set bail_tour = $1, bail_tour_fin = now() + $2::int * interval '1 ms', essais_tour = c.essais_tour + 1
           from dus where c.id_conversation = dus.id_conversation returning c.*
       )
       select c.id_conversation, c.id_utilisateur, c.id_prospect, c.brouillon, c.version - c.version_vue as version, c.essais_tour, c.chaine, p.nom_complet, p.numero_telephone,
              v.prenom, v.nom_boutique, v.horaires, v.adresse_recuperation, v.fuseau_horaire, v.creneaux, p.desinscrit_le, r.actif, r.nom, r.ton, r.consignes,
              coalesce(r.jetons_par_jour > 0 and u.jetons >= r.jetons_par_jour or r.fcfa_par_jour > 0 and u.cout_fcfa >= r.fcfa_par_jour, false) as budget_epuise,
              (select max(h.date_passage) from passages_conversation h where h.id_conversation = c.id_conversation and h.passage = 'rendue') as rendue_le
         from pris c join prospects p using (id_prospect) left join vendeurs_copie v on v.id_utilisateur = c.id_utilisateur
         left join reglages_assistant r on r.id_utilisateur = c.id_utilisateur
         left join consommation_ia u on u.id_utilisateur = c.id_utilisateur and u.jour = (now() at time zone coalesce(v.fuseau_horaire, '${DEFAULT_ZONE}'))::date
        order by c.tour_prevu`,
      [lease, this.env.thinkingMs + MARGIN_MS, most, Math.min(ofOneShop, MOST_OF_ONE_SHOP)],
    );
  }
}
