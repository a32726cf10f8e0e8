import { Injectable } from '@nestjs/common';
import { fact, ProspectCreatedV1 } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import type { InboundItem } from '../inbound/whatsapp-item.js';
import { SearchIndex } from '../prospect/search-index.js';
import type { Stranger } from './who-is-it.js';

/** Begins prospects of people who wrote, and completes what is known of them. */
@Injectable()
export class ProspectBook {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly search: SearchIndex,
  ) {}

  /** Each stranger is a prospect from now on, with where he came from. */
  async begin(strangers: Stranger[]): Promise<void> {
    if (strangers.length === 0) return;
    const column = (pick: (item: InboundItem) => unknown) => strangers.map(({ item }) => pick(item) ?? null);
    await this.db.run(
      `insert into prospects (id_prospect, id_utilisateur, numero_telephone, nom_complet, source_acquisition, identifiant_publicite, titre_publicite,
                              url_publicite, ctwa_clid, date_creation)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])`,
      [
        strangers.map(({ id }) => id),
        column((i) => i.sellerId),
        column((i) => i.names.e164),
        column((i) => i.profileName),
        column((i) => i.origin.source),
        column((i) => i.origin.adId),
        column((i) => i.origin.adHeadline),
        column((i) => i.origin.adUrl),
        column((i) => i.origin.ctwaClid),
        column((i) => i.sentAt),
      ],
    );
    await this.search.add(
      strangers.map(({ id, item }) => ({
        prospectId: id,
        sellerId: item.sellerId,
        name: item.profileName,
        phone: item.names.e164,
      })),
    );
    await this.outbox.addCaused(strangers.map((stranger) => ({ fact: createdFact(stranger), cause: stranger.item.cause })));
  }

  /**
   * Fills in a name or number that was not known before; never overwrites one.
   * @param told by prospect, the last item that tells something of him
   */
  async complete(told: Map<string, InboundItem>): Promise<void> {
    const rows = [...told].sort(([a], [b]) => (a < b ? -1 : 1));
    if (rows.length === 0) return;
    // Their ids are said twice, and what is missing in one comparison: left to itself PostgreSQL reads all people to find who lacks a name.
    const completed = await this.db.rows<{
      id_prospect: string;
      id_utilisateur: string;
      nom: string | null;
      numero: string | null;
    }>(
      `update prospects p set nom_complet = coalesce(p.nom_complet, n.nom), numero_telephone = coalesce(p.numero_telephone, n.numero), version = p.version + 1
         from (select * from unnest($1::uuid[], $2::text[], $3::text[]) t(id, nom, numero) order by id) n
        where p.id_prospect = any($1::uuid[]) and p.id_prospect = n.id
          and (p.nom_complet, p.numero_telephone) is distinct from (coalesce(p.nom_complet, n.nom), coalesce(p.numero_telephone, n.numero))
       returning p.id_prospect, p.id_utilisateur, p.nom_complet as nom, p.numero_telephone as numero`,
      [rows.map(([id]) => id), rows.map(([, i]) => i.profileName ?? null), rows.map(([, i]) => i.names.e164 ?? null)],
    );
    await this.search.add(
      completed.map((row) => ({ prospectId: row.id_prospect, sellerId: row.id_utilisateur, name: row.nom, phone: row.numero })),
    );
  }
}

function createdFact({ id: prospectId, item }: Stranger) {
  const { origin, names, profileName } = item;
  return fact(
    ProspectCreatedV1,
    {
      prospectId,
      source: origin.source,
      ...(profileName ? { fullName: profileName } : {}),
      ...(names.e164 ? { phone: names.e164 } : {}),
      ...(origin.adId ? { adId: origin.adId } : {}),
      ...(origin.adHeadline ? { adHeadline: origin.adHeadline } : {}),
    },
    { sellerId: item.sellerId, key: prospectId, version: 1, actor: `prospect:${prospectId}` },
  );
}
