/**
 * Compiles apps, libs and tools to dist/ with swc, file by file: only what changed since the last build, so that a build
 * with nothing to do costs a few milliseconds. Every other file a program reads (.sql, .json, .html, …) is copied beside it.
 *
 * dist/.build.json says what each source looked like when it was compiled. It is written last, so a build that was killed is
 * done again, and every file is written beside its place and moved there, so a running program never reads half a file.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PARTS = ['apps', 'libs', 'tools'];
const MANIFEST = 'dist/.build.json';
const TESTS = /(\.(spec|int-spec|e2e-spec)\.ts|\.d\.ts)$/;
const NOT_COPIED = /(\.md|\.mjs|\.tsx?)$/;

/**
 * Brings dist/ up to date.
 * @param {string} [root] folder of the project
 * @returns {Promise<{ compiled: number, copied: number, removed: number, ms: number }>} how many files were written or removed
 */
export async function build(root = ROOT) {
  const started = performance.now();
  const settings = fingerprintOfSettings(root);
  const before = readManifest(root, settings);
  const sources = PARTS.flatMap((part) => filesUnder(root, part));
  const stale = sources.filter((source) => isStale(root, source, before[source.path]));
  const gone = Object.keys(before).length !== sources.length || sources.some(({ path }) => !(path in before));
  if (stale.length === 0 && !gone) return { compiled: 0, copied: 0, removed: 0, ms: performance.now() - started };

  const { transform } = await import('@swc/core');
  const results = await Promise.allSettled(
    stale.map((source) => (source.compiled ? compile(root, source, transform) : copy(root, source))),
  );
  const errors = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason.message ?? String(reason));
  if (errors.length > 0) throw new Error(errors.join('\n\n'));
  const removed = removeStrangers(root, new Set(sources.flatMap((source) => outputsOf(source))));
  const files = Object.fromEntries(sources.map(({ path, stamp }) => [path, stamp]));
  replaceFile(join(root, MANIFEST), `${JSON.stringify({ settings, files })}\n`);
  const compiled = stale.filter((source) => source.compiled).length;
  return { compiled, copied: stale.length - compiled, removed, ms: performance.now() - started };
}

/** Another compiler, other settings or another version of this file make everything stale. */
function fingerprintOfSettings(root) {
  const compiler = createRequire(import.meta.url).resolve('@swc/core/package.json');
  const parts = [join(root, '.swcrc'), import.meta.filename, compiler].map((file) => readFileSync(file));
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
}

function readManifest(root, settings) {
  try {
    const manifest = JSON.parse(readFileSync(join(root, MANIFEST), 'utf8'));
    return manifest.settings === settings ? manifest.files : {};
  } catch {
    return {};
  }
}

/** Every file that belongs in dist/, with its stamp: size and time of change. */
function filesUnder(root, part) {
  const folder = join(root, part);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile() || entry.parentPath.includes('node_modules')) return [];
    const path = join(entry.parentPath, entry.name).slice(root.length + 1);
    const compiled = path.endsWith('.ts') && !TESTS.test(path);
    if (!compiled && (NOT_COPIED.test(path) || entry.name.startsWith('.'))) return [];
    // A file that goes away between the two looks is simply not there.
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    return stat === undefined ? [] : [{ path, compiled, stamp: `${stat.size}:${stat.mtimeMs}` }];
  });
}

function outputsOf({ path, compiled }) {
  if (!compiled) return [join('dist', path)];
  const script = join('dist', path.replace(/\.ts$/, '.js'));
  return [script, `${script}.map`];
}

function isStale(root, source, stamp) {
  return source.stamp !== stamp || outputsOf(source).some((output) => !existsSync(join(root, output)));
}

async function compile(root, source, transform) {
  const [script, map] = outputsOf(source);
  const depth = dirname(script).split('/').length;
  const output = await transform(readFileSync(join(root, source.path), 'utf8'), {
    cwd: root,
    filename: join(root, source.path),
    sourceFileName: `${'../'.repeat(depth)}${source.path}`,
    configFile: join(root, '.swcrc'),
  });
  replaceFile(join(root, map), output.map);
  replaceFile(join(root, script), `${output.code}//# sourceMappingURL=${map.slice(dirname(map).length + 1)}\n`);
}

async function copy(root, source) {
  replaceFile(join(root, 'dist', source.path), readFileSync(join(root, source.path)));
}

function replaceFile(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Removes what no source stands for any more, and drafts of a build that was killed. */
function removeStrangers(root, expected) {
  let removed = 0;
  for (const part of PARTS) {
    const folder = join(root, 'dist', part);
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name).slice(root.length + 1);
      if (expected.has(path)) continue;
      // A draft of a build that runs at the same time is young; leave it to that build.
      if (path.endsWith('.tmp') && Date.now() - (statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0) < 60_000)
        continue;
      rmSync(join(root, path), { force: true });
      removed += 1;
    }
  }
  return removed;
}

if (process.argv[1] === import.meta.filename) {
  try {
    const { compiled, copied, removed, ms } = await build();
    console.log(`built: ${compiled} compiled, ${copied} copied, ${removed} removed (${Math.round(ms)} ms)`);
  } catch (error) {
    console.error(`The build failed:\n${error.message}`);
    process.exitCode = 1;
  }
}
