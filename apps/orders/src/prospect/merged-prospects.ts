import { Injectable } from '@nestjs/common';
import type { ProspectMergedV1 } from '#contracts';
import { Database } from '#database';
import { Sellers } from '../sellers.js';
import { ErasedProspects } from './erased-prospects.js';

/** Prospects who turned out to be one person: their orders become his, those that come later under the old id too. */
@Injectable()
export class MergedProspects {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
    private readonly erased: ErasedProspects,
  ) {}

  /** Who a prospect is by now. */
  async current(sellerId: string, prospectId: string): Promise<string> {
    const [merged] = await this.db.rows<{ id: string }>(
      'select id_prospect as id from prospects_fusionnes where id_ancien = $1 and id_utilisateur = $2',
      [prospectId, sellerId],
    );
    return merged?.id ?? prospectId;
  }

  /** Mergers may be heard of in any order: each row always leads to the last of its chain. */
  async merge(sellerId: string, { prospectId, mergedId }: ProspectMergedV1): Promise<void> {
    await this.sellers.lock(sellerId);
    const last = await this.current(sellerId, prospectId);
    // Two who were merged into each other are one already.
    if (last === mergedId) return;
    await this.db.run('update prospects_fusionnes set id_prospect = $3 where id_prospect = $2 and id_utilisateur = $1', [
      sellerId,
      mergedId,
      last,
    ]);
    await this.db.run(
      'insert into prospects_fusionnes (id_ancien, id_prospect, id_utilisateur) values ($2, $3, $1) on conflict do nothing',
      [sellerId, mergedId, last],
    );
    for (const moved of [
      'update commandes set id_prospect = $3, version = version + 1 where id_prospect = $2 and id_utilisateur = $1',
      'update annulations_anticipees set id_prospect = $3 where id_prospect = $2 and id_utilisateur = $1',
    ])
      await this.db.run(moved, [sellerId, mergedId, last]);
    await this.erased.forgetOrdersOf([{ sellerId, prospectId: last }]);
  }
}
