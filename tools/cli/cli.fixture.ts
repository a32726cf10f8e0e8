import { join } from 'node:path';
import { type EventClass, eventSpec } from '#contracts';
import type { World } from '#testing';
import { manifests } from '../generate/manifests.js';
import { interestsOf } from './broker.js';
import { Output } from './output.js';
import { platform } from './platform.js';
import type { PlatformParts } from './platform-parts.js';
import { runCli } from './run.js';

/** What a command said and how it ended. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

export const ROOT = join(import.meta.dirname, '../..');

/** Runs commands as an operator of this world would. */
export function operatorOf(world: Pick<World, 'adminUrl' | 'nats'>, parts: PlatformParts = platform, answer?: string) {
  return async (argv: readonly string[], env: Record<string, string> = {}): Promise<Ran> => {
    const said = { out: '', err: '' };
    const out = new Output(
      (text) => (said.out += text),
      (text) => (said.err += text),
    );
    const code = await runCli(argv, {
      env: { DATABASE_URL: world.adminUrl, NATS_URL: world.nats.url, ...env },
      root: ROOT,
      out,
      platform: () => Promise.resolve(parts),
      ask: () => Promise.resolve(answer),
    });
    return { code, ...said };
  };
}

/** Consumers of everybody who reads an event, as the manifests say: `notifications__stock_low`. */
export function readersOf(contract: EventClass): string[] {
  const { by, subject } = eventSpec(contract);
  return interestsOf(manifests)
    .filter(({ publisher, consumer }) => publisher === by && (consumer.subject ?? subject) === subject)
    .map(({ consumer }) => consumer.durable);
}
