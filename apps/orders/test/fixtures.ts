import {
  type DeliveryFacts,
  fact,
  GetProduct,
  ListProduct,
  OrderAgreedV1,
  type OrderConfirmedV1,
  type ProductView,
  type QuestionOf,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import type { World } from '#testing';

/** Aminata's agreement to buy. */
export const anAgreement = (lines: OrderAgreedV1['lines'], over: Partial<OrderAgreedV1> = {}): OrderAgreedV1 => ({
  agreementId: newId(),
  conversationId: newId(),
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines,
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  deliveryPhone: '+2250598765432',
  ...over,
});

/** The customer agrees: the fact that conversations would publish. */
export const agree = (world: World, sellerId: string, agreed: OrderAgreedV1, eventId?: string) =>
  world.publish(fact(OrderAgreedV1, agreed, { sellerId, key: agreed.conversationId, version: 1 }), eventId);

export const listNike = (world: World, sellerId: string, over: Partial<QuestionOf<ListProduct>> = {}): Promise<ProductView> =>
  world.ask(ListProduct, { name: 'Nike Air Max 90', unitPrice: 45_000, stock: 10, ...over }, sellerId);

/** Mamadou's delivery of a confirmed order. */
export const aDelivery = (order: OrderConfirmedV1): DeliveryFacts => ({
  deliveryId: newId(),
  orderId: order.orderId,
  orderNumber: order.orderNumber,
  courierId: newId(),
  courierName: 'Mamadou Diabaté',
  courierPhone: '+2250711223344',
  prospectId: order.prospectId,
  customerName: order.customerName,
  deliveryPhone: order.deliveryPhone,
  parcel: '1x Nike Air Max 90',
  pickupAddress: 'Abobo, Magasin Kouadio Chaussures',
  destination: order.deliveryAddress,
  plannedFor: '2026-11-23T14:00:00.000Z',
  fee: 2_000,
  amountToCollect: order.total + 2_000,
});

/** Rows of the service's own tables, all sellers. */
export const rowsOf = <T = Record<string, unknown>>(service: RunningService, sql: string, parameters: unknown[] = []) =>
  service.db.asWorker(() => service.db.rows<T>(sql, parameters));

/** Stocks that their ledger does not explain: none, ever. */
export const unexplainedStock = (service: RunningService) =>
  rowsOf(
    service,
    `with stocks as (
       select id_produit, id_variante, quantite_stock, stock_reserve from variantes_produit
       union all
       select id_produit, null, quantite_stock, stock_reserve from produits p
       where not exists (select from variantes_produit v where v.id_produit = p.id_produit and v.date_retrait is null)
     ), book as (
       select id_produit, id_variante, sum(variation_stock) as stock, sum(variation_reserve) as reserved from mouvements_stock group by 1, 2
     )
     select s.*, b.stock, b.reserved from stocks s
     left join book b on b.id_produit = s.id_produit and b.id_variante is not distinct from s.id_variante
     where coalesce(b.stock, 0) <> s.quantite_stock or coalesce(b.reserved, 0) <> s.stock_reserve
     union all
     select p.id_produit, null, p.quantite_stock, p.stock_reserve, sum(v.quantite_stock), sum(v.stock_reserve)
     from produits p join variantes_produit v using (id_produit) where v.date_retrait is null group by p.id_produit
     having sum(v.quantite_stock) <> p.quantite_stock or sum(v.stock_reserve) <> p.stock_reserve`,
  );

/** Orders whose money their payments, refunds and exchanges do not explain: none, ever. */
export const unexplainedMoney = (service: RunningService) =>
  rowsOf(
    service,
    `select c.numero_commande, c.montant_paye, p.paid, p.credit, r.worth, b.back from commandes c
     cross join lateral (
       select coalesce(sum(montant), 0) as paid, coalesce(sum(montant) filter (where mode_paiement = 'echange'), 0) as credit
       from paiements p where p.id_commande = c.id_commande and date_annulation is null) p
     cross join lateral (
       select coalesce(sum(quantite * prix_unitaire), 0) as worth from articles_rendus r
       where r.id_commande = c.id_commande and statut <> 'abandonne') r
     cross join lateral (
       select coalesce(sum(montant), 0) as back from remboursements b where b.id_commande = c.id_commande and date_annulation is null) b
     where c.montant_paye <> p.paid - b.back or p.credit <> r.worth
       or c.montant_total <> (select sum(prix_total_ligne) from details_commande d where d.id_commande = c.id_commande)`,
  );

/** In the shop, and reserved of it. */
export const stockOf = async (world: World, sellerId: string, productId: string) => {
  const { stock, reserved } = await world.ask(GetProduct, { productId }, sellerId);
  return { stock, reserved };
};

/** Whether the service has dealt with an event. */
export const handled = async (service: RunningService, eventId: string) =>
  (await rowsOf(service, 'select from inbox where event_id = $1', [eventId])).length > 0;
