import { Injectable } from '@nestjs/common';
import { type AskedPayment, type ClaimedPayment, PaymentProvider, type SeenPayment } from './payment-provider.js';

/** The shop is its own provider: it sees its own account or holds the cash, and records what it saw; its courier or its own people ask the customer. */
@Injectable()
export class PaymentsByHand extends PaymentProvider {
  askFor(): Promise<AskedPayment> {
    return Promise.resolve({ kind: 'in-person' });
  }

  lookUp({ amount, reference }: ClaimedPayment): Promise<SeenPayment> {
    return Promise.resolve({ amount, ...(reference === undefined ? {} : { reference }) });
  }
}
