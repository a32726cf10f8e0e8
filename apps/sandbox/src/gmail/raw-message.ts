import { simpleParser } from 'mailparser';
import { GoogleError } from './google-error.js';
import type { Mail } from './mail.js';

/** A message as its sender wrote it: headers as they travel, text decoded. */
export type WrittenMessage = Pick<Mail, 'headers' | 'text' | 'html' | 'attachments'>;

/**
 * Reads `raw` of messages.send: a whole RFC 2822 message in base64url.
 * @throws GoogleError 400 when it is none, or has no recipient
 */
export async function readRaw(raw: unknown): Promise<WrittenMessage> {
  if (typeof raw !== 'string' || !/^[\w-]+={0,2}$/.test(raw))
    throw new GoogleError('invalid', "'raw' RFC822 payload message string required");
  const bytes = Buffer.from(raw, 'base64url');
  const headers = headersOf(bytes.toString('utf8'));
  if (!headers.some(({ name, value }) => /^(to|cc|bcc)$/i.test(name) && value.includes('@')))
    throw new GoogleError('invalid', 'Recipient address required');
  const mail = await simpleParser(bytes, { skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true });
  return {
    // What describes the body is written anew from the body.
    headers: headers.filter(({ name }) => !/^(content-|mime-version$)/i.test(name)),
    text: (mail.text ?? '').replace(/\n$/, ''),
    ...(mail.html ? { html: mail.html } : {}),
    attachments: mail.attachments.map((file) => ({
      filename: file.filename ?? 'sans-nom',
      mimeType: file.contentType,
      data: file.content.toString('base64'),
    })),
  };
}

/** Value of a header, the name given in lower case. */
export const headerOf = (mail: Pick<Mail, 'headers'>, name: string): string | undefined =>
  mail.headers.find((one) => one.name.toLowerCase() === name)?.value;

/** The message ids in a header. */
export const idsIn = (value: string | undefined): string[] => value?.match(/<[^<>\s]+>/g) ?? [];

function headersOf(message: string): Mail['headers'] {
  const head = message.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([\x21-\x39\x3b-\x7e]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, value: value ?? '' }];
    });
}
