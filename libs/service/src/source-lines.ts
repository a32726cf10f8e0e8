import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Maps kept at most: the files in which a service fails are few. */
const MOST_KEPT = 20;
/** What was compiled here; libraries are named as they were published. */
const OURS = /^file:.*\/dist\/(?:apps|libs|tools)\/.*\.js$/;

type PrepareStackTrace = (error: Error, sites: NodeJS.CallSite[]) => string;

/**
 * Makes stacks name files and lines as they were written. `node --enable-source-maps` does so too, but reads and keeps the map of every module at its loading, those
 * of libraries as well: 12 to 25 MB in each process. Here a map is read when a stack that names its file is.
 */
export function nameSourceLines(): void {
  const prepare: PrepareStackTrace = (error, sites) =>
    [headOf(error), ...sites.map((site) => `    at ${written(site)}`)].join('\n');
  Error.prepareStackTrace = prepare as typeof Error.prepareStackTrace;
}

/** As V8 begins a stack; an error may have been given a name or message that throws when it is read. */
function headOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

function written(site: NodeJS.CallSite): string {
  const said = String(site);
  const [file, line, column] = [site.getFileName(), site.getLineNumber(), site.getColumnNumber()];
  if (!file || line === null || column === null || !OURS.test(file)) return said;
  const origin = mapOf(file)?.findEntry(line - 1, column - 1);
  if (!origin || !('originalSource' in origin)) return said;
  const source = fileURLToPath(new URL(origin.originalSource, file));
  return said.replace(`${file}:${line}:${column}`, `${source}:${origin.originalLine + 1}:${origin.originalColumn + 1}`);
}

const maps = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (maps.has(file)) return maps.get(file);
  if (maps.size >= MOST_KEPT) maps.clear();
  const map = read(file);
  maps.set(file, map);
  return map;
}

/** Undefined where there is none: the line of the compiled file is true as well. */
function read(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${file}.map`), 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
