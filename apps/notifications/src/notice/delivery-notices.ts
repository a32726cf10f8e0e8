import type {
  COURIER_ACTIONS,
  DeliveryAttemptFailedV1,
  DeliveryCancelledV1,
  DeliveryCompletedV1,
  DeliveryFacts,
  DeliveryPickedUpV1,
  DeliveryPlannedV1,
  DeliveryReassignedV1,
  DeliveryUnassignedV1,
} from '#contracts';
import type { SellerCopy } from '../seller/seller-copies.js';
import { francs, slot, spaced } from '../template/wording.js';
import { notice, type NoticeDraft, type NoticeReference, toSeller } from './notice-draft.js';
import type { ToldPlan } from './told-plans.js';

/** What the courier's buttons report, in the order of the template's. */
const REPORTS: (typeof COURIER_ACTIONS)[number][] = ['picked-up', 'completed', 'attempt-failed'];

const reference = (delivery: DeliveryFacts): NoticeReference => ({ type: 'livraison', id: delivery.deliveryId });
const toCourier = (delivery: DeliveryFacts): NoticeDraft['to'] => ({ role: 'courier', phone: delivery.courierPhone });
const toCustomer = (delivery: DeliveryFacts): NoticeDraft['to'] => ({ role: 'customer', phone: delivery.deliveryPhone });

/**
 * The courier gets his errand with buttons to report on it, the customer learns who comes, when, and what to pay. Who knew of an earlier plan is told that it
 * changed; nobody is when a newer plan was told already.
 */
export function planned(delivery: DeliveryPlannedV1, version: number, seller: SellerCopy, told: ToldPlan): NoticeDraft[] {
  if (told.version > version) return [];
  const when = slot(delivery.plannedFor, seller.timeZone);
  const amount = francs(delivery.amountToCollect);
  const visit = {
    client: delivery.customerName,
    numero: delivery.orderNumber,
    boutique: seller.shopName,
    creneau: when,
    livreur: delivery.courierName,
    montant: amount,
  };
  return [
    notice(
      told.toCourier ? 'livraison_modifiee' : 'livraison_confiee',
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
    told.toCustomer
      ? notice('livraison_reprevue', toCustomer(delivery), reference(delivery), { ...visit, colis: delivery.parcel })
      : notice('livraison_prevue', toCustomer(delivery), reference(delivery), visit),
  ];
}

/** The courier who had the delivery must not ride for nothing; unless he was told meanwhile that it is his again. */
export function reassigned(delivery: DeliveryReassignedV1, version: number, told: ToldPlan): NoticeDraft[] {
  if (told.courierVersion > version) return [];
  return [
    notice(
      'livraison_retiree',
      { role: 'courier', phone: delivery.fromCourierPhone },
      { type: 'livraison', id: delivery.deliveryId },
      { numero: delivery.orderNumber, motif: delivery.reason },
    ),
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

/** She was promised to hear when the courier sets out: who comes, what to have at hand, and whom to call. */
export function pickedUp(delivery: DeliveryPickedUpV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice('colis_en_route', toCustomer(delivery), reference(delivery), {
      client: delivery.customerName,
      livreur: delivery.courierName,
      numero: delivery.orderNumber,
      boutique: seller.shopName,
      montant: francs(delivery.amountToCollect),
      telephone: spaced(delivery.courierPhone),
    }),
  ];
}

/** The seller hears what was collected, the customer is thanked. */
export function completed(delivery: DeliveryCompletedV1, seller: SellerCopy): NoticeDraft[] {
  return [
    notice('livraison_terminee', toSeller(seller), reference(delivery), {
      livreur: delivery.courierName,
      numero: delivery.orderNumber,
      client: delivery.customerName,
      montant: cash(delivery),
    }),
    notice('livraison_remerciement', toCustomer(delivery), reference(delivery), {
      client: delivery.customerName,
      numero: delivery.orderNumber,
      boutique: seller.shopName,
    }),
  ];
}

/** The cash that was counted; when it is not what was due, the difference too. It stands before the template's « FCFA », which ends each of its forms. */
function cash({ collected, amountToCollect: due }: DeliveryCompletedV1): string {
  if (collected === due) return francs(collected);
  const gap = collected < due ? `il manque ${francs(due - collected)}` : `en trop : ${francs(collected - due)}`;
  return `${francs(collected)} FCFA sur ${francs(due)} FCFA dus, ${gap}`;
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
