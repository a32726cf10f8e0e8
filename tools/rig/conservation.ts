import { type Manifest, schemaNameOf, SERVICES, type ServiceName, streamOf } from '#contracts';
import { manifests } from '../generate/manifests.js';
import { consumersOf } from '../generate/nats-authorization.js';
import type { Rig } from './rig.js';

/** What is not at its end yet, or got lost on the way, by where. Empty when every event that was published is booked by each of its readers. */
export type Unsettled = Readonly<Record<string, number>>;

const publisherOf = (stream: string): ServiceName => SERVICES.find((service) => streamOf(service) === stream)!;

/** Counts events that wait in an outbox, and events that a reader has not booked, for the services that run in this rig. */
export async function unsettled(rig: Rig, runs: (service: ServiceName) => boolean): Promise<Unsettled> {
  const running = manifests.filter(({ service }) => runs(service));
  const outboxes = running.map(
    ({ service }) => `select '${service} outbox' as place, count(*)::int as n from ${schemaNameOf(service)}.outbox`,
  );
  const rows = await rig.sql<{ place: string; n: number }>([...outboxes, ...running.flatMap(readers)].join(' union all '));
  return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ place, n }) => [place, n]));
}

function readers(manifest: Manifest): string[] {
  return consumersOf(manifest).map(({ stream, durable, subject }) => {
    const archive = `${schemaNameOf(publisherOf(stream))}.outbox_sent`;
    const which = subject ? `o.subject = '${subject}' and ` : '';
    return `select '${stream} → ${durable}' as place, count(*)::int as n from ${archive} o
             where ${which} not exists (select from ${schemaNameOf(manifest.service)}.inbox i where i.event_id = o.event_id and i.consumer = '${durable}')`;
  });
}

/** Events that were set aside, by service and reader. */
export async function deadLetters(rig: Rig, runs: (service: ServiceName) => boolean): Promise<string[]> {
  const parts = SERVICES.filter(runs).map(
    (service) =>
      `select consumer, subject, error, payload like '%"planted"%' as planted from ${schemaNameOf(service)}.dead_letter`,
  );
  const rows = await rig.sql<{ consumer: string; subject: string; error: string; planted: boolean }>(parts.join(' union all '));
  return rows.map(({ consumer, subject, error, planted }) => `${consumer} ${subject}: ${error}${planted ? ' (planted)' : ''}`);
}
