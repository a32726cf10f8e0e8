import { setTimeout as pause } from 'node:timers/promises';
import { askReplay, type DeadLetter, listDeadLetters } from '#bus';
import { SERVICES, type ServiceName } from '#contracts';
import type { Database } from '#database';
import type { Arguments, Cli, Command } from './command.js';
import { CliError, WrongUsage } from './errors.js';
import { withServiceDatabase } from './sql.js';

const HELP = `npm run fluxasync -- dead-letters list [--service NAME] [--limit N] [--with-replayed]
npm run fluxasync -- dead-letters show ID [--payload]
npm run fluxasync -- dead-letters replay ID|--all [--service NAME] [--timeout SECONDS]

Events that a service could not handle and set aside.

  list            by service: what, since when, after how many deliveries, which error. No personal data.
  show ID         one event with the whole error and its headers; --payload adds its content, which may hold customers' data
  replay ID       asks the service to handle it again with the code it runs now, and waits for the result
  replay --all    all of them (of one service with --service)

  --timeout N     how long to wait for each, in seconds (60)
  --limit N       lines for each service (100)
`;

export const deadLetters: Command = {
  name: 'dead-letters',
  summary: 'list, show or replay events that were set aside',
  help: HELP,
  options: {
    service: { type: 'string' },
    all: { type: 'boolean' },
    payload: { type: 'boolean' },
    'with-replayed': { type: 'boolean' },
    limit: { type: 'string' },
    timeout: { type: 'string' },
  },
  words: { min: 1, max: 2 },
  run: async (args, cli) => {
    const [action, id] = args.words;
    if (action === 'list' && id === undefined) return list(args, cli);
    if (action === 'show' && id !== undefined) return show(eventId(id), args, cli);
    if (action === 'replay' && (id !== undefined) !== args.flag('all'))
      return replay(id === undefined ? undefined : eventId(id), args, cli);
    throw new WrongUsage('Say list, show ID, replay ID, or replay --all.');
  },
};

async function list(args: Arguments, { settings, out }: Cli): Promise<void> {
  const limit = args.integer('limit', { min: 1, max: 10_000, otherwise: 100 });
  const rows: unknown[][] = [];
  for (const service of servicesOf(args)) {
    const letters = await withServiceDatabase(settings.adminUrl(service), service, (db) => listDeadLetters(db, limit));
    for (const letter of letters.filter(({ replayed_at }) => replayed_at === null || args.flag('with-replayed')))
      rows.push([
        service,
        letter.event_id,
        letter.subject,
        letter.created_at,
        letter.deliveries,
        kindOf(letter),
        letter.replayed_at ? 'replayed' : 'set aside',
      ]);
  }
  out.table(['service', 'event', 'what', 'since (UTC)', 'deliveries', 'error', 'state'], rows);
}

/** An error's text may quote what it failed on; its class or code never does. */
const kindOf = ({ error }: DeadLetter) => /^DomainError: ([A-Z0-9_]+)/.exec(error)?.[1] ?? /^\w+/.exec(error)?.[0] ?? 'Error';

interface Letter extends DeadLetter {
  headers: Record<string, string>;
  payload: string;
  replay_asked_at: Date | null;
}

const find = (db: Database, id: string): Promise<Letter[]> =>
  db.asWorker(() => db.rows<Letter>('select * from dead_letter where event_id = $1 order by consumer', [id]));

async function show(id: string, args: Arguments, { settings, out }: Cli): Promise<void> {
  let found = false;
  for (const service of servicesOf(args)) {
    for (const letter of await withServiceDatabase(settings.adminUrl(service), service, (db) => find(db, id))) {
      found = true;
      out.line(`${letter.subject} for ${letter.consumer}`);
      out.line(`  since      ${letter.created_at.toISOString()}, after ${letter.deliveries} deliveries`);
      out.line(`  replayed   ${letter.replayed_at?.toISOString() ?? 'no'}`);
      out.line(`  error      ${letter.error}`);
      for (const [name, value] of Object.entries(letter.headers)) out.line(`  ${name}: ${value}`);
      if (args.flag('payload')) out.line(`  payload    ${letter.payload}`);
    }
  }
  if (!found) throw new CliError(`No event ${id} was set aside.`);
}

async function replay(id: string | undefined, args: Arguments, { settings, out }: Cli): Promise<void> {
  const timeoutMs = args.integer('timeout', { min: 1, max: 3_600, otherwise: 60 }) * 1_000;
  let [replayed, refused] = [0, 0];
  for (const service of servicesOf(args)) {
    await withServiceDatabase(settings.adminUrl(service), service, async (db) => {
      const asked = await askReplay(db, id);
      if (asked === 0) return;
      out.note(`  … ${service} was asked to handle ${asked} again`);
      const outcome = await untilDone(db, id, { service, asked, timeoutMs }, out);
      replayed += asked - outcome.refused.length;
      refused += outcome.refused.length;
      for (const letter of outcome.refused)
        out.line(`  ✗ ${service} ${letter.subject} ${letter.event_id}: ${kindOf(letter)} (show ${letter.event_id} says more)`);
    });
  }
  if (replayed + refused === 0) {
    if (id !== undefined) throw new CliError(`No event ${id} is set aside.`);
    out.line('  Nothing is set aside.');
    return;
  }
  out.line(`  ${replayed} handled, ${refused} set aside again`);
  if (refused > 0) throw new CliError(`${refused} could not be handled.`);
}

/** Waits until the service took up everything it was asked for. @throws CliError when it takes nothing up for as long as the limit says */
async function untilDone(
  db: Database,
  id: string | undefined,
  { service, asked, timeoutMs }: { service: ServiceName; asked: number; timeoutMs: number },
  out: Cli['out'],
): Promise<{ refused: DeadLetter[] }> {
  let [waiting, lastProgress] = [asked, Date.now()];
  const ids = await idsOf(db, id);
  const check = async () => {
    for (;;) {
      const open = await db.asWorker(() =>
        db.rows<{ n: number }>(
          'select count(*)::int as n from dead_letter where replay_asked_at is not null and ($1::uuid is null or event_id = $1)',
          [id ?? null],
        ),
      );
      const left = open[0]!.n;
      if (left === 0) return;
      if (left < waiting) lastProgress = Date.now();
      waiting = left;
      if (Date.now() - lastProgress > timeoutMs)
        throw new CliError(
          `${service} took nothing up for ${timeoutMs / 1_000} s (${left} left): is it running? It will handle them when it is.`,
        );
      await pause(250);
    }
  };
  await out.during(`${service} is at work`, check, () => `${waiting} of ${asked} left`);
  const refused = await db.asWorker(() =>
    db.rows<DeadLetter>(
      'select * from dead_letter where replayed_at is null and event_id = any($1::uuid[]) order by created_at',
      [ids],
    ),
  );
  return { refused };
}

/** The events that were asked for; a service in a hurry may have closed some of them already. */
async function idsOf(db: Database, id: string | undefined): Promise<string[]> {
  if (id !== undefined) return [id];
  const rows = await db.asWorker(() =>
    db.rows<{ event_id: string }>('select event_id from dead_letter where replayed_at is null'),
  );
  return rows.map((row) => row.event_id);
}

function servicesOf(args: Arguments): readonly ServiceName[] {
  const name = args.text('service');
  if (name === undefined) return SERVICES;
  if (!SERVICES.includes(name as ServiceName)) throw new WrongUsage(`--service is one of ${SERVICES.join(', ')}.`);
  return [name as ServiceName];
}

function eventId(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw new WrongUsage(`"${text}" is not an event’s id.`);
  return text.toLowerCase();
}
