import { Webhook } from 'standardwebhooks';
import { request } from 'undici';
import {
  type ApiScope,
  CheckApiKey,
  CreateWebhookEndpoint,
  DeleteWebhookEndpoint,
  DeliveryUnassignedV1,
  fact,
  GetMe,
  GetNumberRoutes,
  GetWebhookDelivery,
  GetWebhookEndpoint,
  ListApiEvents,
  ListWebhookDeliveries,
  ListWebhookEndpoints,
  type MemberView,
  type MeView,
  type OrderConfirmedV1,
  ProspectErasedV1,
  RenewWebhookSecret,
  ReplayWebhookDelivery,
  TestWebhookEndpoint,
  UpdateWebhookEndpoint,
  WebhookEndpointDisabledV1,
  type WebhookEndpointWithSecret,
} from '#contracts';
import { newId } from '#database';
import { eventually, startWorld, type World } from '#testing';
import { Forget } from '../src/live/forget.js';
import { agentFor } from '../src/outgoing/poster.js';
import { publicLookup } from '../src/outgoing/target.js';
import { aLowStock, aMessage, anOrder } from './live.fixtures.js';
import { Neighbours } from './neighbours.js';
import { Receiver } from './receiver.js';

/** As it comes the first time. */
type WithSecret = WebhookEndpointWithSecret & { secret: string };

describe('outgoing webhooks', () => {
  let world: World;
  let others: Neighbours;
  let receiver: Receiver;

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    receiver = await Receiver.start();
    await others.answer(GetNumberRoutes, () => ({ routes: [] }));
    await start();
  }, 60_000);
  afterAll(async () => {
    await receiver?.stop();
    await others?.stop();
    await world?.stop();
  });

  const start = (allowPrivate = 'true') => others.startGateway({ GATEWAY_WEBHOOKS_ALLOW_PRIVATE: allowPrivate });
  const endpoint = (sellerId: string, path: string, events = ['message.received']) =>
    world.ask(CreateWebhookEndpoint, { url: receiver.url(path), events }, sellerId) as Promise<WithSecret>;
  const log = async (sellerId: string, endpointId: string) =>
    (await world.ask(ListWebhookDeliveries, { endpointId }, sellerId)).items;
  const sql = (text: string, parameters: unknown[]) => others.gateway.db.asWorker(() => others.gateway.db.run(text, parameters));
  /** What waits for its next try is due now. */
  const hurry = (endpointId: string) =>
    sql(`update envois_webhook set prochaine_tentative = now() where id_point = $1 and statut = 'en_attente'`, [endpointId]);
  const arrived = (path: string, n: number) =>
    eventually(() => {
      expect(receiver.at(path)).toHaveLength(n);
      return receiver.at(path);
    });
  const settled = (sellerId: string, endpointId: string, holds: object) =>
    eventually(async () => {
      const items = await log(sellerId, endpointId);
      expect(items[0]).toMatchObject(holds);
      return items[0]!;
    });
  const status =
    (code: number, headers: Record<string, string> = {}, body = '') =>
    (response: import('node:http').ServerResponse) =>
      response.writeHead(code, headers).end(body);

  it('post the events that were asked for and no others, signed, and note that they arrived', async () => {
    const [seller, other] = [newId(), newId()];
    const { id: endpointId, secret, version } = await endpoint(seller, '/tout', ['order.confirmed', 'stock.low']);
    expect([secret.startsWith('whsec_'), version]).toEqual([true, 1]);
    const order = anOrder(seller);
    await world.publish(aMessage(seller));
    await world.publish(anOrder(other));
    const id = await world.publish(order);
    const [post] = await arrived('/tout', 1);
    expect(post!.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': id });
    const told = new Webhook(secret).verify(post!.body, post!.headers as Record<string, string>);
    expect(told).toMatchObject({ id, type: 'order.confirmed', data: order.payload });
    expect(Object.keys(told as object)).toEqual(['id', 'type', 'occurredAt', 'data']);
    const delivery = await settled(seller, endpointId, { eventId: id, state: 'delivered', status: 204, attempts: 1 });
    const detail = await world.ask(GetWebhookDelivery, { endpointId, deliveryId: delivery.id }, seller);
    expect([detail.body, detail.response]).toEqual([post!.body, '']);
    expect(await log(seller, endpointId)).toHaveLength(1);
  });

  it('try again what did not get through: the same event under the same webhook-id, later each time', async () => {
    const seller = newId();
    receiver.play('/panne', status(500, {}, 'é'.repeat(3_000)));
    const { id: endpointId, secret } = await endpoint(seller, '/panne');
    const id = await world.publish(aMessage(seller));
    const first = await settled(seller, endpointId, { state: 'pending', attempts: 1, status: 500, problem: 'réponse 500' });
    const wait = Date.parse(first.nextAttemptAt!) - Date.now();
    expect([wait > 1_000, wait < 6_000]).toEqual([true, true]);
    const detail = await world.ask(GetWebhookDelivery, { endpointId, deliveryId: first.id }, seller);
    expect(detail.response).toBe('é'.repeat(1_000));
    expect((await world.ask(GetWebhookEndpoint, { endpointId }, seller)).failingSince).toBeDefined();
    receiver.play('/panne', status(429, { 'retry-after': '7200' }));
    await hurry(endpointId);
    const second = await settled(seller, endpointId, { attempts: 2, status: 429 });
    expect(Date.parse(second.nextAttemptAt!) - Date.now()).toBeGreaterThan(7_000_000);
    receiver.play('/panne');
    await hurry(endpointId);
    await settled(seller, endpointId, { state: 'delivered', attempts: 3 });
    const posts = receiver.at('/panne');
    expect(new Set(posts.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)).size).toBe(1);
    expect(posts[0]!.headers['webhook-id']).toBe(id);
    new Webhook(secret).verify(posts[2]!.body, posts[2]!.headers as Record<string, string>);
    expect((await world.ask(GetWebhookEndpoint, { endpointId }, seller)).failingSince).toBeUndefined();
  });

  it('do not follow redirects, and give up after 3 days', async () => {
    const seller = newId();
    receiver.play('/ailleurs', status(302, { location: receiver.url('/tout-le-monde') }));
    const { id: endpointId } = await endpoint(seller, '/ailleurs');
    await world.publish(aMessage(seller));
    await settled(seller, endpointId, {
      state: 'pending',
      status: 302,
      problem: expect.stringContaining('redirections') as string,
    });
    await sql(`update envois_webhook set tentatives = 9, date_creation = now() - interval '70 hours' where id_point = $1`, [
      endpointId,
    ]);
    await hurry(endpointId);
    await settled(seller, endpointId, { state: 'failed', attempts: 10 });
    expect(receiver.at('/tout-le-monde')).toHaveLength(0);
  });

  it('stop at once for an address that is gone, tell the seller, and begin again when he says so', async () => {
    const seller = newId();
    receiver.play('/parti', status(500));
    const { id: endpointId } = await endpoint(seller, '/parti');
    const waiting = await world.publish(aMessage(seller));
    await settled(seller, endpointId, { state: 'pending', attempts: 1 });
    receiver.play('/parti', status(410));
    await world.publish(aMessage(seller));
    const { event, meta } = await world.heard(WebhookEndpointDisabledV1, (e) => e.endpointId === endpointId);
    expect([event.url, event.reason, meta.sellerId]).toEqual([receiver.url('/parti'), expect.stringContaining('410'), seller]);
    const disabled = await world.ask(GetWebhookEndpoint, { endpointId }, seller);
    expect(disabled).toMatchObject({ enabled: false, disabledReason: event.reason, version: 2 });
    const items = await log(seller, endpointId);
    expect(items.map(({ state }) => state)).toEqual(['failed', 'failed']);
    await expect(world.ask(TestWebhookEndpoint, { endpointId }, seller)).rejects.toMatchObject({
      code: 'WEBHOOK_ENDPOINT_DISABLED',
    });
    receiver.play('/parti');
    const enabled = await world.ask(UpdateWebhookEndpoint, { endpointId, enabled: true, ifVersion: 2 }, seller);
    expect([enabled.enabled, enabled.disabledReason, enabled.failingSince]).toEqual([true, undefined, undefined]);
    const sent = items.find(({ eventId }) => eventId === waiting)!;
    const again = await world.ask(ReplayWebhookDelivery, { endpointId, deliveryId: sent.id }, seller);
    expect([again.id === sent.id, again.eventId]).toEqual([false, waiting]);
    await settled(seller, endpointId, { id: again.id, state: 'delivered' });
    expect(receiver.at('/parti').at(-1)!.headers['webhook-id']).toBe(waiting);
  });

  it('go on when the address that is gone was replaced while it was called', async () => {
    const seller = newId();
    const late: (() => void)[] = [];
    receiver.play('/ancien', (response) => late.push(() => response.writeHead(410).end()));
    const { id: endpointId } = await endpoint(seller, '/ancien');
    await world.publish(aMessage(seller));
    await arrived('/ancien', 1);
    await world.ask(UpdateWebhookEndpoint, { endpointId, url: receiver.url('/nouveau') }, seller);
    late[0]!();
    await settled(seller, endpointId, { attempts: 1, status: 410 });
    const { enabled, failingSince } = await world.ask(GetWebhookEndpoint, { endpointId }, seller);
    expect([enabled, failingSince]).toEqual([true, undefined]);
    await hurry(endpointId);
    await arrived('/nouveau', 1);
  });

  it('stop for an address to which nothing got through for 3 days', async () => {
    const seller = newId();
    receiver.play('/mort', status(503));
    const { id: endpointId } = await endpoint(seller, '/mort');
    await world.publish(aMessage(seller));
    await settled(seller, endpointId, { attempts: 1 });
    await sql(`update points_webhook set en_echec_depuis = now() - interval '73 hours' where id_point = $1`, [endpointId]);
    await hurry(endpointId);
    const { event } = await world.heard(WebhookEndpointDisabledV1, (e) => e.endpointId === endpointId);
    expect(event.reason).toBe("Aucun événement n'est arrivé depuis 3 jours ; dernier échec : réponse 503.");
    await settled(seller, endpointId, { state: 'failed' });
  });

  it('get through to others while one address does not answer, and leave it at a stop for whoever comes next', async () => {
    const seller = newId();
    receiver.play('/muet', () => undefined);
    const silent = await endpoint(seller, '/muet');
    await endpoint(seller, '/vif');
    const ids = await Promise.all(Array.from({ length: 30 }, () => world.publish(aMessage(seller))));
    await arrived('/vif', 30);
    // No more at a time than it is allowed, however many wait; fewer when its first were there before the others.
    const begun = receiver.at('/muet').length;
    expect([begun > 0, begun <= 8]).toEqual([true, true]);
    const began = performance.now();
    await others.gateway.stop();
    expect(performance.now() - began).toBeLessThan(4_000);
    receiver.play('/muet');
    await start();
    await arrived('/muet', 30 + begun);
    expect(new Set(receiver.at('/muet').map(({ headers }) => headers['webhook-id']))).toEqual(new Set(ids));
    await settled(seller, silent.id, { state: 'delivered', attempts: 1 });
  });

  it('are taken up when whoever had them is dead', async () => {
    const seller = newId();
    const { id } = await endpoint(seller, '/repris');
    await sql(
      `update points_webhook set bail = gen_random_uuid(), bail_jusqua = now() + interval '1 second' where id_point = $1`,
      [id],
    );
    await world.publish(aMessage(seller));
    await arrived('/repris', 1);
  });

  it('are signed with both secrets for a day after one is renewed', async () => {
    const seller = newId();
    const { id: endpointId, secret: former } = await endpoint(seller, '/cle');
    const { secret: fresh, version } = (await world.ask(RenewWebhookSecret, { endpointId }, seller)) as WithSecret;
    expect([fresh === former, version]).toEqual([false, 2]);
    await world.ask(TestWebhookEndpoint, { endpointId }, seller);
    const [both] = await arrived('/cle', 1);
    for (const secret of [former, fresh]) new Webhook(secret).verify(both!.body, both!.headers as Record<string, string>);
    expect(JSON.parse(both!.body)).toMatchObject({ type: 'webhook.test', data: { endpointId } });
    await sql(`update points_webhook set secret_precedent_jusqua = now() where id_point = $1`, [endpointId]);
    await world.ask(TestWebhookEndpoint, { endpointId }, seller);
    const [, one] = await arrived('/cle', 2);
    new Webhook(fresh).verify(one!.body, one!.headers as Record<string, string>);
    expect(() => new Webhook(former).verify(one!.body, one!.headers as Record<string, string>)).toThrow();
    const rows = await others.gateway.db.asWorker(() => others.gateway.db.rows('select * from points_webhook'));
    expect(JSON.stringify(rows)).not.toContain(fresh);
  });

  it('are the seller’s own: 20 addresses, changed by version, deleted with their log', async () => {
    const [seller, other] = [newId(), newId()];
    const made: string[] = [];
    for (let i = 0; i < 20; i++) made.push((await endpoint(seller, `/p${i}`)).id);
    await expect(endpoint(seller, '/p20')).rejects.toMatchObject({ code: 'WEBHOOK_ENDPOINTS_FULL', facts: { limit: 20 } });
    const { items } = await world.ask(ListWebhookEndpoints, {}, seller);
    expect(items.map(({ id }) => id)).toEqual(made.toReversed());
    expect(JSON.stringify(items)).not.toContain('whsec_');
    const endpointId = made[0]!;
    const changed = await world.ask(
      UpdateWebhookEndpoint,
      { endpointId, url: receiver.url('/neuf'), description: 'Notre entrepôt', events: ['stock.low'], ifVersion: 1 },
      seller,
    );
    expect(changed).toMatchObject({
      url: receiver.url('/neuf'),
      description: 'Notre entrepôt',
      events: ['stock.low'],
      version: 2,
    });
    await expect(world.ask(UpdateWebhookEndpoint, { endpointId, enabled: false, ifVersion: 1 }, seller)).rejects.toMatchObject({
      code: 'VERSION_MISMATCH',
    });
    await world.publish(aLowStock(seller));
    const [sent] = await eventually(async () => {
      const found = await log(seller, endpointId);
      expect(found).toHaveLength(1);
      return found;
    });
    const deliveryId = sent!.id;
    expect((await world.ask(ListWebhookEndpoints, {}, other)).items).toEqual([]);
    for (const ask of [
      () => world.ask(GetWebhookEndpoint, { endpointId }, other),
      () => world.ask(UpdateWebhookEndpoint, { endpointId, enabled: false }, other),
      () => world.ask(RenewWebhookSecret, { endpointId }, other),
      () => world.ask(TestWebhookEndpoint, { endpointId }, other),
      () => world.ask(ListWebhookDeliveries, { endpointId }, other),
      () => world.ask(GetWebhookDelivery, { endpointId, deliveryId }, other),
      () => world.ask(ReplayWebhookDelivery, { endpointId, deliveryId }, other),
      () => world.ask(DeleteWebhookEndpoint, { endpointId }, other),
    ])
      await expect(ask()).rejects.toMatchObject({ kind: 'not-found' });
    await world.ask(DeleteWebhookEndpoint, { endpointId }, seller);
    await expect(world.ask(ListWebhookDeliveries, { endpointId }, seller)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('are set up by who is an owner still, whatever his token says, and by programs', async () => {
    const seller = newId();
    let me: Partial<MeView> = {};
    await others.answer(GetMe, () => me as MeView);
    await others.answer(CheckApiKey, () => ({
      keyId: newId(),
      sellerId: seller,
      scopes: ['webhooks:write'] satisfies ApiScope[],
    }));
    const asked = { url: receiver.url('/espion'), events: ['order.confirmed'] };
    const create = (over: object) => others.call('POST', '/v1/webhook-endpoints', { body: asked, ...over });
    me = { member: { role: 'owner' } as MemberView };
    const { status, json: made } = await create({ seller });
    expect(status).toBe(201);
    me = { member: { role: 'agent' } as MemberView };
    const at = `/v1/webhook-endpoints/${made.id as string}`;
    for (const answer of [
      await create({ seller }),
      await others.call('PATCH', at, { seller, body: { url: receiver.url('/ailleurs') } }),
      await others.call('POST', `${at}/secret`, { seller }),
    ])
      expect(answer.json).toMatchObject({ status: 403, code: 'ROLE_FORBIDS' });
    me = { scopes: ['webhooks:write'] };
    expect((await create({ headers: { authorization: 'Bearer flux_programme' } })).status).toBe(201);
  });

  it('keep of a person who was forgotten nothing but ids', async () => {
    const [seller, aminata] = [newId(), newId()];
    receiver.play('/oubli', status(500, {}, 'Aminata Traoré inconnue'));
    const { id: endpointId } = await endpoint(seller, '/oubli', ['order.confirmed']);
    await world.publish(anOrder(seller, aminata));
    const { id: deliveryId } = await settled(seller, endpointId, { attempts: 1 });
    await world.publish(fact(ProspectErasedV1, { prospectId: aminata }, { sellerId: seller, key: aminata, version: 2 }));
    const detail = await eventually(async () => {
      const found = await world.ask(GetWebhookDelivery, { endpointId, deliveryId }, seller);
      expect(JSON.stringify(found)).not.toMatch(/Aminata|0598765432|Cocody/);
      return found;
    });
    expect((JSON.parse(detail.body) as { data: object }).data).toMatchObject({ prospectId: aminata });
  });

  it('forget where a forgotten person lives, also where it was never said who lives there', async () => {
    const [seller, aminata] = [newId(), newId()];
    const { id: endpointId } = await endpoint(seller, '/sans-livreur', ['delivery.unassigned']);
    const order = anOrder(seller, aminata);
    await world.publish(order);
    const { orderId, orderNumber, deliveryAddress: destination } = order.payload as OrderConfirmedV1;
    const unassigned = { orderId, orderNumber, destination, reason: 'Aucun livreur ne couvre Cocody' };
    await world.publish(fact(DeliveryUnassignedV1, unassigned, { sellerId: seller, key: orderId, version: 1 }));
    const { id: deliveryId } = await settled(seller, endpointId, { state: 'delivered' });
    await eventually(async () => expect((await world.ask(ListApiEvents, {}, seller)).items).toHaveLength(2));
    await world.publish(fact(ProspectErasedV1, { prospectId: aminata }, { sellerId: seller, key: aminata, version: 2 }));
    await eventually(async () => {
      const { body } = await world.ask(GetWebhookDelivery, { endpointId, deliveryId }, seller);
      expect((JSON.parse(body) as { data: object }).data).toEqual({ orderId });
    });
  });

  it('keep no answer to what was said of him meanwhile, and no copy that is made meanwhile', async () => {
    const [seller, aminata] = [newId(), newId()];
    const late: (() => void)[] = [];
    receiver.play('/echo', (response) => late.push(() => response.writeHead(500).end('Aminata Traoré inconnue')));
    const { id: endpointId } = await endpoint(seller, '/echo', ['order.confirmed']);
    await world.publish(anOrder(seller, aminata));
    await arrived('/echo', 1);
    receiver.play('/echo');
    const deliveryId = (await log(seller, endpointId))[0]!.id;
    const copy = await others.gateway.db.asWorker(async () => {
      await others.gateway.get(Forget).person(seller, aminata);
      const replay = world.ask(ReplayWebhookDelivery, { endpointId, deliveryId }, seller);
      await eventually(async () => {
        const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and query ~ 'flux_compteurs'`;
        expect(await world.postgres.query(waiting, [], world.databaseName)).toHaveLength(1);
      });
      return { replay };
    });
    late[0]!();
    const { id } = await copy.replay;
    await settled(seller, endpointId, { id });
    await eventually(async () => expect((await log(seller, endpointId)).map(({ attempts }) => attempts)).toContain(1));
    for (const delivery of await log(seller, endpointId)) {
      const detail = await world.ask(GetWebhookDelivery, { endpointId, deliveryId: delivery.id }, seller);
      expect(JSON.stringify(detail)).not.toMatch(/Aminata|0598765432|Cocody/);
    }
  });

  it('go to public addresses only: when one is entered, when it is called, and whatever its name has come to mean', async () => {
    const seller = newId();
    await endpoint(seller, '/dedans');
    await others.gateway.stop();
    await start('false');
    await expect(endpoint(seller, '/dedans')).rejects.toMatchObject({
      code: 'WEBHOOK_URL_REFUSED',
      kind: 'invalid',
      facts: { fields: [{ field: 'url' }] },
    });
    const endpointId = (await world.ask(ListWebhookEndpoints, {}, seller)).items[0]!.id;
    await sql('update points_webhook set adresse = $2 where id_point = $1', [
      endpointId,
      receiver.url('/dedans').replace('http:', 'https:'),
    ]);
    await world.publish(aMessage(seller));
    await settled(seller, endpointId, { state: 'pending', problem: "l'adresse doit se trouver sur un réseau public" });
    const agent = agentFor(publicLookup((_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }])));
    const url = new URL(receiver.url('/dedans'));
    const call = request(`http://hooks.example.ci:${url.port}/dedans`, { method: 'POST', dispatcher: agent });
    await expect(call).rejects.toThrow("l'adresse mène à un réseau qui n'est pas public");
    await agent.close();
    expect(receiver.at('/dedans')).toHaveLength(0);
  });
});
