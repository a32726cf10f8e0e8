import type { RECIPIENT_ROLES } from '#contracts';
import type { SellerCopy } from '../seller/seller-copies.js';
import { type NoticeKind, type NoticeValues } from '../template/templates.js';
import { asValues } from '../template/wording.js';

export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

/** What a notice is about, in the words of `type_reference`. */
export interface NoticeReference {
  type: 'commande' | 'livraison' | 'conversation' | 'produit' | 'email' | 'boite' | 'compte_whatsapp';
  id: string;
}

/** A secret that is written into the text only when it leaves, in place of the value `code`. */
export interface SealedValue {
  codeId: string;
  sealed: string;
  expiresAt: string;
  /** What is stored and shown instead of the text. */
  shown: string;
}

/** A notice that is to be sent. */
export interface NoticeDraft {
  kind: NoticeKind;
  to: { role: RecipientRole; /** E.164 */ phone: string };
  values: Record<string, string>;
  reference?: NoticeReference;
  /** What the template's buttons send back, in their order. */
  payloads: string[];
  secret?: SealedValue;
}

/** Drafts a notice; the compiler asks for exactly the values of its text. */
export function notice<K extends NoticeKind>(
  kind: K,
  to: NoticeDraft['to'],
  reference: NoticeReference | undefined,
  values: NoticeValues<K>,
  payloads: string[] = [],
): NoticeDraft {
  return { kind, to, ...(reference ? { reference } : {}), values: asValues(values), payloads };
}

export const toSeller = ({ phone }: SellerCopy): NoticeDraft['to'] => ({ role: 'seller', phone });
