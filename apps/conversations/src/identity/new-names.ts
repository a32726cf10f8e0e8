import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { InboundItem } from '../inbound/whatsapp-item.js';
import { SearchIndex } from '../prospect/search-index.js';
import { columnsOf, keysOf } from './names.js';
import { Proofs } from './proofs.js';

/** A person whom we know is called otherwise from now on: WhatsApp says so itself (`renamed`). For who holds his names (Identities.hold). */
@Injectable()
export class NewNames {
  constructor(
    private readonly db: Database,
    private readonly proofs: Proofs,
    private readonly search: SearchIndex,
  ) {}

  /** He has this business-scoped id as well; who wrote under it before this was heard is him. */
  async alias(prospectId: string, item: InboundItem): Promise<void> {
    await this.proofs.note(await this.proofs.ofRenaming(prospectId, item));
    const { sellerId, renamed } = item;
    await this.db.run(
      `insert into identites_prospect (id_utilisateur, type_identite, valeur, id_prospect) values ($1, 'bsuid', $2, $3) on conflict do nothing`,
      [sellerId, renamed!.bsuid, prospectId],
    );
  }

  /** The person goes by new names, and is written to there; the old number is nobody's now, so that whoever gets it next is somebody new. */
  async rename(prospectId: string, item: InboundItem): Promise<void> {
    await this.proofs.note(await this.proofs.ofRenaming(prospectId, item));
    const [, sellers, kinds, values] = columnsOf(keysOf(item, item.renamed));
    // A new user id alone takes no number away.
    if (item.renamed?.waId)
      await this.db.run(`delete from identites_prospect where id_prospect = $1 and type_identite <> 'bsuid'`, [prospectId]);
    await this.db.run(
      `insert into identites_prospect (id_utilisateur, type_identite, valeur, id_prospect) select s, t, v, $4 from unnest($1::uuid[], $2::text[], $3::text[]) n(s, t, v)
       on conflict (id_utilisateur, type_identite, valeur) do update set id_prospect = excluded.id_prospect`,
      [sellers, kinds, values, prospectId],
    );
    if (!item.renamed?.waId) return;
    await this.db.run('update prospects set numero_telephone = $2, version = version + 1 where id_prospect = $1', [
      prospectId,
      item.renamed.e164 ?? null,
    ]);
    // Also in his conversations with other numbers of the shop: the old number may be a stranger's tomorrow.
    await this.db.run(
      `update conversations set adresse_whatsapp = $2 where id_conversation = any(array(
         select id_conversation from conversations where id_prospect = $1 and adresse_whatsapp is not null order by id_conversation for update))`,
      [prospectId, item.renamed.waId],
    );
    await this.search.add([{ prospectId, sellerId: item.sellerId, phone: item.renamed.e164 }]);
  }
}
