import type { ApiEventView, WebhookDeliveryView } from '#contracts';

/** Stored words of the states. */
export const STATES = { pending: 'en_attente', delivered: 'livre', failed: 'echoue' } as const;
type Stored = (typeof STATES)[keyof typeof STATES];

const stateOf = (stored: Stored) => (Object.keys(STATES) as (keyof typeof STATES)[]).find((state) => STATES[state] === stored)!;

/** A row of `envois_webhook`, as {@link COLUMNS} names it. */
export interface DeliveryRow {
  id: string;
  endpointId: string;
  eventId: string;
  type: string;
  contenu: Record<string, unknown>;
  prospectId: string | null;
  at: Date;
  statut: Stored;
  tries: number;
  nextTry: Date | null;
  status: number | null;
  problem: string | null;
  response: string | null;
  durationMs: number | null;
  createdAt: Date;
  deliveredAt: Date | null;
}

export const COLUMNS = `id_envoi as id, id_point as "endpointId", id_evenement as "eventId", type, contenu, id_prospect as "prospectId",
  date_evenement as at, statut, tentatives as tries, prochaine_tentative as "nextTry", dernier_code as status, dernier_probleme as problem,
  derniere_reponse as response, derniere_duree_ms as "durationMs", date_creation as "createdAt", date_livraison as "deliveredAt"`;

/** The body of a delivery, the same at each try. */
export const bodyOf = ({ eventId, type, at, contenu }: Pick<DeliveryRow, 'eventId' | 'type' | 'at' | 'contenu'>): string =>
  JSON.stringify({ id: eventId, type, occurredAt: at.toISOString(), data: contenu } satisfies ApiEventView);

export function deliveryView(row: DeliveryRow): WebhookDeliveryView {
  const { id, endpointId, eventId, type, statut, tries, nextTry, status, problem, durationMs, createdAt, deliveredAt } = row;
  return {
    ...{ id, endpointId, eventId, type, state: stateOf(statut), attempts: tries, createdAt: createdAt.toISOString() },
    ...(nextTry ? { nextAttemptAt: nextTry.toISOString() } : {}),
    ...(status === null ? {} : { status }),
    ...(problem === null ? {} : { problem }),
    ...(durationMs === null ? {} : { durationMs }),
    ...(deliveredAt ? { deliveredAt: deliveredAt.toISOString() } : {}),
  };
}
