import {
  ConversationsApiUsedV1,
  CreateTemplate,
  GetWhatsAppHealth,
  ListConversations,
  ListMessages,
  ListTemplates,
  MarkConversationRead,
  MessageFailedV1,
  type QuestionOf,
  ReactToMessage,
  RegisterMedia,
  ReplyToCustomer,
  ResendMessage,
  TakeOverConversation,
  WhatsAppAccountConnectedV1,
  WhatsAppAccountRestrictedV1,
  WhatsAppAccountSuspendedV1,
} from '#contracts';
import { newId } from '#database';
import { WHATSAPP_RATES } from '#providers';
import { eventually, type World } from '#testing';
import type { RunningService } from '#service';
import type { ObjectStore } from '#storage';
import { sendMetrics } from '../src/outbound/metrics.js';
import { MEDIA_STORE } from '../src/media/media-store.token.js';
import { TemplateBook } from '../src/templates/templates.js';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what is sent to customers', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];
  let replica: RunningService;

  beforeAll(async () => {
    const stage = await startStage({}, 2);
    ({ world, whatsapp, service, stop } = stage);
    replica = stage.replicas[1]!;
  }, STAGE_MS);

  afterAll(() => stop?.());

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

  /** Has much to say to one customer: that takes its time, in which the other tests run. */
  let patient: Shop;
  let toldPatient: number;
  beforeAll(async () => {
    patient = await new Shop(world, service).open();
    toldPatient = Date.now();
    await queue(patient, 1, 47);
  }, 30_000);

  describe('is paced', () => {
    it('from one number: never more than 80 messages in a second, whatever the number of replicas', async () => {
      const shop = await new Shop(world, service).open();
      const begun = Date.now();
      await queue(shop, 150, 1);
      await eventually(() => expect(sentBy(shop)).toHaveLength(150), { withinMs: 20_000 });
      // 16 at once and 56 as each second goes by, counted from before they were there: a machine that is late makes none of them early.
      const times = sentBy(shop).map((one) => one.at - begun);
      expect(times.sort((a, b) => a - b).filter((at, i) => at < ((i - 15) / 56) * 1_000 - 100)).toEqual([]);
    }, 30_000);

    it('for the one customer whom WhatsApp says to slow down for, and nobody else', async () => {
      const shop = await new Shop(world, service).open();
      const [slow, other] = [await greeted(shop), await greeted(shop)];
      let refusals = 0;
      whatsapp.answers(shop, (sent) =>
        sent.to === slow.phone && ++refusals === 1
          ? { kind: 'refuse', status: 400, code: 131056, retryAfter: 2 }
          : { kind: 'accept' },
      );
      const started = Date.now();
      await reply(shop, slow, 'Il en reste deux');
      await eventually(() => expect(refusals).toBe(1));
      await reply(shop, other, 'Il en reste deux');
      const toOther = await other.reads(/reste deux/);
      expect(await health(shop)).toMatchObject({ state: 'working' });
      expect((await health(shop)).problem).toBeUndefined();
      const toSlow = await slow.reads(/reste deux/);
      expect(toOther.at).toBeLessThan(toSlow.at);
      expect(toSlow.at - started).toBeGreaterThan(2_000);
    });

    it('for the whole number that WhatsApp says sends too fast, for as long as it says, and for no other shop', async () => {
      const [shop, neighbour] = [await new Shop(world, service).open(), await new Shop(world, service).open()];
      const [awa, other] = [await greeted(shop), await greeted(neighbour)];
      let refusals = 0;
      whatsapp.answers(shop, () =>
        ++refusals === 1 ? { kind: 'refuse', status: 400, code: 130429, retryAfter: 2 } : { kind: 'accept' },
      );
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
    it.concurrent(
      'waits, tells the seller once, keeps what customers write, and leaves when the number is linked again',
      async () => {
        const shop = await new Shop(world, service).open();
        const [awa, yao] = [await greeted(shop), await greeted(shop)];
        let refused = 0;
        whatsapp.answers(shop, (sent) =>
          sent.token === `Bearer token-of-${shop.phoneNumberId}` && ++refused > 0
            ? { kind: 'refuse', status: 401, code: 190 }
            : { kind: 'accept' },
        );
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
        expect(
          (await world.all(WhatsAppAccountSuspendedV1)).filter((one) => one.event.accountId === shop.accountId),
        ).toHaveLength(1);

        whatsapp.answers(shop, () => ({ kind: 'accept' }));
        await shop.tell(WhatsAppAccountConnectedV1, shop.accountId, shop.link, 2);
        await awa.reads(/reste deux/);
        await yao.reads(/reste trois/);
        await eventually(async () => expect(await health(shop)).toMatchObject({ state: 'working', waiting: 0 }));
      },
    );

    it.concurrent('is not stopped by a refusal of the token that was replaced meanwhile', async () => {
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
      whatsapp.answers(shop, () =>
        ++refused === 1 ? { kind: 'refuse', status: 401, code: 190, before: linkedAgain } : { kind: 'accept' },
      );
      await reply(shop, awa, 'Oui, il en reste');
      await awa.reads(/il en reste/);
      expect(await health(shop)).toMatchObject({ state: 'working' });
      expect((await world.all(WhatsAppAccountSuspendedV1)).filter((one) => one.event.accountId === shop.accountId)).toEqual([]);
    });
  });

  describe('from a number that WhatsApp lets only answer', () => {
    /** Somebody, and a template that waits for her; outside the 24 hours unless it advertises. */
    async function withTemplate(content: object) {
      const shop = await new Shop(world, service).open();
      const awa = await greeted(shop);
      const id = await conversationId(shop, awa);
      const late = (hours: number) =>
        shop.rows(
          `update conversations set dernier_entrant = now() - $2::int * interval '1 hour' where id_conversation = $1 returning 1`,
          [id, hours],
        );
      const last = async () => (await world.ask(ListMessages, { conversationId: id, limit: 1 }, shop.sellerId)).items[0]!;
      const begins = async () => {
        const messageId = newId();
        await shop.rows(
          `insert into messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, date_creation, type_message, phone_number_id, statut_message,
                                 contenu_envoi, prochain_essai, chaine)
           values ($1, $2, $3, 'Nouveautés', 'sortant', clock_timestamp(), 'template', $4, 'en_attente', $5, now(), '{"correlationId": "c"}') returning 1`,
          [
            messageId,
            id,
            shop.sellerId,
            shop.phoneNumberId,
            JSON.stringify({ type: 'template', name: 'nouveautes', language: 'fr', body: [], ...content }),
          ],
        );
        return messageId;
      };
      const templates = () => sentBy(shop).filter((one) => one.body['type'] === 'template').length;
      const over = () =>
        shop.rows(
          `update comptes_copie set restreint_jusqu_a = now() - interval '1 second' where id_compte_whatsapp = $1 returning 1`,
          [shop.accountId],
        );
      return { shop, awa, id, late, last, begins, templates, over };
    }
    const restricts = (shop: Shop, code: number) =>
      whatsapp.answers(shop, ({ body }) =>
        body['type'] === 'template' ? { kind: 'refuse', status: 400, code } : { kind: 'accept' },
      );
    const restrictedOf = async (shop: Shop) =>
      (await world.all(WhatsAppAccountRestrictedV1))
        .filter((one) => one.event.accountId === shop.accountId)
        .map((one) => one.event);

    it.concurrent.each([
      ['a template to somebody who is silent for a day', 131048, {}, 25],
      ['advertising', 131064, { advertises: true }, 0],
    ])(
      '%s waits, answers leave, the seller is told once, and it leaves when the restriction is over',
      async (_what, code, content, hours) => {
        const { shop, awa, late, last, begins, templates, over } = await withTemplate(content);
        restricts(shop, code);
        await late(hours);
        await begins();
        const { event } = await world.heard(WhatsAppAccountRestrictedV1, (e) => e.accountId === shop.accountId);
        expect(event).toMatchObject({ code: String(code), reason: expect.stringMatching(/restreint|limité/) as string });
        expect(new Date(event.until).getTime() - Date.now()).toBeGreaterThan(50 * 60_000);
        await eventually(async () =>
          expect(await last()).toMatchObject({ state: 'pending', problem: expect.stringMatching(/restriction/) as string }),
        );
        expect(await health(shop)).toMatchObject({
          state: 'working',
          restrictedUntil: event.until,
          waiting: 1,
          problem: expect.stringMatching(new RegExp(`réponses partent toujours.*${code}`)) as string,
        });
        // What she is answered passes the advertising that waits for her.
        const answered = hours === 0 ? awa : await greeted(shop);
        await reply(shop, answered, 'Il en reste deux');
        await answered.reads(/reste deux/);
        whatsapp.answers(shop, () => ({ kind: 'accept' }));
        await pause(700);
        expect(templates()).toBe(0);
        expect(await restrictedOf(shop)).toHaveLength(1);
        await over();
        await eventually(() => expect(templates()).toBe(1));
        await eventually(async () => expect(await health(shop)).toMatchObject({ waiting: 0 }));
        expect(await health(shop)).not.toHaveProperty('restrictedUntil');
      },
    );

    it.concurrent(
      'is restricted longer each time, and a template that met it three times fails and says that he may send it once more',
      async () => {
        const { shop, last, begins, over } = await withTemplate({ advertises: true });
        restricts(shop, 131048);
        await begins();
        for (const times of [1, 2, 3]) {
          await eventually(async () => expect(await restrictedOf(shop)).toHaveLength(times));
          if (times < 3) await over();
        }
        await eventually(async () =>
          expect(await last()).toMatchObject({ state: 'failed', problem: expect.stringMatching(/pourrez renvoyer/) as string }),
        );
        const hours = (await restrictedOf(shop)).map(({ until }) =>
          Math.round((new Date(until).getTime() - Date.now()) / 3_600_000),
        );
        expect(hours).toEqual([1, 6, 24]);
      },
    );

    it.concurrent('is restricted when WhatsApp says so afterwards, unless that was long ago', async () => {
      const { shop, begins, templates, last } = await withTemplate({ advertises: true });
      await begins();
      await eventually(() => expect(templates()).toBe(1));
      await eventually(async () => expect(await last()).toMatchObject({ state: 'sent' }));
      const { wamid, callbackData } = sentBy(shop).at(-1)!;
      const says = (agoSeconds: number) =>
        shop.update('status', {
          id: wamid,
          status: 'failed',
          timestamp: String(Math.ceil(Date.now() / 1_000) - agoSeconds),
          biz_opaque_callback_data: callbackData,
          errors: [{ code: 131048, title: 'refused' }],
        });
      await shop.rows(
        `update comptes_copie set connecte_le = now() - interval '1 day' where id_compte_whatsapp = $1 returning 1`,
        [shop.accountId],
      );
      await says(3 * 3_600);
      await eventually(async () => expect(await last()).toMatchObject({ state: 'failed' }));
      expect(await restrictedOf(shop)).toEqual([]);
      await says(0);
      await eventually(async () => expect(await restrictedOf(shop)).toHaveLength(1));
      await eventually(async () =>
        expect(await health(shop)).toMatchObject({ state: 'working', restrictedUntil: expect.any(String) as string }),
      );
    });
  });

  describe('when the seller writes himself', () => {
    type Reply = Omit<QuestionOf<ReplyToCustomer>, 'conversationId'>;
    const outside = (shop: Shop) =>
      shop.rows(`update conversations set dernier_entrant = now() - interval '25 hours' where id_utilisateur = $1 returning 1`, [
        shop.sellerId,
      ]);
    /** One customer and what the shop does with her. */
    async function chat() {
      const shop = await new Shop(world, service).open();
      const customer = await greeted(shop);
      const conversation = await conversationId(shop, customer);
      const messages = async () =>
        (await world.ask(ListMessages, { conversationId: conversation, limit: 100 }, shop.sellerId)).items;
      return {
        shop,
        customer,
        messages,
        write: (reply: Reply) => world.ask(ReplyToCustomer, { conversationId: conversation, ...reply }, shop.sellerId),
        resend: (messageId: string) => world.ask(ResendMessage, { conversationId: conversation, messageId }, shop.sellerId),
        react: (messageId: string, emoji: string) =>
          world.ask(ReactToMessage, { conversationId: conversation, messageId, emoji }, shop.sellerId),
        hers: async () => (await messages()).find((one) => one.direction === 'inbound')!,
        got: (type: string) =>
          eventually(() => {
            const found = whatsapp.to(customer.phone).findLast((one) => one.body['type'] === type);
            if (!found) throw new Error(`no ${type} yet`);
            return found.body;
          }),
      };
    }

    it.concurrent('buttons, a request for the position and a quote reach the customer as WhatsApp has them', async () => {
      const { write, got, hers, customer } = await chat();
      const question = await hers();
      expect(await write({ text: 'Laquelle ?', buttons: ['La noire', 'La blanche'], replyTo: question.id })).toMatchObject({
        type: 'interactive',
        text: 'Laquelle ?',
        replyTo: question.id,
        // It may be on its way before the answer is written.
        state: expect.stringMatching(/^(pending|sending|sent)$/) as string,
      });
      await customer.reads(/Laquelle/);
      expect(await got('interactive')).toMatchObject({
        context: { message_id: expect.stringMatching(/^wamid\.in/) as string },
        interactive: { action: { buttons: [{ reply: { title: 'La noire' } }, { reply: { title: 'La blanche' } }] } },
      });
      await write({ askLocation: true });
      await eventually(async () =>
        expect(await got('interactive')).toMatchObject({
          interactive: { type: 'location_request_message', action: { name: 'send_location' } },
        }),
      );
      await expect(write({ text: 'Bonjour', replyTo: newId() })).rejects.toMatchObject({ code: 'MESSAGE_NOT_FOUND' });
      await expect(write({})).rejects.toMatchObject({ code: 'VALIDATION_FAILED', facts: { fields: [{ field: 'text' }] } });
    });

    it.concurrent('more than three choices are a list', async () => {
      const { write, got, messages } = await chat();
      const parts = [
        { title: 'Abidjan', choices: [{ title: 'Cocody', description: '2.000 FCFA' }, { title: 'Marcory' }] },
        { title: 'Ailleurs', choices: [{ title: 'Bingerville' }, { title: 'Anyama' }] },
      ];
      const list = { button: 'Les quartiers', parts };
      expect(await write({ text: 'Où livrer ?', list })).toMatchObject({ type: 'interactive', text: 'Où livrer ?' });
      expect(await got('interactive')).toMatchObject({
        interactive: {
          type: 'list',
          body: { text: 'Où livrer ?' },
          action: {
            button: 'Les quartiers',
            sections: [
              {
                title: 'Abidjan',
                rows: [
                  { id: 'choix:1', title: 'Cocody', description: '2.000 FCFA' },
                  { id: 'choix:2', title: 'Marcory' },
                ],
              },
              {
                title: 'Ailleurs',
                rows: [
                  { id: 'choix:3', title: 'Bingerville' },
                  { id: 'choix:4', title: 'Anyama' },
                ],
              },
            ],
          },
        },
      });
      await eventually(async () => expect((await messages())[0]).toMatchObject({ state: 'sent' }));
      const untitled = { ...list, parts: [...parts, { choices: [{ title: 'Abobo' }] }] };
      const refused = { code: 'VALIDATION_FAILED', facts: { fields: [{ field: 'list.parts' }] } };
      await expect(write({ text: 'Où ?', list: untitled })).rejects.toMatchObject(refused);
      const eleven = {
        button: 'Voir',
        parts: [parts[0]!, { title: 'b', choices: Array.from({ length: 9 }, (_, i) => ({ title: `n° ${i}` })) }],
      };
      await expect(write({ text: 'Où ?', list: eleven })).rejects.toMatchObject(refused);
      await expect(write({ list })).rejects.toMatchObject({ facts: { fields: [{ field: 'text' }] } });
      await expect(write({ text: 'Où ?', list, buttons: ['Ici'] })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    });

    it.concurrent('what waited until the 24 hours were over does not leave, and says why', async () => {
      const { shop, write, messages, customer } = await chat();
      const pausedUntil = (when: string) =>
        shop.rows('update comptes_copie set pause_jusqu_a = $2 where id_utilisateur = $1 returning 1', [shop.sellerId, when]);
      await pausedUntil('2999-01-01');
      const { id } = await write({ text: 'Il en reste deux' });
      await outside(shop);
      await pausedUntil('2000-01-01');
      await eventually(async () =>
        expect((await messages())[0]).toMatchObject({
          id,
          state: 'failed',
          problem: expect.stringMatching(/24 heures/) as string,
        }),
      );
      expect(whatsapp.to(customer.phone).map((one) => one.text)).not.toContain('Il en reste deux');
    });

    /** A photo of the shop's, ready to be sent. */
    async function aPhoto(shop: Shop) {
      const mediaId = newId();
      const bytes = Buffer.from(`un cliché ${mediaId}`);
      const key = `${shop.sellerId}/uploads/${mediaId}`;
      const sha256 = await service.get<ObjectStore>(MEDIA_STORE).put(key, bytes, { sizeBytes: bytes.length, type: 'image/png' });
      await world.ask(RegisterMedia, { mediaId, key, mimeType: 'image/png', sizeBytes: bytes.length, sha256 }, shop.sellerId);
      return { mediaId, uploads: () => whatsapp.uploads.filter((one) => one.includes(bytes)).length };
    }
    const imageOf = (sent: { body: Record<string, unknown> }) => (sent.body['image'] as { id: string } | undefined)?.id;

    it.concurrent.each([
      [131009, 'Parameter value is not valid'],
      [131053, 'Media upload error'],
      [100, "Param image['id'] is not a valid whatsapp business account media attachment ID"],
    ])('a photo that WhatsApp dropped before its time is given once more and arrives (%i)', async (code, details) => {
      const { shop, write, customer, messages } = await chat();
      const { mediaId, uploads } = await aPhoto(shop);
      await write({ mediaId });
      await eventually(async () => expect((await messages())[0]).toMatchObject({ type: 'image', state: 'sent' }));
      const first = imageOf(whatsapp.to(customer.phone).at(-1)!);
      whatsapp.answers(shop, (sent) =>
        imageOf(sent) === first ? { kind: 'refuse', status: 400, code, details } : { kind: 'accept' },
      );
      const { id } = await write({ mediaId, text: 'La revoici' });
      await eventually(async () => expect((await messages())[0]).toMatchObject({ id, state: 'sent' }));
      const second = imageOf(whatsapp.to(customer.phone).at(-1)!);
      expect(second).not.toBe(first);
      await write({ mediaId });
      await eventually(() => expect(whatsapp.to(customer.phone).filter((one) => imageOf(one) === second)).toHaveLength(2));
      expect(uploads()).toBe(2);
    });

    it.concurrent('a photo that WhatsApp refuses right after it was given fails, and is not given for ever', async () => {
      const { shop, write, messages } = await chat();
      const { mediaId, uploads } = await aPhoto(shop);
      whatsapp.answers(shop, () => ({ kind: 'refuse', status: 400, code: 131053 }));
      await write({ mediaId });
      await eventually(async () => expect((await messages())[0]).toMatchObject({ type: 'image', state: 'failed' }));
      expect(uploads()).toBe(1);
      await write({ mediaId, text: 'Encore' });
      await eventually(async () => expect((await messages())[0]).toMatchObject({ text: 'Photo : Encore', state: 'failed' }));
      expect(uploads()).toBe(2);
      whatsapp.answers(shop, () => ({
        kind: 'refuse',
        status: 400,
        code: 100,
        details: "(#100) Param context['message_id'] is unknown",
      }));
      await write({ mediaId, text: 'Toujours' });
      await eventually(async () => expect((await messages())[0]).toMatchObject({ text: 'Photo : Toujours', state: 'failed' }));
      expect(uploads()).toBe(2);
    });

    it.concurrent(
      'a photo that WhatsApp took and could not deliver is given anew when the seller sends it once more',
      async () => {
        const { shop, write, resend, messages, customer } = await chat();
        const { mediaId, uploads } = await aPhoto(shop);
        const { id } = await write({ mediaId });
        await eventually(async () => expect((await messages())[0]).toMatchObject({ id, state: 'sent' }));
        await shop.update('status', {
          id: whatsapp.to(customer.phone).at(-1)!.wamid,
          status: 'failed',
          timestamp: String(Math.ceil(Date.now() / 1_000)),
          errors: [{ code: 131053, title: 'Media upload error' }],
        });
        await eventually(async () => expect((await messages())[0]).toMatchObject({ id, state: 'failed' }));
        await resend(id);
        await eventually(async () => expect((await messages())[0]).toMatchObject({ type: 'image', state: 'sent' }));
        expect(uploads()).toBe(2);
      },
    );

    it.concurrent('a photo is given to WhatsApp once, and shown with each message that sends it', async () => {
      const { shop, write, got, messages } = await chat();
      const mediaId = newId();
      const bytes = Buffer.from('une photo');
      const key = `${shop.sellerId}/uploads/${mediaId}`;
      const sha256 = await service.get<ObjectStore>(MEDIA_STORE).put(key, bytes, { sizeBytes: bytes.length, type: 'image/png' });
      await world.ask(RegisterMedia, { mediaId, key, mimeType: 'image/png', sizeBytes: bytes.length, sha256 }, shop.sellerId);
      expect(await write({ mediaId, text: 'La voici' })).toMatchObject({
        type: 'image',
        text: 'Photo : La voici',
        media: { id: mediaId },
      });
      const image = (await got('image'))['image'];
      const id = `media${whatsapp.uploads.findIndex((one) => one.includes(bytes)) + 1}`;
      expect(image).toMatchObject({ id, caption: 'La voici' });
      await write({ mediaId });
      await eventually(async () => expect(await got('image')).toEqual(expect.objectContaining({ image: { id } })));
      expect(whatsapp.uploads.filter((one) => one.includes(bytes))).toHaveLength(1);
      await eventually(async () => expect((await messages())[0]).toMatchObject({ type: 'image', state: 'sent' }));
      const stranger = await new Shop(world, service).open();
      await greeted(stranger);
      await expect(
        world.ask(ReplyToCustomer, { conversationId: await conversationId(stranger), mediaId }, stranger.sellerId),
      ).rejects.toMatchObject({ code: 'MEDIA_NOT_FOUND' });
    });

    it.concurrent(
      'a reaction stands on her message at once, and is gone again when it is taken back or cannot be sent',
      async () => {
        const { react, hers, got, messages, shop } = await chat();
        const { id } = await hers();
        expect(await react(id, '👍🏾')).toMatchObject({ id, reactions: [{ emoji: '👍🏾', by: 'shop' }] });
        expect(await got('reaction')).toMatchObject({
          reaction: { emoji: '👍🏾', message_id: expect.stringMatching(/^wamid\.in/) as string },
        });
        expect((await react(id, '')).reactions).toBeUndefined();
        await eventually(async () => expect(await got('reaction')).toMatchObject({ reaction: { emoji: '' } }));
        whatsapp.answers(shop, () => ({ kind: 'refuse', status: 400, code: 100 }));
        await react(id, '❤️');
        await eventually(async () => expect((await hers()).reactions).toBeUndefined());
        await expect(react(id, 'merci')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
        const ours = (await messages()).find((one) => one.direction === 'outbound' && one.type === 'text')!;
        await expect(react(ours.id, '👍')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
        expect((await world.ask(ListConversations, {}, shop.sellerId)).items).toMatchObject([{ status: 'open' }]);
      },
    );

    it.concurrent('a message that failed is sent once more, as a new one, however often he taps', async () => {
      const { shop, write, resend, messages, customer } = await chat();
      whatsapp.answers(shop, () => ({ kind: 'refuse', status: 400, code: 131026 }));
      const { id } = await write({ text: 'Vous êtes là ?' });
      await expect(resend(id)).rejects.toMatchObject({ code: 'MESSAGE_NOT_FAILED' });
      await eventually(async () => expect((await messages())[0]).toMatchObject({ id, state: 'failed' }));
      whatsapp.answers(shop, () => ({ kind: 'accept' }));
      const [first, second] = await Promise.all([resend(id), resend(id)]);
      expect(second.id).toBe(first.id);
      expect(first).toMatchObject({ text: 'Vous êtes là ?' });
      await customer.reads(/êtes là/);
      expect(whatsapp.to(customer.phone).filter((one) => one.text === 'Vous êtes là ?')).toHaveLength(1);
      await expect(resend(newId())).rejects.toMatchObject({ code: 'MESSAGE_NOT_FOUND' });
    });

    it.concurrent('outside the 24 hours only a template that WhatsApp approved leaves, filled in completely', async () => {
      const { shop, write, got } = await chat();
      const ask = {
        accountId: shop.accountId,
        name: 'relance',
        category: 'MARKETING' as const,
        body: 'Bonjour {{1}}, {{2}} est arrivé.',
      };
      const stranger = await new Shop(world, service).open();
      await expect(world.ask(CreateTemplate, { ...ask, examples: ['Awa', 'Puma'] }, stranger.sellerId)).rejects.toMatchObject({
        code: 'WHATSAPP_ACCOUNT_NOT_FOUND',
      });
      await expect(world.ask(CreateTemplate, { ...ask, examples: ['Awa'] }, shop.sellerId)).rejects.toMatchObject({
        facts: { fields: [{ field: 'examples' }] },
      });
      expect(await world.ask(CreateTemplate, { ...ask, examples: ['Awa', 'Puma'] }, shop.sellerId)).toEqual({
        name: 'relance',
        language: 'fr',
        category: 'MARKETING',
        status: 'PENDING',
        body: ask.body,
        parameters: 2,
      });
      const template = { name: 'relance', language: 'fr', parameters: ['Awa', 'la Puma'] };
      await outside(shop);
      await expect(write({ text: 'Bonjour' })).rejects.toMatchObject({ code: 'WINDOW_CLOSED', kind: 'conflict' });
      await expect(write({ askLocation: true })).rejects.toMatchObject({ code: 'WINDOW_CLOSED' });
      await expect(write({ template })).rejects.toMatchObject({ code: 'TEMPLATE_NOT_APPROVED' });
      whatsapp.templates.find(({ name }) => name === ask.name)!['status'] = 'APPROVED';
      service.get<TemplateBook>(TemplateBook).forget();
      replica.get<TemplateBook>(TemplateBook).forget();
      const asked = whatsapp.templateLists;
      for (let i = 0; i < 6; i++)
        expect((await world.ask(ListTemplates, { accountId: shop.accountId }, shop.sellerId)).items).toMatchObject([
          { name: 'relance', status: 'APPROVED', parameters: 2 },
        ]);
      expect(whatsapp.templateLists - asked).toBeLessThanOrEqual(2);
      await expect(write({ template: { ...template, parameters: ['Awa'] } })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        facts: { fields: [{ field: 'template.parameters' }] },
      });
      await expect(write({ template: { ...template, name: 'autre' } })).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOUND' });
      expect(await write({ template })).toMatchObject({ type: 'template', text: 'Bonjour Awa, la Puma est arrivé.' });
      expect(await got('template')).toMatchObject({
        template: {
          name: 'relance',
          language: { code: 'fr' },
          components: [{ parameters: [{ text: 'Awa' }, { text: 'la Puma' }] }],
        },
      });
    });
  });

  describe('refused only after WhatsApp took it', () => {
    async function taken() {
      const shop = await new Shop(world, service).open();
      const customer = await greeted(shop);
      const { wamid, callbackData } = whatsapp.to(customer.phone)[0]!;
      const conversation = await conversationId(shop, customer);
      const says = (status: string, code?: number, id = wamid) =>
        shop.update('status', {
          id,
          status,
          timestamp: String(Math.ceil(Date.now() / 1_000)),
          biz_opaque_callback_data: callbackData,
          ...(code ? { errors: [{ code, title: 'refused' }] } : {}),
        });
      const ours = async () =>
        (await world.ask(ListMessages, { conversationId: conversation, limit: 100 }, shop.sellerId)).items.find(
          (one) => one.id === callbackData,
        )!;
      await eventually(async () => expect(await ours()).toMatchObject({ state: 'sent' }));
      return { shop, customer, says, ours };
    }

    it.concurrent(
      'stays refused when an older status comes, and is delivered after all when another of her telephones took it',
      async () => {
        const { says, ours } = await taken();
        await says('failed', 131000);
        await eventually(async () =>
          expect(await ours()).toMatchObject({
            state: 'failed',
            problem: expect.stringMatching(/Vous pouvez le renvoyer/) as string,
          }),
        );
        await says('sent');
        await pause(400);
        expect(await ours()).toMatchObject({ state: 'failed' });
        await says('delivered');
        await eventually(async () => expect(await ours()).toMatchObject({ state: 'delivered' }));
        expect((await ours()).problem).toBeUndefined();
      },
    );

    it.concurrent('is delivered when its second copy was, whatever became of the first', async () => {
      const { says, ours } = await taken();
      await says('failed', 131000);
      await eventually(async () => expect(await ours()).toMatchObject({ state: 'failed' }));
      await says('failed', 131000, 'wamid.copy');
      await says('delivered', undefined, 'wamid.copy');
      await eventually(async () => expect(await ours()).toMatchObject({ state: 'delivered' }));
    });

    it.concurrent('because the customer cannot be reached: nothing more leaves to him until he writes', async () => {
      const { shop, customer, says } = await taken();
      await says('failed', 131026);
      await eventually(async () =>
        expect(await shop.rows('select envoi_refuse from prospects where id_utilisateur = $1', [shop.sellerId])).toEqual([
          { envoi_refuse: '131026' },
        ]),
      );
      await reply(shop, customer, 'Vous êtes là ?');
      await world.heard(MessageFailedV1, (e, meta) => meta.sellerId === shop.sellerId && /déjà refusé/.test(e.explanation));
      expect(whatsapp.to(customer.phone)).toHaveLength(1);
      await customer.writes(shop, 'Oui, me revoilà');
      await eventually(async () =>
        expect(await shop.rows('select envoi_refuse from prospects where id_utilisateur = $1', [shop.sellerId])).toEqual([
          { envoi_refuse: null },
        ]),
      );
      await reply(shop, customer, 'Bienvenue');
      await customer.reads(/Bienvenue/);
    });

    it.concurrent('because he wants no advertising: he is still answered', async () => {
      const { shop, customer, says } = await taken();
      await says('failed', 131050);
      await eventually(async () =>
        expect(
          await shop.rows('select 1 from prospects where id_utilisateur = $1 and promotions_refusees_le is not null', [
            shop.sellerId,
          ]),
        ).toHaveLength(1),
      );
      await reply(shop, customer, 'Il en reste deux');
      await customer.reads(/reste deux/);
    });
  });

  it.concurrent('are shown as read when somebody of the shop has read them, as far as he saw', async () => {
    const shop = await new Shop(world, service).open();
    const customer = await greeted(shop);
    const conversation = await conversationId(shop, customer);
    await world.ask(TakeOverConversation, { conversationId: conversation }, shop.sellerId);
    const [first, second] = [customer.item('Une question'), customer.item('Et une autre')];
    for (const item of [first, second]) {
      await shop.update('message', item, customer.contact);
      await eventually(async () =>
        expect(await shop.rows('select 1 from messages where wamid = $1', [item['id']])).toHaveLength(1),
      );
    }
    const seen = (await world.ask(ListMessages, { conversationId: conversation }, shop.sellerId)).items.find(
      (one) => one.text === 'Une question',
    )!;
    await world.ask(MarkConversationRead, { conversationId: conversation, upToMessageId: seen.id }, shop.sellerId);
    await eventually(() => expect(whatsapp.read).toContain(first['id']));
    expect(whatsapp.read).not.toContain(second['id']);
    await world.ask(MarkConversationRead, { conversationId: conversation }, shop.sellerId);
    await eventually(() => expect(whatsapp.read).toContain(second['id']));
  });

  it.concurrent('know the business account of a number that was linked before it was kept', async () => {
    const shop = await new Shop(world, service).open();
    await shop.rows('update comptes_copie set compte_business = null where id_compte_whatsapp = $1', [shop.accountId]);
    await greeted(shop);
    expect((await world.ask(ListTemplates, { accountId: shop.accountId }, shop.sellerId)).items).toEqual(expect.any(Array));
  });

  describe('costs', () => {
    const pricing = (category: string, type: string) => ({
      pricing: { billable: type === 'regular', pricing_model: 'PMP', type, category },
    });
    const told = async (shop: Shop) =>
      (await world.all(ConversationsApiUsedV1)).filter(
        ({ event, meta }) => meta.sellerId === shop.sellerId && event.operation.startsWith('messages.delivered'),
      );
    const duplicates = async () => (await sendMetrics.duplicates.get()).values[0]!.value;
    async function sent(shop: Shop) {
      const customer = await greeted(shop);
      const { wamid, callbackData } = whatsapp.to(customer.phone)[0]!;
      const says = (status: string, more: Record<string, unknown> = {}, id = wamid) =>
        shop.update('status', {
          id,
          status,
          timestamp: String(Math.floor(Date.now() / 1_000)),
          biz_opaque_callback_data: callbackData,
          ...more,
        });
      return { says, messageId: callbackData };
    }

    it.concurrent('the rates that are kept as data, the same for what shops and the platform send', async () => {
      const kept = await new Shop(world, service).rows(
        `select marche as market, categorie as category, micro_usd::int as "microUsd", valable_des::text as "from" from tarifs_whatsapp order by categorie`,
      );
      expect(kept).toEqual([...WHATSAPP_RATES].sort((a, b) => (a.category < b.category ? -1 : 1)));
    });

    it.concurrent('what the rate of its day says, once, when it has arrived, however its statuses come', async () => {
      const shop = await new Shop(world, service).open();
      const { says, messageId } = await sent(shop);
      await says('read');
      await says('delivered', pricing('utility', 'regular'));
      await says('sent', pricing('utility', 'regular'));
      await says('delivered', pricing('utility', 'regular'));
      const { event } = await world.heard(
        ConversationsApiUsedV1,
        (e) => e.referenceId === messageId && e.operation.startsWith('messages.delivered'),
      );
      expect(event).toMatchObject({ provider: 'whatsapp', operation: 'messages.delivered.utility', calls: 1, costFcfa: 2.4 });
      expect(event).toMatchObject({ tariff: 'regular', conversationId: await conversationId(shop) });
      await pause(500);
      expect(await told(shop)).toHaveLength(1);
    });

    it.concurrent(
      'nothing within the free window of an ad, nor when it never arrived, and twice when it came twice',
      async () => {
        const shop = await new Shop(world, service).open();
        const { says, messageId } = await sent(shop);
        const free = pricing('marketing', 'free_entry_point');
        await says('sent', {
          ...free,
          conversation: { id: 'c', origin: { type: 'referral_conversion' }, expiration_timestamp: '1795500000' },
        });
        const second = await sent(shop);
        await second.says('sent', pricing('marketing', 'regular'));
        await pause(400);
        expect(await told(shop)).toEqual([]);
        const twice = await duplicates();
        await says('delivered', free);
        await second.says('delivered', {}, 'wamid.double');
        await second.says('read', pricing('marketing', 'regular'));
        await second.says('sent', pricing('marketing', 'regular'), 'wamid.double');
        await eventually(async () =>
          expect(
            (await told(shop))
              .map(({ event }) => [event.referenceId, event.costFcfa])
              .sort((a, b) => Number(a[1]) - Number(b[1])),
          ).toEqual([
            [messageId, 0],
            [second.messageId, 13.5],
            [second.messageId, 13.5],
          ]),
        );
        expect(await duplicates()).toBe(twice + 1);
        const [kept] = await shop.rows<{ fin: Date }>(
          'select fenetre_gratuite_fin as fin from couts_messages where id_message = $1',
          [messageId],
        );
        expect(kept!.fin.getTime()).toBe(1_795_500_000_000);
      },
    );

    it.concurrent('its number when WhatsApp refuses it afterwards for what is wrong with the account', async () => {
      const shop = await new Shop(world, service).open();
      const { says } = await sent(shop);
      await pause(1_000);
      await says('failed', { errors: [{ code: 131042, title: 'Business eligibility payment issue' }] });
      const { event } = await world.heard(WhatsAppAccountSuspendedV1, (e) => e.accountId === shop.accountId);
      expect(event).toMatchObject({ code: '131042', reason: expect.stringMatching(/moyen de paiement/) as string });
      expect(await health(shop)).toMatchObject({ state: 'suspended' });
    });
  });

  it('is paced to one customer too: 44 at once and in order, then one in six seconds', async () => {
    // The last of the 47 may have left too, where the other tests took long.
    await eventually(() => expect(sentBy(patient).length).toBeGreaterThanOrEqual(46), { withinMs: 30_000 });
    const sent = sentBy(patient);
    expect(sent.map((one) => one.text)).toEqual(sent.map((_, i) => `n° ${i + 1}`));
    // The rate says when the n-th may leave at the earliest.
    const early = sent.filter((one, i) => one.at - toldPatient < (i - 43) * 6_000 - 100);
    expect(early).toEqual([]);
  }, 40_000);
});
