import { Injectable } from '@nestjs/common';
import { invalid } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import { CHANGED, changedFact, type ChangedRow } from '../conversation/changed.js';
import { NameLocks } from '../inbound/locks.js';
import type { Prospect } from './prospect.entity.js';
import { ProspectRepository } from './prospect.repository.js';
import { SearchIndex } from './search-index.js';

/** Two prospects were one person: everything of the other becomes this one's, and the other is gone. */
@Injectable()
export class MergeProspectsInto {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly locks: NameLocks,
    private readonly prospects: ProspectRepository,
    private readonly search: SearchIndex,
  ) {}

  /**
   * Messages that arrive meanwhile wait, and find the one that stays.
   * @throws DomainError PROSPECT_NOT_FOUND (either), PROSPECT_ERASED, VALIDATION_FAILED naming `otherId` when both are the same
   */
  async merge(prospectId: string, otherId: string, sellerId: string): Promise<void> {
    if (prospectId === otherId)
      throw invalid('a prospect cannot be merged with himself', [{ field: 'otherId', problem: 'is the same prospect' }]);
    await this.locks.own(sellerId);
    await this.joinAds([prospectId, otherId, sellerId]);
    await this.prospects.update(prospectId, sellerId, async (kept) => {
      const other = await this.prospects.get(otherId, sellerId);
      kept.absorb(other);
      await this.closeDouble(kept, other);
      await this.move(kept, other);
      await this.search.merge(kept.id, other.id, sellerId);
      await this.db.run('delete from prospects where id_prospect = $1 and id_utilisateur = $2', [other.id, sellerId]);
    });
  }

  /** Of two ways to the shop the earlier one was the first, and of two last ads the later one is the last. */
  private async joinAds(ids: [prospectId: string, otherId: string, sellerId: string]): Promise<void> {
    const both = `from prospects o where p.id_prospect = $1 and p.id_utilisateur = $3 and o.id_prospect = $2 and o.id_utilisateur = $3 and o.efface_le is null`;
    await this.db.run(
      `update prospects p set derniere_publicite = o.derniere_publicite, dernier_titre_publicite = o.dernier_titre_publicite, derniere_url_publicite = o.derniere_url_publicite,
              dernier_ctwa_clid = o.dernier_ctwa_clid, derniere_publicite_le = o.derniere_publicite_le
        ${both} and (p.derniere_publicite_le is null or o.derniere_publicite_le > p.derniere_publicite_le)`,
      ids,
    );
    await this.db.run(
      `update prospects p set source_acquisition = o.source_acquisition, identifiant_publicite = o.identifiant_publicite, titre_publicite = o.titre_publicite,
              url_publicite = o.url_publicite, ctwa_clid = o.ctwa_clid, date_creation = o.date_creation ${both} and o.date_creation < p.date_creation`,
      ids,
    );
  }

  /** A person has one open conversation with each number: of two, the one that was silent for longer is closed. */
  private async closeDouble(kept: Prospect, other: Prospect): Promise<void> {
    const closed = await this.db.rows<ChangedRow>(
      `update conversations set statut_conversation = 'fermee', motif_humain = null, derniere_main = null, tour_prevu = null, premier_sans_reponse = null,
              bail_tour = null, bail_tour_fin = null, version = conversations.version + 1
         from (select id_conversation, row_number() over (partition by id_compte_whatsapp order by activite desc, id_conversation desc) as rang
                 from (select * from conversations where id_prospect in ($1, $2) and id_utilisateur = $3 and statut_conversation <> 'fermee'
                        order by id_conversation for update) ouvertes) r
        where conversations.id_conversation = r.id_conversation and r.rang > 1 returning ${CHANGED}`,
      [kept.id, other.id, kept.sellerId],
    );
    await this.db.run(
      'update messages set a_repondre = false where id_conversation = any($1::uuid[]) and id_utilisateur = $2 and a_repondre',
      [closed.map((row) => row.id_conversation), kept.sellerId],
    );
    await this.outbox.add(closed.map(changedFact));
  }

  private async move(kept: Prospect, other: Prospect): Promise<void> {
    const ids = [kept.id, other.id, kept.sellerId];
    const moved = await this.db.rows<ChangedRow>(
      `update conversations set id_prospect = $1, version = version + 1 where id_prospect = $2 and id_utilisateur = $3 returning ${CHANGED}`,
      ids,
    );
    await this.outbox.add(moved.map(changedFact));
    await this.db.run('update identites_prospect set id_prospect = $1 where id_prospect = $2 and id_utilisateur = $3', ids);
    await this.db.run('update commandes_copie set id_prospect = $1 where id_prospect = $2 and id_utilisateur = $3', ids);
    await this.db.run('update prospects_fusionnes set id_prospect = $1 where id_prospect = $2 and id_utilisateur = $3', ids);
    await this.db.run('insert into prospects_fusionnes (id_prospect, id_fusionne, id_utilisateur) values ($1, $2, $3)', ids);
  }
}
