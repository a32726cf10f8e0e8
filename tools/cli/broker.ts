import type { JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectNats, consumerFor, consumerForAll, type ConsumerSpec, managerOf, silentLogger } from '#bus';
import { eventSpec, type Manifest, SERVICES, type ServiceName } from '#contracts';
import { CliError } from './errors.js';
import { reasonOf } from './sql.js';

/** Runs `work` on a connection to the broker. @throws CliError when it does not answer */
export async function withBroker<T>(
  url: string,
  work: (connection: NatsConnection, manager: JetStreamManager) => Promise<T>,
): Promise<T> {
  const connection = await connectNats({ url, name: 'fluxasync-cli', logger: silentLogger, timeoutMs: 5_000 }).catch(
    (error: unknown) => {
      throw new CliError(`nats-server at ${new URL(url).host} does not take the connection: ${reasonOf(error)}.`);
    },
  );
  try {
    return await work(connection, await managerOf(connection));
  } finally {
    await connection.close();
  }
}

/** One service's interest in what another publishes. */
export interface Interest {
  publisher: ServiceName;
  reader: ServiceName;
  consumer: ConsumerSpec;
}

/** Every interest that the manifests declare. */
export function interestsOf(manifests: readonly Manifest[]): Interest[] {
  return manifests.flatMap(({ service: reader, consumes }) =>
    consumes === 'every'
      ? SERVICES.filter((publisher) => publisher !== reader).map((publisher) => ({
          publisher,
          reader,
          consumer: consumerForAll(reader, publisher),
        }))
      : consumes.map((contract) => {
          const spec = eventSpec(contract);
          return { publisher: spec.by, reader, consumer: consumerFor(reader, spec) };
        }),
  );
}
