import type { Offer } from './offer.js';

/** A line the customer wants. `size` is free text noted for the seller when the product has no variants. */
export interface DraftLine {
  productId: string;
  variantId?: string;
  productName: string;
  size?: string;
  color?: string;
  /** The catalogue's, or what was granted to her: between floor and catalogue price. */
  unitPrice: number;
  quantity: number;
}

/** A product being talked about before it is on the draft; `wanted` once she said she takes it. */
export interface Interest {
  productId: string;
  size?: string;
  /** Sizes she asked about one after the other, so that "les deux" means them. */
  sizes?: string[];
  color?: string;
  quantity?: number;
  wanted?: boolean;
}

/** A line of a list she asked the price of; `variantId` names the offer that it was priced by. */
export interface AskedPrice extends Interest {
  variantId?: string;
}

export type Asked =
  | 'product'
  | 'line'
  | 'size'
  | 'color'
  | 'quantity'
  | 'address'
  | 'confirmation'
  | 'offer'
  | 'cancellation'
  | 'elsewhere'
  | 'receiver'
  | 'edit';

/**
 * What is already agreed in this conversation; stored by the service between turns (JSON).
 * `recapNonce` is set while a recap of exactly these lines and this address is open: any change closes it.
 */
export interface Draft {
  lines: DraftLine[];
  address?: string;
  commune?: string;
  /** The quarter she lives in, where a landmark was asked for before it becomes her address. */
  quarter?: string;
  /** She wants it at this address although nobody delivers there yet. */
  unserved?: boolean;
  /** E.164, when she wants to be called on another number than the one she writes from. */
  phone?: string;
  /** Who receives it, where she named somebody. */
  receiver?: string;
  /** What the courier is to know, in her words: when to call, with whom to leave it. */
  forCourier?: string[];
  /** A contact she sent after the order of this number: its person is called once she says that this is meant. */
  card?: { name?: string; phone: string; number: string };
  recapNonce?: string;
  /** The delivery fee that this recap shows, in whole FCFA; absent: none was known. */
  recapFee?: number;
  interest?: Interest;
  /** Further products she named, settled one after the other after `interest`. */
  pending?: Interest[];
  /** Size, colour or number she gave before she named the product. */
  hints?: { size?: string; color?: string; quantity?: number };
  /** Products last listed to her, in the order shown, so that "le premier" means one of them. */
  shown?: string[];
  /** Prices granted in bargaining, whole FCFA each; they hold for the rest of this sale. */
  granted?: { productId: string; variantId?: string; unitPrice: number }[];
  /** What she ordered last, for who wants the same again. */
  previous?: DraftLine[];
  /** Articles she asked about one after the other and has not taken yet, so that « les deux » means them; the latest last. */
  aside?: Interest[];
  /** Articles she asked the price of together, in the numbers she named, so that « tout » or « les 3 » takes them. */
  asked?: AskedPrice[];
  /** Lines she took off, so that « non, laissez les chaussettes » puts them back as they were. */
  takenOff?: DraftLine[];
  /** What she wants changed or taken off, kept while it is asked on which line. */
  change?: { sizes: string[]; colors: string[]; quantity?: number; remove?: boolean };
  /** An order was confirmed and is on its way to be recorded: until an order with another number than `before` is there, nothing of it can be changed here. */
  awaited?: { before?: string };
  /** What she wants a placed order to be, as it was shown to her with its total; sent to the shop once she agrees. */
  edit?: { number: string; lines: DraftLine[]; wish: string };
  /** What she wanted a placed order to be and has not agreed to yet, while she goes on: what she says next is done to that. */
  wants?: { number: string; lines: DraftLine[]; wish: string };
  /** Number of the placed order that the lines are to be added to; absent: they make an order of their own. */
  addsTo?: string;
  /** Products that go out of that order, once she agrees to what it makes. */
  takesOff?: string[];
  /** Number of the placed order whose articles the shop was asked to change, until it has answered: what is in it is not known meanwhile. */
  changing?: string;
  /** Number of the placed order that was asked to go elsewhere, until the shop has answered: what its delivery costs is not known meanwhile. */
  moving?: string;
  /** Numbers of the placed orders that she is asked whether to cancel. */
  cancelling?: string[];
  /** Her words, while she is asked which of her orders they are about, or which article of one. */
  whichOrder?: string;
  lastAsked?: Asked;
  /** Turns in a row that were not understood; a human is called at the third. */
  puzzled?: number;
}

/** FCFA for the articles, delivery not included. */
export function draftTotal(draft: Draft): number {
  return draft.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
}

/** A draft whose recap is closed: what she saw is no longer what would be ordered. Every change goes through here. */
export function reopened(draft: Draft): Draft {
  const { recapNonce: _closed, ...rest } = draft;
  return rest;
}

/** A new draft when one is over: the address and the phone stay known, the articles do not. */
export function emptied(draft: Draft): Draft {
  const { lines, previous } = draft;
  const place = { ...pick(draft, 'address'), ...pick(draft, 'commune') };
  const about = { ...pick(draft, 'awaited'), ...pick(draft, 'changing'), ...pick(draft, 'moving') };
  const known = { ...place, ...pick(draft, 'phone'), ...pick(draft, 'receiver'), ...about };
  return { lines: [], ...known, ...(previous ? { previous } : {}), ...(lines.length > 0 ? { previous: lines } : {}) };
}

/** A new draft after an order. @param before number of the latest order that was known when she confirmed */
export function ordered(draft: Draft, before: string | undefined): Draft {
  return { ...emptied(draft), awaited: before === undefined ? {} : { before } };
}

/** What one unit costs her: what was granted in bargaining as long as the seller's floor allows it, otherwise the catalogue's price. */
export function priceFor(draft: Draft, offer: Offer): number {
  const granted = draft.granted?.findLast(
    (one) => one.productId === offer.productId && (one.variantId === undefined || one.variantId === offer.variantId),
  );
  const holds =
    granted && offer.floorPrice !== undefined && granted.unitPrice >= offer.floorPrice && granted.unitPrice < offer.unitPrice;
  return holds ? granted.unitPrice : offer.unitPrice;
}

function pick<K extends keyof Draft>(draft: Draft, key: K): Partial<Pick<Draft, K>> {
  return draft[key] === undefined ? {} : ({ [key]: draft[key] } as Pick<Draft, K>);
}
