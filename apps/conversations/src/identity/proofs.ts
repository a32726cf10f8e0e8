import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { InboundItem } from '../inbound/whatsapp-item.js';
import { columnsOf, keysOf } from './names.js';

/** WhatsApp named both as one person. */
export interface Proof {
  id: string;
  otherId: string;
  sellerId: string;
}

/** That two prospects are one person: noted with what proves it, and made one later (JoinProvenWorker), since that takes a lock on all of the seller's people. */
@Injectable()
export class Proofs {
  constructor(private readonly db: Database) {}

  async note(proofs: Proof[]): Promise<void> {
    if (proofs.length === 0) return;
    await this.db.run(
      `insert into preuves_identite (id_prospect, id_autre, id_utilisateur)
       select distinct least(un, autre), greatest(un, autre), vendeur from unnest($1::uuid[], $2::uuid[], $3::uuid[]) t(un, autre, vendeur) on conflict do nothing`,
      [proofs.map(({ id }) => id), proofs.map(({ otherId }) => otherId), proofs.map(({ sellerId }) => sellerId)],
    );
  }

  /** Who wrote under his new names before the change was heard of: whoever has the new user id, or began to write from the new number after he had it. */
  async ofRenaming(prospectId: string, item: InboundItem): Promise<Proof[]> {
    const [, sellers, kinds, values] = columnsOf(keysOf(item, item.renamed));
    const rows = await this.db.rows<{ id_prospect: string }>(
      `select distinct i.id_prospect from unnest($1::uuid[], $2::text[], $3::text[]) n(vendeur, sorte, valeur)
         join identites_prospect i on i.id_utilisateur = n.vendeur and i.type_identite = n.sorte and i.valeur = n.valeur
         join prospects p on p.id_prospect = i.id_prospect
        where i.id_prospect <> $4 and p.efface_le is null and (n.sorte = 'bsuid' or p.date_creation >= $5)`,
      [sellers, kinds, values, prospectId, item.sentAt],
    );
    return rows.map((row) => ({ id: prospectId, otherId: row.id_prospect, sellerId: item.sellerId }));
  }
}
