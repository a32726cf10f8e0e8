import type { ServiceName } from '#contracts';
import type { Patch } from '../rig/patches.js';
import { type Facts, type Row, running, sleep, type Stage } from './stage.js';

interface Change {
  readonly service: ServiceName;
  readonly list: string;
  /** What the next version adds to the busiest table. */
  readonly sql: readonly string[];
}

export const CHANGES: readonly Change[] = [
  {
    service: 'conversations',
    list: 'conversationsMigrations',
    sql: ["alter table messages add column essai text not null default ''", 'create index essai_messages on messages (essai)'],
  },
  {
    service: 'orders',
    list: 'ordersMigrations',
    sql: [
      'alter table commandes add column essai int',
      'create index essai_commandes on commandes (essai) where essai is not null',
    ],
  },
  { service: 'gateway', list: 'gatewayMigrations', sql: ['alter table journal_webhooks add column essai text'] },
];

/** The next version of a service: one migration more. */
export const nextVersion = ({ service, list, sql }: Change): Patch => ({
  file: `apps/${service}/src/migrations/index.js`,
  from: `export const ${list} = [`,
  to: `class RigEssai1799000000000 { async up(q) { for (const sql of ${JSON.stringify(sql)}) await q.query(sql); } async down() {} }
export const ${list} = [RigEssai1799000000000,`,
});

/** The next version's tables while customers write, by the operator's own command; then each process replaced by the next version's, one after the other. */
async function migrate(stage: Stage): Promise<Facts> {
  const { rig, say } = stage;
  const changes = CHANGES.filter(({ service }) => running(rig).includes(service));
  const before = { ...rig.edge.answers };
  // Again what is there already: as every start of a deployment does.
  await rig.operate('migrate');
  say('the migrations that were there have run again');
  rig.update(changes.map(nextVersion));
  const began = Date.now();
  await rig.operate('migrate');
  const tookMs = Date.now() - began;
  say(`${changes.length} services have new tables after ${tookMs} ms; the old code goes on`);
  await sleep(stage.quick ? 3 : 8);
  let replaced = 0;
  // One replica of each service at a time: the other is there meanwhile.
  for (let n = 0; changes.some(({ service }) => rig.of(service)[n]); n += 1) {
    const turn = changes.flatMap(({ service }) => rig.of(service)[n] ?? []);
    await Promise.all(turn.map((member) => member.restart()));
    await Promise.all(turn.map((member) => member.ready()));
    replaced += turn.length;
    say(`${replaced} processes are the next version's`);
  }
  await rig.operate('migrate');
  const [there] = await rig.sql<{ n: number }>(
    "select count(*)::int as n from information_schema.columns where column_name = 'essai'",
  );
  if (there!.n !== changes.length) stage.broken('I8', 'a migration did not run', [`${there!.n} of ${changes.length}`]);
  const refused = Object.entries(rig.edge.answers)
    .filter(([status]) => status.startsWith('5'))
    .reduce((sum, [status, n]) => sum + n - (before[status] ?? 0), 0);
  return {
    'services with new tables': changes.map(({ service }) => service).join(', '),
    'the migration took (ms)': tookMs,
    'processes replaced': replaced,
    '5xx to webhooks': refused,
  };
}

export const migrationRows: readonly Row[] = [
  {
    name: 'migration',
    strikes:
      'all migrations again, then new ones on the busiest tables while customers write, old code and new together, a rolling restart',
    strike: migrate,
  },
];
