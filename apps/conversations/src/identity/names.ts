import type { InboundItem, Names } from '../inbound/whatsapp-item.js';

/** One name of one person with one seller, as text: seller, kind and value. */
export type NameKey = string;

/** What an item calls its person, best proof first: by kind, as stored. */
export const namesOf = ({ bsuid, waId, e164 }: Names): [kind: string, value: string | undefined][] => [
  ['bsuid', bsuid],
  ['wa_id', waId],
  ['e164', e164],
];

export const keyOf = (sellerId: string, kind: string, value: string): NameKey => `${sellerId}|${kind}|${value}`;

/** Keys of all names that the item gives its person, or of the names he goes by from now on. */
export const keysOf = (item: InboundItem, names = item.names): NameKey[] =>
  namesOf(names).flatMap(([kind, value]) => (value ? [keyOf(item.sellerId, kind, value)] : []));

/** Keys with their seller, kind and value, as columns for unnest. */
export function columnsOf(keys: NameKey[]): [keys: NameKey[], sellers: string[], kinds: string[], values: string[]] {
  const parts = keys.map((key) => key.split('|'));
  return [keys, parts.map(([s]) => s!), parts.map(([, k]) => k!), parts.map(([, , ...value]) => value.join('|'))];
}
