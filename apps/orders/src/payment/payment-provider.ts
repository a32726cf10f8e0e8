import type { MoneyMethod } from '#contracts';

/** What somebody is to pay, for which order. */
export interface PaymentRequest {
  orderId: string;
  /** What the customer reads beside it: the order's number. */
  label: string;
  method: MoneyMethod;
  /** FCFA. */
  amount: number;
  /** Who pays, E.164. */
  payer: string;
}

/** How she is asked: by a page of the provider's, or by nobody but the people who meet her. */
export type AskedPayment = { kind: 'page'; url: string; reference: string; expiresAt: string } | { kind: 'in-person' };

/** What is said to have been paid. */
export interface ClaimedPayment {
  method: MoneyMethod;
  amount: number;
  /** The operator's transaction number. */
  reference?: string;
}

/** Money that has arrived: its amount is what is recorded, whatever was claimed. */
export interface SeenPayment {
  amount: number;
  reference?: string;
}

/**
 * Who can tell that money has arrived. What a customer sends (a screenshot, a message of the operator's, her word) is no answer of a provider and never reaches
 * this port. A provider that is reached by network is called outside any transaction.
 *
 * Errors are DomainErrors: kind `unavailable` when it does not answer (ask again; for {@link askFor} with the same order and amount, which must not ask the
 * customer twice), `rate-limited` when it wants us to wait, `forbidden` when the shop's account with it is not linked any more, `invalid` when it refuses the
 * request for good.
 */
export abstract class PaymentProvider {
  /** Asks the customer for money. Nothing is paid by that. */
  abstract askFor(request: PaymentRequest): Promise<AskedPayment>;

  /** Looks a payment up where the money arrives. @returns undefined while none is there: a payment that is pending or failed is none */
  abstract lookUp(claimed: ClaimedPayment): Promise<SeenPayment | undefined>;
}
