import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { openingDays } from '#contracts';
import { Database } from '#database';
import type { Ad } from '../assistant/ad.js';
import type { Draft, Turn } from '../assistant/assistant.js';
import { reopened } from '../assistant/draft.js';
import { calledBy } from '../assistant/offline/people.js';
import { cartItems, type CartItem } from '../cart/cart.js';
import { isLoop } from '../loops/loop.js';
import type { ReadMessage } from '../outbound/read-receipts.js';
import { DEFAULT_ZONE, type DueConversation, DueConversations } from './due-conversations.js';
import { heard, remembered } from './heard.js';
import { opensNext } from './opening.js';
import { type SaidMessage, SaidMessages } from './said-messages.js';
import { lastAd, loopLine, readMessage, unheardNote, utterance, type VoiceNote } from './what-messages-tell.js';

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

/** Takes the conversations whose customers have waited longest after a pause, shop by shop in turn, and reads everything that good answers need. */
@Injectable()
export class OpenTurns {
  constructor(
    private readonly db: Database,
    private readonly conversations: DueConversations,
    private readonly messages: SaidMessages,
  ) {}

  /** @param most how many turns at most. @param ofOneShop of a shop whose file is long no more than these, those under way counted. @returns those that are due and nobody else's, each held from now on */
  async due(most: number, ofOneShop = Infinity): Promise<OpenTurn[]> {
    const lease = randomUUID();
    return this.db.asWorker(async () => {
      const taken = await this.conversations.take(lease, most, ofOneShop);
      if (taken.length === 0) return [];
      const messages = Map.groupBy(await this.messages.of(taken.map((one) => one.id_conversation)), (row) => row.id_conversation);
      const open: OpenTurn[] = [];
      for (const one of taken) open.push(await this.open(one, messages.get(one.id_conversation) ?? [], lease));
      return open;
    });
  }

  private async open(taken: DueConversation, messages: SaidMessage[], lease: string): Promise<OpenTurn> {
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
      loops: isLoop(messages.map(loopLine).filter(({ at }) => !taken.rendue_le || at > taken.rendue_le)),
      mayAnswer: taken.desinscrit_le === null && taken.actif !== false,
      chain: taken.chaine ?? { correlationId: randomUUID() },
      overBudget: taken.budget_epuise,
      unheard: inbound.flatMap(unheardNote),
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
   * The draft, its recap closed when she cannot have read it before she wrote: it still waits to be sent, WhatsApp refused it, nobody knows whether it arrived, or
   * her words are older than it and came late. Her « oui » is about something else then. Who presses its button has seen it.
   */
  private async asShown(draft: Draft, conversationId: string, inbound: SaidMessage[]): Promise<Draft> {
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
}

function opening(
  { creneaux: slots, fuseau_horaire: zone }: DueConversation,
  now: Date,
): Pick<Turn['shop'], 'opens' | 'timeZone'> {
  const timeZone = zone ?? DEFAULT_ZONE;
  const opens = slots ? opensNext(slots, timeZone, now) : undefined;
  return { timeZone, ...(opens ? { opens } : {}) };
}

function openOn({ creneaux: hours, horaires: openingHours }: DueConversation): { openDays?: number[] } {
  const openDays = openingDays({ ...(hours ? { hours } : {}), ...(openingHours ? { openingHours } : {}) });
  return openDays ? { openDays } : {};
}

const named = (name: string | undefined): { name?: string } => (name ? { name } : {});

const came = (ad: Ad | undefined): { ad?: Ad } => (ad ? { ad } : {});
