import { metaJson } from './whatsapp-signature.js';

/** What is put together in one POST: whole entries, changes under one entry, or messages and statuses under one change. */
export const BATCH_SHAPES = ['entries', 'changes', 'items'] as const;
export type BatchShape = (typeof BATCH_SHAPES)[number];

/** Meta's promise: at most so many updates, and at most so many bytes, in one POST. */
export const MOST_UPDATES = 1000;
const MOST_BYTES = 3 * 1024 * 1024;

interface Change {
  field: string;
  value: Record<string, unknown>;
}
interface Entry {
  id: string;
  time?: number;
  changes: Change[];
}

/** The webhooks' bodies as one. A single body stays as it is, byte for byte. */
export function mergeBodies(bodies: readonly string[], shape: BatchShape): string {
  const [first] = bodies;
  if (bodies.length === 1 && first !== undefined) return first;
  const entries = bodies.flatMap((body) => (JSON.parse(body) as { entry: Entry[] }).entry);
  const merged = shape === 'entries' ? entries : underOneEntry(entries);
  if (shape === 'items') for (const entry of merged) entry.changes = underOneChange(entry.changes);
  return metaJson({ object: 'whatsapp_business_account', entry: merged });
}

/** Cuts a run of bodies where a POST would carry too many updates or bytes. @returns index ranges as lists of items */
export function inPosts<T extends { readonly body: string | undefined }>(items: readonly T[], most: number): T[][] {
  const posts: T[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = item.body?.length ?? 0;
    const last = posts.at(-1);
    if (last && last.length < most && bytes + size <= MOST_BYTES) {
      last.push(item);
      bytes += size;
    } else {
      posts.push([item]);
      bytes = size;
    }
  }
  return posts;
}

function underOneEntry(entries: readonly Entry[]): Entry[] {
  const byAccount = new Map<string, Entry>();
  for (const entry of entries) {
    const known = byAccount.get(entry.id);
    if (known) known.changes.push(...entry.changes);
    else byAccount.set(entry.id, { ...entry, changes: [...entry.changes] });
  }
  return [...byAccount.values()];
}

const LISTS = ['messages', 'statuses'] as const;

/** Messages go with messages of the same number and statuses with its statuses: Meta puts the two in no common change. */
function underOneChange(changes: readonly Change[]): Change[] {
  const byKind = new Map<string, Change>();
  const merged: Change[] = [];
  for (const change of changes) {
    const list = LISTS.find((one) => Array.isArray(change.value[one]));
    const number = (change.value['metadata'] as { phone_number_id?: string } | undefined)?.phone_number_id;
    const key = list && change.field === 'messages' && number ? `${number} ${list}` : undefined;
    const known = key === undefined ? undefined : byKind.get(key);
    if (known && list) {
      known.value[list] = [...(known.value[list] as unknown[]), ...(change.value[list] as unknown[])];
      known.value['contacts'] = distinct([...listOf(known, 'contacts'), ...listOf(change, 'contacts')]);
      continue;
    }
    const copy = { field: change.field, value: { ...change.value } };
    if (key !== undefined) byKind.set(key, copy);
    merged.push(copy);
  }
  return merged;
}

const listOf = (change: Change, name: string) => (change.value[name] as unknown[] | undefined) ?? [];

const distinct = (values: readonly unknown[]) => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
