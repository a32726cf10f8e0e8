import {
  CourierRepliedV1,
  DeliveryUnassignedV1,
  type Fact,
  fact,
  ProspectCreatedV1,
  ProspectErasedV1,
  ProspectMergedV1,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { analyticsService } from '../src/analytics.service-definition.js';
import { forgetEverything, replayArchive } from '../src/index.js';
import { TakeEvents } from '../src/journal/take-events.js';
import { anOrder } from './a-busy-week.js';

const PERSONAL = /Aminata|Traoré|Angré|98765432|Villa/;
const TODAY = new Date().toISOString();

let world: World;
let replicas: [RunningService, RunningService];

beforeAll(async () => {
  world = await startWorld();
  replicas = [await world.start(analyticsService), await world.start(analyticsService)];
}, 90_000);
afterAll(() => world.stop());

const rows = <T = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  replicas[0].db.asWorker(() => replicas[0].db.rows<T>(sql, values));

/** Publishes facts one after the other, each in the journal before the next. @returns their ids */
async function tell(...facts: Fact[]): Promise<string[]> {
  const ids: string[] = [];
  for (const one of facts) {
    const id = await world.publish(one);
    await eventually(async () => expect(await rows('select 1 from journaux_systeme where id = $1', [id])).toHaveLength(1));
    ids.push(id);
  }
  return ids;
}

const contents = async (ids: string[]) =>
  (
    await rows<{ contenu: Record<string, unknown> }>('select contenu from journaux_systeme where id = any($1) order by id', [ids])
  ).map(({ contenu }) => contenu);
const personal = async (ids: string[]) =>
  (await contents(ids)).map((one) => JSON.stringify(one)).filter((text) => PERSONAL.test(text));

const created = (sellerId: string, prospectId: string): Fact =>
  fact<object>(
    ProspectCreatedV1,
    { prospectId, fullName: 'Aminata Traoré', phone: '+2250598765432', source: 'pub_facebook' },
    { sellerId, key: prospectId, version: 1 },
  );
const erased = (sellerId: string, prospectId: string): Fact =>
  fact<object>(ProspectErasedV1, { prospectId }, { sellerId, key: prospectId, version: 7 });
const merged = (sellerId: string, prospectId: string, mergedId: string): Fact =>
  fact<object>(ProspectMergedV1, { prospectId, mergedId }, { sellerId, key: prospectId, version: 5 });
const unassigned = (sellerId: string, orderId: string): Fact =>
  fact<object>(
    DeliveryUnassignedV1,
    { orderId, orderNumber: 'CMD-20261122-000001', destination: 'Cocody, Angré, Villa 123', reason: 'Personne ne va à Angré' },
    { sellerId, key: orderId, version: 1 },
  );

describe('a customer who asked to be forgotten', () => {
  it('is removed from the journal, as everybody he ever was; ids, amounts and other customers stay', async () => {
    const [seller, other, prospectId, mergedId, neighbour] = [newId(), newId(), newId(), newId(), newId()];
    const order = anOrder(seller, 45_000, TODAY, mergedId);
    const his = await tell(
      created(seller, prospectId),
      created(seller, mergedId),
      order.confirmed,
      order.edited(60_000),
      unassigned(seller, order.confirmed.key),
    );
    const others = await tell(anOrder(seller, 5_000, TODAY, neighbour).confirmed, created(other, newId()));
    expect(await personal([...his, ...others])).toHaveLength(7);

    await tell(merged(seller, prospectId, mergedId), erased(seller, prospectId));
    expect(await personal(his)).toEqual([]);
    expect(await personal(others)).toHaveLength(2);
    const [profile, , confirmed] = await contents(his);
    expect(profile).toEqual({ prospectId, source: 'pub_facebook' });
    expect(confirmed).toMatchObject({ prospectId: mergedId, total: 45_000, orderNumber: 'CMD-20261122-000001' });
  });

  it('stays out of it when his events come late, by an order that comes after its delivery, or by a merger', async () => {
    const [seller, prospectId, mergedId] = [newId(), newId(), newId()];
    const [order, former] = [anOrder(seller, 45_000, TODAY, prospectId), anOrder(seller, 5_000, TODAY, mergedId)];
    await tell(erased(seller, prospectId));
    const late = await tell(
      unassigned(seller, order.confirmed.key),
      order.confirmed,
      unassigned(seller, order.confirmed.key),
      created(seller, prospectId),
      former.confirmed,
      merged(seller, prospectId, mergedId),
      former.cancelled,
    );
    expect(await personal(late)).toEqual([]);
    expect(
      await rows(
        'select chiffre_affaires_genere::int as ca, commandes_creees as c from sessions_analytiques where id_utilisateur = $1',
        [seller],
      ),
    ).toEqual([{ ca: 45_000, c: 2 }]);
  });

  it('is not brought back by the archives', async () => {
    const [seller, prospectId] = [newId(), newId()];
    const { confirmed } = anOrder(seller, 45_000, TODAY, prospectId);
    const [id] = await tell(confirmed);
    await tell(erased(seller, prospectId));
    await forgetEverything(replicas[0].db);
    const headers = { 'Flux-Key': confirmed.key, 'Flux-Version': '1', 'Flux-Occurred-At': TODAY, 'Flux-Seller': seller };
    const archive = async function* () {
      yield [{ event_id: id!, subject: 'order.confirmed', payload: confirmed.payload, headers }];
    };
    expect(await replayArchive(replicas[0].db, archive())).toBe(1);
    expect(await contents([id!])).toMatchObject([{ total: 45_000 }]);
    expect(await personal([id!])).toEqual([]);
  });

  it('is forgotten whole when one replica writes of him while another forgets him', async () => {
    const [seller, prospectId] = [newId(), newId()];
    const received = (one: Fact, subject: string, id: string) => ({
      event: one.payload,
      meta: { ...one, id, subject, actor: 'system' as const, correlationId: id, occurredAt: new Date() },
    });
    const id = newId();
    const [one, two] = replicas;
    let forgetting: Promise<number> | undefined;
    await one.db.asWorker(async () => {
      await one.get(TakeEvents).take([received(created(seller, prospectId), 'prospect.created', id)]);
      forgetting = two.db.asWorkerApart(() =>
        two.get(TakeEvents).take([received(erased(seller, prospectId), 'prospect.erased', newId())]),
      );
      // It either waits for the first, or is done before it: both show within this time.
      await Promise.race([forgetting, new Promise((resolve) => setTimeout(resolve, 300))]);
    });
    await forgetting;
    expect(await contents([id])).toEqual([{ prospectId, source: 'pub_facebook' }]);
  });
});

it('what people write reaches the journal as an item that came, without its words', async () => {
  const item = {
    id: 'wamid.1',
    from: '2250598765432',
    type: 'text',
    timestamp: '1795328003',
    text: { body: 'Aminata, Villa 123' },
  };
  const [update, reply] = [newId(), newId()];
  const ids = await tell(
    fact<object>(
      WhatsAppUpdateReceivedV1,
      {
        phoneNumberId: '1',
        businessAccountId: '2',
        kind: 'message',
        field: 'messages',
        item,
        contact: { wa_id: '2250598765432', profile: { name: 'Aminata Traoré' } },
        receivedAt: TODAY,
      },
      { sellerId: null, key: update, version: 1 },
    ),
    fact<object>(
      CourierRepliedV1,
      { fromPhone: '+2250598765432', action: 'text', text: 'Livré à Aminata', wamid: 'wamid.2' },
      { sellerId: null, key: reply, version: 1 },
    ),
  );
  expect(await contents(ids)).toEqual([
    {
      phoneNumberId: '1',
      businessAccountId: '2',
      kind: 'message',
      field: 'messages',
      item: { id: 'wamid.1', type: 'text', timestamp: '1795328003' },
      receivedAt: TODAY,
    },
    { action: 'text', wamid: 'wamid.2' },
  ]);
});
