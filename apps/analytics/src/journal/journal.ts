import { Injectable } from '@nestjs/common';
import { allEvents, type Received, secretFieldsOf } from '#contracts';
import { Database } from '#database';
import { KEPT_OF_ITEM, NEVER_KEPT } from '../people/personal-fields.js';

const SECRETS = new Map(allEvents().map(({ subject, contract }) => [subject, secretFieldsOf(contract)]));

/** The audit trail: one row per event, whatever is delivered twice. */
@Injectable()
export class Journal {
  constructor(private readonly db: Database) {}

  /** Writes events in the open transaction. @returns those that were not there yet */
  async write(events: Received[]): Promise<Received[]> {
    const written = await this.db.rows<{ id: string }>(
      `insert into journaux_systeme (id, id_utilisateur, evenement, acteur, reference, version, id_correlation, date_evenement, contenu)
       select * from jsonb_to_recordset($1) t(id uuid, "sellerId" uuid, subject text, actor text, key text, version bigint, "correlationId" text,
         "occurredAt" timestamptz, content jsonb)
       order by id on conflict do nothing returning id`,
      [`[${events.map(rowOf).join(',')}]`],
    );
    const fresh = new Set(written.map((row) => row.id));
    return events.filter(({ meta }) => fresh.delete(meta.id));
  }
}

/** One row as JSON, its content last: written out once. */
function rowOf(received: Received): string {
  const { id, sellerId, subject, actor, key, version, correlationId, occurredAt } = received.meta;
  const row = JSON.stringify({ id, sellerId, subject, actor, key, version, correlationId, occurredAt }, storable);
  return `${row.slice(0, -1)},"content":${contentOf(received)}}`;
}

/** The payload as the journal keeps it: without secrets, without what people wrote to us, and without the two things JSON may hold and jsonb may not. */
function contentOf({ event, meta }: Received): string {
  const kept: Record<string, unknown> = { ...event };
  for (const name of [...(SECRETS.get(meta.subject) ?? []), ...(NEVER_KEPT.get(meta.subject) ?? [])]) delete kept[name];
  if (meta.subject === 'whatsapp.update-received') kept['item'] = identityOf(kept['item'] as Record<string, unknown>);
  const text = JSON.stringify(kept);
  return /\\u(0000|d[89a-f])/i.test(text) ? JSON.stringify(kept, storable) : text;
}

const identityOf = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(KEPT_OF_ITEM.filter((name) => name in item).map((name) => [name, item[name]]));

const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value;
