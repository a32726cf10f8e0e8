import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AssistantTone, openingDays, type OpeningSlot } from '#contracts';
import { Database } from '#database';
import { type Ad, adSeen } from '../assistant/ad.js';
import type { Draft, Turn, Utterance } from '../assistant/assistant.js';
import { reopened } from '../assistant/draft.js';
import { calledBy } from '../assistant/offline/people.js';
import { cartItems, type CartItem } from '../cart/cart.js';
import { ConversationsEnv } from '../conversations.env.js';
import { isLoop, type Line } from '../loops/loop.js';
import { kindOf, type StoredKind } from '../media/media.view.js';
import type { ReadMessage } from '../outbound/read-receipts.js';
import { heard, LONGEST, remembered } from './heard.js';
import { opensNext } from './opening.js';

/** A turn this worker holds: what to answer, and what must still be true when the answer is ready. */
export interface OpenTurn {
  conversationId: string;
  sellerId: string;
  prospectId: string;
  /** Fencing: only who holds it may close the turn. */
  lease: string;
  /** Of what the answer rests on when it was read; another one at the end means that something happened meanwhile. */
  version: number;
  /** How often this turn was begun, this time included. */
  attempts: number;
  /** Ids of the messages to answer. */
  answering: string[];
  chain: { correlationId: string; traceparent?: string };
  turn: Turn;
  /** The customer wants no messages. */
  optedOut: boolean;
  /** The cart she sent, when it is part of what is to be answered. */
  cart: CartItem[];
  /** Another machine answers the assistant. */
  loops: boolean;
  /** He does, and the shop's assistant is switched on. */
  mayAnswer: boolean;
  /** The seller's day has used up what the AI may cost him: the assistant without it answers. */
  overBudget: boolean;
  /** Voice notes of the burst that nobody has written down yet. */
  unheard: VoiceNote[];
  /** The last of what is to be answered, for its read receipt, where its number is connected. */
  read: ReadMessage | undefined;
}

/** A voice note that waits to be written down. */
export interface VoiceNote {
  messageId: string;
  mediaId: string;
  /** In the media store. */
  key: string;
  mimeType?: string;
  sizeBytes?: number;
  /** `coming`: WhatsApp still has it; `gone`: it cannot be had. */
  state: 'coming' | 'here' | 'gone';
  receivedAt: Date;
}

interface ConversationRow {
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

interface MessageRow {
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

const HISTORY = 30;
const DEFAULT_ZONE = 'Africa/Abidjan';
/** Turns that others may be taking while one looks: eight replicas' hands full. */
const PASSED_OVER = 64;
/** Places in a shop's file that are looked at. */
const MOST_OF_ONE_SHOP = 1_000_000;
/** Time to store the answer after the assistant's own time-out. */
const MARGIN_MS = 5_000;

/** Takes the conversations whose customers have waited longest after a pause, shop by shop in turn, and reads everything that good answers need. */
@Injectable()
export class OpenTurns {
  constructor(
    private readonly db: Database,
    private readonly env: ConversationsEnv,
  ) {}

  /** @param most how many turns at most. @param ofOneShop of one shop no more than these, those under way counted. @returns those that are due and nobody else's, each held from now on */
  async due(most: number, ofOneShop = Infinity): Promise<OpenTurn[]> {
    const lease = randomUUID();
    return this.db.asWorker(async () => {
      const taken = await this.take(lease, most, Math.min(ofOneShop, MOST_OF_ONE_SHOP));
      if (taken.length === 0) return [];
      const messages = Map.groupBy(await this.messages(taken.map((one) => one.id_conversation)), (row) => row.id_conversation);
      const open: OpenTurn[] = [];
      for (const one of taken) open.push(await this.open(one, messages.get(one.id_conversation) ?? [], lease));
      return open;
    });
  }

  private async open(taken: ConversationRow, messages: MessageRow[], lease: string): Promise<OpenTurn> {
    const inbound = messages.filter((message) => message.a_repondre);
    const now = new Date();
    const shopName = taken.nom_boutique ?? 'la boutique';
    return {
      conversationId: taken.id_conversation,
      sellerId: taken.id_utilisateur,
      prospectId: taken.id_prospect,
      lease,
      version: taken.version,
      attempts: taken.essais_tour,
      answering: inbound.map((message) => message.id_message),
      optedOut: taken.desinscrit_le !== null,
      cart: cartItems(inbound.findLast((message) => message.panier)?.panier),
      loops: isLoop(messages.map(line).filter(({ at }) => !taken.rendue_le || at > taken.rendue_le)),
      mayAnswer: taken.desinscrit_le === null && taken.actif !== false,
      chain: taken.chaine ?? { correlationId: randomUUID() },
      overBudget: taken.budget_epuise,
      unheard: inbound.flatMap(voiceNote),
      read: readMessage(inbound.at(-1)),
      turn: {
        shop: {
          name: shopName,
          sellerFirstName: taken.prenom ?? shopName,
          ...(taken.horaires ? { openingHours: taken.horaires } : {}),
          ...openOn(taken),
          ...(taken.adresse_recuperation ? { pickupAddress: taken.adresse_recuperation } : {}),
          ...opening(taken, now),
        },
        voice: {
          tone: taken.ton ?? 'chaleureux',
          ...(taken.nom ? { name: taken.nom } : {}),
          ...(taken.consignes ? { instructions: taken.consignes } : {}),
        },
        customer: {
          ...named(calledBy(taken.nom_complet)),
          ...(taken.numero_telephone ? { phone: taken.numero_telephone } : {}),
        },
        ...came(lastAd(messages, now)),
        history: remembered(messages.filter((message) => !message.a_repondre).map(utterance)),
        inbound: heard(inbound.map(utterance)),
        draft: await this.asShown(taken.brouillon, taken.id_conversation, inbound),
        now,
      },
    };
  }

  /**
   * Shops take turns: one whose customers all write at once has its first turn answered before anybody's second, those under way counted, so that it does not make the
   * customers of the others wait.
   */
  private take(lease: string, most: number, ofOneShop: number): Promise<ConversationRow[]> {
    return this.db.rows<ConversationRow>(
      `with file as (
         select id_conversation, tour_prevu, bail_tour_fin,
                row_number() over (partition by id_utilisateur order by bail_tour_fin >= now() desc nulls last, tour_prevu) as rang
           from conversations where tour_prevu <= now() and statut_conversation = 'ouverte'
       ), tete as (
         -- What other replicas take at this moment is passed over; of a long file only its head is looked at again.
         select id_conversation, rang from file where (bail_tour_fin is null or bail_tour_fin < now()) and rang <= $4 order by rang, tour_prevu limit $3 + ${PASSED_OVER}
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
      [lease, this.env.thinkingMs + MARGIN_MS, most, ofOneShop],
    );
  }

  /**
   * The draft, its recap closed when she cannot have read it before she wrote: it still waits to be sent, WhatsApp refused it, nobody knows whether it arrived, or
   * her words are older than it and came late. Her « oui » is about something else then. Who presses its button has seen it.
   */
  private async asShown(draft: Draft, conversationId: string, inbound: MessageRow[]): Promise<Draft> {
    const { recapNonce } = draft;
    const [first] = inbound;
    if (!recapNonce || !first || inbound.some((message) => message.identifiant_bouton?.endsWith(`:${recapNonce}`))) return draft;
    const [shown] = await this.db.rows(
      `select from messages where id_conversation = $1 and direction_message = 'sortant' and contenu_envoi->'buttons' @> $2::jsonb
          and statut_message in ('en_envoi', 'envoye', 'distribue', 'lu') and date_creation < $3
        order by date_creation desc limit 1`,
      [conversationId, JSON.stringify([{ id: `confirmer:${recapNonce}` }]), first.date_creation],
    );
    return shown ? draft : reopened(draft);
  }

  /** Of each conversation the last words before, in the order they were said here, then what is to be answered, in the order of WhatsApp's clock. */
  private messages(conversationIds: string[]): Promise<MessageRow[]> {
    return this.db.rows<MessageRow>(
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

function opening(
  { creneaux: slots, fuseau_horaire: zone }: ConversationRow,
  now: Date,
): Pick<Turn['shop'], 'opens' | 'timeZone'> {
  const timeZone = zone ?? DEFAULT_ZONE;
  const opens = slots ? opensNext(slots, timeZone, now) : undefined;
  return { timeZone, ...(opens ? { opens } : {}) };
}

function openOn({ creneaux: hours, horaires: openingHours }: ConversationRow): { openDays?: number[] } {
  const openDays = openingDays({ ...(hours ? { hours } : {}), ...(openingHours ? { openingHours } : {}) });
  return openDays ? { openDays } : {};
}

const STATE = { a_recuperer: 'coming', en_cours: 'coming', pret: 'here', echec: 'gone' } as const;

/** A note without words that nobody tried to write down. */
function voiceNote(message: MessageRow): VoiceNote[] {
  if (message.genre !== 'audio' || message.transcription || message.paroles) return [];
  return [
    {
      messageId: message.id_message,
      mediaId: message.id_media!,
      key: message.cle!,
      ...(message.type_mime ? { mimeType: message.type_mime } : {}),
      ...(message.taille === null ? {} : { sizeBytes: message.taille }),
      state: STATE[message.etat!],
      receivedAt: message.date_enregistrement,
    },
  ];
}

const readMessage = (last: MessageRow | undefined): ReadMessage | undefined =>
  last?.wamid && last.access_token
    ? { wamid: last.wamid, phoneNumberId: last.phone_number_id, accessToken: last.access_token }
    : undefined;

/** By our own clock: WhatsApp's tells whole seconds only. */
const line = (message: MessageRow): Line => ({
  ...utterance(message),
  by: authorOf(message),
  at: message.direction_message === 'entrant' ? message.date_enregistrement : (message.date_envoi ?? message.date_enregistrement),
  pressed: message.identifiant_bouton !== null,
});

const authorOf = (message: MessageRow): Utterance['author'] =>
  message.direction_message === 'entrant' ? 'customer' : message.genere_par_ia ? 'assistant' : 'human';

const utterance = (message: MessageRow): Utterance => ({
  author: authorOf(message),
  text: message.direction_message === 'entrant' ? (message.paroles ?? '') : message.contenu_message,
  at: message.date_creation,
  ...(message.identifiant_bouton ? { buttonId: message.identifiant_bouton } : {}),
  ...(message.id_media && message.genre ? { media: { id: message.id_media, kind: kindOf(message.genre) } } : {}),
});

const named = (name: string | undefined): { name?: string } => (name ? { name } : {});

const came = (ad: Ad | undefined): { ad?: Ad } => (ad ? { ad } : {});

/** The latest ad that anything read here was sent from. */
function lastAd(messages: MessageRow[], now: Date): Ad | undefined {
  const from = messages.findLast(({ titre_annonce: headline, texte_annonce: body }) => headline !== null || body !== null);
  return from && adSeen({ headline: from.titre_annonce, body: from.texte_annonce }, from.date_creation, now);
}
