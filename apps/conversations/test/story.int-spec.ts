import {
  ConversationRequestPassedOnV1,
  ConversationsApiUsedV1,
  ConversationStartedV1,
  CountProspects,
  type DeliveryFacts,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  GetHistory,
  ListConversations,
  ListMessages,
  ListProspects,
  MessageSentV1,
  OrderAgreedV1,
  OrderCancellationAskedV1,
  OrderCancellationRefusedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  type OrderFacts,
  OrderEditAskedV1,
  OrderEditedV1,
  OrderEditRefusedV1,
  OrderPaymentsChangedV1,
  OrderRefundsChangedV1,
  OrderRejectedV1,
  ProductUpdatedV1,
  ProspectCreatedV1,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

const AD = {
  source_url: 'https://fb.me/8k',
  source_id: '120226305850001',
  source_type: 'ad',
  headline: 'Nike en promo',
  ctwa_clid: 'Aff-1',
};

/** What orders makes of an agreement. */
const orderOf = (agreed: OrderAgreedV1): OrderFacts => ({
  ...agreed,
  orderId: newId(),
  orderNumber: 'CMD-20261123-000001',
  lines: [{ ...agreed.lines[0]!, productName: 'Nike Air Max 90', unitPrice: 45_000, lineTotal: 45_000 }],
  total: 45_000,
});

describe('the story', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];

  beforeAll(async () => {
    ({ world, whatsapp, service, stop } = await startStage());
  }, STAGE_MS);

  afterAll(() => stop?.());

  /** Leads a customer from the ad to the recap. */
  async function toRecap(shop: Shop, customer: Customer) {
    await customer.writes(shop, 'Bonjour, je suis intéressée par vos chaussures Nike', { referral: AD });
    await customer.reads(/pointure/);
    await customer.writes(shop, 'Je fais du 38');
    await customer.reads(/Nike Air Max 90, en 38.*45\.000 FCFA/s);
    await customer.writes(shop, 'Cocody, Angré 7ème tranche, Villa 123');
    const recap = await customer.reads(/À payer à la réception : 47\.000 FCFA/);
    return recap.buttons.find((button) => button.title === 'Confirmer')!;
  }

  it('knows which article the ad shows to who names none, and its true price', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa Koné');
    const referral = { ...AD, headline: 'Offre du mois', body: 'La Air Max 90 à 9 900 F seulement' };
    await awa.writes(shop, "Bonjour, je veux l'offre de la pub", { referral });
    await awa.reads(/Nike Air Max 90 : 45\.000 FCFA/);
    await awa.writes(shop, 'La pub disait 9 900');
    await awa.reads(/ce n'est pas notre prix : Nike Air Max 90 est à 45\.000 FCFA/);
  });

  it('leads Aminata from the ad to an order, and tells her its number', async () => {
    const shop = await new Shop(world, service).open();
    const aminata = new Customer(whatsapp, 'Aminata Traoré');
    const confirm = await toRecap(shop, aminata);
    await aminata.presses(shop, confirm.id, confirm.title);
    const { event: agreed, meta } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    const [nike] = shop.products;
    expect(agreed).toMatchObject({
      customerName: 'Aminata Traoré',
      customerPhone: aminata.phone,
      deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
      lines: [{ productId: nike!.productId, variantId: nike!.variants[0]!.variantId, size: '38', quantity: 1 }],
    });
    expect(meta.actor).toBe(`prospect:${agreed.prospectId}`);

    const { event: prospect } = await world.heard(ProspectCreatedV1, (_e, m) => m.sellerId === shop.sellerId);
    expect(prospect).toEqual({
      prospectId: agreed.prospectId,
      fullName: 'Aminata Traoré',
      phone: aminata.phone,
      source: 'pub_facebook',
      adId: AD.source_id,
      adHeadline: AD.headline,
    });
    await world.heard(ConversationStartedV1, (e) => e.conversationId === agreed.conversationId);

    await shop.tell(OrderConfirmedV1, newId(), { ...orderOf(agreed), confirmedAt: new Date().toISOString() });
    const receipt = await aminata.reads(/CMD-20261123-000001/);
    expect(receipt.text).toMatch(
      /^Merci Aminata ! .*1 x Nike Air Max 90, en 38 : 45\.000 FCFA.*Total des articles : 45\.000 FCFA/s,
    );
    const at = String(Math.floor(Date.now() / 1_000));
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };
    await shop.update('status', { id: receipt.wamid, status: 'delivered', timestamp: at, pricing });
    const { event: paid } = await world.heard(ConversationsApiUsedV1, (e) => e.referenceId === receipt.callbackData);
    expect(paid.conversationId).toBe(agreed.conversationId);
    expect((await world.all(OrderConfirmedV1)).map(({ event }) => event.orderId)).toContain(paid.orderId);
    expect(receipt.token).toBe(`Bearer token-of-${shop.phoneNumberId}`);

    expect(whatsapp.read).toContain(`wamid.in${aminata.waId}.001`);

    const answers = whatsapp.to(aminata.phone).length;
    await aminata.writes(shop, 'Où en est ma commande ?');
    await eventually(() => expect(whatsapp.to(aminata.phone)).toHaveLength(answers + 1));
    expect(whatsapp.to(aminata.phone).at(-1)!.text).toMatch(/CMD-20261123-000001.*confirmée/s);
    await aminata.presses(shop, confirm.id, confirm.title);
    await eventually(() => expect(whatsapp.to(aminata.phone)).toHaveLength(answers + 2));
    await eventually(async () =>
      expect((await world.ask(ListMessages, { conversationId: agreed.conversationId }, shop.sellerId)).items[0]!.state).toBe(
        'sent',
      ),
    );
    expect((await world.all(OrderAgreedV1)).filter(({ meta: m }) => m.sellerId === shop.sellerId)).toHaveLength(1);

    const history = await world.ask(GetHistory, { prospectId: agreed.prospectId }, shop.sellerId);
    expect(history.items[0]).toMatchObject({ customerName: 'Aminata Traoré', direction: 'entrant', byAssistant: false });
    expect(history.items[1]).toMatchObject({ direction: 'sortant', byAssistant: true });
    expect(await world.ask(CountProspects, {}, shop.sellerId)).toEqual({ prospects: 1 });
    const { items } = await world.ask(ListConversations, {}, shop.sellerId);
    expect(items).toMatchObject([{ id: agreed.conversationId, status: 'open', customerName: 'Aminata Traoré' }]);
    const sent = (await world.all(MessageSentV1)).filter(({ event }) => event.conversationId === agreed.conversationId);
    expect(new Set(sent.map(({ event }) => event.messageId)).size).toBe(whatsapp.to(aminata.phone).length);
  });

  it('asks a customer whose number WhatsApp hides for one before it takes her order', async () => {
    const shop = await new Shop(world, service).open();
    const hidden = 'CI.13571357135713571357';
    const says = (text: string, more: Record<string, unknown> = {}) =>
      shop.update(
        'message',
        {
          id: `wamid.${newId()}`,
          from_user_id: hidden,
          timestamp: String(Math.floor(Date.now() / 1_000)),
          type: 'text',
          text: { body: text },
          ...more,
        },
        { profile: { name: 'Adjoua' }, user_id: hidden },
      );
    const reads = (what: RegExp) =>
      eventually(() => {
        const found = whatsapp.to(hidden).findLast((one) => what.test(one.text));
        if (!found)
          throw new Error(
            `no ${what} among ${whatsapp
              .to(hidden)
              .map((one) => one.text)
              .join(' | ')}`,
          );
        return found;
      });
    const presses = ({ id, title }: { id: string; title: string }) =>
      says('', { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } });
    await says('Bonjour, je voudrais le Nike Air Max 90 en 38');
    await reads(/adresse/);
    await says('Cocody, Angré 7ème tranche, Villa 123');
    const first = await reads(/Vous confirmez/);
    await presses(first.buttons[0]!);
    await reads(/numéro de téléphone où le livreur peut vous joindre/);
    await says('0505060708');
    const recap = await reads(/Téléphone : .*05 ?05 ?06 ?07 ?08/);
    await presses(recap.buttons[0]!);
    const { event } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    expect(event).toMatchObject({ customerName: 'Adjoua', customerPhone: '+2250505060708', deliveryPhone: '+2250505060708' });
  });

  describe('takes no « oui » for a recap', () => {
    const recapsTo = ({ phone }: Customer) => whatsapp.to(phone).filter((one) => /Vous confirmez/.test(one.text));
    const agreedBy = async (shop: Shop) =>
      (await world.all(OrderAgreedV1)).filter(({ meta: { sellerId } }) => sellerId === shop.sellerId);

    it('that WhatsApp refused to bring her: it is shown first', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa Koné');
      await awa.writes(shop, 'Je prends la Nike Air Max 90 en 38');
      await awa.reads(/adresse/);
      whatsapp.answer = ({ text }) =>
        text.includes('Vous confirmez') ? { kind: 'refuse', status: 400, code: 131009 } : { kind: 'accept' };
      await awa.writes(shop, 'Cocody, Angré 7ème tranche, Villa 123');
      await eventually(async () =>
        expect(
          await shop.rows(`select from messages where id_utilisateur = $1 and statut_message = 'echec'`, [shop.sellerId]),
        ).toHaveLength(1),
      );
      whatsapp.answer = () => ({ kind: 'accept' });
      await awa.writes(shop, 'oui je confirme');
      await awa.reads(/Vous confirmez/);
      expect(await agreedBy(shop)).toHaveLength(0);
      await awa.writes(shop, 'oui je confirme');
      await eventually(async () => expect(await agreedBy(shop)).toHaveLength(1));
    });

    it('that she wrote before it and that came late', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa Koné');
      await toRecap(shop, awa);
      await awa.writes(shop, 'ok je confirme', { timestamp: String(Math.floor(Date.now() / 1_000) - 60) });
      await eventually(() => expect(recapsTo(awa)).toHaveLength(2));
      expect(await agreedBy(shop)).toHaveLength(0);
      await awa.writes(shop, 'ok je confirme');
      await eventually(async () => expect(await agreedBy(shop)).toHaveLength(1));
    });
  });

  it('passes on that she cancels, and tells her when it is done', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa Koné');
    const confirm = await toRecap(shop, awa);
    await awa.presses(shop, confirm.id, confirm.title);
    const { event: agreed } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    const order = orderOf(agreed);
    await shop.tell(OrderConfirmedV1, order.orderId, { ...order, confirmedAt: new Date().toISOString() });
    await awa.reads(/Merci Awa/);
    await awa.writes(shop, 'Je veux annuler ma commande');
    const asked = await eventually(() => {
      const found = whatsapp.to(awa.phone).find(({ buttons }) => buttons.some(({ id }) => id.startsWith('annuler-commande:')));
      if (!found) throw new Error('not asked whether she means it');
      return found;
    });
    await awa.presses(shop, asked.buttons[0]!.id, asked.buttons[0]!.title);
    const { event } = await world.heard(OrderCancellationAskedV1, (e) => e.conversationId === agreed.conversationId);
    expect(event.orderId).toBe(order.orderId);
    await shop.tell(OrderCancellationRefusedV1, order.orderId, { ...order, status: 'out-for-delivery' });
    await awa.reads(/CMD-20261123-000001 est déjà en route/);
    await shop.tell(OrderCancelledV1, order.orderId, { ...order, reason: 'à sa demande', cancelledBy: 'customer' }, 2);
    await awa.reads(/CMD-20261123-000001 est annulée/);
  });

  it('does not tell her that an order is confirmed which is cancelled already', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa Koné');
    const confirm = await toRecap(shop, awa);
    await awa.presses(shop, confirm.id, confirm.title);
    const { event: agreed } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    const order = orderOf(agreed);
    await shop.tell(OrderCancelledV1, order.orderId, { ...order, reason: 'boutique fermée', cancelledBy: 'seller' }, 2);
    await awa.reads(/est annulée \(motif : boutique fermée\)/);
    await shop.tell(OrderConfirmedV1, order.orderId, { ...order, confirmedAt: new Date().toISOString() }, 1);
    await awa.writes(shop, 'Merci');
    await eventually(() => expect(whatsapp.to(awa.phone).at(-1)!.text).not.toMatch(/annulée/));
    expect(whatsapp.to(awa.phone).some(({ text }) => /est confirmée/.test(text))).toBe(false);
  });

  it('offers what there is when the order is refused for stock', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa Koné');
    const confirm = await toRecap(shop, awa);
    await awa.presses(shop, confirm.id, confirm.title);
    const { event: agreed } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    const [nike] = shop.products;
    await shop.tell(OrderRejectedV1, agreed.agreementId, {
      agreementId: agreed.agreementId,
      conversationId: agreed.conversationId,
      prospectId: agreed.prospectId,
      reason: 'out-of-stock',
      refused: [{ asked: agreed.lines[0]!, productName: 'Nike Air Max 90', available: 0 }],
      alternatives: [
        {
          productId: nike!.productId,
          variantId: nike!.variants[1]!.variantId,
          productName: 'Nike Air Max 90',
          size: '39',
          unitPrice: 45_000,
          available: 3,
        },
      ],
    });
    const offer = await awa.reads(/n'a pas pu être enregistrée/);
    expect(offer.text).toMatch(/Nike Air Max 90, en 38 : épuisé.*Nike Air Max 90, en 39 : 45\.000 FCFA/s);
    await awa.writes(shop, 'Ok je prends le Nike en 39');
    const recap = await awa.reads(/1 x Nike Air Max 90, en 39 : 45\.000 FCFA/);
    expect(recap.text).toContain('Cocody, Angré');
  });

  it('asks her anew, at what it costs by then, when a price rose before her order was made', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa Koné');
    const confirm = await toRecap(shop, awa);
    await awa.presses(shop, confirm.id, confirm.title);
    const { event: agreed } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    const [nike] = shop.products;
    const variants = nike!.variants.map((variant) => ({ ...variant, unitPrice: 50_000 }));
    await shop.tell(ProductUpdatedV1, nike!.productId, { ...nike!, unitPrice: 50_000, variants }, 2);
    await shop.tell(OrderRejectedV1, agreed.agreementId, {
      agreementId: agreed.agreementId,
      conversationId: agreed.conversationId,
      prospectId: agreed.prospectId,
      reason: 'price-changed',
      refused: [{ asked: agreed.lines[0]!, productName: 'Nike Air Max 90', available: 3, unitPrice: 50_000 }],
      alternatives: [],
    });
    await awa.reads(/un prix vient de changer.*Nike Air Max 90, en 38 : 50\.000 FCFA/s);
    await awa.writes(shop, 'Oui ok');
    const recap = await awa.reads(/À payer à la réception : 52\.000 FCFA/);
    const again = recap.buttons.find((button) => button.title === 'Confirmer')!;
    await awa.presses(shop, again.id, again.title);
    const { event } = await world.heard(
      OrderAgreedV1,
      (e, m) => m.sellerId === shop.sellerId && e.agreementId !== agreed.agreementId,
    );
    expect(event).toMatchObject({ lines: [{ agreedPrice: 50_000, quantity: 1 }], deliveryFee: 2_000 });
  });

  it('tells her once of the deposit that the shop recorded and of what it sent back, not of what the courier took', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa Koné');
    const confirm = await toRecap(shop, awa);
    await awa.presses(shop, confirm.id, confirm.title);
    const { event: agreed } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    const { orderId, orderNumber, prospectId, conversationId } = orderOf(agreed);
    const deposit = { orderId, orderNumber, prospectId, conversationId, paymentId: newId(), method: 'wave' as const };
    const told = { ...deposit, amount: 10_000, voided: false, paid: 10_000, amountToCollect: 37_000, deliveryFee: 2_000 };
    await shop.tell(OrderPaymentsChangedV1, orderId, told, 2);
    await shop.tell(OrderPaymentsChangedV1, orderId, told, 2);
    await awa.reads(/bien reçu 10\.000 FCFA par Wave.*Reste à payer à la livraison : 37\.000 FCFA/s);
    const collected = { ...told, paymentId: newId(), deliveryId: newId(), method: 'cash' as const, amount: 37_000, paid: 47_000 };
    await shop.tell(OrderPaymentsChangedV1, orderId, collected, 3);
    await shop.tell(OrderPaymentsChangedV1, orderId, { ...told, voided: true, paid: 37_000, amountToCollect: 10_000 }, 4);
    await awa.reads(/a annulé le paiement de 10\.000 FCFA/);
    expect(whatsapp.to(awa.phone).filter(({ text }) => /reçu/.test(text))).toHaveLength(1);
    const order = { orderId, orderNumber, prospectId, conversationId };
    const refund = { ...order, refundId: newId(), method: 'wave' as const, amount: 4_000, voided: false, paid: 33_000 };
    await shop.tell(OrderRefundsChangedV1, orderId, refund, 5);
    await shop.tell(OrderRefundsChangedV1, orderId, refund, 5);
    await shop.tell(OrderRefundsChangedV1, orderId, { ...refund, voided: true, paid: 37_000, toRefund: 4_000 }, 6);
    await awa.reads(/a annulé le remboursement.*reste à vous rembourser : 4\.000 FCFA/s);
    expect(whatsapp.to(awa.phone).filter(({ text }) => /remboursé 4\.000 FCFA par Wave/.test(text))).toHaveLength(1);
  });

  describe('when she wants what she ordered otherwise', () => {
    const ordered = async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa Koné');
      const confirm = await toRecap(shop, awa);
      await awa.presses(shop, confirm.id, confirm.title);
      const { event: agreed } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
      const order = orderOf(agreed);
      await shop.tell(OrderConfirmedV1, order.orderId, { ...order, confirmedAt: new Date().toISOString() });
      await awa.reads(/Merci Awa/);
      const asked = () => world.heard(OrderEditAskedV1, (e) => e.orderId === order.orderId);
      return { shop, awa, order, asked };
    };

    it('asks for it with the total it makes, and tells her once it is done', async () => {
      const { shop, awa, order, asked } = await ordered();
      await awa.writes(shop, 'je veux changer la pointure, finalement je veux la 39');
      await awa.reads(/1 x Nike Air Max 90, en 39 : 45\.000 FCFA.*D'accord/s);
      await awa.presses(shop, 'dire:Oui, modifier', 'Oui, modifier');
      const in39 = shop.products[0]!.variants[1]!.variantId;
      expect((await asked()).event.lines).toMatchObject([{ variantId: in39, quantity: 1, agreedPrice: 45_000 }]);
      const lines = [{ ...order.lines[0]!, variantId: in39, size: '39' }];
      const edited = { ...order, lines, previousTotal: 45_000, byCustomer: true };
      await shop.tell(OrderEditedV1, order.orderId, edited, 2);
      await awa.reads(/C'est modifié.*CMD-20261123-000001.*en 39 : 45\.000 FCFA/s);
    });

    it('asks for another address at once; when it has left the shop hears of it and the assistant goes on', async () => {
      const { shop, awa, order, asked } = await ordered();
      await awa.writes(shop, 'nouvelle adresse : Marcory zone 4, pharmacie du bonheur');
      expect((await asked()).event.deliveryAddress).toMatch(/Marcory/i);
      const { orderId, orderNumber, prospectId, conversationId } = order;
      const refusal = { orderId, orderNumber, prospectId, conversationId: conversationId!, alternatives: [] };
      const left = { ...refusal, why: 'left' as const, status: 'out-for-delivery' as const, reason: 'nouvelle adresse' };
      await shop.tell(OrderEditRefusedV1, orderId, left, 2);
      await awa.reads(/est déjà avec le livreur/);
      const { event } = await world.heard(ConversationRequestPassedOnV1, (e) => e.orderId === orderId);
      expect(event).toMatchObject({ conversationId, orderNumber, wish: 'nouvelle adresse', customerName: 'Awa Koné' });
      await awa.writes(shop, 'où en est ma commande ?');
      await awa.reads(/CMD-20261123-000001 est confirmée/);
    });

    it('tells the shop once of a wish that only it can grant, and goes on', async () => {
      const { shop, awa, order } = await ordered();
      for (const _ of [1, 2]) await awa.writes(shop, 'je veux la facture');
      const { event } = await world.heard(ConversationRequestPassedOnV1, (e) => e.conversationId === order.conversationId);
      expect(event).toMatchObject({ orderId: order.orderId, wish: expect.stringContaining('facture') as string });
      await awa.writes(shop, 'où en est ma commande ?');
      await awa.reads(/CMD-20261123-000001 est confirmée/);
      const told = (await world.all(ConversationRequestPassedOnV1)).filter(({ event: e }) => e.orderId === order.orderId);
      expect(told).toHaveLength(1);
    });
  });

  it('tells her of the courier whom another number was given to call, and leaves it to her notice where it is her own', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa Koné');
    const confirm = await toRecap(shop, awa);
    await awa.presses(shop, confirm.id, confirm.title);
    const { event: agreed } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    const { orderId, orderNumber, prospectId, conversationId, customerName } = orderOf(agreed);
    const visit = (deliveryPhone: string): DeliveryFacts => ({
      ...{ deliveryId: newId(), orderId, orderNumber, prospectId, customerName, deliveryPhone, conversationId: conversationId! },
      ...{ courierId: newId(), courierName: 'Mamadou Diabaté', courierPhone: '+2250711223344', parcel: '1x Nike Air Max 90' },
      ...{
        pickupAddress: 'Abobo',
        destination: 'Cocody',
        plannedFor: '2026-11-23T14:00:00.000Z',
        fee: 2_000,
        amountToCollect: 47_000,
      },
    });
    const [own, other] = [visit(agreed.customerPhone), visit('+2250701020304')];
    await shop.tell(DeliveryPlannedV1, own.deliveryId, { ...own, courierName: 'Personne', reason: 'couvre Cocody' });
    await shop.tell(DeliveryPlannedV1, other.deliveryId, { ...other, reason: 'couvre Cocody' });
    await awa.reads(/sera livrée lundi 23 novembre à 14:00 par Mamadou Diabaté, qui appelle le \+2250701020304.*47\.000 FCFA/);
    await shop.tell(DeliveryPickedUpV1, other.deliveryId, { ...other, pickedUpAt: '2026-11-23T13:30:00.000Z' }, 2);
    await awa.reads(/Mamadou Diabaté a récupéré votre commande/);
    expect(whatsapp.to(awa.phone).some(({ text }) => text.includes('Personne'))).toBe(false);
  });

  it('keeps two sellers apart who have the same customer', async () => {
    const [one, two] = [await new Shop(world, service).open(), await new Shop(world, service).open()];
    const fatou = new Customer(whatsapp, 'Fatou Bamba');
    await Promise.all([fatou.writes(one, 'Bonjour'), fatou.writes(two, 'Bonjour, avez-vous des Puma ?')]);
    await eventually(() => expect(new Set(whatsapp.to(fatou.phone).map((m) => m.phoneNumberId)).size).toBe(2));
    for (const shop of [one, two]) {
      const { items } = await world.ask(ListProspects, { search: 'fatou' }, shop.sellerId);
      expect(items).toHaveLength(1);
      const [conversation] = (await world.ask(ListConversations, {}, shop.sellerId)).items;
      const other = shop === one ? two : one;
      await expect(world.ask(ListMessages, { conversationId: conversation!.id }, other.sellerId)).rejects.toMatchObject({
        code: 'CONVERSATION_NOT_FOUND',
        kind: 'not-found',
      });
    }
  });
});
