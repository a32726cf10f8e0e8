import { Injectable } from '@nestjs/common';
import type { ProspectErasedV1 } from '#contracts';
import { Database } from '#database';
import { OVER, STORED_STATUS } from '../order/order-status.js';
import { Sellers } from '../sellers.js';

const STORED_OVER = OVER.map((status) => STORED_STATUS[status]);

/**
 * People who asked to be forgotten. Their orders keep number, lines and total; name, telephones, address and what was noted go: at once from orders that are over,
 * from an open one when it ends, since somebody still has to bring it to them.
 */
@Injectable()
export class ErasedProspects {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
  ) {}

  /** Remembers it also for orders that are heard of later. */
  async erase(sellerId: string, { prospectId }: ProspectErasedV1): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.db.run('insert into prospects_effaces (id_prospect, id_utilisateur) values ($1, $2) on conflict do nothing', [
      prospectId,
      sellerId,
    ]);
    await this.forgetOrdersOf([{ sellerId, prospectId }]);
  }

  /** Empties the orders that are over of those prospects among these who asked for it; nothing happens to others. The caller holds the sellers' locks. */
  async forgetOrdersOf(prospects: readonly { sellerId: string; prospectId: string }[]): Promise<void> {
    if (prospects.length === 0) return;
    const gone = await this.db.rows<{ sellerId: string; prospectId: string }>(
      `select id_utilisateur as "sellerId", id_prospect as "prospectId" from prospects_effaces
       where (id_utilisateur, id_prospect) in (select * from unnest($1::uuid[], $2::uuid[])) order by 1, 2`,
      [prospects.map(({ sellerId }) => sellerId), prospects.map(({ prospectId }) => prospectId)],
    );
    for (const { sellerId, prospectId } of gone) await this.empty(sellerId, prospectId);
  }

  private async empty(sellerId: string, prospectId: string): Promise<void> {
    await this.db.run(
      `update commandes set nom_client = 'Client effacé', telephone_client = '', adresse_livraison = 'Adresse effacée', telephone_livraison = '',
         texte_recherche = lower(replace(numero_commande, '-', ' ')) || ' | client efface', version = version + 1
       where id_prospect = $2 and id_utilisateur = $1 and statut_commande = any($3) and telephone_client <> ''`,
      [sellerId, prospectId, STORED_OVER],
    );
    await this.db.run(
      `update historique_commande h set motif = null from commandes c
       where c.id_prospect = $2 and c.id_utilisateur = $1 and c.statut_commande = any($3) and h.id_commande = c.id_commande and h.motif is not null`,
      [sellerId, prospectId, STORED_OVER],
    );
    await this.db.run(
      `update remboursements r set note = null from commandes c
       where c.id_prospect = $2 and c.id_utilisateur = $1 and c.statut_commande = any($3) and r.id_commande = c.id_commande and r.note is not null`,
      [sellerId, prospectId, STORED_OVER],
    );
    await this.db.run("update annulations_anticipees set motif = 'effacé' where id_prospect = $2 and id_utilisateur = $1", [
      sellerId,
      prospectId,
    ]);
  }
}
