import { REPORTS_ROLE, DATABASE_NAME, migrateService, prepareDatabase, requestRole } from '#database';
import type { Cli, Command } from './command.js';
import { CliError } from './errors.js';
import { reasonOf, CannotConnect, withClient } from './sql.js';
import { remakeLostLogs } from './lost-logs.js';
import { titleOf, withDatabase } from './settings.js';
import { DomainError } from '#contracts';

const HELP = `npm run fluxasync -- migrate [--database NAME]

Brings the database up to date: makes it when it is missing, then for each service its schema, roles, tables and grants. Safe to run
again, and by several machines at once.

Connection of an administrator (superuser, or a role that may create databases and roles):
  DATABASE_URL                          postgres://postgres:password@host:5432/${DATABASE_NAME}
  <SERVICE>_ADMIN_DATABASE_URL          another one for one service: ORDERS_ADMIN_DATABASE_URL, EMAIL_INTELLIGENCE_ADMIN_DATABASE_URL …

Passwords of the login roles; without any, a role keeps the one it has:
  FLUXASYNC_ROLE_PASSWORD_<SCHEMA>      of one role: _GATEWAY _ACCOUNTS _CONVERSATIONS _ORDERS _DELIVERIES _EMAILS _NOTIFICATIONS
                                        _ANALYTICS, and _RAPPORTS for ${REPORTS_ROLE}
  FLUXASYNC_ROLE_SECRET                 one secret for all (16 characters or more): the password of a role is the first 32 characters of the
                                        base64url of HMAC-SHA-256 of the role's name. The same in a shell:
    printf fluxasync_orders | openssl dgst -sha256 -hmac "$FLUXASYNC_ROLE_SECRET" -binary | base64 | tr '+/' '-_' | cut -c1-32
`;

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring database, schemas, roles and tables up to date',
  help: HELP,
  options: {},
  words: { min: 0, max: 0 },
  run: async (_args, cli) => migrateAll(cli),
};

/** Makes and updates everything, service by service; also what a restore ends with. */
export async function migrateAll({ settings, out, platform }: Cli): Promise<void> {
  const { services } = await platform();
  for (const { url } of settings.places()) {
    if (await createDatabase(url)) out.line(`  ✓ database ${titleOf(url)} created`);
    await prepareDatabase({ adminUrl: url, reportsPassword: settings.reportsPassword() });
  }
  for (const table of await remakeLostLogs(settings.adminUrl('analytics')))
    out.line(
      `  ! ${table} was left out of the export and begins anew, empty: the figures of before stay, and cannot be computed again`,
    );
  out.line(`  ✓ ${REPORTS_ROLE.padEnd(26)} may read every schema, password ${settings.reportsPassword() ? 'set' : 'kept'}`);
  for (const { manifest, migrations } of services) {
    const { service } = manifest;
    const password = settings.rolePassword(service);
    const ran = await out.during(service, () =>
      migrateService({ service, adminUrl: settings.adminUrl(service), password, migrations }).catch((error: unknown) => {
        throw explained(service, error);
      }),
    );
    const done = ran.length > 0 ? ran.join(', ') : 'up to date';
    out.line(`  ✓ ${requestRole(service).padEnd(26)} ${done}, password ${password ? 'set' : 'kept'}`);
  }
}

/** @returns whether the database was missing and is there now */
export async function createDatabase(url: string): Promise<boolean> {
  try {
    await withClient(url, () => Promise.resolve());
    return false;
  } catch (error) {
    if (!(error instanceof CannotConnect && error.noSuchDatabase)) throw error;
  }
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await withClient(withDatabase(url, 'postgres'), async (client) => {
    await client.query(`create database ${client.escapeIdentifier(name)}`).catch((error: unknown) => {
      // Another machine that starts at the same time was quicker.
      if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
    });
  });
  return true;
}

function explained(service: string, error: unknown): CliError {
  if (error instanceof DomainError && error.code === 'SCHEMA_IS_NEWER')
    return new CliError(
      `The schema of ${service} is newer than this version of FluxAsync: it has ${(error.facts['unknown'] as string[]).join(', ')}. ` +
        'Run the version that made it, or restore an older export.',
    );
  return new CliError(`The migration of ${service} failed: ${reasonOf(error)}.`);
}
