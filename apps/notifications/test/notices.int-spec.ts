import {
  type Actor,
  ConversationHandedOverV1,
  ConversationRequestPassedOnV1,
  EmailAnalysedV1,
  type Fact,
  fact,
  ListNotifications,
  NotificationFailedV1,
  NotificationsApiUsedV1,
  NotificationSentV1,
  type NotificationView,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { notificationsService } from '../src/notifications.service-definition.js';
import { NoticeCalls } from '../src/sending/notice-calls.js';
import { TEMPLATES } from '../src/template/templates.js';
import { aDelivery, anOrder, kouadio, noticesEnv, PLATFORM } from './a-shop.js';
import { type Answer, FakeWhatsApp } from './fake-whatsapp.js';

const whatsApp = new FakeWhatsApp();
let world: World;
let service: RunningService;

beforeAll(async () => {
  world = await startWorld();
  const env = noticesEnv(await whatsApp.start());
  // The second of them all, and of no notice in these tests.
  whatsApp.refusedTemplates.add(TEMPLATES.commande_annulee.whatsAppName);
  service = await world.start(notificationsService, env);
  await world.start(notificationsService, env);
}, 90_000);
afterAll(async () => {
  await world.stop();
  await whatsApp.stop();
});

const status = (item: Record<string, unknown>, phoneNumberId = PLATFORM): Fact =>
  fact<object>(
    WhatsAppUpdateReceivedV1,
    {
      phoneNumberId,
      businessAccountId: 'WABA_PLATEFORME',
      kind: 'status',
      field: 'messages',
      item: { timestamp: '1795328003', ...item },
      receivedAt: new Date().toISOString(),
    },
    { sellerId: null, key: newId(), version: 1 },
  );

const notices = async (sellerId: string): Promise<NotificationView[]> => (await world.ask(ListNotifications, {}, sellerId)).items;

/** The only notice of a seller, once it is in this state. */
const noticeThatIs = (sellerId: string, state: NotificationView['state']) =>
  eventually(async () => {
    const [one, ...others] = await notices(sellerId);
    expect({ state: one?.state, others }).toEqual({ state, others: [] });
    return one!;
  });

const messagesTo = (notice: NotificationView) => whatsApp.sent.filter((sent) => sent.biz_opaque_callback_data === notice.id);
const wamidOf = (notice: NotificationView) => messagesTo(notice).at(-1)!.wamid;

/** Sellers by id: each has a telephone of his own. */
const phones = new Map<string, string>();
const phoneOf = (sellerId: string) => phones.get(sellerId)!;

/** @param answers how WhatsApp answers the first messages to him */
async function aSeller(...answers: Answer[]): Promise<string> {
  const sellerId = newId();
  const phone = `+2250712${100_000 + phones.size}`;
  phones.set(sellerId, phone);
  whatsApp.answersTo(phone, ...answers);
  await world.publish(kouadio(sellerId, phone));
  return sellerId;
}

it('templates are registered each by itself: one that WhatsApp refuses keeps no other from it', async () => {
  const all = Object.values(TEMPLATES).map(({ whatsAppName }) => whatsAppName);
  await eventually(() =>
    expect([...new Set(whatsApp.templates)].sort()).toEqual(all.filter((name) => !whatsApp.refusedTemplates.has(name)).sort()),
  );
});

describe('notices', () => {
  it('of the story are three: seller, courier with buttons, customer; one of each however often the events come', async () => {
    const sellerId = newId();
    const delivery = aDelivery(sellerId);
    const events = [anOrder(sellerId), delivery].map((one) => ({ one, id: newId() }));
    for (const { one, id } of [...events, ...events]) await world.publish(one, id);
    // The profile comes last: the notices wait for it.
    await world.publish(kouadio(sellerId));

    const three = await eventually(async () => {
      const found = await notices(sellerId);
      expect(found.map((n) => n.state)).toEqual(['sent', 'sent', 'sent']);
      return Object.fromEntries(found.map((n) => [n.recipient, n]));
    });
    // Even a service that lost its memory of handled events makes no second notice.
    await service.db.asWorker(() => service.db.run('delete from inbox'));
    for (const { one, id } of events) await world.publish(one, id);
    await eventually(async () => expect(await Promise.all(events.map(({ id }) => handled(id)))).toEqual([true, true]));
    expect(await notices(sellerId)).toHaveLength(3);
    expect(three['seller']).toMatchObject({
      kind: 'nouvelle_commande',
      title: 'Nouvelle commande reçue',
      content: 'Aminata Traoré a commandé 1x Nike Air Max 90 - Total: 45.000 FCFA',
      channel: 'whatsapp',
      referenceType: 'commande',
    });
    expect(three['courier']!.content).toBe(
      'CMD-20261122-000001 : 1x Nike Air Max 90. À récupérer : Abobo, Magasin Kouadio Chaussures. À livrer : Cocody, Angré 7ème tranche, Villa 123, ' +
        'lundi 23 novembre à 14:00. Client : Aminata Traoré, +225 05 98 76 54 32. À encaisser : 47.000 FCFA.',
    );
    expect(three['customer']!.content).toContain(
      'livrée lundi 23 novembre à 14:00 par Mamadou Diabaté. Montant à payer à la livraison : 47.000 FCFA.',
    );
    const [toCourier, ...more] = messagesTo(three['courier']!);
    expect(more).toEqual([]);
    expect(toCourier!.to).toBe('+2250711223344');
    expect(toCourier!.template.components.filter((c) => c.type === 'button').map((c) => c.parameters[0]!.payload)).toEqual(
      ['picked-up', 'completed', 'attempt-failed'].map((report) => `livraison:${delivery.payload.deliveryId}:${report}`),
    );
    expect(messagesTo(three['seller']!)).toHaveLength(1);
    await eventually(async () =>
      expect((await world.all(NotificationSentV1)).filter(({ meta }) => meta.sellerId === sellerId)).toHaveLength(3),
    );
    expect(await notices(newId())).toEqual([]);
  });

  it('count the calls to WhatsApp for them, minute by minute', async () => {
    const sellerId = await aSeller({ status: 400, code: 131026 });
    await world.publish(anOrder(sellerId));
    await noticeThatIs(sellerId, 'failed');
    await world.publish(anOrder(sellerId));
    await eventually(async () => expect((await notices(sellerId)).map(({ state }) => state)).toContain('sent'));
    await service.db.asWorker(() =>
      service.db.run("update utilisation_en_cours set minute = minute - interval '1 hour' where id_utilisateur = $1", [sellerId]),
    );
    await service.get<NoticeCalls>(NoticeCalls).tell();
    const told = async () =>
      (await world.all(NotificationsApiUsedV1)).filter(({ meta }) => meta.sellerId === sellerId).map(({ event }) => event);
    await eventually(async () => expect((await told()).reduce((sum, { calls }) => sum + calls, 0)).toBe(2));
    expect((await told()).reduce((sum, { errors }) => sum + errors, 0)).toBe(1);
    expect((await told())[0]).toMatchObject({ provider: 'whatsapp', operation: 'messages.send', costFcfa: 0 });
  });

  it.concurrent('follow the statuses, in any order, and ignore those of other numbers and other messages', async () => {
    const sellerId = await aSeller();
    await world.publish(anOrder(sellerId));
    const notice = await noticeThatIs(sellerId, 'sent');
    const about = { id: wamidOf(notice), biz_opaque_callback_data: notice.id };
    await world.publish(status({ ...about, status: 'read' }, '999'));
    await world.publish(status({ id: 'wamid.OF_A_REPLY', status: 'sent', biz_opaque_callback_data: 'somebody else' }));
    await world.publish(status({ ...about, status: 'delivered' }));
    await noticeThatIs(sellerId, 'delivered');
    await world.publish(status({ id: about.id, status: 'read' }));
    await noticeThatIs(sellerId, 'read');
    const late = await world.publish(status({ ...about, status: 'sent' }));
    await eventually(async () => expect(await handled(late)).toBe(true));
    expect((await noticeThatIs(sellerId, 'read')).state).toBe('read');
  });

  it.concurrent('cost what the rate of the day says, once, when they have arrived', async () => {
    const sellerId = await aSeller();
    const order = anOrder(sellerId);
    await world.publish(order);
    const notice = await noticeThatIs(sellerId, 'sent');
    const about = { id: wamidOf(notice), biz_opaque_callback_data: notice.id, timestamp: '1795328003' };
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };
    await world.publish(status({ ...about, status: 'sent', pricing }));
    await world.publish(status({ ...about, status: 'delivered', pricing }));
    const last = await world.publish(status({ ...about, status: 'read' }));
    const costs = async () =>
      (await world.all(NotificationsApiUsedV1)).filter(
        ({ event }) => event.referenceId === notice.id && event.operation.startsWith('messages.delivered'),
      );
    await eventually(async () => expect(await handled(last)).toBe(true));
    await eventually(async () =>
      expect((await costs()).map(({ event }) => event)).toMatchObject([
        { operation: 'messages.delivered.utility', costFcfa: 2.4, tariff: 'regular', orderId: order.payload.orderId },
      ]),
    );
  });

  it.concurrent('whose sending got no answer are not sent again when a status tells that it arrived', async () => {
    const sellerId = await aSeller('silence');
    await world.publish(anOrder(sellerId));
    const notice = await noticeThatIs(sellerId, 'unknown');
    await world.publish(status({ id: wamidOf(notice), status: 'sent', biz_opaque_callback_data: notice.id }));
    await noticeThatIs(sellerId, 'sent');
    // Due as never before: if it could still be claimed, the worker that sends the next notice would take it first.
    await service.db.asWorker(() =>
      service.db.run("update notifications set prochaine_tentative = '2000-01-01' where id_notification = $1", [notice.id]),
    );
    const next = await aSeller();
    await world.publish(anOrder(next));
    await noticeThatIs(next, 'sent');
    expect(messagesTo(notice)).toHaveLength(1);
    await eventually(async () =>
      expect((await world.all(NotificationSentV1)).filter(({ meta }) => meta.key === notice.id)).toHaveLength(1),
    );
  });

  it.concurrent('are sent once more when no status comes, and given up when that stays without an answer too', async () => {
    const [lucky, unlucky] = [await aSeller('silence'), await aSeller('silence', 'silence')];
    for (const sellerId of [lucky, unlucky]) await world.publish(anOrder(sellerId));
    const doubtful = await noticeThatIs(lucky, 'unknown');
    await noticeThatIs(lucky, 'sent');
    expect(messagesTo(doubtful)).toHaveLength(2);
    const lost = await noticeThatIs(unlucky, 'failed');
    expect(messagesTo(lost)).toHaveLength(2);
    expect((await world.heard(NotificationFailedV1, (e) => e.notificationId === lost.id)).event.code).toBe('no_answer');
  });

  it.concurrent('whose worker died with them in hand come into doubt first', async () => {
    // WhatsApp asks to leave this number alone for a day, so that nothing is sent while the test plays the crash.
    const sellerId = await aSeller({ status: 400, code: 131049 });
    await world.publish(anOrder(sellerId));
    const { id } = await eventually(async () => {
      const notice = await noticeThatIs(sellerId, 'pending');
      expect(notice.problem).toContain('prochain essai demain');
      return notice;
    });
    await service.db.asWorker(() =>
      service.db.run(
        `update notifications set etat = 'en_cours_envoi', wamid = null, bail_jusqua = now() - interval '1 second' where id_notification = $1`,
        [id],
      ),
    );
    await noticeThatIs(sellerId, 'unknown');
    await world.publish(status({ id: 'wamid.OF_THE_DEAD', status: 'delivered', biz_opaque_callback_data: id }));
    expect(messagesTo(await noticeThatIs(sellerId, 'delivered'))).toHaveLength(0);
  });

  it.concurrent(
    'fail with a reason the seller understands, also when WhatsApp says so only afterwards and by its own id',
    async () => {
      const [first, second] = [await aSeller({ status: 400, code: 131026 }), await aSeller()];
      await world.publish(anOrder(first));
      expect((await noticeThatIs(first, 'failed')).problem).toContain("n'est pas sur WhatsApp");

      await world.publish(anOrder(second));
      const notice = await noticeThatIs(second, 'sent');
      await world.publish(status({ id: wamidOf(notice), status: 'failed', errors: [{ code: 131026, title: 'Undeliverable' }] }));
      await noticeThatIs(second, 'failed');
      await world.heard(NotificationFailedV1, (e) => e.notificationId === notice.id && e.code === '131026');
    },
  );

  it.concurrent('find a status that came before the answer to their sending was recorded', async () => {
    const sellerId = await aSeller();
    const early = await world.publish(
      status({ id: whatsApp.wamid(phoneOf(sellerId), 1), status: 'failed', errors: [{ code: 131026 }] }),
    );
    await eventually(async () => expect(await handled(early)).toBe(true));
    await world.publish(anOrder(sellerId));
    await noticeThatIs(sellerId, 'failed');
  });

  it.concurrent(
    'that are being sent again are not moved by the failure of the first sending, nor sent a third time',
    async () => {
      const sellerId = await aSeller('silence', 'slow');
      await world.publish(anOrder(sellerId));
      const notice = await noticeThatIs(sellerId, 'unknown');
      const first = wamidOf(notice);
      await eventually(() => expect(messagesTo(notice)).toHaveLength(2));
      await world.publish(
        status({ id: first, status: 'failed', biz_opaque_callback_data: notice.id, errors: [{ code: 131000 }] }),
      );
      await noticeThatIs(sellerId, 'sent');
      // Due as never before, like every notice that is tried again.
      await service.db.asWorker(() =>
        service.db.run("update notifications set prochaine_tentative = '2000-01-01' where id_notification = $1", [notice.id]),
      );
      const next = await aSeller();
      await world.publish(anOrder(next));
      await noticeThatIs(next, 'sent');
      expect(messagesTo(notice)).toHaveLength(2);
    },
  );

  it.concurrent('of mails are for the urgent ones only', async () => {
    const sellerId = await aSeller();
    const mail = (classification: string) => {
      const emailId = newId();
      return fact<object>(
        EmailAnalysedV1,
        {
          emailId,
          accountId: newId(),
          from: 'fournisseur@nike-ci.com',
          subject: 'Nouveau stock Nike disponible - Livraison urgent',
          priority: 'important',
          receivedAt: new Date().toISOString(),
          classification,
          summary: 'Le fournisseur annonce un nouveau stock.',
          action: 'repondre_urgent',
          confidence: 0.95,
        },
        { sellerId, key: emailId, version: 2 },
      );
    };
    await world.publish(mail('publicite'));
    await world.publish(mail('urgent'));
    expect(await noticeThatIs(sellerId, 'sent')).toMatchObject({
      kind: 'email_urgent',
      title: 'E-mail urgent reçu',
      referenceType: 'email',
    });
  });

  it.concurrent('call the seller to a conversation that needs him, not to one he took over himself', async () => {
    const sellerId = await aSeller();
    const handOver = (actor: Actor): Fact => {
      const conversationId = newId();
      const payload = {
        conversationId,
        prospectId: newId(),
        customerName: 'Aminata Traoré',
        reason: 'La cliente demande une personne.',
      };
      return fact<object>(ConversationHandedOverV1, payload, { sellerId, key: conversationId, version: 1, actor });
    };
    const own = await world.publish(handOver(`seller:${sellerId}`));
    await world.publish(handOver('assistant'));
    await noticeThatIs(sellerId, 'sent');
    await eventually(async () => expect(await handled(own)).toBe(true));
    expect((await world.ask(ListNotifications, {}, sellerId)).items).toHaveLength(1);
  });

  it.concurrent('tell the seller what a customer asks him for, while the assistant goes on with her', async () => {
    const sellerId = await aSeller();
    const conversationId = newId();
    const request = { conversationId, prospectId: newId(), customerName: 'Aminata Traoré', wish: 'une facture' };
    await world.publish(
      fact<object>(ConversationRequestPassedOnV1, request, { sellerId, key: conversationId, version: 1, actor: 'assistant' }),
    );
    const notice = await noticeThatIs(sellerId, 'sent');
    expect(notice).toMatchObject({ kind: 'demande_client', recipient: 'seller', referenceId: conversationId });
    expect(notice.content).toMatch(/^Aminata Traoré demande \(sans commande\) : une facture\./);
  });
});

it('in line stand those that are open, and no others', async () => {
  const sql = <T extends object>(text: string) => service.db.asWorker(() => service.db.rows<T>(text));
  // Of those that wait for their day or their end there may be any number; they must be the same ones on both sides.
  const differing = `select coalesce(n.id_notification, f.id_notification) as id, n.etat as state
    from (select * from notifications where etat in ('en_attente', 'en_cours_envoi', 'incertaine')) n full join file_avis f using (id_notification)
    where n.id_notification is null or f.id_notification is null or f.echeance <> n.prochaine_tentative
       or (f.bail_jusqua is not null) <> (n.etat = 'en_cours_envoi') or f.verdict <> (n.etat = 'incertaine' and n.renvois > 0)
       or f.personne <> sha256(convert_to(n.destinataire, 'UTF8'))`;
  const unnamed = `select n.id_notification as id from notifications n left join wamids_avis w using (wamid, id_notification)
    where n.wamid is not null and w.wamid is null`;
  expect(await sql(differing)).toEqual([]);
  expect(await sql(unnamed)).toEqual([]);
  const sellerId = await aSeller();
  await world.publish(anOrder(sellerId));
  const { id } = await noticeThatIs(sellerId, 'sent');
  const inLine = () => sql<{ id: string }>('select id_notification as id from file_avis');
  expect((await inLine()).map((row) => row.id)).not.toContain(id);
  // What failed on its way after all, for a passing reason, comes back to the line.
  await world.publish(
    status({ id: wamidOf(await noticeThatIs(sellerId, 'sent')), status: 'failed', errors: [{ code: 131049 }] }),
  );
  await noticeThatIs(sellerId, 'pending');
  expect((await inLine()).map((row) => row.id)).toContain(id);
  expect(await sql(differing)).toEqual([]);
});

const handled = async (eventId: string): Promise<boolean> =>
  (await service.db.asWorker(() => service.db.rows('select 1 from inbox where event_id = $1', [eventId]))).length > 0;
