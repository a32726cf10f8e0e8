import {
  AsksPage,
  count,
  GetDeliveryStatuses,
  GetOrderReportLines,
  GetProspects,
  GetSeller,
  type Page,
  pageOf,
  text,
} from '#contracts';
import type { Ask } from '../api/route.js';

/** One line of the first report; field names are those of the SQL it agrees with. */
export class OrdersReportLine {
  @text('Seller, `nom prenom`', { max: 210 }) nom_vendeur!: string;
  @text('Client', { max: 200, optional: true }) nom_complet?: string;
  @text('Order number', { max: 30 }) numero_commande!: string;
  @text('Product', { max: 200 }) nom_produit!: string;
  @count('Quantity') quantite_commandee!: number;
  @text('Status of the order, as stored', { max: 40 }) statut_commande!: string;
  @text('Status of the delivery, as stored; absent while there is none', { max: 40, optional: true }) statut_livraison?: string;
}

/** The lines a seller asks for. */
export class AsksOrdersReport extends AsksPage<OrdersReportLine> {}

export class OrdersReport extends pageOf(() => OrdersReportLine, 'Order lines, newest order first') {}

/** The first report: order lines from orders, names from conversations and accounts, what became of the delivery from deliveries. */
export async function ordersReport(question: AsksOrdersReport, ask: Ask): Promise<Page<OrdersReportLine>> {
  const [{ items, nextCursor }, seller] = await Promise.all([ask(GetOrderReportLines, question), ask(GetSeller, {})]);
  const [prospects, deliveries] = await Promise.all([
    ask(GetProspects, { ids: unique(items.map((line) => line.prospectId)) }),
    ask(GetDeliveryStatuses, { orderIds: unique(items.map((line) => line.orderId)) }),
  ]);
  const names = new Map(prospects.items.map(({ id, fullName }) => [id, fullName]));
  const statuses = new Map(deliveries.items.map(({ orderId, deliveryStatus }) => [orderId, deliveryStatus]));
  return {
    items: items.map((line) => ({
      nom_vendeur: `${seller.lastName} ${seller.firstName}`,
      nom_complet: names.get(line.prospectId),
      numero_commande: line.orderNumber,
      nom_produit: line.productName,
      quantite_commandee: line.quantity,
      statut_commande: line.orderStatus,
      statut_livraison: statuses.get(line.orderId),
    })),
    nextCursor,
  };
}

const unique = (ids: string[]) => [...new Set(ids)];
