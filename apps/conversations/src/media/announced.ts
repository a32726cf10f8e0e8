import { type MediaKind } from '#contracts';
import { objectAt, type Raw, textAt } from '../inbound/raw.js';

/** A file as a webhook tells of it. */
export interface Announced {
  kind: MediaKind;
  /** WhatsApp's id of the file; good for 7 days. */
  whatsappId?: string;
  mimeType?: string;
  fileName?: string;
  /** Hexadecimal. */
  sha256?: string;
}

const KIND_OF_TYPE: Record<string, MediaKind> = {
  image: 'image',
  audio: 'audio',
  voice: 'audio',
  video: 'video',
  document: 'document',
  sticker: 'sticker',
};

/** The file of a message item, undefined when its type carries none. Never throws: one odd item must not hold up the rest. */
export function announcedIn(type: string, item: Raw): Announced | undefined {
  const kind = Object.hasOwn(KIND_OF_TYPE, type) ? KIND_OF_TYPE[type] : undefined;
  if (!kind) return undefined;
  const file = objectAt(item, type);
  return {
    kind,
    whatsappId: plain(textAt(file, 'id'), 255),
    mimeType: plain(textAt(file, 'mime_type'), 120),
    fileName: plain(textAt(file, 'filename'), 300),
    sha256: hexOf(textAt(file, 'sha256')),
  };
}

/** Without half characters, line breaks and other signs that have no place in a name. */
function plain(text: string | undefined, most: number): string | undefined {
  const clean = text
    ?.toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return clean ? [...clean].slice(0, most).join('').slice(0, most).toWellFormed() : undefined;
}

/** WhatsApp writes digests in base64; a text that is none announces nothing. */
function hexOf(digest: string | undefined): string | undefined {
  if (digest === undefined) return undefined;
  const bytes = /^[0-9a-f]{64}$/i.test(digest) ? Buffer.from(digest, 'hex') : Buffer.from(digest, 'base64');
  return bytes.length === 32 ? bytes.toString('hex') : undefined;
}
