import type {
  AssistantBudgetReachedV1,
  ConversationHandedOverV1,
  ConversationRequestPassedOnV1,
  EmailAnalysedV1,
  MailboxReconnectNeededV1,
  SecurityCodeIssuedV1,
  StockLowV1,
  WebhookEndpointDisabledV1,
  WhatsAppAccountRestrictedV1,
  WhatsAppAccountSuspendedV1,
} from '#contracts';
import type { SellerCopy } from '../seller/seller-copies.js';
import { slot } from '../template/wording.js';
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

/** What a customer wants that only the shop can do; the assistant goes on with her. */
export function requestPassedOn(request: ConversationRequestPassedOnV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice(
      'demande_client',
      toSeller(seller),
      { type: 'conversation', id: request.conversationId },
      {
        client: request.customerName ?? 'Un client',
        numero: request.orderNumber ?? 'sans commande',
        demande: request.wish.replace(/[.\s]+$/, ''),
      },
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

export function whatsAppSuspended(account: WhatsAppAccountSuspendedV1, seller: SellerCopy): NoticeDraft[] {
  const motif = sentence(account.reason);
  return [notice('whatsapp_suspendu', toSeller(seller), { type: 'compte_whatsapp', id: account.accountId }, { motif })];
}

export function whatsAppRestricted(account: WhatsAppAccountRestrictedV1, seller: SellerCopy): NoticeDraft[] {
  const values = { motif: sentence(account.reason), fin: slot(account.until, seller.timeZone) };
  return [notice('whatsapp_restreint', toSeller(seller), { type: 'compte_whatsapp', id: account.accountId }, values)];
}

const sentence = (reason: string) => (/[.!?]$/.test(reason) ? reason : `${reason}.`);

export function budgetReached(budget: AssistantBudgetReachedV1, seller: SellerCopy): NoticeDraft[] {
  const limits = [
    ...(budget.dailyTokens > 0 ? [`${number(budget.dailyTokens)} jetons`] : []),
    ...(budget.dailyFcfa > 0 ? [`${number(budget.dailyFcfa)} FCFA`] : []),
  ];
  return [notice('budget_ia_atteint', toSeller(seller), undefined, { budget: limits.join(' ou ') })];
}

const number = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

export function webhookDisabled(endpoint: WebhookEndpointDisabledV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice('webhook_desactive', toSeller(seller), undefined, {
      adresse: endpoint.url,
      debut: slot(endpoint.failingSince, seller.timeZone),
      motif: endpoint.reason,
    }),
  ];
}

/** The code goes to the telephone of whoever asked for it or is invited. It is opened when it leaves, and nothing that is kept shows it. */
export function securityCode(code: SecurityCodeIssuedV1, { timeZone, shopName }: SellerCopy): NoticeDraft[] {
  const to = { role: 'seller' as const, phone: code.phone };
  const values = { prenom: code.firstName, code: '…', fin: slot(code.expiresAt, timeZone) };
  const [draft, shown] =
    code.purpose === 'invitation'
      ? [
          notice('invitation_equipe', to, undefined, { ...values, boutique: shopName }),
          'Votre code pour rejoindre l’équipe a été envoyé.',
        ]
      : [notice('code_securite', to, undefined, values), 'Votre code pour choisir un nouveau mot de passe a été envoyé.'];
  return [{ ...draft, secret: { codeId: code.codeId, sealed: code.sealedCode, expiresAt: code.expiresAt, shown } }];
}
