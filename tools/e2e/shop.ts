import { answer, type FluxAsync } from '#api-client';
import { eventually } from '#testing';
import { digits } from '../launcher/cast.js';
import type { WholePlatform } from './whole-platform.js';

/** A customer who writes to more than one shop. */
export const AWA = { name: 'Awa Koné', phone: '+2250501020304' };

/** What a shop is called and reached by; no two shops share any of it. */
export interface ShopName {
  firstName: string;
  /** Eight digits that make its numbers and ids its own. */
  digits: string;
}

/** One thing of every kind that a shop can have, by the name of the path parameter that names it. */
export interface ShopIds {
  memberId: string;
  sessionId: string;
  keyId: string;
  whatsAppAccountId: string;
  mailboxId: string;
  productId: string;
  variantId: string;
  prospectId: string;
  /** A second prospect, whom nothing refers to. */
  otherId: string;
  conversationId: string;
  /** What {@link AWA} wrote. */
  messageId: string;
  noteId: string;
  /** A photo that waits to be sent. */
  mediaId: string;
  orderId: string;
  /** A deposit for the order. */
  paymentId: string;
  /** What was sent back of the deposit for an order that was called off. */
  refundId: string;
  courierId: string;
  deliveryId: string;
  emailId: string;
  notificationId: string;
  endpointId: string;
  webhookDeliveryId: string;
}

/** A shop that sells: signed up, linked, stocked, with a customer who wrote, an order on its way, a mail, a note, a key, an agent and a webhook. */
export interface Shop {
  flux: FluxAsync;
  sellerId: string;
  password: string;
  email: string;
  phoneNumberId: string;
  /** A key that may do everything a key may. */
  apiKey: string;
  ids: ShopIds;
}

const PASSWORD = 'des-chaussures-pour-tous';

/** Opens a shop by the API and fills it. {@link AWA} writes to it, so that two shops know the same telephone number. */
export async function openShop(platform: WholePlatform, name: ShopName): Promise<Shop> {
  const flux = platform.client();
  const email = `${name.firstName.toLowerCase()}@exemple.ci`;
  const session = await flux.signUp({
    lastName: 'Kouadio',
    firstName: name.firstName,
    email,
    phone: `+22507${name.digits}`,
    password: PASSWORD,
    country: "Côte d'Ivoire",
    sector: 'Chaussures',
    shopName: `Boutique ${name.firstName}`,
    pickupAddress: `Abobo, Magasin ${name.firstName}`,
  });
  const shop = { flux, email, password: PASSWORD, sellerId: session.sellerId, phoneNumberId: `1099${name.digits}` };
  const accounts = await linkAccounts(platform, shop, name);
  const team = await hireAndEquip(platform, flux, name);
  const goods = await stock(flux, name);
  const talk = await hearFrom(platform, shop, name);
  const order = { ...(await sell(flux, goods, talk.prospectId)), ...(await sendBack(flux, goods, talk.prospectId)) };
  const mail = await receiveMail(platform, shop);
  const ids = { ...accounts, ...team.ids, ...goods, ...talk, ...order, ...mail, ...(await readBack(flux, team.ids.endpointId)) };
  return { ...shop, apiKey: team.apiKey, ids };
}

type Basics = Pick<Shop, 'flux' | 'email' | 'phoneNumberId'>;

async function linkAccounts(platform: WholePlatform, { flux, email, phoneNumberId }: Basics, name: ShopName) {
  const number = { phoneNumberId, businessAccountId: `WABA_${name.digits}`, accessToken: `EAAB-${name.digits}` };
  const phone = `+22505${name.digits}`;
  await platform.sandboxed('POST', 'accounts', { ...number, phone: digits(phone), name: name.firstName });
  await platform.sandboxed('POST', 'mailboxes', { email, refreshToken: `1//${name.digits}` });
  const whatsApp = await answer(flux.api.POST('/v1/whatsapp-accounts', { body: { ...number, phone } }));
  const mailbox = await answer(
    flux.api.POST('/v1/email-accounts', { body: { provider: 'gmail', email, refreshToken: `1//${name.digits}` } }),
  );
  return { whatsAppAccountId: whatsApp.id, mailboxId: mailbox.id };
}

async function hireAndEquip(platform: WholePlatform, flux: FluxAsync, { firstName, digits: own }: ShopName) {
  const { api } = flux;
  await platform.sandboxed('POST', 'phones', { waId: `22501${own}`, phone: `22501${own}`, name: 'Adjoua Yao' });
  const member = await answer(
    api.POST('/v1/members', {
      body: {
        lastName: 'Yao',
        firstName: 'Adjoua',
        email: `adjoua.${firstName.toLowerCase()}@exemple.ci`,
        phone: `+22501${own}`,
        role: 'agent',
      },
    }),
  );
  const scopes = [
    ...(['catalogue', 'conversations', 'orders', 'deliveries', 'mails', 'notifications', 'webhooks'] as const).flatMap(
      (area) => [`${area}:read`, `${area}:write`] as const,
    ),
    'seller:read' as const,
    'figures:read' as const,
    'events:read' as const,
  ];
  const key = await answer(api.POST('/v1/api-keys', { body: { name: 'Site web', scopes } }));
  const endpoint = await answer(
    api.POST('/v1/webhook-endpoints', { body: { url: platform.receiverUrl, events: ['order.confirmed', 'message.received'] } }),
  );
  const { items } = await answer(api.GET('/v1/sessions'));
  return {
    apiKey: key.key!,
    ids: {
      memberId: member.id,
      keyId: key.id,
      endpointId: endpoint.id,
      sessionId: items[0]!.id,
      mediaId: await putPhoto(platform, flux),
    },
  };
}

/** The client speaks JSON; a file is sent as it is. */
async function putPhoto({ url }: WholePlatform, flux: FluxAsync): Promise<string> {
  const response = await fetch(`${url}/v1/media?fileName=photo.jpg`, {
    method: 'POST',
    headers: { authorization: `Bearer ${flux.token()}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function stock({ api }: FluxAsync, { firstName }: ShopName) {
  const product = await answer(
    api.POST('/v1/products', {
      body: {
        name: `Nike Air Max ${firstName}`,
        unitPrice: 45_000,
        variants: [
          { size: '38', stock: 10 },
          { size: '39', stock: 10 },
        ],
      },
    }),
  );
  const courier = await answer(
    api.POST('/v1/couriers', { body: { fullName: `Mamadou de ${firstName}`, phone: '+2250711223344', zones: ['Cocody'] } }),
  );
  return { productId: product.id, variantId: product.variants[0]!.id, courierId: courier.id };
}

async function hearFrom(platform: WholePlatform, { flux: { api }, phoneNumberId }: Basics, { firstName }: ShopName) {
  const text = `Bonjour ${firstName}`;
  await platform.sandboxed('POST', 'inbound', { from: digits(AWA.phone), name: AWA.name, toPhoneNumberId: phoneNumberId, text });
  const conversation = await eventually(async () => {
    const { items } = await answer(api.GET('/v1/conversations'));
    expect(items).toHaveLength(1);
    return items[0]!;
  });
  const path = { conversationId: conversation.id };
  const note = await answer(
    api.POST('/v1/conversations/{conversationId}/notes', { params: { path }, body: { text: `Cliente de ${firstName}` } }),
  );
  const other = await answer(api.POST('/v1/prospects', { body: { fullName: 'Passant', phone: '+2250799887766' } }));
  const { items: said } = await answer(api.GET('/v1/conversations/{conversationId}/messages', { params: { path } }));
  return {
    conversationId: conversation.id,
    prospectId: conversation.prospectId,
    messageId: said.find(({ direction }) => direction === 'inbound')!.id,
    noteId: note.id,
    otherId: other.id,
  };
}

async function sell({ api }: FluxAsync, { productId, variantId }: { productId: string; variantId: string }, prospectId: string) {
  const order = await answer(
    api.POST('/v1/orders', {
      body: {
        prospectId,
        customerName: AWA.name,
        customerPhone: AWA.phone,
        lines: [{ productId, variantId, quantity: 1 }],
        deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
      },
    }),
  );
  const { payments } = await answer(
    api.POST('/v1/orders/{orderId}/payments', {
      params: { path: { orderId: order.id } },
      body: { method: 'wave', amount: 10_000 },
    }),
  );
  return eventually(async () => {
    const { items } = await answer(api.GET('/v1/deliveries', { params: { query: { orderId: order.id } } }));
    expect(items).toHaveLength(1);
    return { orderId: order.id, deliveryId: items[0]!.id, paymentId: payments[0]!.id };
  });
}

/** An order that was only written down, paid for and called off: nobody hears of it but the books. */
async function sendBack(
  { api }: FluxAsync,
  { productId, variantId }: { productId: string; variantId: string },
  prospectId: string,
) {
  const { id } = await answer(
    api.POST('/v1/orders', {
      body: {
        prospectId,
        customerName: AWA.name,
        customerPhone: AWA.phone,
        lines: [{ productId, variantId, quantity: 1 }],
        deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
        draft: true,
      },
    }),
  );
  const params = { path: { orderId: id } };
  await answer(api.POST('/v1/orders/{orderId}/payments', { params, body: { method: 'wave', amount: 5_000 } }));
  await answer(api.POST('/v1/orders/{orderId}/cancel', { params, body: { reason: 'Elle ne vient plus' } }));
  const { refunds } = await answer(api.POST('/v1/orders/{orderId}/refunds', { params, body: { method: 'wave', amount: 5_000 } }));
  return { refundId: refunds[0]!.id };
}

async function receiveMail(platform: WholePlatform, { flux: { api }, email }: Basics) {
  await platform.sandboxed('POST', 'mail', {
    to: email,
    from: 'fournisseur@nike-ci.com',
    subject: 'Nouveau stock Nike disponible - Livraison urgent',
    text: 'Merci de confirmer votre commande avant ce soir.',
  });
  return eventually(
    async () => {
      const { items } = await answer(api.GET('/v1/emails'));
      expect(items[0]?.analysis).toBeDefined();
      return { emailId: items[0]!.id };
    },
    { withinMs: 20_000 },
  );
}

/** What came about by itself: a notice to the seller, and a webhook. */
async function readBack({ api }: FluxAsync, endpointId: string) {
  return eventually(
    async () => {
      const notices = await answer(api.GET('/v1/notifications', { params: { query: { recipient: 'seller' } } }));
      const sent = await answer(api.GET('/v1/webhook-endpoints/{endpointId}/deliveries', { params: { path: { endpointId } } }));
      expect([notices.items.length, sent.items.length]).toEqual([expect.any(Number), expect.any(Number)]);
      expect(Math.min(notices.items.length, sent.items.length)).toBeGreaterThan(0);
      return { notificationId: notices.items[0]!.id, webhookDeliveryId: sent.items[0]!.id };
    },
    { withinMs: 20_000 },
  );
}
