import { Injectable } from '@nestjs/common';
import { fact, type OrderAgreedV1, OrderRejectedV1, type Received } from '#contracts';
import { type CallContext, chainOf, inContext, Outbox } from '#bus';
import { Sellers } from '../sellers.js';
import { Agreements } from './agreements.js';
import { ConfirmOrder } from './confirm-order.js';
import { Order } from './order.entity.js';
import type { Refusal } from './price-lines.js';
import { Refusals } from './refusals.js';

/** An agreement that waits for its answer; its prospect is who he is by now. */
interface Agreement {
  sellerId: string;
  agreed: OrderAgreedV1;
  chain: CallContext;
  cancelledEarly: boolean;
}

/** Makes orders of what customers agreed to in their conversations, or tells them why not. */
@Injectable()
export class TakeAgreements {
  constructor(
    private readonly sellers: Sellers,
    private readonly agreements: Agreements,
    private readonly confirm: ConfirmOrder,
    private readonly refusals: Refusals,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Agreements are taken in the order in which they came, each seeing what those before it left to sell; they cost as many statements as one, and each refusal one more. The same agreement
   * makes one order however often it is heard, and none when its cancellation came first: the order bears the agreement's id, so it can be cancelled by that id before it is there.
   */
  async take(batch: Received<OrderAgreedV1>[]): Promise<void> {
    await this.sellers.lockSales(batch.map(({ meta }) => meta.sellerId!));
    const fresh = await this.unanswered(batch);
    if (fresh.length === 0) return;
    const wanted = fresh.filter(({ cancelledEarly }) => !cancelledEarly);
    const outcomes = await this.confirm.confirmAll(
      wanted.map(({ sellerId, agreed, chain }) => ({ order: { ...agreed, id: agreed.agreementId, sellerId }, chain })),
      'assistant',
    );
    const answers = new Map(wanted.map((agreement, i) => [agreement, outcomes[i]!]));
    await this.agreements.settle(fresh.map((agreement) => settled(agreement, answers.get(agreement))));
    for (const [agreement, answer] of answers) if (!(answer instanceof Order)) await this.reject(agreement, answer);
  }

  /** Each agreement of the batch that has no answer yet, once. */
  private async unanswered(batch: Received<OrderAgreedV1>[]): Promise<Agreement[]> {
    const heard = new Map(batch.toReversed().map((received) => [received.event.agreementId, received]));
    const once = batch.filter((received) => heard.get(received.event.agreementId) === received);
    const standing = await this.agreements.standing(once.map(({ event, meta }) => ({ ...event, sellerId: meta.sellerId! })));
    return once.flatMap(({ event, meta }, i) => {
      const { settled: answered, prospectId, cancelledEarly } = standing[i]!;
      const agreed = { ...event, prospectId };
      return answered ? [] : [{ sellerId: meta.sellerId!, agreed, chain: chainOf(meta), cancelledEarly }];
    });
  }

  private async reject({ sellerId, agreed, chain }: Agreement, refusal: Refusal): Promise<void> {
    const { agreementId, conversationId, prospectId } = agreed;
    const alternatives = await this.refusals.insteadOf(sellerId, refusal);
    const rejected = { agreementId, conversationId, prospectId, ...refusal, alternatives };
    await inContext(chain, () => this.outbox.add([fact(OrderRejectedV1, rejected, { sellerId, key: agreementId, version: 1 })]));
  }
}

function settled({ sellerId, agreed: { agreementId } }: Agreement, answer: Order | Refusal | undefined) {
  const orderId = answer instanceof Order ? answer.id : undefined;
  const outcome = orderId ? ('confirme' as const) : answer ? ('refuse' as const) : ('annule' as const);
  return { sellerId, agreementId, outcome, orderId };
}
