import { Injectable } from '@nestjs/common';
import { ConversationStartedV1, type EventMeta, fact } from '#contracts';
import { Database, newId } from '#database';
import { Outbox } from '#bus';
import { ConversationsEnv } from '../conversations.env.js';
import { CHANGED, changedFact, type ChangedRow } from './changed.js';

/** Whose conversation on which of the seller's numbers, and the event that asks for it. */
export interface Between {
  sellerId: string;
  prospectId: string;
  accountId: string;
  cause: EventMeta;
}

/** An open conversation, locked in the open transaction. */
export interface OpenConversation {
  id: string;
  prospectId: string;
  accountId: string;
  /** As stored: `ouverte` or `humain`. */
  status: 'ouverte' | 'humain';
}

interface Row {
  id_conversation: string;
  id_prospect: string;
  id_compte_whatsapp: string;
  statut_conversation: 'ouverte' | 'humain';
  endormie: boolean;
}

export const pairKey = ({ prospectId, accountId }: { prospectId: string; accountId: string }) => `${prospectId}|${accountId}`;

/** Finds or begins the one open conversation of a person with a number. */
@Injectable()
export class ConversationBook {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: ConversationsEnv,
  ) {}

  /** Locks the open conversations of all pairs (sorted by id), closing those that fell asleep long ago and beginning those that are missing. */
  async open(pairs: Between[]): Promise<Map<string, OpenConversation>> {
    const wanted = [...new Map(pairs.map((pair) => [pairKey(pair), pair])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, pair]) => pair);
    const found = await this.locked(wanted);
    const asleep = found.filter((row) => row.endormie);
    if (asleep.length > 0) await this.close(asleep, wanted);
    const open = new Map(found.filter((row) => !row.endormie).map((row) => [keyOfRow(row), view(row)]));
    const missing = wanted.filter((pair) => !open.has(pairKey(pair)));
    await this.begin(missing);
    // Read again rather than trusted: the unique index may have let another replica's conversation win.
    if (missing.length > 0) for (const row of await this.locked(missing)) open.set(keyOfRow(row), view(row));
    return open;
  }

  private locked(pairs: Between[]): Promise<Row[]> {
    return this.db.rows<Row>(
      `select c.id_conversation, c.id_prospect, c.id_compte_whatsapp, c.statut_conversation,
              coalesce(c.date_dernier_message, c.date_creation) < now() - make_interval(days => $3) as endormie
         from conversations c
         join unnest($1::uuid[], $2::uuid[]) p(prospect, compte) on c.id_prospect = p.prospect and c.id_compte_whatsapp = p.compte
        where c.statut_conversation <> 'fermee' order by c.id_conversation for update of c`,
      [pairs.map((p) => p.prospectId), pairs.map((p) => p.accountId), this.env.conversationIdleDays],
    );
  }

  private async close(rows: Row[], pairs: Between[]): Promise<void> {
    const closed = await this.db.rows<ChangedRow>(
      `update conversations set statut_conversation = 'fermee', motif_humain = null, derniere_main = null, tour_prevu = null, bail_tour = null, version = version + 1
        where id_conversation = any($1::uuid[]) returning ${CHANGED}`,
      [rows.map((row) => row.id_conversation)],
    );
    const causes = new Map(pairs.map((pair) => [pairKey(pair), pair.cause]));
    await this.outbox.addCaused(
      closed.map((row) => ({
        fact: changedFact(row),
        cause: causes.get(pairKey({ prospectId: row.id_prospect, accountId: row.id_compte_whatsapp }))!,
      })),
    );
  }

  private async begin(pairs: Between[]): Promise<void> {
    if (pairs.length === 0) return;
    const ids = pairs.map(() => newId());
    const begun = await this.db.rows<{ id_conversation: string }>(
      `insert into conversations (id_conversation, id_prospect, id_utilisateur, id_compte_whatsapp)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])
       on conflict (id_prospect, id_compte_whatsapp) where statut_conversation <> 'fermee' do nothing returning id_conversation`,
      [ids, pairs.map((p) => p.prospectId), pairs.map((p) => p.sellerId), pairs.map((p) => p.accountId)],
    );
    const mine = new Set(begun.map((row) => row.id_conversation));
    await this.outbox.addCaused(
      pairs.flatMap((pair, i) => (mine.has(ids[i]!) ? [{ fact: startedFact(ids[i]!, pair), cause: pair.cause }] : [])),
    );
  }
}

const keyOfRow = (row: Row) => pairKey({ prospectId: row.id_prospect, accountId: row.id_compte_whatsapp });
const view = (row: Row): OpenConversation => ({
  id: row.id_conversation,
  prospectId: row.id_prospect,
  accountId: row.id_compte_whatsapp,
  status: row.statut_conversation,
});

const startedFact = (conversationId: string, { prospectId, accountId, sellerId }: Between) =>
  fact(
    ConversationStartedV1,
    { conversationId, prospectId, whatsappAccountId: accountId },
    { sellerId, key: conversationId, version: 1 },
  );
