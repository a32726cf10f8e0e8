import { DiscardPolicy } from '@nats-io/jetstream';
import type { ServiceName } from '#contracts';
import { changeStream } from '../rig/broker.js';
import type { Patch } from '../rig/patches.js';
import type { Invariant } from '../rig/verdict.js';
import { CALL_BOUNDARIES } from './boundaries.js';
import { type Facts, sleep, type Stage, until } from './stage.js';

/** The platform with one safeguard taken out, and what must tell it. A rig that does not notice proves nothing. */
export interface Mutant {
  readonly name: string;
  readonly lacks: string;
  /** Changes to the files as they are read. */
  readonly patches: readonly Patch[];
  readonly postgres?: Readonly<Record<string, string>>;
  readonly quick?: true;
  /** Services that have to run for it, besides the door, the talks and what they stand on. */
  readonly needs?: readonly ServiceName[];
  /** One of these at least must be broken. */
  readonly caughtBy: readonly Invariant[];
  readonly strike: (stage: Stage) => Promise<Facts>;
}

const CONSUMER = 'libs/bus/src/consumer.js';
const MAILBOX = 'apps/email-intelligence/src/sync/sync-mailbox.js';
const DOOR = 'apps/gateway/src/webhooks/whatsapp-door.js';

/** The only replica dies at a boundary, some times over, and is started again by whoever supervises it. */
const diesAt = (service: ServiceName, point: string, times: number) => async (stage: Stage) => {
  const victim = stage.rig.of(service)[0]!;
  let deaths = 0;
  for (let n = 0; n < times; n += 1) {
    const before = victim.deaths;
    await victim.restart({ FLUX_FAILPOINT: `${point}:kill:${stage.chance.between(2, 6)}` });
    if (await until(() => victim.deaths > before, 30)) deaths += 1;
    await victim.ready();
  }
  return { deaths, at: point };
};

/**
 * The database falls the moment it has confirmed much; what it had not written down is gone. Whose commit is waited for writes the log itself; the process that writes what nobody waits for
 * stands still meanwhile.
 */
async function databaseFalls({ rig, crowd }: Stage): Promise<Facts> {
  for (let n = 0; n < 2; n += 1) {
    await sleep(2);
    const [writer] = await rig.sql<{ pid: number }>(`select pid from pg_stat_activity where backend_type = 'walwriter'`);
    process.kill(writer!.pid, 'SIGSTOP');
    await crowd.burst(100, 8);
    await rig.postgres.kill9();
    await rig.postgres.start();
    await sleep(2);
  }
  return { kills: 2, webhooks: 200 };
}

/** Readers are away while more is published than the stream holds. */
async function readersAway({ rig, crowd }: Stage): Promise<Facts> {
  await changeStream(rig, 'GATEWAY', { discard: DiscardPolicy.Old, max_bytes: 100 * 1024 });
  for (const service of ['conversations', 'analytics'] as const) for (const member of rig.of(service)) await member.stop();
  await crowd.burst(400, 16);
  await until(async () => (await rig.sql<{ n: number }>('select count(*)::int as n from gateway.outbox'))[0]!.n === 0, 15);
  for (const service of ['conversations', 'analytics'] as const) for (const member of rig.of(service)) await member.start();
  await rig.allReady();
  return { webhooks: 400 };
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'acknowledges-before-commit',
    lacks: 'readers acknowledge an event before its effect is committed',
    patches: [
      {
        file: CONSUMER,
        from: 'const fresh = await this.db.asWorker(async ()=>{',
        to: "for (const job of jobs) { job.settled = true; job.message.msg.respond('+ACK'); } await new Promise((sent) => setTimeout(sent, 20)); const fresh = await this.db.asWorker(async ()=>{",
      },
    ],
    caughtBy: ['I1', 'I2'],
    strike: diesAt('conversations', 'after_effect_before_commit', 2),
  },
  {
    name: 'no-inbox',
    lacks: 'an event that comes again is worked on again',
    patches: [
      {
        file: CONSUMER,
        from: 'const ids = new Set(claimed.map((row)=>row.event_id));',
        to: 'const ids = new Set(jobs.map((job)=>job.meta.id));',
      },
    ],
    quick: true,
    caughtBy: ['I3'],
    strike: diesAt('conversations', 'after_commit_before_ack', 2),
  },
  {
    name: 'answers-before-commit',
    lacks: 'the gateway answers 200 before the webhook is committed',
    patches: [
      {
        file: DOOR,
        from: 'const updates = updatesOf(parse(raw));',
        to: 'const updates = updatesOf(parse(raw)); void reply.send({}); await new Promise((sent) => setTimeout(sent, 10));',
      },
      { file: DOOR, from: 'return reply.send({});', to: 'return reply;' },
    ],
    quick: true,
    caughtBy: ['I1'],
    strike: diesAt('gateway', 'before_ingress_commit', 2),
  },
  {
    name: 'discards-old',
    lacks: 'a full stream throws its oldest events away instead of refusing new ones',
    // Streams are the operator's: there is no file to change.
    patches: [],
    caughtBy: ['I1', 'I2'],
    strike: readersAway,
  },
  {
    name: 'marks-before-work',
    lacks: 'an event is marked as seen in a transaction of its own, before it is worked on',
    patches: [
      {
        file: CONSUMER,
        from: "const claimed = await this.db.rows('insert into inbox",
        to: "const claimed = await this.db.asWorkerApart(()=>this.db.rows('insert into inbox",
      },
      {
        file: CONSUMER,
        from: ']);\n            if (claimed.length < jobs.length)',
        to: ']));\n            if (claimed.length < jobs.length)',
      },
    ],
    caughtBy: ['I2'],
    strike: diesAt('conversations', 'after_effect_before_commit', 2),
  },
  {
    name: 'moves-place-first',
    lacks: 'the place in a mailbox moves before the mails up to it are stored',
    patches: [
      ...CALL_BOUNDARIES.filter(({ file }) => file === MAILBOX),
      {
        file: MAILBOX,
        from: 'let gone = [];',
        to: "await this.db.asWorker(() => this.db.run('update boites set dernier_historique = $2 where id_compte_email = $1', [mailbox.accountId, changes.historyId])); let gone = [];",
      },
    ],
    needs: ['email-intelligence'],
    caughtBy: ['I1'],
    // A mailbox that is linked again or has forgotten its history is read from the beginning, and nothing would be missing.
    strike: diesAt('email-intelligence', 'mail_after_read_before_store', 2),
  },
  {
    name: 'commits-later',
    lacks: 'the database confirms commits that are not on disk',
    patches: [
      {
        file: 'libs/database/src/database.js',
        from: "server.commit === 'off' || server.fsync === 'off'",
        to: 'false',
      },
    ],
    postgres: { synchronous_commit: 'off' },
    caughtBy: ['I1'],
    strike: databaseFalls,
  },
];
