import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Output } from './output.js';
import type { PlatformParts } from './platform-parts.js';
import type { Settings } from './settings.js';
import { WrongUsage } from './errors.js';

/** What a command was called with. */
export interface Arguments {
  readonly words: readonly string[];
  /** The text of an option, undefined when it was not given. */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  /** A whole number in its range, or `otherwise`. @throws WrongUsage */
  integer(name: string, range: { min: number; max: number; otherwise: number }): number;
}

/** What a command works with. */
export interface Cli {
  readonly settings: Settings;
  readonly out: Output;
  /** Folder of the project. */
  readonly root: string;
  /** Loaded by those commands alone that need the services' code: it is large. */
  readonly platform: () => Promise<PlatformParts>;
  /** Asks a question at the terminal; undefined when nobody sits there. */
  readonly ask: (question: string) => Promise<string | undefined>;
}

/** A command of `npm run fluxasync -- <name>`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The page of `--help`. */
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words may follow the name. */
  readonly words: { readonly min: number; readonly max: number };
  /** @throws CliError or whatever went wrong; both end with an exit code that is not 0 */
  readonly run: (args: Arguments, cli: Cli) => Promise<void>;
}

/** Every command works on the database of the platform, or with `--database` on a restored copy beside it. */
const COMMON: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' }, database: { type: 'string' } };

/** Reads what follows a command's name. @throws WrongUsage */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const { values, positionals } = parse(command, argv);
  const { min, max } = command.words;
  if (values['help'] !== true && (positionals.length < min || positionals.length > max))
    throw new WrongUsage(`${command.name} takes ${min === max ? min : `${min} to ${max}`} words, not ${positionals.length}.`);
  const texts = (name: string) => [values[name]].flat().filter((value) => typeof value === 'string');
  return {
    words: positionals,
    texts,
    text: (name) => texts(name).at(-1),
    flag: (name) => values[name] === true,
    integer: (name, { min: least, max: most, otherwise }) => {
      const text = texts(name).at(-1);
      if (text === undefined) return otherwise;
      if (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most)
        throw new WrongUsage(`--${name} is "${text}": a whole number from ${least} to ${most}.`);
      return Number(text);
    },
  };
}

function parse(command: Command, argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: { ...COMMON, ...command.options }, strict: true, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage((error as Error).message.replace(/\. To specify a positional.*$/s, '.'));
  }
}
