import type { OrderEditedV1, OrderEditRefusedV1, OrderStatus } from '#contracts';
import { formatFcfa } from '../assistant/money.js';
import { articleName } from '../assistant/proposal.js';
import { alternativesText, missingText, moneyOf, orderLineText } from './order-news.js';

/** « C'est modifié, commande CMD-… : … », as it is now. */
export const editedText = (order: OrderEditedV1): string =>
  [
    `C'est modifié, votre commande ${order.orderNumber} :`,
    ...order.lines.map(orderLineText),
    `Total des articles : ${formatFcfa(order.total)}${order.deliveryFee === undefined ? ', hors livraison' : ''}`,
    ...moneyOf(order),
    `Adresse : ${order.deliveryAddress}`,
    ...(order.deliveryPhone === order.customerPhone ? [] : [`Le livreur appelle le ${order.deliveryPhone}`]),
  ].join('\n');

const TOO_LATE: Partial<Record<OrderStatus, string>> = {
  'out-for-delivery': 'est déjà avec le livreur',
  'delivery-failed': 'est déjà partie une première fois',
  delivered: 'vous a déjà été livrée',
  returned: 'est revenue à la boutique',
  cancelled: 'est annulée',
};

/** The shop may still help: who has it on the road, or after it came. */
export const isPassedOn = ({ why, status }: OrderEditRefusedV1): boolean =>
  why === 'left' || (why === 'over' && status !== 'cancelled');

/** Why it stays as it is, and what there is instead. */
export function editRefusedText(refusal: OrderEditRefusedV1): string {
  const { orderNumber, status, why, refused = [], alternatives } = refusal;
  if (why === 'left' || why === 'over')
    return `Votre commande ${orderNumber} ${TOO_LATE[status] ?? 'est trop avancée'}, je ne peux plus la modifier.${isPassedOn(refusal) ? ' La boutique est prévenue de votre demande et vous répond ici.' : ''}`;
  const missing =
    why === 'price-changed'
      ? refused.map(({ asked, productName = 'un article', unitPrice = 0 }) => {
          const { size, color } = asked;
          return `• ${articleName({ productName, ...(size ? { size } : {}), ...(color ? { color } : {}) })} : ${formatFcfa(unitPrice)} maintenant`;
        })
      : refused.map(missingText);
  return [
    `Je n'ai pas pu modifier votre commande ${orderNumber}, elle reste comme avant :`,
    ...missing,
    ...(alternatives.length > 0 ? ['', ...alternativesText(alternatives)] : []),
  ].join('\n');
}
