import { setTimeout as pause } from 'node:timers/promises';
import { schemaNameOf } from '#contracts';
import { type Interest, interestsOf } from '../broker.js';
import type { Cli, Command } from '../command.js';
import { CliError } from '../errors.js';
import { type Place, titleOf } from '../settings.js';
import { withClient } from '../sql.js';
import { type BrokerView, viewBroker } from './broker-view.js';
import { type Check, type Finding, NOTHING, type Patient } from './check.js';
import { fullOutboxes, lostEvents, openDeadLetters } from './events.js';
import { wrongFigures } from './figures.js';
import { lostNames, openTables, wrongClocks } from './house.js';
import { doubleDeliveries, wrongOrders, wrongStock } from './orders.js';
import { namedPeople } from './people.js';
import { danglingReferences } from './references.js';
import { unknownNumbers } from './strangers.js';

const HELP = `npm run fluxasync -- doctor [--hours N] [--wait SECONDS] [--json]

Proves that the platform's data hang together. Each check has a number: how many things are wrong. All 0 means healthy; otherwise the exit
code is 1, and each line below a number says what and where.

  --hours N        follow events of the last N hours (24; at most 168, the age to which the streams keep them)
  --wait SECONDS   events on their way are no fault, but what they will change is not there yet: wait until the queues are empty, at most
                   this long, before looking
  --json           the findings as JSON
  --database NAME  another database on the same server; without the broker then, so waiting and lost events are not told apart

What cannot be checked, because schemas are in different databases or NATS_URL is not set, is said. A replica that holds all schemas, given
as DATABASE_URL, can be checked as a whole.
`;

export const CHECKS: readonly Check[] = [
  danglingReferences,
  lostEvents,
  fullOutboxes,
  openDeadLetters,
  wrongFigures,
  wrongStock,
  wrongOrders,
  doubleDeliveries,
  namedPeople,
  unknownNumbers,
  openTables,
  lostNames,
  wrongClocks,
];

export const doctor: Command = {
  name: 'doctor',
  summary: 'prove that the data hang together',
  help: HELP,
  options: { hours: { type: 'string' }, wait: { type: 'string' }, json: { type: 'boolean' } },
  words: { min: 0, max: 0 },
  run: async (args, cli) => {
    const hours = args.integer('hours', { min: 1, max: 168, otherwise: 24 });
    const waitSeconds = args.integer('wait', { min: 0, max: 3_600, otherwise: 0 });
    const interests = interestsOf((await cli.platform()).services.map(({ manifest }) => manifest));
    if (waitSeconds > 0) await untilQuiet(cli, interests, hours, waitSeconds);
    const findings = await examine(cli, interests, hours, CHECKS);
    if (args.flag('json')) cli.out.line(JSON.stringify(Object.fromEntries(findings.map(({ check, ...f }) => [check.key, f]))));
    else print(cli, findings);
    const problems = findings.reduce((sum, finding) => sum + finding.problems, 0);
    const waiting = findings.reduce((sum, finding) => sum + (finding.waiting ?? 0), 0);
    if (problems > 0 && waiting > 0)
      cli.out.note(`${waiting} events are on their way, and what they change is not there yet: --wait SECONDS waits for them.`);
    if (problems > 0) throw new CliError(`${problems} problems.`);
  },
};

type Examined = Finding & { check: Check };

/** Runs the checks on every database, and adds up what they found. */
async function examine(
  { settings, out }: Cli,
  interests: readonly Interest[],
  hours: number,
  checks: readonly Check[],
): Promise<Examined[]> {
  const places = settings.places();
  const natsUrl = settings.natsUrl;
  const all: Examined[] = [];
  for (const place of places) {
    const here = interests.filter(({ publisher, reader }) => [publisher, reader].some((each) => place.services.includes(each)));
    await withClient(place.url, async (client) => {
      // The moment before the broker is looked at: what is published later is left out.
      const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
      const broker = natsUrl === undefined ? undefined : await viewBroker(natsUrl, here);
      const patient: Patient = {
        client,
        ...(await schemasOf(client, place)),
        interests: here,
        broker,
        asOf: rows[0]!.now,
        hours,
      };
      // One snapshot for all checks, taken after the look at the broker: on a busy platform tables read one after the other would contradict each other.
      await client.query('begin isolation level repeatable read read only');
      for (const check of checks) {
        const finding = await out.during(check.title, () => check.run(patient));
        all.push({ check, ...finding, unchecked: unchecked(check, finding, broker, place, places) });
      }
      await client.query('commit');
    });
  }
  return checks.map((check) =>
    merged(
      check,
      all.filter((finding) => finding.check === check),
    ),
  );
}

async function schemasOf(client: Patient['client'], { services }: Place): Promise<Pick<Patient, 'services' | 'schemas'>> {
  const { rows } = await client.query<{ name: string }>("select nspname as name from pg_namespace where nspname !~ '^pg_'");
  // A schema that lies here but whose service keeps its data elsewhere is a leftover, and proves nothing.
  const own = new Set(services.map(schemaNameOf));
  return { services, schemas: new Set(rows.map((row) => row.name).filter((name) => own.has(name))) };
}

function unchecked(check: Check, finding: Finding, broker: BrokerView | undefined, place: Place, places: readonly Place[]) {
  const where = places.length > 1 ? ` (${titleOf(place.url)})` : '';
  const noBroker =
    check === lostEvents && !broker && finding.unchecked.length === 0 ? ['no broker: streams were not looked at'] : [];
  return [...finding.unchecked, ...noBroker].map((line) => line + where);
}

function merged(check: Check, findings: readonly Examined[]): Examined {
  return {
    check,
    problems: findings.reduce((sum, { problems }) => sum + problems, 0),
    examined: [...new Set(findings.map(({ examined }) => examined))].join('; '),
    details: findings.flatMap(({ details }) => details),
    unchecked: findings.flatMap((finding) => finding.unchecked),
    waiting: findings.reduce((sum, { waiting = 0 }) => sum + waiting, 0),
  };
}

const LINES = 20;

function print({ out }: Cli, findings: readonly Examined[]): void {
  for (const { check, problems, examined, details, unchecked: not, waiting } of findings) {
    const onTheWay = waiting ? `, ${waiting} waiting` : '';
    // No proof is no zero.
    const [mark, number] = examined === NOTHING ? ['–', '?'] : [problems === 0 ? '✓' : '✗', String(problems)];
    out.line(`${mark} ${number.padStart(5)}  ${check.title} (${examined}${onTheWay})`);
    for (const line of details.slice(0, LINES)) out.line(`           ${line}`);
    if (details.length > LINES) out.line(`           … and ${details.length - LINES} more lines (--json has them all)`);
    for (const line of not.slice(0, LINES)) out.line(`        –  not checked: ${line}`);
    if (not.length > LINES) out.line(`        –  … and ${not.length - LINES} more (--json has them all)`);
  }
}

/** Waits until no event is on its way. What still is after that time is part of the findings. */
async function untilQuiet(cli: Cli, interests: readonly Interest[], hours: number, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  let waiting = 0;
  const wait = async () => {
    for (;;) {
      const findings = await examine(cli, interests, hours, [lostEvents, fullOutboxes]);
      waiting = findings.reduce((sum, finding) => sum + (finding.waiting ?? 0), 0);
      if (waiting === 0 || Date.now() > end) return;
      await pause(500);
    }
  };
  await cli.out.during('waiting for the queues', wait, () => `${waiting} events on their way`);
}
