import { DomainError } from '#contracts';
import { type Cli, type Command, readArguments } from './command.js';
import { CliError, WrongUsage } from './errors.js';
import { arm } from './arm.js';
import { audit } from './audit.js';
import { deadLetters } from './dead-letters.js';
import { doctor } from './doctor/doctor.js';
import { exportDatabase } from './export.js';
import { infra } from './infra.js';
import { migrate } from './migrate.js';
import { rebuild } from './rebuild.js';
import { report } from './report.js';
import { restore } from './restore.js';
import { reasonOf } from './sql.js';
import { Settings } from './settings.js';

export const COMMANDS: readonly Command[] = [
  migrate,
  infra,
  exportDatabase,
  restore,
  arm,
  deadLetters,
  audit,
  doctor,
  rebuild,
  report,
];

/** What the command line stands in. */
export interface Surroundings extends Omit<Cli, 'settings'> {
  env: Readonly<Record<string, string | undefined>>;
}

/** Runs one command. @returns the exit code: 0 done, 1 failed, 2 called wrongly */
export async function runCli(argv: readonly string[], { env, ...rest }: Surroundings): Promise<number> {
  const { out } = rest;
  const [name = '--help', ...others] = argv;
  try {
    if (['--help', '-h', 'help'].includes(name)) {
      out.line(overview());
      return 0;
    }
    const command = COMMANDS.find((each) => each.name === name);
    if (!command) throw new WrongUsage(`There is no command "${name}".`);
    const args = readArguments(command, others);
    if (args.flag('help')) {
      out.line(command.help.trimEnd());
      return 0;
    }
    await command.run(args, { ...rest, settings: Settings.read(env, rest.root).onDatabase(args.text('database')) });
    return 0;
  } catch (error) {
    out.note(`fluxasync ${name}: ${told(error)}`);
    if (!(error instanceof WrongUsage)) return 1;
    out.note(`See npm run fluxasync -- ${COMMANDS.some((each) => each.name === name) ? `${name} ` : ''}--help.`);
    return 2;
  }
}

/** One message for each error. The stack is for those who look for the cause in the code. */
function told(error: unknown): string {
  if (error instanceof CliError) return error.message;
  if (error instanceof DomainError) return `${error.code} ${JSON.stringify(error.facts)}`;
  // undefined_table, invalid_schema_name
  if (['42P01', '3F000'].includes((error as { code?: string }).code ?? ''))
    return `${reasonOf(error)}. This database is not complete: run npm run fluxasync -- migrate.`;
  return process.env.FLUXASYNC_CLI_STACK ? ((error as Error).stack ?? String(error)) : reasonOf(error);
}

function overview(): string {
  const commands = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`);
  return [
    'The operator’s commands: npm run fluxasync -- <command> [options]',
    '',
    ...commands,
    '',
    'Each has a page of its own: npm run fluxasync -- <command> --help.',
    'They work on DATABASE_URL (an administrator’s connection) and NATS_URL; when no database is named, on what npm start has running',
    '(.fluxasync/env). --database NAME means another database on the same server, such as a restored copy.',
  ].join('\n');
}
