import { ListConversations, OrderCancellationAskedV1, OrderConfirmedV1, ReplyToCustomer } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

let world: World;
let whatsapp: FakeWhatsApp;
let service: RunningService;
let stop: Stage['stop'];

beforeAll(async () => {
  ({ world, whatsapp, service, stop } = await startStage());
}, STAGE_MS);

afterAll(() => stop?.());

/** Awa, whose orders of one pair each were confirmed at these sums, delivery included. */
async function withOrders(shop: Shop, ...totals: number[]): Promise<{ awa: Customer; conversationId: string; orders: string[] }> {
  const awa = new Customer(whatsapp, 'Awa');
  await awa.writes(shop, 'Bonjour');
  await awa.reads(/./);
  const { items } = await world.ask(ListConversations, {}, shop.sellerId);
  const { id: conversationId, prospectId } = items[0]!;
  const orders: string[] = [];
  for (const [at, total] of totals.entries()) {
    const order = {
      ...{ orderId: newId(), orderNumber: `CMD-20261123-00000${at + 1}`, agreementId: newId(), conversationId, prospectId },
      ...{
        customerName: 'Awa Koné',
        customerPhone: awa.phone,
        deliveryPhone: awa.phone,
        deliveryAddress: 'Cocody, Angré villa 12',
      },
      lines: [
        {
          productId: shop.products[at]!.productId,
          productName: shop.products[at]!.name,
          quantity: 1,
          unitPrice: total - 2_000,
          lineTotal: total - 2_000,
        },
      ],
      ...{ total: total - 2_000, deliveryFee: 2_000, confirmedAt: new Date().toISOString() },
    };
    orders.push(order.orderId);
    await shop.tell(OrderConfirmedV1, order.orderId, order);
    await awa.reads(new RegExp(`${order.orderNumber} est confirmée`));
  }
  return { awa, conversationId, orders };
}

const heard = (shop: Shop, words: string) =>
  eventually(async () =>
    expect(
      await shop.rows('select from messages where id_utilisateur = $1 and paroles = $2', [shop.sellerId, words]),
    ).toHaveLength(1),
  );

describe('while a person has the conversation', () => {
  it('what her order costs and where it is is told while nobody is there, once per question, and nothing else', async () => {
    const shop = await new Shop(world, service).open();
    const { awa, conversationId } = await withOrders(shop, 47_000);
    await awa.writes(shop, 'Je veux parler au vendeur');
    await awa.reads(/Je passe la main à Jean/);
    await awa.writes(shop, 'Je prépare combien pour le livreur ?');
    await awa.reads(/CMD-20261123-000001.*47\.000 FCFA[^]*Jean vous répond ici/);
    await awa.writes(shop, 'ma commande est où ?');
    await awa.reads(/Votre commande CMD-20261123-000001 est confirmée[^]*Jean vous répond ici/);

    const before = whatsapp.to(awa.phone).length;
    for (const words of ['ma commande est où ??', 'La Nike Air Max 90 est à combien ?', 'vous faites un prix ?']) {
      await awa.writes(shop, words);
      await heard(shop, words);
    }
    const [held] = (await world.ask(ListConversations, {}, shop.sellerId)).items;
    expect(held).toMatchObject({ id: conversationId, status: 'human' });

    await world.ask(ReplyToCustomer, { conversationId, text: 'Oui Awa, je suis là' }, shop.sellerId);
    await awa.reads(/je suis là/);
    await awa.writes(shop, 'le livreur vient quand ?');
    await heard(shop, 'le livreur vient quand ?');
    await shop.rows("update conversations set derniere_main = now() - interval '40 minutes' where id_utilisateur = $1", [
      shop.sellerId,
    ]);
    await awa.writes(shop, 'il reste combien à payer ?');
    await awa.reads(/aucun paiement n'est encore noté.*47\.000 FCFA[^]*Jean vous répond ici/);
    expect(whatsapp.to(awa.phone)).toHaveLength(before + 2);
  }, 60_000);
});

describe('who has two orders', () => {
  it('hears the sum of both, and cancels the one she means', async () => {
    const shop = await new Shop(world, service).open();
    const { awa, orders } = await withOrders(shop, 47_000, 37_000);
    await awa.writes(shop, 'je dois combien en tout ?');
    await awa.reads(/000001 : reste à payer 47\.000[^]*000002 : reste à payer 37\.000[^]*84\.000 FCFA/);
    await awa.writes(shop, 'annulez ma commande');
    await awa.reads(/Laquelle voulez-vous annuler/);
    await awa.writes(shop, 'la première');
    const asked = await awa.reads(/vraiment annuler la commande CMD-20261123-000001/);
    await awa.presses(shop, asked.buttons[0]!.id, asked.buttons[0]!.title);
    const { event } = await world.heard(OrderCancellationAskedV1, (_e, meta) => meta.sellerId === shop.sellerId);
    expect(event).toMatchObject({ orderId: orders[0] });
  }, 60_000);
});
