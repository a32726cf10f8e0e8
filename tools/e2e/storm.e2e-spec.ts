import { compiled, eventually, PROJECT_ROOT } from '#testing';
import type { ServiceName } from '#contracts';
import { PLATFORM_NUMBER } from '../launcher/cast.js';
import { deadLetters, unsettled } from '../rig/conservation.js';
import { Rig } from '../rig/rig.js';
import { auditSends } from '../rig/send-ledger.js';
import { openShops, type RigShop } from '../rig/shops.js';
import { digestOf, drawStorm } from '../rig/storm-plan.js';
import { openTalks, playStorm } from '../rig/storm.js';
import { handledInAll, handledTwice } from '../rig/witness.js';

const SIZE = { seed: 20_261_123, sellers: 4, customersEach: 80, webhooks: 2_000, repeated: 0.2 };
/** The recorded storm: whoever changes how one is drawn records it anew. */
const RECORDED = '8280a2983a5e95d7d7488e97046e4c41882ed11117a24432458dc88bc098e59f';

const REPLICAS = { gateway: 2, accounts: 1, conversations: 2, orders: 1, analytics: 1 } as const;
const runs = (service: ServiceName) => service in REPLICAS;

describe('a recorded storm of webhooks, with sends that fail and processes that are killed', () => {
  const plan = drawStorm(SIZE);
  let rig: Rig;
  let shops: RigShop[];
  let opened: string[];

  beforeAll(async () => {
    compiled('apps/gateway/src/main.ts');
    rig = await Rig.start({
      root: PROJECT_ROOT,
      replicas: REPLICAS,
      env: { conversations: { TURN_DEBOUNCE_MS: '600', WHATSAPP_TIMEOUT_MS: '2000', UNKNOWN_WAIT_MS: '3000' } },
    });
    shops = await openShops(rig, SIZE.sellers);
  }, 180_000);

  afterAll(() => rig?.stop(), 60_000);

  it('is the storm that was recorded', () => {
    expect(digestOf(plan)).toBe(RECORDED);
    expect(plan.webhooks).toHaveLength(2_000);
    expect(new Set(plan.webhooks.map((items) => items.join())).size).toBe(1_600);
  });

  it('ends with every message stored once, no reply sent twice but those counted as unknown, and every status right', async () => {
    const [, gateway] = rig.of('gateway');
    const [, conversations] = rig.of('conversations');
    opened = await openTalks(rig, plan, shops);
    await playStorm(
      rig,
      plan,
      shops,
      [
        { after: 500, act: () => gateway!.kill9() },
        { after: 600, act: () => conversations!.kill9() },
        { after: 800, act: () => gateway!.start() },
        // The second time it dies with a batch that is committed and not acknowledged: the broker offers it again, to whom it is old news.
        { after: 900, act: () => conversations!.start({ FLUX_FAILPOINT: 'after_commit_before_ack:kill:10' }) },
      ],
      { atOnce: 16, perSecond: 250 },
    );
    expect(await conversations!.ended).toBe('SIGKILL');
    await conversations!.start();
    await rig.sandboxed('DELETE', 'faults');
    expect(rig.edge.answers.none).toBeGreaterThan(0);
    await drained();

    const wamids = [...plan.messages.map(({ wamid }) => wamid), ...opened].sort();
    expect([...rig.edge.acknowledged].sort()).toEqual(plan.messages.map(({ wamid }) => wamid).sort());
    const stored = await rig.sql<{ wamid: string }>(
      `select wamid from conversations.messages where direction_message = 'entrant' order by wamid collate "C"`,
    );
    expect(stored.map(({ wamid }) => wamid)).toEqual(wamids);
    const [figures] = await rig.sql<{ received: number; asked: number }>(
      `select (select sum(messages_recus)::int from analytics.sessions_analytiques) as received, $1::int as asked`,
      [wamids.length],
    );
    expect(figures!.received).toBe(figures!.asked);

    const audit = await auditSends(rig, PLATFORM_NUMBER.phoneNumberId);
    expect(audit).toMatchObject({
      strangers: [],
      uncountedRepetitions: [],
      wrongStatus: [],
      stuck: [],
      backwards: [],
    });
    // About one send in ten went wrong; of those only the ones whose answer was lost may have been repeated, more of them where the machine is slow to tell.
    expect(audit.troubled).toBeGreaterThan(audit.rows / 20);
    expect(audit.resent).toBeLessThan(audit.rows / 10);
    expect(await handledTwice(rig)).toEqual([]);
    expect((await handledInAll(rig)).effects).toBeGreaterThan(wamids.length);
    expect(await deadLetters(rig, runs)).toEqual([]);
  }, 240_000);

  /** Everything that was begun is at its end. */
  async function drained(): Promise<void> {
    await eventually(
      async () => {
        const [left] = await rig.sql<Record<string, number>>(
          `select (select count(*)::int from conversations.messages where a_repondre) as unanswered,
                  (select count(*)::int from conversations.messages where statut_message in ('en_attente', 'en_envoi', 'inconnu')) as under_way`,
        );
        const { counts } = await rig.sandboxed<{ counts: { pending: number } }>('GET', 'ledger/counts');
        expect({ ...left, pending: counts.pending, ...(await unsettled(rig, runs)) }).toEqual({
          unanswered: 0,
          under_way: 0,
          pending: 0,
        });
      },
      { withinMs: 120_000, everyMs: 250 },
    );
  }
});
