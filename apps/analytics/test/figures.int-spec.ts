import {
  EmailAccountConnectedV1,
  type Fact,
  fact,
  FiguresUpdatedV1,
  GetApiUsage,
  GetFigures,
  GetRecentFigures,
  ListJournal,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { analyticsService } from '../src/analytics.service-definition.js';
import { forgetEverything, rebuildFigures, replayArchive } from '../src/index.js';
import { anOrder, apiUsed, mailAnalysed, messageReceived, registered, shuffled, spent, updated } from './a-busy-week.js';

let world: World;
let analytics: RunningService;

beforeAll(async () => {
  world = await startWorld();
  analytics = await world.start(analyticsService, { FIGURES_COALESCE_MS: '200' });
  await world.start(analyticsService, { FIGURES_COALESCE_MS: '200' });
}, 90_000);
afterAll(() => world.stop());

const rows = <T = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  analytics.db.asWorker(() => analytics.db.rows<T>(sql, values));

const days = (sellerId: string) =>
  rows(
    `select to_char(date_session, 'YYYY-MM-DD') as jour, messages_recus as m, commandes_creees as c, chiffre_affaires_genere::int as ca, emails_traites as e
     from sessions_analytiques where id_utilisateur = $1 order by 1`,
    [sellerId],
  );

async function journalled(count: number): Promise<void> {
  await eventually(async () => expect(await rows('select count(*)::int as n from journaux_systeme')).toEqual([{ n: count }]));
}

describe('the figures of a day', () => {
  it('equal the facts after every event came twice, shuffled, over two replicas', async () => {
    const [kouadio, awa] = [newId(), newId()];
    const today = new Date().toISOString();
    const kept = [45_000, 35_000, 30_000].map((total) => anOrder(kouadio, total, today).confirmed);
    const cancelled = Array.from({ length: 5 }, () => anOrder(kouadio, 10_000, today)).flatMap((o) => [o.confirmed, o.cancelled]);
    const facts = [
      ...kept,
      ...cancelled,
      ...Array.from({ length: 120 }, () => messageReceived(kouadio)),
      ...Array.from({ length: 40 }, () => messageReceived(awa)),
      ...Array.from({ length: 7 }, () => mailAnalysed(awa)),
    ].map((one) => ({ one, id: newId() }));
    for (const { one, id } of shuffled([...facts, ...facts], 7)) await world.publish(one, id);

    await journalled(facts.length);
    const jour = today.slice(0, 10);
    expect(await days(kouadio)).toEqual([{ jour, m: 120, c: 8, ca: 110_000, e: 0 }]);
    expect(await days(awa)).toEqual([{ jour, m: 40, c: 0, ca: 0, e: 7 }]);
    expect(await world.ask(GetFigures, {}, kouadio)).toEqual({
      days: [{ day: jour, messagesReceived: 120, ordersCreated: 8, revenue: 110_000, emailsProcessed: 0 }],
    });
    expect(await world.ask(GetFigures, {}, newId())).toEqual({ days: [] });
  });

  it('are published with their last state', async () => {
    const seller = newId();
    for (let i = 0; i < 30; i++) await world.publish(messageReceived(seller));
    const last = await world.heard(FiguresUpdatedV1, (e, meta) => meta.sellerId === seller && e.messagesReceived === 30);
    const told = (await world.all(FiguresUpdatedV1)).filter(({ meta }) => meta.sellerId === seller);
    expect(told.length).toBeLessThan(30);
    expect(Math.max(...told.map(({ meta }) => meta.version))).toBe(last.meta.version);
  });

  it('count a cancelled order as created and earn nothing from it, when the cancellation is known first', async () => {
    const seller = newId();
    const { confirmed, cancelled } = anOrder(seller, 45_000, '2026-11-20T10:00:00.000Z');
    const told = await world.publish(cancelled);
    await eventually(async () => expect(await rows('select 1 from journaux_systeme where id = $1', [told])).toHaveLength(1));
    expect(await days(seller)).toEqual([]);
    await world.publish(confirmed);
    await eventually(async () => expect(await days(seller)).toEqual([{ jour: '2026-11-20', m: 0, c: 1, ca: 0, e: 0 }]));
  });

  it("change with an order's total on the day it was taken, whichever edit is known first, and the same when rebuilt", async () => {
    const seller = newId();
    const { confirmed, edited, cancelled } = anOrder(seller, 45_000, '2026-11-20T10:00:00.000Z');
    await world.publish(registered(seller));
    const worth = (ca: number) =>
      eventually(async () => expect(await days(seller)).toEqual([{ jour: '2026-11-20', m: 0, c: 1, ca, e: 0 }]));
    const newest = await world.publish(edited(90_000, 3));
    await eventually(async () => expect(await rows('select 1 from journaux_systeme where id = $1', [newest])).toHaveLength(1));
    expect(await days(seller)).toEqual([]);
    await world.publish(confirmed);
    await worth(90_000);
    const late = await world.publish(edited(60_000, 2));
    await eventually(async () => expect(await rows('select 1 from journaux_systeme where id = $1', [late])).toHaveLength(1));
    await world.publish(edited(30_000, 4));
    await worth(30_000);
    await rebuildFigures(analytics.db);
    await worth(30_000);
    await world.publish(cancelled);
    await worth(0);
    await world.publish(edited(80_000, 5));
    await rebuildFigures(analytics.db);
    await worth(0);
  });

  it("are summed for the dashboard over the seller's own days", async () => {
    const seller = newId();
    const none = { messagesReceived: 0, ordersCreated: 0, revenue: 0, emailsProcessed: 0 };
    expect(await world.ask(GetRecentFigures, {}, seller)).toEqual({
      today: none,
      yesterday: none,
      last7Days: none,
      previous7Days: none,
      last30Days: none,
    });
    // Kiritimati is a day ahead of UTC for most of the day: what counts is the date there.
    await world.publish(registered(seller, 'Pacific/Kiritimati'));
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    for (const [days, total] of [
      [0, 1],
      [1, 10],
      [6, 100],
      [7, 1_000],
      [13, 10_000],
      [29, 100_000],
      [30, 1_000_000],
    ] as const)
      await world.publish(anOrder(seller, total, ago(days)).confirmed);
    await world.publish(messageReceived(seller));
    await eventually(async () =>
      expect(await world.ask(GetRecentFigures, {}, seller)).toEqual({
        today: { ...none, messagesReceived: 1, ordersCreated: 1, revenue: 1 },
        yesterday: { ...none, ordersCreated: 1, revenue: 10 },
        last7Days: { ...none, messagesReceived: 1, ordersCreated: 3, revenue: 111 },
        previous7Days: { ...none, ordersCreated: 2, revenue: 11_000 },
        last30Days: { ...none, messagesReceived: 1, ordersCreated: 6, revenue: 111_111 },
      }),
    );
    expect((await world.ask(GetRecentFigures, {}, newId())).last30Days).toEqual(none);
  });

  it('follow every time zone also when the registration comes after the changes', async () => {
    const seller = newId();
    await world.publish(anOrder(seller, 45_000, '2026-11-20T23:30:00.000Z').confirmed);
    for (const [zone, version] of [
      ['Africa/Lagos', 2],
      ['Africa/Abidjan', 3],
    ] as const) {
      const told = await world.publish(updated(seller, zone, version));
      await eventually(async () => expect(await rows('select 1 from journaux_systeme where id = $1', [told])).toHaveLength(1));
    }
    await world.publish(registered(seller, 'Asia/Tokyo', 1));
    await eventually(async () => expect(await days(seller)).toEqual([{ jour: '2026-11-20', m: 0, c: 1, ca: 45_000, e: 0 }]));
  });

  it("move to the seller's own days when his time zone is learnt late", async () => {
    const seller = newId();
    const { confirmed } = anOrder(seller, 45_000, '2026-11-20T23:30:00.000Z');
    await world.publish(confirmed);
    await eventually(async () => expect(await days(seller)).toMatchObject([{ jour: '2026-11-20' }]));
    await world.publish(registered(seller, 'Africa/Nairobi'));
    await eventually(async () => expect(await days(seller)).toEqual([{ jour: '2026-11-21', m: 0, c: 1, ca: 45_000, e: 0 }]));
    await world.publish(registered(seller, 'Africa/Abidjan', 0));
    await world.publish(anOrder(seller, 5_000, '2026-11-20T23:45:00.000Z').confirmed);
    await eventually(async () => expect(await days(seller)).toEqual([{ jour: '2026-11-21', m: 0, c: 2, ca: 50_000, e: 0 }]));
    const told = await world.heard(
      FiguresUpdatedV1,
      (e, meta) => meta.sellerId === seller && e.day === '2026-11-20' && e.revenue === 0,
    );
    expect(told.event.ordersCreated).toBe(0);
  });
});

describe('in a copy restored without its journal', () => {
  it('a day keeps its figures when the seller moves to another time zone', async () => {
    const seller = newId();
    await analytics.db.asWorker(async () => {
      await analytics.db.run(
        "insert into vendeurs_copie (id_utilisateur, fuseau_horaire, version) values ($1, 'Africa/Abidjan', 1)",
        [seller],
      );
      await analytics.db.run(
        "insert into sessions_analytiques (id_utilisateur, date_session, messages_recus, version) values ($1, '2026-11-20', 9, nextval('versions_sessions'))",
        [seller],
      );
    });
    const moved = await world.publish(updated(seller, 'Asia/Tokyo', 2));
    await eventually(async () => expect(await rows('select 1 from journaux_systeme where id = $1', [moved])).toHaveLength(1));
    expect(await days(seller)).toEqual([{ jour: '2026-11-20', m: 9, c: 0, ca: 0, e: 0 }]);
    await expect(rebuildFigures(analytics.db)).rejects.toMatchObject({ code: 'JOURNAL_INCOMPLETE' });
    expect(await days(seller)).toHaveLength(1);
    await analytics.db.asWorker(async () => {
      await analytics.db.run('delete from vendeurs_copie where id_utilisateur = $1', [seller]);
      await analytics.db.run('delete from sessions_analytiques where id_utilisateur = $1', [seller]);
    });
  });
});

describe('the audit trail', () => {
  it('keeps no secret, answers by chain and by reference, and shows a seller his own lines only', async () => {
    const [seller, chain, accountId] = [newId(), newId(), newId()];
    const connected: Fact = fact<object>(
      EmailAccountConnectedV1,
      { accountId, provider: 'gmail', email: 'kouadio@gmail.com', sealedToken: 'v1.k.sealed' },
      { sellerId: seller, key: accountId, version: 1 },
    );
    const first = await world.publish(connected, newId(), chain);
    const second = await world.publish(messageReceived(seller), newId(), chain);
    await world.publish(messageReceived(seller));
    await eventually(async () => expect((await world.ask(ListJournal, {}, seller)).items).toHaveLength(3));
    const ofChain = await world.ask(ListJournal, { correlationId: chain }, seller);
    expect(ofChain.items.map((line) => line.eventId).sort()).toEqual([first, second].sort());
    expect((await world.ask(ListJournal, { reference: accountId }, seller)).items).toMatchObject([
      { eventId: first, event: 'email-account.connected', correlationId: chain },
    ]);
    const [page, stranger] = [await world.ask(ListJournal, { limit: 2 }, seller), await world.ask(ListJournal, {}, newId())];
    expect((await world.ask(ListJournal, { limit: 2, cursor: page.nextCursor! }, seller)).items).toHaveLength(1);
    expect(stranger.items).toEqual([]);
    const [line] = await rows<{ contenu: object }>('select contenu from journaux_systeme where id = $1', [first]);
    expect(line!.contenu).toEqual({ accountId, provider: 'gmail', email: 'kouadio@gmail.com' });
  });
});

describe('a team in the audit trail', () => {
  it('is named person by person and key by key', async () => {
    const [seller, member, key] = [newId(), newId(), newId()];
    await world.publish({ ...messageReceived(seller), actor: `member:${member}` });
    await world.publish({ ...messageReceived(seller), actor: `api-key:${key}` });
    await eventually(async () =>
      expect((await world.ask(ListJournal, {}, seller)).items.map(({ actor }) => actor).sort()).toEqual(
        [`member:${member}`, `api-key:${key}`].sort(),
      ),
    );
  });
});

describe('what it cost', () => {
  it('is told of one conversation and of one order: its words up to the order, what names it, and nothing of another', async () => {
    const [seller, stranger, conversationId, elsewhere] = [newId(), newId(), newId(), newId()];
    const at = (minute: number) => new Date(Date.UTC(2026, 3, 1, 10, minute)).toISOString();
    const [first, second] = [10, 30].map((minute) => anOrder(seller, 45_000, at(minute), newId(), conversationId).confirmed);
    const [firstId, secondId] = [first!.key, second!.key];
    const facts = [
      spent(seller, 1, at(1), { conversationId }),
      spent(seller, 2, at(9), { conversationId }),
      spent(seller, 2.4, at(40), { conversationId, orderId: firstId }),
      spent(seller, 4, at(12), { conversationId }),
      spent(seller, 8, at(31), { conversationId }),
      spent(seller, 2.4, at(45), { orderId: secondId }),
      spent(seller, 16, at(5), { conversationId: elsewhere }),
      spent(stranger, 32, at(5), { conversationId }),
    ];
    for (const one of shuffled([...facts, first!, second!], 11)) await world.publish(one);
    const cost = async (about: { conversationId?: string; orderId?: string; from?: string }, of = seller) =>
      (await world.ask(GetApiUsage, about, of)).costFcfa;
    await eventually(async () => expect(await cost({ conversationId })).toBeCloseTo(17.4));
    await eventually(async () => expect(await cost({ orderId: firstId })).toBeCloseTo(5.4));
    expect(await cost({ orderId: secondId })).toBeCloseTo(6.4);
    expect(await cost({ orderId: firstId }, stranger)).toBe(0);
    expect(await cost({ conversationId, from: '2026-04-02' })).toBe(0);
    expect(await world.ask(GetApiUsage, { orderId: firstId }, seller)).toEqual({
      items: [
        { provider: 'gemini', operation: 'generateContent', calls: 2, errors: 0, tokens: 200, costFcfa: 3 },
        { provider: 'whatsapp', operation: 'messages.delivered.utility', calls: 1, errors: 0, tokens: 0, costFcfa: 2.4 },
      ],
      tokens: 200,
      costFcfa: 5.4,
    });
    expect(await rows('select tarif from utilisation_apis where id_commande = $1', [firstId])).toEqual([{ tarif: 'regular' }]);
  });
});

describe('everything can be rebuilt', () => {
  it('from the journal, and from the archives after analytics was wiped, with the same rows', async () => {
    const seller = newId();
    await world.publish(registered(seller, 'Africa/Lagos'));
    for (const one of [apiUsed(seller, 3), apiUsed(seller), apiUsed(null), messageReceived(seller), mailAnalysed(seller)])
      await world.publish(one);
    await eventually(async () =>
      expect((await world.ask(GetApiUsage, {}, seller)).items).toEqual([
        { provider: 'gmail', operation: 'history', calls: 4, errors: 0, tokens: 0, costFcfa: 3 },
      ]),
    );
    await eventually(async () => expect(await days(seller)).toMatchObject([{ m: 1, e: 1 }]));
    const sums = async () => ({
      days: await rows(
        `select id_utilisateur, date_session::text, messages_recus, commandes_creees, chiffre_affaires_genere, emails_traites
         from sessions_analytiques order by 1, 2`,
      ),
      usage: await rows('select * from utilisation_apis order by id'),
      journal: await rows(
        'select id, id_utilisateur, evenement, reference, id_correlation, contenu from journaux_systeme order by id',
      ),
    });
    const before = await sums();

    await analytics.db.asWorker(async () => {
      await analytics.db.run('update sessions_analytiques set messages_recus = messages_recus + 5');
      await analytics.db.run('delete from utilisation_apis');
    });
    const steps: number[] = [];
    await rebuildFigures(analytics.db, (done) => steps.push(done));
    expect(await sums()).toEqual(before);
    expect(steps.length).toBeGreaterThan(3);

    const archive = await rows<{
      id: string;
      subject: string;
      seller: string | null;
      key: string;
      version: string;
      chain: string;
      at: Date;
    }>(
      `select id, evenement as subject, id_utilisateur as seller, reference as key, version, id_correlation as chain, date_evenement as at, contenu as payload
       from journaux_systeme`,
    );
    await forgetEverything(analytics.db);
    expect(await rows('select 1 from journaux_systeme union all select 1 from inbox')).toEqual([]);
    const batch = shuffled(archive, 3).map((row) => ({
      event_id: row.id,
      subject: row.subject,
      payload: (row as unknown as { payload: object }).payload,
      headers: {
        'Flux-Key': row.key,
        'Flux-Version': row.version,
        'Flux-Correlation': row.chain,
        'Flux-Occurred-At': row.at.toISOString(),
        ...(row.seller ? { 'Flux-Seller': row.seller } : {}),
      },
    }));
    const archives = async function* () {
      yield batch.slice(0, 50);
      yield batch.slice(40);
    };
    expect(await replayArchive(analytics.db, archives())).toBe(archive.length);
    expect(await sums()).toEqual(before);
  });
});
