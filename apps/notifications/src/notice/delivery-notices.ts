import type {
  COURIER_ACTIONS,
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  DeliveryFacts,
  DeliveryPlannedV1,
  DeliveryUnassignedV1,
} from '#contracts';
import type { SellerCopy } from '../seller/seller-copies.js';
import { francs, slot, spaced } from '../template/wording.js';
import { notice, type NoticeDraft, type NoticeReference, toSeller } from './notice-draft.js';

/** What the courier's buttons report, in the order of the template's. */
const REPORTS: (typeof COURIER_ACTIONS)[number][] = ['picked-up', 'completed', 'attempt-failed'];

const reference = (delivery: DeliveryFacts): NoticeReference => ({ type: 'livraison', id: delivery.deliveryId });
const toCourier = (delivery: DeliveryFacts): NoticeDraft['to'] => ({ role: 'courier', phone: delivery.courierPhone });

/** The courier gets his errand with buttons to report on it, the customer learns who comes, when, and what to pay. */
export function planned(delivery: DeliveryPlannedV1, seller: SellerCopy): NoticeDraft[] {
  const when = slot(delivery.plannedFor, seller.timeZone);
  const amount = francs(delivery.amountToCollect);
  return [
    notice(
      'livraison_confiee',
      toCourier(delivery),
      reference(delivery),
      {
        numero: delivery.orderNumber,
        colis: delivery.parcel,
        depart: delivery.pickupAddress,
        destination: delivery.destination,
        creneau: when,
        client: delivery.customerName,
        telephone: spaced(delivery.deliveryPhone),
        montant: amount,
      },
      REPORTS.map((report) => `livraison:${delivery.deliveryId}:${report}`),
    ),
    notice('livraison_prevue', { role: 'customer', phone: delivery.deliveryPhone }, reference(delivery), {
      client: delivery.customerName,
      numero: delivery.orderNumber,
      boutique: seller.shopName,
      creneau: when,
      livreur: delivery.courierName,
      montant: amount,
    }),
  ];
}

export function unassigned(order: DeliveryUnassignedV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice(
      'livraison_sans_livreur',
      toSeller(seller),
      { type: 'commande', id: order.orderId },
      { numero: order.orderNumber, destination: order.destination, motif: order.reason },
    ),
  ];
}

export function completed(delivery: DeliveryCompletedV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice('livraison_terminee', toSeller(seller), reference(delivery), {
      livreur: delivery.courierName,
      numero: delivery.orderNumber,
      client: delivery.customerName,
      montant: francs(delivery.collected),
    }),
  ];
}

export function attemptFailed(delivery: DeliveryAttemptFailedV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice('livraison_echouee', toSeller(seller), reference(delivery), {
      livreur: delivery.courierName,
      numero: delivery.orderNumber,
      client: delivery.customerName,
      essai: String(delivery.attempt),
      motif: delivery.failure,
    }),
  ];
}

/** The courier must not ride for nothing. */
export function cancelled(delivery: DeliveryCancelledV1): NoticeDraft[] {
  return [
    notice('livraison_annulee', toCourier(delivery), reference(delivery), {
      numero: delivery.orderNumber,
      client: delivery.customerName,
      motif: delivery.reason,
    }),
  ];
}
