import {
  ConversationsApiUsedV1,
  EmailAnalysedV1,
  EmailsApiUsedV1,
  type Fact,
  fact,
  MessageReceivedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderEditedV1,
  SellerRegisteredV1,
  SellerUpdatedV1,
} from '#contracts';
import { newId } from '#database';

export const registered = (sellerId: string, timeZone = 'Africa/Abidjan', version = 1): Fact =>
  profile(SellerRegisteredV1, sellerId, timeZone, version);

export const updated = (sellerId: string, timeZone: string, version: number): Fact =>
  profile(SellerUpdatedV1, sellerId, timeZone, version);

const profile = (
  contract: typeof SellerRegisteredV1 | typeof SellerUpdatedV1,
  sellerId: string,
  timeZone: string,
  version: number,
) =>
  fact<object>(
    contract,
    {
      lastName: 'Kouadio',
      firstName: 'Jean',
      email: 'kouadio@gmail.com',
      phone: '+2250712345678',
      country: "Côte d'Ivoire",
      sector: 'Chaussures',
      shopName: 'Kouadio Chaussures',
      timeZone,
    },
    { sellerId, key: sellerId, version },
  );

export const messageReceived = (sellerId: string): Fact =>
  fact<object>(
    MessageReceivedV1,
    { messageId: newId(), conversationId: newId(), prospectId: newId(), type: 'text', sentAt: new Date().toISOString() },
    { sellerId, key: newId(), version: 1 },
  );

/** An order, its cancellation, and its change to another total. */
export function anOrder(
  sellerId: string,
  total: number,
  confirmedAt: string,
  prospectId: string = newId(),
  conversationId?: string,
): { confirmed: Fact; cancelled: Fact; edited: (newTotal: number, version?: number) => Fact } {
  const order = {
    orderId: newId(),
    orderNumber: 'CMD-20261122-000001',
    prospectId,
    ...(conversationId ? { conversationId } : {}),
    customerName: 'Aminata Traoré',
    customerPhone: '+2250598765432',
    lines: [{ productId: newId(), quantity: 1, productName: 'Nike Air Max 90', unitPrice: total, lineTotal: total }],
    total,
    deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
    deliveryPhone: '+2250598765432',
  };
  const about = { sellerId, key: order.orderId };
  return {
    confirmed: fact<object>(OrderConfirmedV1, { ...order, confirmedAt }, { ...about, version: 1 }),
    cancelled: fact<object>(
      OrderCancelledV1,
      { ...order, reason: 'changé d’avis', cancelledBy: 'customer' },
      { ...about, version: 9 },
    ),
    edited: (newTotal, version = 2) =>
      fact<object>(
        OrderEditedV1,
        {
          ...order,
          lines: [{ ...order.lines[0], unitPrice: newTotal, lineTotal: newTotal }],
          total: newTotal,
          previousTotal: total,
          reason: 'Aminata en veut plus',
        },
        { ...about, version },
      ),
  };
}

export const mailAnalysed = (sellerId: string): Fact => {
  const emailId = newId();
  return fact<object>(
    EmailAnalysedV1,
    {
      emailId,
      accountId: newId(),
      from: 'fournisseur@nike-ci.com',
      subject: 'Nouveau stock',
      priority: 'important',
      receivedAt: new Date().toISOString(),
      classification: 'urgent',
      summary: 'Résumé',
      action: 'repondre_urgent',
      confidence: 0.95,
    },
    { sellerId, key: emailId, version: 2 },
  );
};

export const apiUsed = (sellerId: string | null, calls = 1): Fact =>
  fact<object>(
    EmailsApiUsedV1,
    {
      provider: 'gmail',
      operation: 'history',
      calls,
      errors: 0,
      inputTokens: 0,
      outputTokens: 0,
      latencyMs: 12,
      costFcfa: 1.5,
      since: new Date().toISOString(),
    },
    { sellerId, key: newId(), version: 1 },
  );

/** A call of the conversations' service, for a conversation and perhaps about an order. */
export const spent = (
  sellerId: string,
  costFcfa: number,
  since: string,
  about: { conversationId?: string; orderId?: string },
): Fact =>
  fact<object>(
    ConversationsApiUsedV1,
    {
      provider: about.orderId ? 'whatsapp' : 'gemini',
      operation: about.orderId ? 'messages.delivered.utility' : 'generateContent',
      calls: 1,
      errors: 0,
      inputTokens: about.orderId ? 0 : 90,
      outputTokens: about.orderId ? 0 : 10,
      latencyMs: 12,
      costFcfa,
      since,
      ...about,
      ...(about.orderId ? { tariff: 'regular' } : {}),
    },
    { sellerId, key: newId(), version: 1 },
  );

/** Puts a list in another order, the same one for the same seed. */
export function shuffled<T>(list: T[], seed: number): T[] {
  let state = seed;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
