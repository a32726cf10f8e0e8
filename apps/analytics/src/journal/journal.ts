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
    const column = <T>(pick: (event: Received) => T) => events.map(pick);
    const written = await this.db.rows<{ id: string }>(
      `insert into journaux_systeme (id, id_utilisateur, evenement, acteur, reference, version, id_correlation, date_evenement, contenu)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::timestamptz[], $9::jsonb[]) t(id)
       order by id on conflict do nothing returning id`,
      [
        column(({ meta }) => meta.id),
        column(({ meta }) => meta.sellerId),
        column(({ meta }) => meta.subject),
        column(({ meta }) => meta.actor),
        column(({ meta }) => meta.key),
        column(({ meta }) => meta.version),
        column(({ meta }) => meta.correlationId),
        column(({ meta }) => meta.occurredAt),
        column(contentOf),
      ],
    );
    const fresh = new Set(written.map((row) => row.id));
    return events.filter(({ meta }) => fresh.delete(meta.id));
  }
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
