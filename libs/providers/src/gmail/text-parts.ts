import type { gmail_v1 } from '@googleapis/gmail';

type Part = gmail_v1.Schema$MessagePart;

/** Deeper nesting than any real mail: a hostile one does not exhaust the stack. */
const DEEPEST = 20;

/** The parts that make up what a person reads, in order; of alternatives only the plain one when it has content. */
export function readableParts(part: Part, depth = 0): Part[] {
  if (depth > DEEPEST) return [];
  const type = (part.mimeType ?? '').toLowerCase();
  if (type.startsWith('multipart/')) {
    const found = (part.parts ?? []).flatMap((child) => readableParts(child, depth + 1));
    if (type !== 'multipart/alternative') return found;
    const plain = found.filter((child) => child.mimeType?.toLowerCase() === 'text/plain' && (child.body?.size ?? 0) > 0);
    return plain.length > 0 ? plain : found.filter((child) => child.mimeType?.toLowerCase() === 'text/html').slice(0, 1);
  }
  const attached = Boolean(part.filename);
  return !attached && (type === 'text/plain' || type === 'text/html') ? [part] : [];
}

/** Every part that is a file, at any depth. */
export function attachedParts(part: Part, depth = 0): Part[] {
  if (depth > DEEPEST) return [];
  return [...(part.filename ? [part] : []), ...(part.parts ?? []).flatMap((child) => attachedParts(child, depth + 1))];
}

/**
 * Text of a part's bytes. Gmail turns most parts into UTF-8 and leaves the charset header as it was, so UTF-8 is tried strictly
 * first and the declared charset second.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
    return decoderFor(declared).decode(bytes);
  }
}

function decoderFor(charset: string | undefined): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset ?? 'windows-1252');
  } catch {
    // A charset nobody knows: Western European reads best of all guesses, and every byte has a letter in it.
    return new TextDecoder('windows-1252');
  }
}

/** A header's value whatever the case of its name; the first when it repeats. */
export function header(part: Part, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return part.headers?.find((entry) => entry.name?.toLowerCase() === wanted)?.value ?? undefined;
}

/** Line ends as \n, no NUL (PostgreSQL refuses it) nor other control characters, no blank edges. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
}
