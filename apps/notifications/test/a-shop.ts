import { DeliveryPlannedV1, type Fact, fact, OrderConfirmedV1, SellerRegisteredV1 } from '#contracts';
import { newId } from '#database';

/** The platform's own number with WhatsApp. */
export const PLATFORM = '100200300400';

export const KEYS = 'essai:bm90aWNlcy1hcmUtc2VhbGVkLXdpdGgtMzItYnl0ZXM=';

export const noticesEnv = (whatsAppUrl: string) => ({
  PLATFORM_PHONE_NUMBER_ID: PLATFORM,
  PLATFORM_BUSINESS_ACCOUNT_ID: 'WABA_PLATEFORME',
  PLATFORM_WHATSAPP_TOKEN: 'platform-token',
  FLUXASYNC_ENCRYPTION_KEYS: KEYS,
  WHATSAPP_API_URL: whatsAppUrl,
  WHATSAPP_TIMEOUT_MS: '400',
  NOTICE_RECONCILE_MS: '2500',
  FCFA_PER_USD: '600',
});

export const kouadio = (sellerId: string, phone = '+2250712345678'): Fact =>
  fact<object>(
    SellerRegisteredV1,
    {
      lastName: 'Kouadio',
      firstName: 'Jean',
      email: 'kouadio@gmail.com',
      phone,
      country: "Côte d'Ivoire",
      sector: 'Chaussures',
      shopName: 'Kouadio Chaussures',
      timeZone: 'Africa/Abidjan',
    },
    { sellerId, key: sellerId, version: 1 },
  );

/** An order of the story; `more` changes its facts. */
export function anOrder(sellerId: string, more: object = {}): Fact & { payload: { orderId: string; prospectId: string } } {
  const orderId = newId();
  return fact<object>(
    OrderConfirmedV1,
    {
      orderId,
      orderNumber: 'CMD-20261122-000001',
      prospectId: newId(),
      customerName: 'Aminata Traoré',
      customerPhone: '+2250598765432',
      lines: [{ productId: newId(), quantity: 1, productName: 'Nike Air Max 90', unitPrice: 45_000, lineTotal: 45_000 }],
      total: 45_000,
      deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
      deliveryPhone: '+2250598765432',
      confirmedAt: '2026-11-22T10:00:00.000Z',
      ...more,
    },
    { sellerId, key: orderId, version: 1 },
  ) as Fact & { payload: { orderId: string; prospectId: string } };
}

/** A delivery's plan; `more` changes its facts. */
export function aDelivery(sellerId: string, more: object = {}, version = 1): Fact & { payload: { deliveryId: string } } {
  const { deliveryId = newId() } = more as { deliveryId?: string };
  const payload = {
    deliveryId,
    orderId: newId(),
    orderNumber: 'CMD-20261122-000001',
    courierId: newId(),
    courierName: 'Mamadou Diabaté',
    courierPhone: '+2250711223344',
    prospectId: newId(),
    customerName: 'Aminata Traoré',
    deliveryPhone: '+2250598765432',
    parcel: '1x Nike Air Max 90',
    pickupAddress: 'Abobo, Magasin Kouadio Chaussures',
    destination: 'Cocody, Angré 7ème tranche, Villa 123',
    plannedFor: '2026-11-23T14:00:00.000Z',
    fee: 2_000,
    amountToCollect: 47_000,
    reason: 'couvre Cocody',
    ...more,
  };
  return fact(DeliveryPlannedV1, payload, { sellerId, key: deliveryId, version }) as Fact & {
    payload: { deliveryId: string };
  };
}
