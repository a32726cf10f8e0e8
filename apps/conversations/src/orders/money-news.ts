import { type OrderPaymentsChangedV1, type OrderRefundsChangedV1, PAID_BY } from '#contracts';
import { formatFcfa } from '../assistant/money.js';

/** The shop saw her money come in, or finds that it did not. */
export function paymentText({
  orderNumber,
  method,
  amount,
  voided,
  amountToCollect,
  deliveryFee,
}: OrderPaymentsChangedV1): string {
  const sum = `${formatFcfa(amount)} ${PAID_BY[method]}`;
  const said = voided
    ? `La boutique a annulé le paiement de ${sum} noté pour votre commande ${orderNumber}. Si vous pensez que c'est une erreur, écrivez « parler au vendeur ».`
    : `La boutique a bien reçu ${sum} pour votre commande ${orderNumber}. Merci !`;
  if (amountToCollect === undefined) return said;
  if (amountToCollect === 0)
    return `${said}\nIl ne vous reste rien à payer${deliveryFee === undefined ? ', hors livraison' : ''}.`;
  return `${said}\nReste à payer à la livraison : ${formatFcfa(amountToCollect)}${deliveryFee === undefined ? ', plus la livraison' : ''}.`;
}

/** The shop sent her money back, or finds that it did not. */
export function refundText({ orderNumber, method, amount, voided, toRefund = 0 }: OrderRefundsChangedV1): string {
  const sum = `${formatFcfa(amount)} ${PAID_BY[method]}`;
  const said = voided
    ? `La boutique a annulé le remboursement de ${sum} noté pour votre commande ${orderNumber}. Si vous pensez que c'est une erreur, écrivez « parler au vendeur ».`
    : `La boutique vous a remboursé ${sum} pour votre commande ${orderNumber}.`;
  return toRefund > 0 ? `${said}\nIl lui reste à vous rembourser : ${formatFcfa(toRefund)}.` : said;
}
