import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { OWED } from '../order/owed.js';

/** What stands against the money of an order, FCFA. */
export interface Balance {
  /** What the customer owes in all by now. */
  owed: number;
  /** What goods that she is still to give back count for in what is paid: as long as they may stay with her, this is no money. */
  awaited: number;
}

/** What an order's money stands against. The caller holds the seller's lock, so it stays so. */
@Injectable()
export class Balances {
  constructor(private readonly db: Database) {}

  /** Of an order that is there. */
  async of({ id, sellerId }: { id: string; sellerId: string }): Promise<Balance> {
    const [row] = await this.db.rows<Balance>(
      `select (${OWED})::float8 as owed, coalesce((
         select sum(r.quantite * r.prix_unitaire) from articles_rendus r where r.id_commande = c.id_commande and r.statut = 'attendu'), 0)::float8 as awaited
       from commandes c where c.id_utilisateur = $1 and c.id_commande = $2`,
      [sellerId, id],
    );
    return row!;
  }
}
