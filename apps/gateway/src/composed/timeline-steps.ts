import {
  type DeliveryDetailView,
  type DeliveryStatus,
  type DeliveryStep,
  type NotificationView,
  type OrderDetailView,
  type OrderStatus,
  PAID_BY,
  type TimelineStep,
} from '#contracts';

const ORDER_SAYS: Record<OrderStatus, string> = {
  draft: 'Commande notée, à confirmer',
  confirmed: 'Commande confirmée',
  preparing: 'Commande en préparation',
  ready: 'Commande prête',
  'out-for-delivery': 'Commande partie en livraison',
  delivered: 'Commande livrée',
  cancelled: 'Commande annulée',
  returned: 'Colis revenu, articles remis en stock',
  'delivery-failed': 'Livraison non aboutie',
};

const DELIVERY_SAYS: Record<DeliveryStatus, string> = {
  planned: 'Livraison confiée à',
  'picked-up': 'Colis récupéré par',
  completed: 'Colis remis au client par',
  'attempt-failed': 'Tentative de livraison manquée par',
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

const GROUPED = new Intl.NumberFormat('de-DE');

/** 45000 → `45.000 FCFA`, as prices are written in Côte d'Ivoire. */
const francs = (amount: number) => `${GROUPED.format(amount)} FCFA`;

/** An order's own steps; a change that is no move is an edit. */
export function orderSteps({ number, total, history }: OrderDetailView, deliveries: DeliveryDetailView[]): TimelineStep[] {
  return history.map(({ from, to, actor, reason, at }) => {
    const edited = from === to;
    const failed = to === 'delivery-failed' ? failureBefore(at, deliveries) : undefined;
    return {
      at,
      what: edited ? 'order-edited' : `order-${to}`,
      says: edited ? `Commande ${number} modifiée` : `${(failed && whatFollows(failed)) ?? ORDER_SAYS[to]} (${number})`,
      actor,
      ...(reason ? { reason } : {}),
      ...(from === 'none' || (to === 'confirmed' && !edited) ? { amount: total } : {}),
    };
  });
}

/** An order's money: each payment when it was recorded, and when it was struck out. That the courier brought it, his delivery tells. */
export function paymentSteps({ payments }: OrderDetailView): TimelineStep[] {
  return payments.flatMap(({ method, amount, reference, deliveryId, actor, at, voidedAt, voidReason }): TimelineStep[] => {
    const says = `Paiement ${PAID_BY[method]}`;
    const named = reference ? ` (transaction ${reference})` : '';
    const recorded = { at, what: 'payment-recorded', says: `${says} enregistré${named}`, actor, amount };
    const told = deliveryId ? [] : [recorded];
    if (!voidedAt) return told;
    const voided = { at: voidedAt, what: 'payment-voided', says: `${says} annulé${named}`, actor, amount };
    return [...told, { ...voided, ...(voidReason ? { reason: voidReason } : {}) }];
  });
}

/** What the shop sent back: each refund when it was recorded, and when it was struck out. */
export function refundSteps({ refunds }: OrderDetailView): TimelineStep[] {
  return refunds.flatMap(({ method, amount, reference, note, actor, at, voidedAt, voidReason }): TimelineStep[] => {
    const says = `Remboursement ${PAID_BY[method]}`;
    const named = reference ? ` (transaction ${reference})` : '';
    const recorded = { at, what: 'refund-recorded', says: `${says} enregistré${named}`, actor, amount };
    const told = { ...recorded, ...(note ? { reason: note } : {}) };
    if (!voidedAt) return [told];
    const voided = { at: voidedAt, what: 'refund-voided', says: `${says} annulé${named}`, actor, amount };
    return [told, { ...voided, ...(voidReason ? { reason: voidReason } : {}) }];
  });
}

/** A try that failed, and whether another was planned then. */
interface Failure {
  at: string;
  again: boolean;
}

const whatFollows = ({ again }: Failure) =>
  again ? 'Tentative manquée, nouvelle tentative prévue' : 'Livraison impossible, colis de retour';

/** The tries of a delivery that failed, oldest first: its next move tells what became of each. */
function failuresOf({ history }: DeliveryDetailView): Failure[] {
  const moves = history.filter(({ from, to }) => from !== to);
  return moves.flatMap(({ to, at }, i) => (to === 'attempt-failed' ? [{ at, again: moves[i + 1]?.to === 'planned' }] : []));
}

/** The failure that an order heard of at this moment: the newest that had happened by then. */
function failureBefore(at: string, deliveries: DeliveryDetailView[]): Failure | undefined {
  return deliveries
    .flatMap(failuresOf)
    .filter((failure) => Date.parse(failure.at) <= Date.parse(at))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .at(-1);
}

/** A delivery's steps: each try that failed with its reason, and the cash when it was counted. */
export function deliverySteps(delivery: DeliveryDetailView): TimelineStep[] {
  const { history, failedAttempts, reason: whyThisCourier, fee, amountToCollect } = delivery;
  const moves = history.flatMap((step, i): TimelineStep[] => {
    const { from, to, courierName, actor, reason, collected, at } = step;
    // Tries are told once, with their reasons.
    if (from !== to && to === 'attempt-failed' && failedAttempts.length > 0) return [];
    const first = from === 'none';
    const why = reason ?? (first ? whyThisCourier : undefined);
    const told: TimelineStep = {
      at,
      ...whatHappened(step, history[i - 1]),
      actor,
      ...(why ? { reason: why } : {}),
      ...(first ? { amount: fee } : {}),
    };
    if (collected === undefined) return [told];
    const difference = cashDifference(collected, amountToCollect);
    const says = `Montant encaissé par ${courierName}`;
    return [told, { at, what: 'cash-collected', says, actor, ...(difference ? { reason: difference } : {}), amount: collected }];
  });
  const failures = failuresOf(delivery);
  const attempts = failedAttempts.map(({ number, failure, actor, at }, i): TimelineStep => ({
    at,
    what: 'delivery-attempt-failed',
    says: `Tentative n° ${number} manquée${failures[i] ? `, ${failures[i].again ? 'nouvelle tentative prévue' : 'colis de retour'}` : ''}`,
    actor,
    reason: failure,
  }));
  return [...moves, ...attempts];
}

/** A step that moves nothing gave the delivery to somebody else, or changed something about it. */
function whatHappened({ from, to, courierName }: DeliveryStep, before?: DeliveryStep): Pick<TimelineStep, 'what' | 'says'> {
  if (from === to && before?.courierName === courierName) return { what: 'delivery-updated', says: 'Livraison mise à jour' };
  const again = from === 'attempt-failed' && to === 'planned';
  return {
    what: from === to ? 'delivery-reassigned' : `delivery-${to}`,
    says: again ? `Nouvelle tentative prévue, par ${courierName}` : `${DELIVERY_SAYS[to]} ${courierName}`,
  };
}

/** What is missing or too much of the cash, FCFA; nothing when it is what was due. */
function cashDifference(collected: number, due: number): string | undefined {
  if (collected === due) return undefined;
  const gap = collected < due ? `il manque ${francs(due - collected)}` : `${francs(collected - due)} de trop`;
  return `${francs(collected)} encaissés sur ${francs(due)} dus, ${gap}`;
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
