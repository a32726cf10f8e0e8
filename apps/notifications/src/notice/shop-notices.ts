import type { ConversationHandedOverV1, EmailAnalysedV1, MailboxReconnectNeededV1, StockLowV1 } from '#contracts';
import type { SellerCopy } from '../seller/seller-copies.js';
import { notice, type NoticeDraft, toSeller } from './notice-draft.js';

/** What the seller himself has to look after. */

export function handedOver(conversation: ConversationHandedOverV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice(
      'conversation_a_reprendre',
      toSeller(seller),
      { type: 'conversation', id: conversation.conversationId },
      { client: conversation.customerName ?? 'Un client', motif: conversation.reason },
    ),
  ];
}

export function stockLow(product: StockLowV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice(
      'stock_bas',
      toSeller(seller),
      { type: 'produit', id: product.productId },
      { produit: product.name, quantite: String(product.available), seuil: String(product.threshold) },
    ),
  ];
}

export function urgentEmail(email: EmailAnalysedV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice(
      'email_urgent',
      toSeller(seller),
      { type: 'email', id: email.emailId },
      { expediteur: email.from, resume: email.summary },
    ),
  ];
}

export function mailboxToReconnect(mailbox: MailboxReconnectNeededV1, seller: SellerCopy): NoticeDraft[] {
  return [notice('boite_a_reconnecter', toSeller(seller), { type: 'boite', id: mailbox.accountId }, { boite: mailbox.email })];
}
