import { createServer } from 'node:http';
import { AckPolicy, DeliverPolicy, jetstreamManager } from '@nats-io/jetstream';
import { connect, createInbox } from '@nats-io/transport-node';
import { eventSpec, OrderAgreedV1, streamOf } from '#contracts';

/*
 * The other side of the comparisons, a process of its own as the receiver is: takes every event from the stream and acknowledges it (`jetstream`), or hears every message as
 * Nest's transport for NATS does: a queue subscription of core NATS, JSON in an envelope of pattern and data (`core`). It writes nothing. `GET /` tells how many came, and how long
 * each was on its way (ms).
 */
const { PORT = '0', NATS_URL = '', HOP_ROLE = 'core' } = process.env;
const connection = await connect({ servers: new URL(NATS_URL).host });
const took: number[] = [];
let count = 0;
const heard = (data: { sentAt?: number }) => {
  count += 1;
  if (data.sentAt) took.push(performance.timeOrigin + performance.now() - data.sentAt);
};

if (HOP_ROLE === 'core') {
  connection.subscribe('bench.core', {
    queue: 'bench',
    callback: (_, msg) => heard(msg.json<{ data: { sentAt?: number } }>().data),
  });
} else {
  const stream = streamOf(eventSpec(OrderAgreedV1).by);
  const manager = await jetstreamManager(connection);
  await manager.consumers.add(stream, {
    durable_name: 'bench_raw',
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.New,
    max_ack_pending: 4_000,
  });
  const inbox = createInbox();
  const ask = () =>
    connection.publish(
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.bench_raw`,
      JSON.stringify({ batch: 200, expires: 5_000_000_000, no_wait: true }),
      { reply: inbox },
    );
  let left = 200;
  connection.subscribe(inbox, {
    callback: (_, msg) => {
      if (msg.data.length === 0) {
        left = 200;
        return ask();
      }
      heard(JSON.parse(msg.string()) as { sentAt?: number });
      msg.respond('+ACK');
      left -= 1;
      const pending = Number(msg.reply!.split('.').at(-1));
      if (left > 0 && pending > 0) return;
      left = 200;
      ask();
    },
  });
  ask();
}

createServer((_, response) => response.end(JSON.stringify({ count, took }))).listen(Number(PORT), '127.0.0.1');
