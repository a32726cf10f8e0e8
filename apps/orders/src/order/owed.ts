import { STORED_STATUS } from './order-status.js';

/** SQL: delivery fee of `commandes c` as far as it is known. */
export const FEE = 'coalesce(c.frais_prevus, c.frais_annonces)';

/** SQL: what the customer owes in all for `commandes c`: nothing of an order that is called off, and of one that came back what went into exchanges. */
export const OWED = `case c.statut_commande
  when '${STORED_STATUS.cancelled}' then 0
  when '${STORED_STATUS.returned}' then coalesce((
    select sum(r.quantite * r.prix_unitaire)::bigint from articles_rendus r where r.id_commande_origine = c.id_commande and r.statut = 'rendu'), 0)
  else c.montant_total + coalesce(${FEE}, 0) end`;
