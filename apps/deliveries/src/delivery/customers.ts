import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Sellers } from '../sellers.js';
import { FORGOTTEN } from './order-copy.js';

/** Customers who asked to be forgotten. Deliveries that are over lose them at once, the others when they end: until then somebody has to find the door. */
@Injectable()
export class Customers {
  constructor(
    private readonly db: Database,
    private readonly sellers: Sellers,
  ) {}

  async forget(sellerId: string, prospectId: string): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.db.run('insert into prospects_effaces (id_prospect, id_utilisateur) values ($1, $2) on conflict do nothing', [
      prospectId,
      sellerId,
    ]);
    await this.clear(sellerId, prospectId);
  }

  async isForgotten(prospectId: string): Promise<boolean> {
    return (await this.db.rows('select from prospects_effaces where id_prospect = $1', [prospectId])).length > 0;
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
