import { Injectable } from '@nestjs/common';
import { ConversationHandedOverV1, type EventMeta, fact } from '#contracts';
import { Outbox } from '#bus';
import { Database, newId } from '#database';
import { calledBy } from '../assistant/offline/people.js';
import { CHANGED, changedFact, type ChangedRow } from './changed.js';

/** Hands many conversations to people at once, each that the assistant still had once; in the transaction that holds them. */
@Injectable()
export class HandOver {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @param reason for the seller, in French */
  async all(conversations: { id: string; cause: EventMeta }[], reason: string): Promise<void> {
    const causes = new Map(conversations.map(({ id, cause }) => [id, cause]));
    if (causes.size === 0) return;
    const handed = await this.db.rows<ChangedRow & { nom_complet: string | null }>(
      `update conversations set statut_conversation = 'humain', motif_humain = $2, derniere_main = null, tour_prevu = null, premier_sans_reponse = null,
              essais_tour = 0, version = conversations.version + 1
         from prospects p
        where conversations.id_conversation = any($1::uuid[]) and conversations.statut_conversation = 'ouverte' and p.id_prospect = conversations.id_prospect
       returning ${CHANGED}, p.nom_complet`,
      [[...causes.keys()], reason],
    );
    await this.db.run(
      `insert into passages_conversation (id_passage, id_conversation, id_utilisateur, passage, acteur, motif)
       select i, c, u, 'transmise', 'system', $4 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) t(i, c, u)`,
      [handed.map(() => newId()), handed.map((row) => row.id_conversation), handed.map((row) => row.id_utilisateur), reason],
    );
    await this.outbox.addCaused(
      handed.flatMap((row) => {
        const cause = causes.get(row.id_conversation)!;
        return [
          { fact: handedFact(row, row.nom_complet, reason), cause },
          { fact: { ...changedFact(row), actor: 'system' as const }, cause },
        ];
      }),
    );
  }
}

const handedFact = (row: ChangedRow, customerName: string | null, reason: string) =>
  fact(
    ConversationHandedOverV1,
    {
      conversationId: row.id_conversation,
      prospectId: row.id_prospect,
      ...(calledBy(customerName) ? { customerName: calledBy(customerName)! } : {}),
      reason,
    },
    { sellerId: row.id_utilisateur, key: row.id_conversation, version: row.version, actor: 'system' },
  );
