import type { Database } from '#database';
import type { OpenConversation } from '../conversation/conversation-book.js';
import { toJson } from './raw.js';
import type { InboundItem } from './whatsapp-item.js';

/** A message from a webhook, about to be stored. */
export interface MessageRow {
  id: string;
  conversation: OpenConversation;
  item: InboundItem;
  /** `sortant` for what the seller wrote on his own phone. */
  direction: 'entrant' | 'sortant';
  status: 'recu' | 'envoye';
  /** Whether the assistant has to answer it. */
  mustAnswer: boolean;
}

/**
 * Stores the rows in their order. WhatsApp tells whole seconds only: within its second, a message comes after what the shop had said by then, so that a quick
 * conversation reads in the order it was held.
 * @returns those that were not there yet
 */
export async function insertMessages<R extends MessageRow>(db: Database, rows: R[]): Promise<R[]> {
  const column = (pick: (row: R) => unknown) => rows.map((row) => pick(row) ?? null);
  const inserted = await db.rows<{ id_message: string }>(
    `insert into messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, date_creation, type_message, phone_number_id,
                           wamid, paroles, identifiant_bouton, contenu_brut, a_repondre, statut_message, cite_wamid, date_envoi)
     select id, conversation, vendeur, contenu, sens, coalesce(dit.a + interval '1 ms', ecrit), type, numero, wamid, paroles, bouton, brut, a_repondre, statut, cite,
            case when sens = 'sortant' then ecrit end
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                   $12::jsonb[], $13::boolean[], $14::text[], $15::text[])
            with ordinality t(id, conversation, vendeur, contenu, sens, ecrit, type, numero, wamid, paroles, bouton, brut, a_repondre, statut, cite, o)
       left join lateral (select max(m.date_creation) as a from messages m where sens = 'entrant' and m.id_conversation = conversation
                             and m.direction_message = 'sortant' and m.date_creation >= ecrit and m.date_creation < ecrit + interval '999 ms') dit on true
      order by o
     on conflict (phone_number_id, wamid) do nothing returning id_message`,
    [
      column((r) => r.id),
      column((r) => r.conversation.id),
      column((r) => r.item.sellerId),
      column((r) => r.item.readable),
      column((r) => r.direction),
      column((r) => r.item.sentAt),
      column((r) => r.item.type),
      column((r) => r.item.phoneNumberId),
      column((r) => r.item.wamid),
      column((r) => r.item.words),
      column((r) => r.item.buttonId),
      column((r) => toJson(r.item.raw)),
      column((r) => r.mustAnswer),
      column((r) => r.status),
      column((r) => r.item.quotes),
    ],
  );
  const fresh = new Set(inserted.map((row) => row.id_message));
  return rows.filter((row) => fresh.has(row.id));
}
