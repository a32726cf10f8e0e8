import { newId } from '#database';
import type { InboundItem } from '../inbound/whatsapp-item.js';
import { keyOf, keysOf, type NameKey, namesOf } from './names.js';
import type { Proof } from './proofs.js';

/** Somebody whom the seller knows, or gets to know by this batch. */
export interface Person {
  id: string;
  bsuids: Set<string>;
  /** His name or his number is not known yet. */
  incomplete: boolean;
}

/** Somebody nobody knew, and the item that told of him. */
export interface Stranger {
  id: string;
  item: InboundItem;
}

/** Who is behind the items of a batch, and what was learned from them. */
export interface Recognised {
  /** Prospects' ids in the order of the items; undefined for a stranger who is not made anybody. */
  ids: (string | undefined)[];
  /** Who is a prospect from now on. */
  made: Stranger[];
  /** Whose name or number may be filled in now. */
  incomplete: Set<string>;
  /** Names that mean somebody else than before, or were not known. */
  news: Map<NameKey, Person>;
  proofs: Proof[];
}

/**
 * Who is behind each item: WhatsApp's business-scoped id decides, then the WhatsApp id as it came, then the telephone number. A known number under another
 * business-scoped id is another person (the number was given to somebody else). What one item tells is known to the next.
 * @param before who goes by the names of these items
 * @param make whether a stranger becomes a prospect
 */
export function whoIsIt(items: InboundItem[], before: ReadonlyMap<NameKey, Person>, make: boolean): Recognised {
  const known = new Map(before);
  const [made, proofs, incomplete]: [Stranger[], Proof[], Set<string>] = [[], [], new Set()];
  const ids = items.map((item) => {
    const found = find(item, known);
    if (!found && !make) return undefined;
    const person = found ?? { id: newId(), bsuids: new Set<string>(), incomplete: true };
    if (!found) made.push({ id: person.id, item });
    if (person.incomplete) incomplete.add(person.id);
    if (item.names.bsuid) person.bsuids.add(item.names.bsuid);
    proofs.push(...namesakes(item, person, known));
    for (const key of keysOf(item)) if (!found || !known.has(key)) known.set(key, person);
    return person.id;
  });
  const news = new Map([...known].filter(([key, { id }]) => before.get(key)?.id !== id));
  return { ids, made, incomplete, news, proofs };
}

function find(item: InboundItem, known: ReadonlyMap<NameKey, Person>): Person | undefined {
  const { bsuid } = item.names;
  for (const [kind, value] of namesOf(item.names)) {
    const person = value ? known.get(keyOf(item.sellerId, kind, value)) : undefined;
    if (!person) continue;
    if (kind === 'bsuid' || !bsuid || person.bsuids.size === 0 || person.bsuids.has(bsuid)) return person;
  }
  return undefined;
}

/** Others whom this item names too: somebody known by his number alone until now. One who has a user id of his own is another person, who had the number before. */
function namesakes(item: InboundItem, person: Person, known: ReadonlyMap<NameKey, Person>): Proof[] {
  if (!item.names.bsuid) return [];
  return keysOf(item).flatMap((key) => {
    const other = known.get(key);
    return other && other.id !== person.id && other.bsuids.size === 0
      ? [{ id: person.id, otherId: other.id, sellerId: item.sellerId }]
      : [];
  });
}
