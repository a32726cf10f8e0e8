import { ensureConsumer, ensureStream } from '#bus';
import { SERVICES, streamOf } from '#contracts';
import { interestsOf, withBroker } from './broker.js';
import type { Command } from './command.js';
import { CliError } from './errors.js';

const HELP = `npm run fluxasync -- infra [--replicas N]

Makes what the broker must hold: a stream for each service that publishes, and a durable consumer for each event somebody reads. What is
there already is kept; subjects and limits are brought up to date.

  --replicas N    copies of each new stream in a cluster: 1 (default), 3 or 5
  NATS_URL        nats://user:password@host:4222, of a user who may manage JetStream
`;

export const infra: Command = {
  name: 'infra',
  summary: 'make the streams and consumers of all services',
  help: HELP,
  options: { replicas: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: async (args, { settings, out, platform }) => {
    const replicas = args.integer('replicas', { min: 1, max: 5, otherwise: 1 });
    const interests = interestsOf((await platform()).services.map(({ manifest }) => manifest));
    await withBroker(settings.requireNats(), async (_connection, manager) => {
      for (const service of SERVICES) {
        await ensureStream(manager, service, replicas).catch((error: unknown) => {
          throw new CliError(`The stream ${streamOf(service)} could not be made: ${(error as Error).message}.`);
        });
        const readers = interests.filter(({ publisher }) => publisher === service);
        for (const { consumer } of readers) await ensureConsumer(manager, consumer);
        out.line(`  ✓ ${streamOf(service).padEnd(14)} ${readers.length} consumers`);
      }
    });
  },
};
