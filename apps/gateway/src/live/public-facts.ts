import { type EventClass, eventSpec, PUBLIC_EVENTS, schemaOf, secretFieldsOf } from '#contracts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Fields of each public event that its seller's programs may see. What this version does not know is left out: it could be a secret of a newer one. */
const fields = new Map(
  PUBLIC_EVENTS.map((contract: EventClass) => {
    const secret = new Set(secretFieldsOf(contract));
    const names = Object.keys(schemaOf(contract).properties as object).filter((name) => !secret.has(name));
    return [eventSpec(contract).subject, names] as const;
  }),
);

/** The facts of an event as the stream and webhooks tell them. */
export function publicFacts(type: string, event: object): Record<string, unknown> {
  const facts = event as Record<string, unknown>;
  return Object.fromEntries((fields.get(type) ?? []).filter((name) => name in facts).map((name) => [name, facts[name]]));
}

/** What is left of facts about a person who was forgotten: ids. */
export const idsOnly = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === 'string' && UUID.test(value)));

/** SQL: the same of the column `contenu`. */
export const IDS_ONLY = `(select coalesce(jsonb_object_agg(k, v), '{}') from jsonb_each(contenu) t(k, v) where v #>> '{}' ~ '${UUID.source}')`;
