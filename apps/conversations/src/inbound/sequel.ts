import { idAt, objectAt, type Raw, textAt } from './raw.js';
import { read } from './readable.js';

/** What is said about an earlier message instead of being one: a reaction, a correction, a withdrawal. As stored. */
export interface Sequel {
  kind: 'reaction' | 'modification' | 'suppression';
  /** WhatsApp's id of the message it is about. */
  target: string;
  /** Of a reaction; absent when it was taken back. */
  emoji?: string;
  /** What a corrected message says now: as people read it, and its words. */
  says?: { readable: string; words: string };
}

const KINDS: Record<string, { kind: Sequel['kind']; key: string }> = {
  reaction: { kind: 'reaction', key: 'message_id' },
  edit: { kind: 'modification', key: 'original_message_id' },
  revoke: { kind: 'suppression', key: 'original_message_id' },
};

/** Reads an item as a sequel. @returns undefined for every other item, and for one that does not say which message it is about: it stays a message */
export function sequelOf(item: Raw): Sequel | undefined {
  const type = textAt(item, 'type') ?? '';
  const known = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const body = objectAt(item, type);
  const target = known && idAt(body, known.key);
  if (!known || !target) return undefined;
  if (known.kind === 'reaction') {
    const emoji = textAt(body, 'emoji');
    return { kind: known.kind, target, ...(emoji ? { emoji: [...emoji].slice(0, 16).join('') } : {}) };
  }
  if (known.kind === 'suppression') return { kind: known.kind, target };
  const { readable, words } = read(objectAt(body, 'message'));
  return { kind: known.kind, target, says: { readable, words } };
}
