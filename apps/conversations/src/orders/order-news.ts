import type {
  OrderCancellationRefusedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderLine,
  OrderRejectedV1,
  OrderStatus,
  SellableItem,
} from '#contracts';
import { formatFcfa } from '../assistant/money.js';
import { firstName } from '../assistant/offline/people.js';

const article = (item: { productName: string; size?: string; color?: string }) =>
  [item.productName, item.size && `en ${item.size}`, item.color].filter(Boolean).join(', ');

const line = (item: OrderLine) => `• ${item.quantity} x ${article(item)} : ${formatFcfa(item.lineTotal)}`;

/** « Merci Aminata ! Votre commande CMD-… est confirmée : … » */
export function confirmedText(order: OrderConfirmedV1): string {
  const name = firstName(order.customerName);
  return [
    `Merci${name ? ` ${name}` : ''} ! Votre commande ${order.orderNumber} est confirmée :`,
    ...order.lines.map(line),
    `Total des articles : ${formatFcfa(order.total)}`,
    `Livraison : ${order.deliveryAddress}`,
    '',
    'Nous vous prévenons dès que le livreur est en route.',
  ].join('\n');
}

/** Says plainly that it is not there, what is left, and what there is instead. */
export function rejectedText({ refused, alternatives }: OrderRejectedV1): string {
  const missing = refused.map(({ asked, productName, available }) => {
    const what = article({ productName: productName ?? 'un article', size: asked.size, color: asked.color });
    return available > 0 ? `• ${what} : il n'en reste que ${available}` : `• ${what} : épuisé`;
  });
  const offered = alternatives.slice(0, 5).map((item: SellableItem) => `• ${article(item)} : ${formatFcfa(item.unitPrice)}`);
  return [
    "Toutes mes excuses, votre commande n'a pas pu être enregistrée, le stock vient de changer :",
    ...missing,
    '',
    ...(offered.length > 0
      ? ['Voici ce que je peux vous proposer à la place :', ...offered, '', 'Lequel vous intéresse ?']
      : ['Souhaitez-vous que je vous montre nos autres articles ?']),
  ].join('\n');
}

/** The order is off; by whom decides how it is said. */
export function cancelledText(order: OrderCancelledV1): string {
  const asked = order.cancelledBy === 'customer' ? 'comme vous l’avez demandé' : `motif : ${order.reason}`;
  return `Votre commande ${order.orderNumber} est annulée (${asked}). Je reste à votre disposition.`;
}

const TOO_LATE: Partial<Record<OrderStatus, string>> = {
  'out-for-delivery': 'est déjà en route',
  delivered: 'vous a déjà été livrée',
  returned: 'est déjà revenue à la boutique',
  'delivery-failed': 'est déjà partie une première fois',
};

/** She asked too late; the courier or the seller can still help. */
export const cancellationRefusedText = ({ orderNumber, status }: OrderCancellationRefusedV1) =>
  `Votre commande ${orderNumber} ${TOO_LATE[status] ?? 'est trop avancée'}, je ne peux plus l'annuler. Écrivez « parler au vendeur » pour en discuter avec la boutique.`;
