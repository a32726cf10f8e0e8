import type {
  OrderCancellationRefusedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderFacts,
  OrderLine,
  OrderRejectedV1,
  OrderStatus,
  RefusedLine,
  SellableItem,
} from '#contracts';
import { formatFcfa } from '../assistant/money.js';
import { firstName } from '../assistant/offline/people.js';
import { articleName } from '../assistant/proposal.js';

export const orderLineText = (item: OrderLine): string =>
  `• ${item.quantity} x ${articleName(item)} : ${formatFcfa(item.lineTotal)}`;

/** « Merci Aminata ! Votre commande CMD-… est confirmée : … » */
export function confirmedText(order: OrderConfirmedV1): string {
  const name = firstName(order.customerName);
  return [
    order.exchangeOf
      ? `${name ? `${name}, votre` : 'Votre'} échange est enregistré, commande ${order.orderNumber} :`
      : `Merci${name ? ` ${name}` : ''} ! Votre commande ${order.orderNumber} est confirmée :`,
    ...order.lines.map(orderLineText),
    `Total des articles : ${formatFcfa(order.total)}${order.deliveryFee === undefined ? ', hors livraison' : ''}`,
    ...moneyOf(order),
    `Adresse : ${order.deliveryAddress}`,
    '',
    'Nous vous prévenons dès que le livreur est en route.',
  ].join('\n');
}

/** The fee she was told, what is paid already, and what that leaves. */
export function moneyOf({ total, deliveryFee, paid = 0, exchangeOf }: OrderFacts): string[] {
  const fee = deliveryFee === undefined ? [] : [`Livraison : ${formatFcfa(deliveryFee)}`];
  const toPay = Math.max(0, total + (deliveryFee ?? 0) - paid);
  const already = paid > 0 ? [`${exchangeOf ? 'Articles que vous rendez' : 'Déjà payé'} : ${formatFcfa(paid)}`] : [];
  if (deliveryFee === undefined && paid === 0) return [];
  return [
    ...fee,
    ...already,
    `À payer à la livraison : ${formatFcfa(toPay)}${deliveryFee === undefined ? ', plus la livraison' : ''}`,
  ];
}

/** Says what it costs now: she decides anew. */
function dearerText(refused: RefusedLine[]): string {
  const now = refused.map(({ asked, productName, unitPrice }) => {
    const what = articleName({ productName: productName ?? 'un article', size: asked.size, color: asked.color });
    return `• ${what} : ${formatFcfa(unitPrice ?? 0)}${asked.quantity > 1 ? ' la pièce' : ''}`;
  });
  return [
    "Toutes mes excuses, votre commande n'a pas pu être enregistrée, un prix vient de changer. Voici ce que cela coûte maintenant :",
    ...now,
    '',
    'Souhaitez-vous la commander à ce prix ?',
  ].join('\n');
}

/** Says plainly that it is not there, what is left, and what there is instead. */
export function rejectedText({ reason, refused, alternatives }: OrderRejectedV1): string {
  if (reason === 'price-changed') return dearerText(refused);
  return [
    "Toutes mes excuses, votre commande n'a pas pu être enregistrée, le stock vient de changer :",
    ...refused.map(missingText),
    '',
    ...(alternatives.length > 0 ? alternativesText(alternatives) : ['Souhaitez-vous que je vous montre nos autres articles ?']),
  ].join('\n');
}

/** What there is not, or not so many. */
export function missingText({ asked, productName, available }: RefusedLine): string {
  const what = articleName({ productName: productName ?? 'un article', size: asked.size, color: asked.color });
  return available > 0 ? `• ${what} : il n'en reste que ${available}` : `• ${what} : épuisé`;
}

/** What there is instead. */
export const alternativesText = (alternatives: SellableItem[]): string[] => [
  'Voici ce que je peux vous proposer à la place :',
  ...alternatives.slice(0, 5).map((item) => `• ${articleName(item)} : ${formatFcfa(item.unitPrice)}`),
  '',
  'Lequel vous intéresse ?',
];

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
