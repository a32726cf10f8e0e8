import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { ConversationsEnv } from '../conversations.env.js';
import { chainOf } from '../turns/chain.js';
import type { StoredMessage } from './stored-message.js';

/** A customer who never pauses is answered after this many settling pauses all the same. */
const LONGEST_SETTLING = 6;

/** Conversations after what customers wrote into them: last message, window, reply address, unread counter, and when the turn that answers is due. */
@Injectable()
export class UpdateConversations {
  constructor(
    private readonly db: Database,
    private readonly env: ConversationsEnv,
  ) {}

  /** @param stored messages that were not there before, oldest first */
  async after(stored: StoredMessage[]): Promise<void> {
    const last = new Map<string, StoredMessage>();
    const asking = new Set<string>();
    const unread = new Map<string, number>();
    for (const row of stored) {
      if (row.item.asks) unread.set(row.conversation.id, (unread.get(row.conversation.id) ?? 0) + 1);
      last.set(row.conversation.id, row);
      if (row.mustAnswer) asking.add(row.conversation.id);
    }
    const rows = [...last.values()].sort((a, b) => (a.conversation.id < b.conversation.id ? -1 : 1));
    if (rows.length === 0) return;
    await this.db.run(
      // Who writes can be written to again.
      `with joignables as (
         update prospects set envoi_refuse = null where id_prospect = any($11::uuid[]) and envoi_refuse is not null)
       update conversations c set
         dernier_entrant = greatest(c.dernier_entrant, n.ecrit),
         dernier_message = n.texte, date_dernier_message = greatest(c.date_dernier_message, n.ecrit),
         adresse_whatsapp = coalesce(n.wa_id, c.adresse_whatsapp), adresse_bsuid = coalesce(n.bsuid, c.adresse_bsuid),
         premier_sans_reponse = case when n.demande then coalesce(c.premier_sans_reponse, now()) else c.premier_sans_reponse end,
         tour_prevu = case when n.demande
           then least(clock_timestamp() + $7::int * interval '1 ms', coalesce(c.premier_sans_reponse, now()) + $8::int * interval '1 ms')
           else c.tour_prevu end,
         non_lus = c.non_lus + n.a_lire, chaine = n.chaine, version = c.version + 1
       from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::boolean[], $9::jsonb[], $10::int[])
            n(id, ecrit, texte, wa_id, bsuid, demande, chaine, a_lire)
       where c.id_conversation = n.id`,
      [
        rows.map((r) => r.conversation.id),
        // A reaction does not open WhatsApp's 24 hours.
        rows.map((r) => (r.item.asks ? r.item.sentAt : null)),
        rows.map((r) => r.item.readable.slice(0, 4096)),
        rows.map((r) => r.item.renamed?.waId ?? r.item.names.waId ?? null),
        rows.map((r) => r.item.renamed?.bsuid ?? r.item.names.bsuid ?? null),
        rows.map((r) => asking.has(r.conversation.id)),
        this.env.turnDebounceMs,
        this.env.turnDebounceMs * LONGEST_SETTLING,
        rows.map((r) => JSON.stringify(chainOf(r.item.cause))),
        rows.map((r) => unread.get(r.conversation.id) ?? 0),
        rows.map((r) => r.conversation.prospectId),
      ],
    );
  }
}
