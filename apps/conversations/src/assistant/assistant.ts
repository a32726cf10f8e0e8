import type { Ad } from './ad.js';
import type { Draft, DraftLine } from './draft.js';
import type { Offer } from './offer.js';

export type { Ad } from './ad.js';
export type { Asked, AskedPrice, Draft, DraftLine, Interest } from './draft.js';
export type { Offer } from './offer.js';

/**
 * The port of whoever answers customers. Two engines stand behind it (Gemini and the offline assistant), with the same tools and the
 * same draft, so that one can take over from the other in the middle of a sale.
 */

/** Something said in the conversation. `buttonId` is set when a reply button was pressed instead of words written. */
export interface Utterance {
  author: 'customer' | 'assistant' | 'human';
  text: string;
  at: Date;
  buttonId?: string;
  /** A file came with it; `text` is its caption, or what a voice note says once it is transcribed. */
  media?: { id: string; kind: 'image' | 'audio' | 'video' | 'document' | 'sticker' };
}

/** How the seller wants his assistant to be; without a word of his: warm, and without a name. */
export interface Voice {
  tone: 'chaleureux' | 'sobre' | 'energique';
  /** The name it gives itself. */
  name?: string;
  /** What it should know of the shop, in the seller's words: never a source of prices or stock. */
  instructions?: string;
}

export interface Turn {
  /** `openDays`: 1 Monday to 7 Sunday; absent: nobody said. `opens`: when it opens next, where it is closed now and its hours are known. `pickupAddress`: where goods may be fetched, in the seller's words. */
  shop: {
    name: string;
    sellerFirstName: string;
    openingHours?: string;
    openDays?: number[];
    opens?: Date;
    timeZone?: string;
    pickupAddress?: string;
  };
  voice?: Voice;
  customer: { name?: string; phone?: string };
  /** The ad by which she came lately: it tells which article she means where she names none. */
  ad?: Ad;
  /** Bounded, oldest first, what was said before the burst. */
  history: Utterance[];
  /** The burst to answer now, oldest first. */
  inbound: Utterance[];
  draft: Draft;
  now: Date;
  /** What the guard refused in a first attempt at this turn. */
  corrections?: string[];
}

/** Bound on the server to one seller and one prospect; no price or identity ever comes from the model. */
export interface AssistantTools {
  /** The same tools, which know nothing of what was read before. Where the shop delivers and what she ordered is read once by each of them. */
  anew(): AssistantTools;
  /** Best first; one offer per variant (or per product without variants). */
  searchCatalogue(query: string): Promise<Offer[]>;
  checkStock(productId: string, variantId?: string): Promise<Offer | undefined>;
  /** Every offer of these products, whatever is left of them: what the draft speaks of, in a shop too large to list. */
  offersOf(productIds: string[]): Promise<Offer[]>;
  /** At most 50 offers, what is in stock before the rest: by name, or those of the cheapest or the dearest products of the shop. */
  listCatalogue(first?: 'name' | 'cheapest' | 'dearest'): Promise<Offer[]>;
  /** FCFA; accents and case ignored; undefined when no courier covers the place. */
  deliveryFee(place: string): Promise<DeliveryFee | undefined>;
  /** Names of the zones that somebody delivers to; empty: the seller has not said. */
  deliveryZones(): Promise<string[]>;
  /** The customer's latest order, or hers of this number. */
  orderStatus(number?: string): Promise<PlacedOrder | undefined>;
  /** Her orders that are not over, the latest first: those among her last 20. */
  openOrders(): Promise<PlacedOrder[]>;
}

/** An order of the customer as it is recorded. */
export interface PlacedOrder {
  number: string;
  /** As stored. */
  status: string;
  plannedFor?: Date;
  /** What is in it, at the prices it has; absent: not known here. */
  lines?: DraftLine[];
  /** Absent: not known here. */
  owed?: Owed;
}

/** What is paid of an order as the shop has booked it, and what is left. Whole FCFA. */
export interface Owed {
  toCollect: number;
  paid: number;
  /** The delivery fee is known, and part of what is left. */
  withDelivery: boolean;
}

/**
 * What the service does beside sending the text. `confirm` carries the draft as the customer saw it in the recap, because the reply's
 * own draft is already a new, empty one.
 */
export type Decision =
  | { kind: 'propose'; draft: Draft }
  | { kind: 'confirm'; nonce: string; draft: Draft }
  | { kind: 'hand-over'; reason: string }
  | { kind: 'cancel-draft' }
  /** `number`: of the one order of hers that is to be cancelled. */
  | { kind: 'cancel-order'; number: string; reason: string }
  /** The shop is told of a wish that only it can grant, in French; the assistant goes on. `order`: the number of the order it is about. */
  | { kind: 'pass-on'; wish: string; order?: string }
  /** An order that has not left is to be changed: where it goes or whom the courier calls; `agreed`: its lines, as she was shown them in the draft's `edit` and agreed. */
  | { kind: 'edit-order'; number: string; reason: string; address?: string; phone?: string; agreed?: true };

export interface Button {
  id: string;
  /** At most 20 characters (WhatsApp). */
  title: string;
}

export interface DeliveryFee {
  commune: string;
  /** Whole FCFA. */
  fee: number;
  /** In the seller's words (« demain », « 24 à 48 h »); absent: nothing is promised. */
  delay?: string;
}

/** What was asked of one model in a turn, as it is billed. */
export interface ModelUsage {
  /** The one that answered, which may not be the one that was asked; the one asked where none did. */
  model: string;
  /** `transcribe`: a voice note was written down; absent: an answer was thought about. */
  operation?: 'transcribe';
  calls: number;
  /** Calls that brought no answer: what they cost is not known. */
  errors: number;
  /** Those read from Google's cache included. */
  inputTokens: number;
  /** Thoughts included. */
  outputTokens: number;
  latencyMs: number;
}

export interface Reply {
  text: string;
  buttons?: Button[];
  /** A photo of a product, sent with `text` as its caption (and without buttons). */
  photo?: { mediaId: string; productId: string };
  /** The new state to store. */
  draft: Draft;
  decisions: Decision[];
  engine: 'offline' | 'gemini';
  /** Offers the reply is based on. */
  facts: Offer[];
  fee?: DeliveryFee;
  /** What was asked of models for it, attempts that failed or were refused included. */
  usage?: ModelUsage[];
  /** Why the first engine did not answer, when this is the second one's reply. */
  fallbackReason?: string;
  /** What the guard refused before this reply was let out. */
  refused?: string[];
}

export interface Assistant {
  /** Answers the whole burst once. Changes nothing: what must happen is in the reply's decisions. */
  answer(turn: Turn, tools: AssistantTools): Promise<Reply>;
}
