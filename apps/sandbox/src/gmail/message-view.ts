import { GoogleError } from './google-error.js';
import type { Mail } from './mail.js';
import { payloadOf, rawOf } from './mime.js';

/**
 * `messages.get` in one of its four formats.
 * @param wanted header names kept by `metadata`; none keeps all
 * @throws GoogleError 400 for an unknown format
 */
export function messageView(mail: Mail, format: string, wanted: readonly string[]): unknown {
  const raw = rawOf(mail);
  const base = {
    id: mail.id,
    threadId: mail.threadId,
    labelIds: mail.labelIds,
    snippet: snippetOf(mail.text),
    historyId: String(mail.historyId),
    internalDate: String(mail.internalDate),
    sizeEstimate: Buffer.byteLength(raw),
  };
  if (format === 'minimal') return base;
  if (format === 'raw') return { ...base, raw: Buffer.from(raw).toString('base64url') };
  const payload = payloadOf(mail);
  if (format === 'full') return { ...base, payload };
  if (format !== 'metadata') throw new GoogleError('invalid', `Invalid value at 'format': "${format}"`);
  const kept = new Set(wanted.map((name) => name.toLowerCase()));
  const headers = payload.headers.filter((header) => kept.size === 0 || kept.has(header.name.toLowerCase()));
  return { ...base, payload: { mimeType: payload.mimeType, headers } };
}

/** The first words, HTML-escaped as Gmail does. */
function snippetOf(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  const words = [...text.replace(/\s+/g, ' ').trim()].slice(0, 190).join('');
  return words.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
