import {
  GetWhatsAppHealth,
  ListConversations,
  ReplyToCustomer,
  WhatsAppAccountConnectedV1,
  WhatsAppAccountSuspendedV1,
} from '#contracts';
import { newId } from '#database';
import { eventually, startWorld, type World } from '#testing';
import type { RunningService } from '#service';
import { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop, startConversations } from './shop.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what is sent to customers', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;

  beforeAll(async () => {
    [world, whatsapp] = await Promise.all([startWorld(), FakeWhatsApp.start()]);
    service = await startConversations(world, whatsapp);
    await startConversations(world, whatsapp);
  }, 90_000);

  afterEach(() => {
    whatsapp.answer = () => ({ kind: 'accept' });
  });

  afterAll(async () => {
    await world?.stop();
    await whatsapp?.stop();
  });

  const conversationId = async (shop: Shop, customer?: Customer): Promise<string> => {
    const { items } = await world.ask(ListConversations, {}, shop.sellerId);
    return items.find((one) => !customer || one.customerPhone === customer.phone)!.id;
  };
  const health = (shop: Shop) => world.ask(GetWhatsAppHealth, { accountId: shop.accountId }, shop.sellerId);
  const reply = async (shop: Shop, customer: Customer, text: string) =>
    world.ask(ReplyToCustomer, { conversationId: await conversationId(shop, customer), text }, shop.sellerId);

  /** Somebody who wrote to the shop and was answered. */
  async function greeted(shop: Shop): Promise<Customer> {
    const customer = new Customer(whatsapp, 'Awa');
    await customer.writes(shop, 'Bonjour');
    await customer.reads(/Bonjour/);
    return customer;
  }

  /** `customers` people who each wait for `each` messages from one number, put there at once. */
  async function queue(shop: Shop, customers: number, each: number): Promise<void> {
    const ids = Array.from({ length: customers }, () => newId());
    await shop.rows(
      `with p as (insert into prospects (id_prospect, id_utilisateur, source_acquisition) select id, $1, 'direct' from unnest($2::uuid[]) t(id) returning id_prospect),
            c as (insert into conversations (id_conversation, id_prospect, id_utilisateur, id_compte_whatsapp, statut_conversation, adresse_whatsapp, dernier_entrant)
                  select id, id, $1, $3, 'humain', '2250102' || lpad((row_number() over ())::text, 6, '0'), now() from unnest($2::uuid[]) t(id) returning id_conversation)
       insert into messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, date_creation, type_message, phone_number_id, statut_message,
                             contenu_envoi, prochain_essai, chaine)
       select gen_random_uuid(), id, $1, 'n° ' || n, 'sortant', now(), 'text', $4, 'en_attente', jsonb_build_object('type', 'text', 'body', 'n° ' || n), now(),
              '{"correlationId": "${newId()}"}'
         from unnest($2::uuid[]) t(id), generate_series(1, $5::int) n order by n`,
      [shop.sellerId, ids, shop.accountId, shop.phoneNumberId, each],
    );
  }
  const sentBy = (shop: Shop) => whatsapp.sent.filter((one) => one.phoneNumberId === shop.phoneNumberId);

  describe('is paced', () => {
    it('from one number: never more than 80 messages in a second, whatever the number of replicas', async () => {
      const shop = await new Shop(world, service).open();
      await queue(shop, 150, 1);
      await eventually(() => expect(sentBy(shop)).toHaveLength(150), { withinMs: 20_000 });
      const times = sentBy(shop).map((one) => one.at);
      const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
      expect(most).toBeLessThanOrEqual(80);
    }, 30_000);

    it('to one customer: 44 at once and in order, then one in six seconds', async () => {
      const shop = await new Shop(world, service).open();
      await queue(shop, 1, 47);
      await eventually(() => expect(sentBy(shop)).toHaveLength(46), { withinMs: 30_000 });
      const sent = sentBy(shop);
      expect(sent.map((one) => one.text)).toEqual(Array.from({ length: 46 }, (_, i) => `n° ${i + 1}`));
      // The rate says when the n-th may leave at the earliest, counted from the first.
      const early = sent.filter((one, i) => one.at - sent[0]!.at < (i - 43) * 6_000 - 100);
      expect(early).toEqual([]);
    }, 40_000);

    it('for the one customer whom WhatsApp says to slow down for, and nobody else', async () => {
      const shop = await new Shop(world, service).open();
      const [slow, other] = [await greeted(shop), await greeted(shop)];
      let refusals = 0;
      whatsapp.answer = (sent) =>
        sent.to === slow.phone && ++refusals === 1
          ? { kind: 'refuse', status: 400, code: 131056, retryAfter: 2 }
          : { kind: 'accept' };
      const started = Date.now();
      await reply(shop, slow, 'Il en reste deux');
      await eventually(() => expect(refusals).toBe(1));
      await reply(shop, other, 'Il en reste deux');
      await other.reads(/reste deux/);
      expect(Date.now() - started).toBeLessThan(1_900);
      expect(await health(shop)).toMatchObject({ state: 'working' });
      expect((await health(shop)).problem).toBeUndefined();
      await slow.reads(/reste deux/);
      expect(Date.now() - started).toBeGreaterThan(2_000);
    });

    it('for the whole number that WhatsApp says sends too fast, for as long as it says, and for no other shop', async () => {
      const [shop, neighbour] = [await new Shop(world, service).open(), await new Shop(world, service).open()];
      const [awa, other] = [await greeted(shop), await greeted(neighbour)];
      let refusals = 0;
      whatsapp.answer = (sent) =>
        sent.phoneNumberId === shop.phoneNumberId && ++refusals === 1
          ? { kind: 'refuse', status: 400, code: 130429, retryAfter: 2 }
          : { kind: 'accept' };
      await reply(shop, awa, 'Il en reste deux');
      await eventually(async () => expect((await health(shop)).problem).toMatch(/limite les envois/));
      await reply(neighbour, other, 'Il en reste deux');
      await other.reads(/reste deux/);
      expect((await health(neighbour)).problem).toBeUndefined();
      await awa.reads(/reste deux/);
      const [number] = await shop.rows<{ debit: number }>('select debit from cadences_numero where id_compte_whatsapp = $1', [
        shop.accountId,
      ]);
      expect(number!.debit).toBe(40);
    });
  });

  describe('from a number that WhatsApp refuses', () => {
    it('waits, tells the seller once, keeps what customers write, and leaves when the number is linked again', async () => {
      const shop = await new Shop(world, service).open();
      const [awa, yao] = [await greeted(shop), await greeted(shop)];
      let refused = 0;
      whatsapp.answer = (sent) =>
        sent.token === `Bearer token-of-${shop.phoneNumberId}` && ++refused > 0
          ? { kind: 'refuse', status: 401, code: 190 }
          : { kind: 'accept' };
      await Promise.all([reply(shop, awa, 'Il en reste deux'), reply(shop, yao, 'Il en reste trois')]);
      const { event } = await world.heard(WhatsAppAccountSuspendedV1, (e) => e.accountId === shop.accountId);
      expect(event).toMatchObject({ code: '190', reason: expect.stringMatching(/reconnectez/) as string });
      expect(await health(shop)).toMatchObject({
        state: 'suspended',
        problem: expect.stringMatching(/reconnectez.*190/) as string,
      });
      await awa.writes(shop, 'Vous êtes là ?');
      await eventually(async () =>
        expect(
          await shop.rows(`select 1 from messages where id_utilisateur = $1 and contenu_message = 'Vous êtes là ?'`, [
            shop.sellerId,
          ]),
        ).toHaveLength(1),
      );
      await pause(800);
      const calls = refused;
      await pause(700);
      expect(refused).toBe(calls);
      expect((await world.all(WhatsAppAccountSuspendedV1)).filter((one) => one.event.accountId === shop.accountId)).toHaveLength(
        1,
      );

      whatsapp.answer = () => ({ kind: 'accept' });
      await shop.tell(WhatsAppAccountConnectedV1, shop.accountId, shop.link, 2);
      await awa.reads(/reste deux/);
      await yao.reads(/reste trois/);
      await eventually(async () => expect(await health(shop)).toMatchObject({ state: 'working', waiting: 0 }));
    });

    it('is not stopped by a refusal of the token that was replaced meanwhile', async () => {
      const shop = await new Shop(world, service).open();
      const awa = await greeted(shop);
      let refused = 0;
      const linkedAgain = async () => {
        await shop.tell(WhatsAppAccountConnectedV1, shop.accountId, shop.link, 2);
        await eventually(async () =>
          expect(
            await shop.rows('select 1 from comptes_copie where id_compte_whatsapp = $1 and version = 2', [shop.accountId]),
          ).toHaveLength(1),
        );
      };
      whatsapp.answer = () =>
        ++refused === 1 ? { kind: 'refuse', status: 401, code: 190, before: linkedAgain } : { kind: 'accept' };
      await reply(shop, awa, 'Oui, il en reste');
      await awa.reads(/il en reste/);
      expect(await health(shop)).toMatchObject({ state: 'working' });
      expect((await world.all(WhatsAppAccountSuspendedV1)).filter((one) => one.event.accountId === shop.accountId)).toEqual([]);
    });
  });
});
