import { DomainError, SERVICES } from '#contracts';
import type { Database } from '#database';
import type { Cli, Command } from './command.js';
import { CliError, WrongUsage } from './errors.js';
import { withServiceDatabase } from './sql.js';

const HELP = `npm run fluxasync -- rebuild analytics [--read-archives]

Computes sessions_analytiques and utilisation_apis again from journaux_systeme, seller by seller; the services may run meanwhile. A journal
that lacks the beginning of a seller (a copy restored from an export without logs) is refused, and nothing is changed.

  --read-archives    first takes into the journal what it lacks of the services' outbox archives (the last 9 days)
`;

const BATCH = 500;

export const rebuild: Command = {
  name: 'rebuild',
  summary: 'compute the daily figures again from the journal',
  help: HELP,
  options: { 'read-archives': { type: 'boolean' } },
  words: { min: 1, max: 1 },
  run: async (args, cli) => {
    if (args.words[0] !== 'analytics') throw new WrongUsage(`"${args.words[0]}" cannot be rebuilt: say analytics.`);
    const { settings, out } = cli;
    const { rebuildFigures } = await import('../../apps/analytics/src/index.js');
    await withServiceDatabase(settings.adminUrl('analytics'), 'analytics', async (db) => {
      if (args.flag('read-archives')) await readArchives(db, cli);
      let progress = 'no seller yet';
      const work = () =>
        rebuildFigures(db, (done, total) => (progress = `${done} of ${total} sellers`)).catch((error: unknown) => {
          throw explained(error);
        });
      const rebuilt = await out.during('computing', work, () => progress);
      out.line(`  ✓ ${rebuilt.sellers} sellers, ${rebuilt.days} days, ${rebuilt.apiUsage} rows of API use`);
    });
  },
};

function explained(error: unknown): unknown {
  if (!(error instanceof DomainError && error.code === 'JOURNAL_INCOMPLETE')) return error;
  const { sellers, some } = error.facts as { sellers: number; some: string[] };
  return new CliError(
    `The journal lacks the registration of ${sellers} sellers (e.g. ${some.join(', ')}): this database was restored from an export without journaux_systeme, or the ` +
      'journal was cut. Computed from it, their figures would be too low; nothing was changed. Restore an export with the journal, or try --read-archives.',
  );
}

async function readArchives(analytics: Database, { settings, out }: Cli): Promise<void> {
  const { replayArchive } = await import('../../apps/analytics/src/index.js');
  for (const service of SERVICES.filter((name) => name !== 'analytics')) {
    const fresh = await withServiceDatabase(settings.adminUrl(service), service, (db) =>
      out.during(`reading the archive of ${service}`, () => replayArchive(analytics, archiveOf(db))),
    );
    out.line(`  ✓ ${service}: ${fresh} events were new to the journal`);
  }
}

interface Archived {
  event_id: string;
  subject: string;
  payload: object;
  headers: Record<string, string>;
}

/** The archive by id, a batch at a time: ids grow with time, and the index gives each batch at the same cost. */
async function* archiveOf(db: Database): AsyncGenerator<Archived[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const batch = await db.asWorker(() =>
      db.rows<Archived>(
        `select event_id, subject, payload, headers from outbox_sent where event_id > $1 order by event_id limit ${BATCH}`,
        [after],
      ),
    );
    if (batch.length === 0) return;
    yield batch;
    after = batch.at(-1)!.event_id;
  }
}
