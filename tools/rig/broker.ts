import { connect } from '@nats-io/transport-node';
import type { JetStreamManager, StreamConfig } from '@nats-io/jetstream';
import { managerOf } from '#bus';
import type { Rig } from './rig.js';

/** Works on the broker as its operator. */
export async function asOperator<T>(rig: Rig, work: (manager: JetStreamManager) => Promise<T>): Promise<T> {
  const { username, password } = new URL(rig.nats.url);
  const connection = await connect({
    servers: `127.0.0.1:${rig.nats.port}`,
    user: decodeURIComponent(username),
    pass: decodeURIComponent(password),
  });
  try {
    return await work(await managerOf(connection));
  } finally {
    await connection.close();
  }
}

/** Changes settings of a stream. */
export const changeStream = (rig: Rig, name: string, change: Partial<StreamConfig>) =>
  asOperator(rig, async (manager) => {
    const { config } = await manager.streams.info(name);
    await manager.streams.update(name, { ...config, ...change });
  });
