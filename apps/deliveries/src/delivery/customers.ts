import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Sellers } from '../sellers.js';
import { FORGOTTEN } from './order-copy.js';

/**
 * Customers who turned out to be one person, and customers who asked to be forgotten. Deliveries that are over lose them at once, the others when they end: until then somebody has to find the door.
 */
@Injectable()
export class Customers {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
  ) {}

  /** What was of the one is the other's, also what comes later. Merges may come in any order. */
  async merge(sellerId: string, mergedId: string, intoId: string): Promise<void> {
    await this.sellers.lock(sellerId);
    const prospectId = await this.present(intoId);
    await this.db.run(
      `insert into prospects_fusionnes (id_prospect, id_utilisateur, id_remplacant) values ($1, $2, $3) on conflict do nothing`,
      [mergedId, sellerId, prospectId],
    );
    await this.db.run('update prospects_fusionnes set id_remplacant = $2 where id_remplacant = $1', [mergedId, prospectId]);
    await this.db.run(
      'update livraisons set id_prospect = $3, version = version + 1 where id_utilisateur = $1 and id_prospect = $2',
      [sellerId, mergedId, prospectId],
    );
    if (await this.isForgotten(sellerId, prospectId)) await this.clear(sellerId, prospectId);
  }

  /** Under which id a customer goes now. */
  async present(prospectId: string): Promise<string> {
    const [row] = await this.db.rows<{ id: string }>(
      'select id_remplacant as id from prospects_fusionnes where id_prospect = $1',
      [prospectId],
    );
    return row?.id ?? prospectId;
  }

  /** As {@link present}, for those of these who go under another. */
  async presentOf(prospectIds: string[]): Promise<Map<string, string>> {
    const rows = await this.db.rows<{ was: string; id: string }>(
      'select id_prospect as was, id_remplacant as id from prospects_fusionnes where id_prospect = any($1::uuid[])',
      [prospectIds],
    );
    return new Map(rows.map(({ was, id }) => [was, id]));
  }

  async forget(sellerId: string, erasedId: string): Promise<void> {
    await this.sellers.lock(sellerId);
    const prospectId = await this.present(erasedId);
    await this.db.run('insert into prospects_effaces (id_prospect, id_utilisateur) values ($1, $2) on conflict do nothing', [
      prospectId,
      sellerId,
    ]);
    await this.clear(sellerId, prospectId);
  }

  async isForgotten(sellerId: string, prospectId: string): Promise<boolean> {
    const rows = await this.db.rows('select from prospects_effaces where id_prospect = $1 and id_utilisateur = $2', [
      prospectId,
      sellerId,
    ]);
    return rows.length > 0;
  }

  /** Clears what is over of a forgotten customer's deliveries. One that waits for a courier is not over. */
  async clear(sellerId: string, prospectId: string): Promise<void> {
    // The locks first: a delivery that ends meanwhile is then seen as ended here, or sees the customer as forgotten there.
    await this.db.rows('select from livraisons where id_utilisateur = $1 and id_prospect = $2 order by id_livraison for update', [
      sellerId,
      prospectId,
    ]);
    await this.db.run(
      `update livraisons d set nom_destinataire = $3, telephone_destinataire = $4, adresse_destination = $5, version = version + 1
       where id_utilisateur = $1 and id_prospect = $2 and statut_livraison in ('livree', 'annulee', 'echec') and nom_destinataire <> $3
         and not exists (select from commandes_en_attente a where a.id_commande = d.id_commande)`,
      [sellerId, prospectId, FORGOTTEN.customerName, FORGOTTEN.deliveryPhone, FORGOTTEN.destination],
    );
  }
}
