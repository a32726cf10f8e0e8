import { Injectable } from '@nestjs/common';
import { CourierRepliedV1, fact, type Received, type WhatsAppUpdateReceivedV1 } from '#contracts';
import { Database } from '#database';
import { Outbox } from '#bus';
import { courierReport } from './courier-report.js';
import { e164Of } from './phone.js';
import { idAt, textAt, toJson } from './raw.js';
import { read } from './readable.js';

type Update = Received<WhatsAppUpdateReceivedV1>;

/** What couriers write to the platform's own number, told to deliveries once each. */
@Injectable()
export class CourierReplies {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the updates that are no courier's word: no id, or no telephone number to know him by */
  async receive(updates: Update[]): Promise<Update[]> {
    if (updates.length === 0) return [];
    const readable = updates.flatMap((update) => readReply(update) ?? []);
    const fresh = await this.store(readable.map(({ update }) => update));
    await this.outbox.addCaused(
      readable
        .filter(({ reply }) => fresh.delete(reply.wamid))
        .map(({ update, reply }) => ({
          fact: fact(CourierRepliedV1, reply, { sellerId: null, key: reply.wamid, version: 1, actor: 'whatsapp' }),
          cause: update.meta,
        })),
    );
    const taken = new Set(readable.map(({ update }) => update));
    return updates.filter((update) => !taken.has(update));
  }

  /** @returns wamids that were not known yet */
  private async store(updates: Update[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ wamid: string }>(
      `insert into messages_coursiers (phone_number_id, wamid, contenu)
       select n, w, c from unnest($1::text[], $2::text[], $3::jsonb[]) t(n, w, c) order by n, w on conflict do nothing returning wamid`,
      [
        updates.map(({ event }) => event.phoneNumberId),
        updates.map(({ event }) => idAt(event.item, 'id')),
        updates.map(({ event }) => toJson(event.item)),
      ],
    );
    return new Set(rows.map((row) => row.wamid));
  }
}

function readReply(update: Update): { update: Update; reply: CourierRepliedV1 } | undefined {
  const { item, contact } = update.event;
  const wamid = idAt(item, 'id');
  const fromPhone = e164Of(textAt(item, 'from') ?? textAt(contact, 'wa_id'));
  if (!wamid || !fromPhone) return undefined;
  const { readable, words, buttonId, asks } = read(item);
  if (!asks) return undefined;
  const text = (words || readable).slice(0, 4096);
  return { update, reply: { fromPhone, wamid, text, ...courierReport(text, buttonId) } };
}
