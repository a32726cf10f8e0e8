import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceName } from '#contracts';
import { Crowd } from '../rig/crowd.js';
import { Rig, type RigOptions } from '../rig/rig.js';
import { Seeded } from '../rig/seeded.js';
import { openShops } from '../rig/shops.js';
import { type Breach, drain, judge, type Verdict } from '../rig/verdict.js';
import { CALL_BOUNDARIES, SHORT_LEASES } from './boundaries.js';
import { patienceOf } from './budget.js';
import type { Mutant } from './mutants.js';
import { type Facts, type Row, sleep, type Stage } from './stage.js';

export interface Played {
  readonly name: string;
  readonly strikes: string;
  readonly seed: number;
  readonly ok: boolean;
  /** Rows of the same platform share the number; 0 where there was none. */
  readonly platform: number;
  readonly facts: Facts;
  readonly breaches: readonly Breach[];
  /** In all since the platform was started: rows of one add up. */
  readonly totals: Omit<Verdict, 'breaches'> | undefined;
  /** Webhooks that were posted during this row, and how many attempts got no 200. */
  readonly webhooks: number;
  readonly unanswered: number;
  readonly seconds: number;
  readonly drainSeconds: number;
}

/** Patience of the platform in a rig: seconds where a deployment takes a minute. */
const PATIENCE: RigOptions['env'] = {
  conversations: { TURN_DEBOUNCE_MS: '300', WHATSAPP_TIMEOUT_MS: '1500', UNKNOWN_WAIT_MS: '2000' },
  notifications: { WHATSAPP_TIMEOUT_MS: '1500', NOTICE_RECONCILE_MS: '2000' },
  'email-intelligence': { GMAIL_TIMEOUT_MS: '1500', MAIL_POLL_MS: '2000' },
};

const FULL: Record<ServiceName, number> = {
  gateway: 2,
  accounts: 2,
  conversations: 2,
  orders: 2,
  deliveries: 2,
  'email-intelligence': 2,
  notifications: 2,
  analytics: 2,
};
const QUICK: Record<ServiceName, number> = {
  ...FULL,
  accounts: 1,
  'email-intelligence': 0,
  deliveries: 1,
  notifications: 1,
  analytics: 1,
};
/** What a mutant needs: the door, the talks and what they stand on. */
const SMALL = { gateway: 1, accounts: 1, conversations: 1, orders: 1, analytics: 1 };

const SHOPS = 2;
const HEAL_SECONDS = 150;
const DRAIN_MS = 150_000;
/** Longest that a platform takes to be set up, to be judged and to be ended on a busy machine. */
const SETTING_SECONDS = 300;
const JUDGING_SECONDS = 180;
const ENDING_SECONDS = 60;
/** When a strike on a mutant hangs, in seconds. */
const MUTANT_PATIENCE = 240;
/** What a mutant has lost does not come: once nothing moves for so long it is not waited for. */
const MUTANT_STALLED_MS = 15_000;

/** Disks that were mounted. */
const disks = new Set<() => void>();

/** Ends all that runs, in the middle of whatever it does, and leaves nothing of it. */
export async function interrupt(): Promise<void> {
  await Rig.interrupt();
  for (const giveBack of disks) giveBack();
}

/** A rig with its crowd, for as many rows as it lasts. */
export class Theatre {
  private planted: string[] = [];
  /** Nothing has broken on it: what breaks once is found again by every row that follows. */
  whole = true;

  private constructor(
    private readonly stage: Scenery,
    private readonly giveBack: () => void,
  ) {}

  /** @param rows that are to be played on it */
  static async open(root: string, rows: readonly Row[], { seed, quick, say }: Playing): Promise<Theatre> {
    const disk = smallDisk();
    try {
      const patches = [...SHORT_LEASES, ...CALL_BOUNDARIES];
      const needed = Object.fromEntries(rows.flatMap(({ needs }) => needs ?? []).map((service) => [service, 1]));
      const replicas = quick ? { ...QUICK, ...needed } : FULL;
      const options = { root, replicas, env: PATIENCE, patches, natsDir: disk?.folder };
      return new Theatre(await setUp(options, { seed, quick, say, shops: SHOPS, courier: true }), () => disk?.giveBack());
    } catch (error) {
      disk?.giveBack();
      throw error;
    }
  }

  async versions(): Promise<Record<string, string>> {
    const { rig } = this.stage;
    const [server] = await rig.sql<{ version: string }>("select current_setting('server_version') as version");
    return { 'nats-server': rig.nats.version, PostgreSQL: server!.version };
  }

  /** Plays one row: the crowd goes on, the row strikes, all is drained and judged. */
  async play(row: Row, seed: number): Promise<Played> {
    this.planted.push(...(row.planted ?? []));
    const stage = { ...this.stage, chance: new Seeded(seed) };
    const patience = patienceOf(row.name, stage.quick);
    const played = await playOn(stage, { ...row, seed, patience, planted: this.planted });
    this.whole &&= played.ok;
    return played;
  }

  async close(): Promise<void> {
    await within(ENDING_SECONDS, this.stage.rig.stop()).finally(this.giveBack);
  }
}

/** How everything of one run is played. */
export interface Playing {
  readonly seed: number;
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

/** Plays a mutant on a rig of its own. `ok` means that it was caught. */
export async function playMutant(root: string, mutant: Mutant, { seed, say }: Playing): Promise<Played> {
  const { patches, postgres, needs = [] } = mutant;
  const replicas = { ...SMALL, ...Object.fromEntries(needs.map((service) => [service, 1])) };
  const options: RigOptions = { root, replicas, env: PATIENCE, patches: [...SHORT_LEASES, ...patches], postgres };
  const stage = await setUp(options, { seed, quick: true, say, shops: 2, courier: false });
  try {
    const played = await playOn(stage, {
      name: mutant.name,
      strikes: mutant.lacks,
      strike: mutant.strike,
      seed,
      patience: MUTANT_PATIENCE,
      planted: [],
      stalledMs: MUTANT_STALLED_MS,
    });
    const telling = played.breaches.filter(({ invariant }) => mutant.caughtBy.includes(invariant));
    return { ...played, ok: telling.length > 0, breaches: telling };
  } finally {
    await within(ENDING_SECONDS, stage.rig.stop());
  }
}

interface Setting extends Playing {
  readonly shops: number;
  readonly courier: boolean;
}

/** A stage on which nothing has happened yet. */
type Scenery = Omit<Stage, 'broken'> & { readonly platform: number };

let platforms = 0;

async function setUp(options: RigOptions, setting: Setting): Promise<Scenery> {
  const rig = await Rig.start(options);
  try {
    return await within(SETTING_SECONDS, people(rig, setting));
  } catch (error) {
    await within(ENDING_SECONDS, rig.stop());
    throw error;
  }
}

async function people(rig: Rig, { seed, quick, say, shops: count, courier }: Setting): Promise<Scenery> {
  const shops = await openShops(rig, count, { courier, stock: 100_000 });
  const chance = new Seeded(seed);
  const crowd = await Crowd.gather(rig, shops, chance);
  for (const member of rig.members) member.supervise();
  return { rig, shops, crowd, chance, quick, say, platform: (platforms += 1) };
}

interface Act extends Pick<Row, 'name' | 'strikes' | 'strike' | 'perSecond' | 'beyond'> {
  readonly seed: number;
  /** When its strike hangs, in seconds. */
  readonly patience: number;
  readonly planted: readonly string[];
  readonly stalledMs?: number;
}

async function playOn(scenery: Scenery, act: Act): Promise<Played> {
  const { rig, crowd, shops } = scenery;
  const began = Date.now();
  const before = { ...rig.edge.answers };
  crowd.stir({ perSecond: act.perSecond ?? 20 });
  let facts: Facts = {};
  const breaches: Breach[] = [];
  const broken: Stage['broken'] = (invariant, what, examples) =>
    void breaches.push({ invariant, what, count: examples.length, examples: examples.slice(0, 3) });
  const failed = (what: string, error: unknown) => broken('I5', what, [(error as Error).message ?? String(error)]);
  await sleep(1.5);
  try {
    facts = await within(act.patience, act.strike({ ...scenery, broken }));
  } catch (error) {
    failed('the strike did not come to its end', error);
  }
  await within(HEAL_SECONDS, heal(rig)).catch((error: unknown) => failed('not ready again', error));
  await sleep(0.5);
  await within(60, crowd.rest()).catch((error: unknown) => failed('the crowd was not answered', error));
  const struck = Date.now();
  const undrained = await within(DRAIN_MS / 1_000 + 30, drain(rig, crowd.books, DRAIN_MS, act.stalledMs)).catch(String);
  const drained = Date.now();
  let totals: Played['totals'];
  try {
    const asked = judge(rig, shops, crowd.books, { planted: act.planted, undrained });
    const { breaches: found, ...rest } = await within(JUDGING_SECONDS, asked);
    breaches.push(...found.filter(({ what }) => !act.beyond?.includes(what)));
    totals = rest;
  } catch (error) {
    failed('could not be judged', error);
  }
  const posted = sum(rig.edge.answers) - sum(before);
  const good = (rig.edge.answers['200'] ?? 0) - (before['200'] ?? 0);
  return {
    name: act.name,
    strikes: act.strikes,
    seed: act.seed,
    ok: breaches.length === 0,
    platform: scenery.platform,
    facts,
    breaches,
    totals,
    webhooks: good,
    unanswered: posted - good,
    seconds: (struck - began) / 1_000,
    drainSeconds: (drained - struck) / 1_000,
  };
}

/** Whatever a strike left behind when it broke off: servers that stand still or are gone, lines that are bad, faults that wait. */
async function heal(rig: Rig): Promise<void> {
  for (const line of Object.values(rig.lines)) line.become({});
  rig.postgres.resume();
  rig.nats.resume();
  await rig.postgres.start();
  await rig.nats.start();
  for (const member of rig.members) {
    rig.moveClock(member, 0);
    member.resume();
  }
  rig.sandbox.resume();
  if (rig.sandbox.pid === 0) await rig.sandbox.start();
  await rig.sandbox.ready();
  await rig.sandboxed('DELETE', 'faults');
  await rig.allReady();
}

async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${seconds} s`)), seconds * 1_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

/** A disk of 192 MB for the broker, so that it can be full; only root may have one. */
function smallDisk(): { folder: string; giveBack: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fluxasync-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'tmpfs', folder], { stdio: 'ignore' }).status === 0;
  if (!mounted) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const giveBack = () => {
    disks.delete(giveBack);
    spawnSync('umount', [folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  };
  disks.add(giveBack);
  return { folder, giveBack };
}
