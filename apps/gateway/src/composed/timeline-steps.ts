import type {
  DeliveryDetailView,
  DeliveryStatus,
  NotificationView,
  OrderDetailView,
  OrderStatus,
  TimelineStep,
} from '#contracts';

const ORDER_SAYS: Record<OrderStatus, string> = {
  confirmed: 'Commande confirmée',
  preparing: 'Commande en préparation',
  ready: 'Commande prête',
  'out-for-delivery': 'Commande partie en livraison',
  delivered: 'Commande livrée',
  cancelled: 'Commande annulée',
  returned: 'Colis revenu, articles remis en stock',
  'delivery-failed': 'Livraison impossible, colis de retour',
};

const DELIVERY_SAYS: Record<DeliveryStatus, string> = {
  planned: 'Livraison confiée à',
  'picked-up': 'Colis récupéré par',
  completed: 'Colis remis au client par',
  'attempt-failed': 'Tentative de livraison sans succès par',
  cancelled: 'Livraison annulée, elle était confiée à',
};

const RECIPIENT: Record<NotificationView['recipient'], string> = {
  seller: 'au vendeur',
  customer: 'au client',
  courier: 'au livreur',
};
const CHANNEL: Record<NotificationView['channel'], string> = {
  whatsapp: 'par WhatsApp',
  email: 'par e-mail',
  app: "dans l'application",
};

/** An order's own steps; a change that is no move is an edit. */
export function orderSteps({ number, total, history }: OrderDetailView): TimelineStep[] {
  return history.map(({ from, to, actor, reason, at }) => {
    const edited = from === to;
    return {
      at,
      what: edited ? 'order-edited' : `order-${to}`,
      says: edited ? `Commande ${number} modifiée` : `${ORDER_SAYS[to]} (${number})`,
      actor,
      ...(reason ? { reason } : {}),
      ...(from === 'none' ? { amount: total } : {}),
    };
  });
}

/** A delivery's steps: each try that failed with its reason, and the cash when it was counted. */
export function deliverySteps({ history, failedAttempts, reason: whyThisCourier, fee }: DeliveryDetailView): TimelineStep[] {
  const moves = history
    // Tries are told once, with their reasons.
    .filter(({ to }) => to !== 'attempt-failed' || failedAttempts.length === 0)
    .flatMap(({ from, to, courierName, actor, reason, collected, at }): TimelineStep[] => {
      const first = from === 'none';
      const why = reason ?? (first ? whyThisCourier : undefined);
      const step: TimelineStep = {
        at,
        what: from === to ? 'delivery-reassigned' : `delivery-${to}`,
        says: `${DELIVERY_SAYS[to]} ${courierName}`,
        actor,
        ...(why ? { reason: why } : {}),
        ...(first ? { amount: fee } : {}),
      };
      if (collected === undefined) return [step];
      return [step, { at, what: 'cash-collected', says: `Montant encaissé par ${courierName}`, actor, amount: collected }];
    });
  const attempts = failedAttempts.map(({ number, failure, actor, at }): TimelineStep => ({
    at,
    what: 'delivery-attempt-failed',
    says: `Tentative n° ${number} sans succès`,
    actor,
    reason: failure,
  }));
  return [...moves, ...attempts];
}

/** Who was told what. */
export function noticeSteps({ createdAt, kind, title, recipient, channel, state, problem }: NotificationView): TimelineStep {
  const failed = state === 'failed';
  return {
    at: createdAt,
    what: failed ? 'notice-failed' : 'notice-sent',
    says: `Avis ${RECIPIENT[recipient]} ${CHANNEL[channel]} : ${title || kind}`,
    actor: 'system',
    ...(problem ? { reason: problem } : {}),
  };
}
