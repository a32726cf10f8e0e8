import { readFileSync } from 'node:fs';
import {
  fact,
  GetNumberRoutes,
  GmailPushReceivedV1,
  WhatsAppAccountConnectedV1,
  WhatsAppAccountDisconnectedV1,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { newId } from '#database';
import { signBody } from '#providers';
import { eventually, startWorld, type World } from '#testing';
import { APP_SECRET, Neighbours } from './neighbours.js';
import { aMessage, aWebhook, forNumber } from './webhook.fixtures.js';

const vector = readFileSync(new URL('../../../libs/providers/test/wa-signature-vector.raw', import.meta.url));

describe('webhooks', () => {
  let world: World;
  let others: Neighbours;
  const [kouadio, account, number] = [newId(), newId(), '109988776655443'];
  /** Numbers accounts names on its second page. */
  const further = [{ accountId: newId(), phoneNumberId: '200', sellerId: kouadio, version: 1 }];

  const logged = (where: string, values: unknown[]) =>
    world.postgres.query<{ id_webhook: string; correlation_id: string; contenu: Record<string, unknown> }>(
      `select * from gateway.journal_webhooks where ${where}`,
      values,
      world.databaseName,
    );
  const connected = (sellerId: string, accountId: string, phoneNumberId: string, version: number) =>
    world.publish(
      fact(
        WhatsAppAccountConnectedV1,
        { accountId, phoneNumberId, businessAccountId: 'WABA_123456', phone: '+2250700112233', sealedToken: 'v1.k.x' },
        { sellerId, key: accountId, version },
      ),
    );
  const routes = (phoneNumberId: string) =>
    world.postgres.query<{ id_utilisateur: string; actif: boolean; version: number }>(
      'select * from gateway.routes_numeros where phone_number_id = $1',
      [phoneNumberId],
      world.databaseName,
    );

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    await others.answer(GetNumberRoutes, ({ after }) =>
      after
        ? { routes: further }
        : { routes: [{ accountId: account, phoneNumberId: number, sellerId: kouadio, version: 1 }], nextAfter: account },
    );
    await others.startGateway({ WHATSAPP_APP_SECRET_PREVIOUS: 'ancien-secret' });
    await eventually(async () => expect(await routes('200')).toHaveLength(1));
  }, 60_000);
  afterAll(async () => {
    await others?.stop();
    await world?.stop();
  });

  describe('of WhatsApp', () => {
    it('answer the handshake with the challenge, and only to who knows the token', async () => {
      const path = (token: string) => `/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`;
      const good = await others.call('GET', path('verifie-moi'));
      expect([good.status, good.text, good.headers.get('content-type')]).toEqual([
        200,
        '1158201444',
        expect.stringMatching(/^text\/plain/),
      ]);
      expect((await others.call('GET', path('autre'))).status).toBe(403);
      expect((await others.call('GET', '/webhooks/whatsapp')).status).toBe(403);
    });

    it('are accepted with a signature over the bytes, refused with one over the same JSON serialised again', async () => {
      const header = 'sha256=d86bb6d00d6e5ada454a00851486a46ba04f73c7035ce35fce8a4ee09bd5f61e';
      const send = (body: Buffer, signature: string) =>
        others.call('POST', '/webhooks/whatsapp', { body, headers: { 'x-hub-signature-256': signature } });
      const again = Buffer.from(JSON.stringify(JSON.parse(vector.toString('utf8'))));
      const refused = await send(vector, signBody(again, APP_SECRET));
      expect(refused.status).toBe(401);
      expect(refused.json).toMatchObject({ code: 'SIGNATURE_REFUSED', status: 401 });
      expect((await send(again, header)).status).toBe(401);
      const wamid = (JSON.parse(vector.toString('utf8')) as { entry: { changes: { value: { messages: { id: string }[] } }[] }[] })
        .entry[0]!.changes[0]!.value.messages[0]!.id;
      expect(await logged('cle_doublon like $1', [`%${wamid}`])).toHaveLength(0);
      expect((await send(vector, header)).status).toBe(200);
      expect(await logged('cle_doublon like $1', [`%${wamid}`])).toHaveLength(1);
    });

    it('may be signed with the secret before while it is being changed', async () => {
      const body = aWebhook(forNumber(number, { messages: [aMessage()] }));
      expect((await others.whatsApp(body, { secret: 'ancien-secret' })).status).toBe(200);
      expect((await others.whatsApp(body, { secret: 'plus-ancien' })).status).toBe(401);
    });

    it('reach the seller of the number as one event, in the chain that the request named', async () => {
      const message = aMessage();
      const contacts = [{ profile: { name: 'Aminata Traoré' }, wa_id: message.from }];
      const trace = '0af7651916cd43dd8448eb211c80319c';
      const answer = await others.whatsApp(aWebhook(forNumber(number, { contacts, messages: [message] })), {
        headers: { 'x-request-id': 'essai-chaine-1', traceparent: `00-${trace}-b7ad6b7169203331-01` },
      });
      expect(answer.headers.get('x-request-id')).toBe('essai-chaine-1');
      const { event, meta } = await world.heard(WhatsAppUpdateReceivedV1, (e) => e.item.id === message.id);
      expect(event).toMatchObject({
        kind: 'message',
        phoneNumberId: number,
        businessAccountId: 'WABA_123456',
        item: message,
        contact: contacts[0],
      });
      expect(meta).toMatchObject({ sellerId: kouadio, correlationId: 'essai-chaine-1', actor: 'whatsapp' });
      expect(meta.traceparent).toContain(trace);
    });

    it('are kept once however many copies come at the same moment', async () => {
      const message = aMessage();
      const body = aWebhook(forNumber(number, { messages: [message, message] }));
      const answers = await Promise.all(Array.from({ length: 20 }, () => others.whatsApp(body)));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      expect(await logged('cle_doublon = $1', [`message|${number}|${message.id}`])).toHaveLength(1);
      const marker = aMessage();
      await others.whatsApp(aWebhook(forNumber(number, { messages: [marker] })));
      await world.heard(WhatsAppUpdateReceivedV1, (e) => e.item.id === marker.id);
      const told = (await world.all(WhatsAppUpdateReceivedV1)).filter(({ event }) => event.item.id === message.id);
      expect(told).toHaveLength(1);
    });

    it('lose nothing to one bad item, a NUL, or an item too large for an event', async () => {
      const [before, after, big] = [
        aMessage({ text: { body: 'avant\u0000' } }),
        aMessage(),
        aMessage({ text: { body: 'x'.repeat(600_000) } }),
      ];
      const answer = await others.whatsApp(aWebhook(forNumber(number, { messages: [before, null, 'bizarre', big, after] })));
      expect(answer.status).toBe(200);
      const heard = async (id: string) => (await world.heard(WhatsAppUpdateReceivedV1, (e) => e.item.id === id)).event;
      expect((await heard(before.id)).item).toMatchObject({ text: { body: 'avant' } });
      await heard(after.id);
      expect((await heard(big.id)).item).toMatchObject({ type: 'unsupported', from: big.from, timestamp: big.timestamp });
      const [row] = await logged('cle_doublon = $1', [`message|${number}|${big.id}`]);
      expect((row!.contenu.text as { body: string }).body).toHaveLength(600_000);
    });

    it('are kept without a seller when nobody linked the number, and when the body is no JSON', async () => {
      const message = aMessage();
      await others.whatsApp(aWebhook(forNumber('777', { messages: [message] })));
      const { event, meta } = await world.heard(WhatsAppUpdateReceivedV1, (e) => e.item.id === message.id);
      expect([event.phoneNumberId, meta.sellerId]).toEqual(['777', null]);
      expect((await others.whatsApp(Buffer.from('{"entry": ['))).status).toBe(200);
      const unparsable = await world.heard(WhatsAppUpdateReceivedV1, (e) => e.item.unparsable !== undefined);
      expect(unparsable.event).toMatchObject({ kind: 'other', item: { unparsable: '{"entry": [' } });
    });

    it('may weigh 3 MB, and are refused above 4', async () => {
      const messages = [aMessage({ text: { body: 'x'.repeat(3_000_000) } })];
      expect((await others.whatsApp(aWebhook(forNumber(number, { messages })))).status).toBe(200);
      const tooLarge = await others.whatsApp(Buffer.alloc(4 * 1024 * 1024 + 1, 32));
      expect([tooLarge.status, tooLarge.json.code]).toEqual([413, 'BODY_TOO_LARGE']);
    });

    it('follow the number to its next seller, in whatever order the events come', async () => {
      const [phone, one, two] = ['31337', newId(), newId()];
      const [oldAccount, newAccount] = [newId(), newId()];
      await connected(one, oldAccount, phone, 1);
      await eventually(async () => expect(await routes(phone)).toHaveLength(1));
      await connected(two, newAccount, phone, 1);
      await eventually(async () => expect(await routes(phone)).toHaveLength(2));
      const message = aMessage();
      await others.whatsApp(aWebhook(forNumber(phone, { messages: [message] })));
      expect((await world.heard(WhatsAppUpdateReceivedV1, (e) => e.item.id === message.id)).meta.sellerId).toBe(two);

      const gone = { accountId: newAccount, phoneNumberId: phone, reason: 'seller' as const };
      await world.publish(fact(WhatsAppAccountDisconnectedV1, gone, { sellerId: two, key: newAccount, version: 4 }));
      await eventually(async () =>
        expect((await routes(phone)).find((r) => r.id_utilisateur === two)).toMatchObject({ actif: false }),
      );
      await connected(two, newAccount, phone, 3);
      await world.publish(
        fact(WhatsAppAccountDisconnectedV1, { ...gone, accountId: oldAccount }, { sellerId: one, key: oldAccount, version: 2 }),
      );
      await eventually(async () => expect((await routes(phone)).map((r) => r.actif)).toEqual([false, false]));
      const late = aMessage();
      await others.whatsApp(aWebhook(forNumber(phone, { messages: [late] })));
      expect((await world.heard(WhatsAppUpdateReceivedV1, (e) => e.item.id === late.id)).meta.sellerId).toBeNull();
    });

    it('find the seller of a number linked so long ago that no event tells of it, although other links were heard of first', async () => {
      further.push({ accountId: newId(), phoneNumberId: '201', sellerId: kouadio, version: 1 });
      const first = others.gateway;
      await others.startGateway();
      others.gateway = first;
      await eventually(async () => expect(await routes('201')).toMatchObject([{ id_utilisateur: kouadio, actif: true }]));
    });

    it('get 503 while the database is away, and are accepted once when they come again', async () => {
      const message = aMessage();
      const body = aWebhook(forNumber(number, { messages: [message] }));
      await world.postgres.kill9();
      const away = await others.whatsApp(body);
      expect([away.status, away.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
      expect(away.json).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
      expect(away.text).not.toMatch(/at .*\.(js|ts)|127\.0\.0\.1/);
      await world.postgres.restart();
      await eventually(async () => expect((await others.whatsApp(body)).status).toBe(200));
      expect((await others.whatsApp(body)).status).toBe(200);
      await world.heard(WhatsAppUpdateReceivedV1, (e) => e.item.id === message.id);
      expect(await logged('cle_doublon = $1', [`message|${number}|${message.id}`])).toHaveLength(1);
    });

    it('are taken a thousand items at a time, each with a chain of its own', async () => {
      const messages = Array.from({ length: 1_000 }, () => aMessage());
      expect((await others.whatsApp(aWebhook(forNumber(number, { messages })))).status).toBe(200);
      const kept = await logged('cle_doublon = any($1)', [messages.map((m) => `message|${number}|${m.id}`)]);
      expect(kept).toHaveLength(1_000);
      expect(new Set(kept.map((row) => row.correlation_id)).size).toBe(1_000);
      const [out] = await world.postgres.query<{ n: number }>(
        'select (select count(*) from gateway.outbox where key = any($1))::int + (select count(*) from gateway.outbox_sent where key = any($1))::int as n',
        [kept.map((row) => row.id_webhook)],
        world.databaseName,
      );
      expect(out!.n).toBe(1_000);
    });
  });

  describe('of Gmail', () => {
    const push = (data: unknown, messageId = newId()) => ({
      message: { data: Buffer.from(JSON.stringify(data)).toString('base64'), messageId, message_id: messageId },
      subscription: 'projects/fluxasync/subscriptions/gmail-push',
      deliveryAttempt: 1,
    });
    const send = async (body: unknown, token?: string) =>
      others.call('POST', '/webhooks/gmail', {
        body,
        headers: { authorization: `Bearer ${token ?? (await others.pushToken())}` },
      });

    it('become one event, however often Pub/Sub repeats them', async () => {
      const body = push({ emailAddress: 'Kouadio@gmail.com', historyId: 9000412 });
      expect([(await send(body)).status, (await send(body)).status]).toEqual([204, 204]);
      const marker = push({ emailAddress: 'kouadio@gmail.com', historyId: '9000413' });
      await send(marker);
      await world.heard(GmailPushReceivedV1, (e) => e.pushId === marker.message.messageId);
      const told = (await world.all(GmailPushReceivedV1)).filter(({ event }) => event.pushId === body.message.messageId);
      expect(told).toHaveLength(1);
      expect(told[0]!.event).toMatchObject({ emailAddress: 'kouadio@gmail.com', historyId: '9000412', attempt: 1 });
    });

    it('are refused without a token of our subscription', async () => {
      const body = push({ emailAddress: 'kouadio@gmail.com', historyId: 1 });
      expect((await others.call('POST', '/webhooks/gmail', { body })).status).toBe(401);
      expect((await send(body, await others.pushToken({ email: 'autre@example.com' }))).status).toBe(401);
      const elsewhere = await send(body, await others.pushToken({ audience: 'https://autre' }));
      expect([elsewhere.status, elsewhere.json.code]).toEqual([401, 'PUSH_TOKEN_REFUSED']);
    });

    it.each([
      ['no message', {}],
      ['no mail address', push({ emailAddress: 'personne', historyId: 1 })],
      ['no history id', push({ emailAddress: 'kouadio@gmail.com' })],
      ['no JSON', '{'],
    ])('that say nothing (%s) are answered 2xx, so that they do not come for ever', async (_what, body) => {
      expect((await send(body)).status).toBe(204);
    });
  });
});
