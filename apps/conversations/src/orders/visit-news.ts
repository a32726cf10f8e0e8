import type { DeliveryFacts } from '#contracts';
import { formatFcfa } from '../assistant/money.js';

/** When the courier comes, or that he has set out, for who ordered and gave another number to call. */
export function visitText(delivery: DeliveryFacts, says: 'planned' | 'picked-up', timeZone: string): string {
  const { orderNumber, courierName, deliveryPhone, amountToCollect } = delivery;
  const pay = `Montant à payer à la livraison : ${formatFcfa(amountToCollect)}.`;
  if (says === 'picked-up')
    return `${courierName} a récupéré votre commande ${orderNumber} et part la livrer ; il appelle le ${deliveryPhone}. ${pay}`;
  const at = new Date(delivery.plannedFor);
  const day = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at);
  const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  return `Votre commande ${orderNumber} sera livrée ${day} à ${time} par ${courierName}, qui appelle le ${deliveryPhone}. ${pay}`;
}
