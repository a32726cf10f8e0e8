import { randomBytes } from 'node:crypto';
import { ProviderError } from '../provider-error.js';

const MB = 1024 * 1024;

/** What WhatsApp takes, by MIME type without its parameters, with the largest size in bytes (Meta's media reference). */
const LIMITS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^image\/(jpeg|png)$/, 5 * MB],
  [/^image\/webp$/, 500 * 1024],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)$/, 16 * MB],
  [/^video\/(mp4|3gpp)$/, 16 * MB],
  [/^(text\/plain|application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\.[a-z.]+))$/, 100 * MB],
];

/** A file to be sent afterwards by its id. */
export interface MediaFile {
  bytes: Buffer;
  /** `image/jpeg`, `audio/ogg; codecs=opus`… */
  mimeType: string;
  /** The name customers see of a document is that of the message, not this one. Default `file`. */
  filename?: string;
}

/**
 * Checks a file against WhatsApp's types and sizes before it travels.
 * @throws ProviderError `invalid_media`, action `reject`
 */
export function assertUploadable(file: MediaFile): void {
  const type = file.mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  const limit = LIMITS.find(([accepted]) => accepted.test(type))?.[1];
  if (limit === undefined)
    throw refused(`takes no ${type || 'file without a type'}`, "WhatsApp n'accepte pas ce type de fichier.");
  if (file.bytes.length === 0) throw refused('takes no empty file', 'Le fichier joint est vide.');
  if (file.bytes.length > limit)
    throw refused(
      `takes ${type} up to ${limit} bytes, not ${file.bytes.length}`,
      `Le fichier joint dépasse ${Math.floor(limit / 1024)} Ko, le maximum de WhatsApp pour ce type.`,
    );
}

/** The multipart body of `POST /{phone_number_id}/media`. */
export function uploadForm(file: MediaFile): { contentType: string; bytes: Buffer } {
  const boundary = `fluxasync-${randomBytes(12).toString('hex')}`;
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head =
    field('messaging_product', 'whatsapp') +
    field('type', headerText(file.mimeType)) +
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(file.filename ?? 'file')}"\r\n` +
    `Content-Type: ${headerText(file.mimeType)}\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** A line break would end the header and start one of the sender's choice. */
const headerText = (text: string) => text.replace(/[\r\n]+/g, ' ');

/** As browsers write a file name in a form (HTML, multipart/form-data encoding algorithm). */
const quoted = (name: string) => name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');

function refused(what: string, explanationFr: string): ProviderError {
  return new ProviderError({
    provider: 'whatsapp',
    code: 'invalid_media',
    action: 'reject',
    message: `whatsapp: ${what}`,
    explanationFr,
  });
}
