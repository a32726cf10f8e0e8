import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AssistantTone } from '#contracts';
import { Database } from '#database';
import type { Draft, Turn, Utterance } from '../assistant/assistant.js';
import { reopened } from '../assistant/draft.js';
import { cartItems, type CartItem } from '../cart/cart.js';
import { ConversationsEnv } from '../conversations.env.js';
import { isLoop, type Line } from '../loops/loop.js';
import { heard } from './heard.js';

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
}

const HISTORY = 30;
/** Time to store the answer after the assistant's own time-out. */
const MARGIN_MS = 5_000;

/** Takes the conversation whose customer has waited longest after a pause, and reads everything a good answer needs. */
@Injectable()
export class OpenTurns {
  constructor(
    private readonly db: Database,
    private readonly env: ConversationsEnv,
  ) {}

  /** @returns undefined when no turn is due */
  async next(): Promise<OpenTurn | undefined> {
    const lease = randomUUID();
    return this.db.asWorker(async () => {
      const taken = await this.take(lease);
      if (!taken) return undefined;
      const messages = await this.messages(taken.id_conversation);
      const inbound = messages.filter((message) => message.a_repondre);
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
        turn: {
          shop: {
            name: shopName,
            sellerFirstName: taken.prenom ?? shopName,
            ...(taken.horaires ? { openingHours: taken.horaires } : {}),
          },
          voice: {
            tone: taken.ton ?? 'chaleureux',
            ...(taken.nom ? { name: taken.nom } : {}),
            ...(taken.consignes ? { instructions: taken.consignes } : {}),
          },
          customer: {
            ...(taken.nom_complet ? { name: taken.nom_complet } : {}),
            ...(taken.numero_telephone ? { phone: taken.numero_telephone } : {}),
          },
          history: messages.filter((message) => !message.a_repondre).map(utterance),
          inbound: heard(inbound.map(utterance)),
          draft: await this.asShown(taken.brouillon, taken.id_conversation, inbound),
          now: new Date(),
        },
      };
    });
  }

  private async take(lease: string): Promise<ConversationRow | undefined> {
    const [row] = await this.db.rows<ConversationRow>(
      `with du as (
         select id_conversation from conversations
          where tour_prevu <= now() and statut_conversation = 'ouverte' and (bail_tour_fin is null or bail_tour_fin < now())
          order by tour_prevu limit 1 for update skip locked
       ), pris as (
         update conversations c set bail_tour = $1, bail_tour_fin = now() + $2::int * interval '1 ms', essais_tour = c.essais_tour + 1
           from du where c.id_conversation = du.id_conversation returning c.*
       )
       select c.id_conversation, c.id_utilisateur, c.id_prospect, c.brouillon, c.version - c.version_vue as version, c.essais_tour, c.chaine, p.nom_complet, p.numero_telephone,
              v.prenom, v.nom_boutique, v.horaires, p.desinscrit_le, r.actif, r.nom, r.ton, r.consignes,
              (select max(h.date_passage) from passages_conversation h where h.id_conversation = c.id_conversation and h.passage = 'rendue') as rendue_le
         from pris c join prospects p using (id_prospect) left join vendeurs_copie v on v.id_utilisateur = c.id_utilisateur
         left join reglages_assistant r on r.id_utilisateur = c.id_utilisateur`,
      [lease, this.env.thinkingMs + MARGIN_MS],
    );
    return row;
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
          and statut_message in ('en_envoi', 'envoye', 'distribue', 'lu') and date_creation < $3 limit 1`,
      [conversationId, JSON.stringify([{ id: `confirmer:${recapNonce}` }]), first.date_creation],
    );
    return shown ? draft : reopened(draft);
  }

  /** What is to be answered, in the order of WhatsApp's clock, and the last words before it, in the order they were said here. */
  private async messages(conversationId: string): Promise<MessageRow[]> {
    const columns = `id_message, direction_message, genere_par_ia, contenu_message, paroles, identifiant_bouton, date_creation, date_enregistrement, date_envoi, a_repondre,
       case when a_repondre and type_message = 'order' then contenu_brut->'order'->'product_items' end as panier`;
    const history = await this.db.rows<MessageRow>(
      `select ${columns} from messages where id_conversation = $1 and not a_repondre and type_message not in ('reaction', 'system') and supprime_le is null
        order by date_creation desc, id_message desc limit ${HISTORY}`,
      [conversationId],
    );
    const inbound = await this.db.rows<MessageRow>(
      `select ${columns} from messages where id_conversation = $1 and a_repondre order by date_creation, wamid`,
      [conversationId],
    );
    return [...history.reverse(), ...inbound];
  }
}

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
});
