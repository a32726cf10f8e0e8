import packed, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A microphone that hums, so that a voice note can be recorded without asking anybody. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/**
 * A real headless Chromium: the one at `CHROMIUM_PATH`, else the packed one. On a machine without the libraries it needs (NSS,
 * Expat), those that come packed with it are used; nothing has to be installed.
 * @throws Error when no browser starts, saying how to name another one
 */
export async function startBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return chromium.launch({ executablePath: named, headless: true, args: ['--no-sandbox', ...MICROPHONE] });
  const executablePath = await packed.executablePath();
  const args = [...packed.args.filter((flag) => flag !== '--disable-web-security'), ...MICROPHONE];
  try {
    return await chromium.launch({ executablePath, headless: true, args });
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) throw noBrowser(error);
  }
  const libraries = await packedLibraries();
  try {
    const env = { ...process.env, LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
    return await chromium.launch({ executablePath, headless: true, args, env });
  } catch (error) {
    throw noBrowser(error);
  }
}

/** Unpacks the libraries the browser would find on Amazon's machines. */
async function packedLibraries(): Promise<string> {
  const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
  await inflate(join(build, '..', 'bin', 'al2023.tar.br'));
  return join(tmpdir(), 'al2023', 'lib');
}

const noBrowser = (cause: unknown) =>
  new Error('no browser starts here; set CHROMIUM_PATH to a Chromium, or remove the unpacked one from the temporary folder', {
    cause,
  });
