import { statements } from './statements.js';

export const wrongStock = statements('wrong-stock', 'stocks that differ from their ledger', ['orders'], {
  'product whose stock is not the sum of its movements': `
    select p.id_produit as id from orders.produits p
    left join (select id_produit, sum(variation_stock) as s, sum(variation_reserve) as r from orders.mouvements_stock group by 1) m using (id_produit)
    where p.quantite_stock <> coalesce(m.s, 0) or p.stock_reserve <> coalesce(m.r, 0)`,
  'variant whose stock is not the sum of its movements': `
    select v.id_variante as id from orders.variantes_produit v
    left join (select id_variante, sum(variation_stock) as s, sum(variation_reserve) as r from orders.mouvements_stock where id_variante is not null group by 1) m using (id_variante)
    where v.quantite_stock <> coalesce(m.s, 0) or v.stock_reserve <> coalesce(m.r, 0)`,
  'product whose stock is not the sum of its variants': `
    select p.id_produit as id from orders.produits p
    join (select id_produit, sum(quantite_stock) as s, sum(stock_reserve) as r from orders.variantes_produit where date_retrait is null group by 1) v using (id_produit)
    where p.quantite_stock <> v.s or p.stock_reserve <> v.r`,
});

export const wrongOrders = statements('wrong-orders', 'orders that do not add up', ['orders'], {
  'order whose total is not the sum of its lines': `
    select c.id_commande as id from orders.commandes c
    left join (select id_commande, sum(prix_total_ligne) as s from orders.details_commande group by 1) d using (id_commande)
    where c.montant_total <> coalesce(d.s, -1)`,
  'line whose total is not price times quantity': `
    select id_ligne as id from orders.details_commande where prix_total_ligne <> prix_unitaire * quantite_commandee`,
  'order whose paid sum is not its payments less its refunds': `
    select c.id_commande as id from orders.commandes c
    left join (select id_commande, sum(montant) as s from orders.paiements where date_annulation is null group by 1) p using (id_commande)
    left join (select id_commande, sum(montant) as s from orders.remboursements where date_annulation is null group by 1) r using (id_commande)
    where c.montant_paye <> coalesce(p.s, 0) - coalesce(r.s, 0)`,
  'seller whose order numbers have a gap or a double in a day': `
    select id_utilisateur as id from orders.commandes
    group by id_utilisateur, split_part(numero_commande, '-', 2)
    having max(split_part(numero_commande, '-', 3)::int) <> count(*) or count(distinct numero_commande) <> count(*)`,
});

export const doubleDeliveries = statements('double-deliveries', 'orders with more than one delivery', ['deliveries'], {
  'order with more than one row in livraisons (the dashboard report would count it twice)':
    'select id_commande as id from deliveries.livraisons group by 1 having count(*) > 1',
});
