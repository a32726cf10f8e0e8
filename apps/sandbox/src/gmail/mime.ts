import type { Mail } from './mail.js';

/** A header value as it travels: text outside ASCII as RFC 2047 encoded words of at most 75 characters. */
export function encodeHeader(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  const words: string[] = [];
  let word = '';
  // Split between characters, never inside one: each word must decode by itself.
  for (const character of value) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join(' ');
}

/** `Aminata Koné <a@example.ci>` with the name encoded, or the bare address. */
export function encodeAddress(address: string): string {
  const parts = /^(.*\S)\s*(<[^<>]+>)$/.exec(address.trim());
  return parts ? `${encodeHeader(parts[1] ?? '')} ${parts[2]}` : address.trim();
}

const base64Url = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');

interface Part {
  partId: string;
  mimeType: string;
  filename: string;
  headers: { name: string; value: string }[];
  body: { size: number; data?: string; attachmentId?: string };
  parts?: Part[];
}

/**
 * `payload` of a message in format `full`: one text part is the payload itself; text and HTML are alternatives; attachments
 * make it mixed and are fetched by their own id.
 */
export function payloadOf(mail: Mail): Part {
  const headers = mail.headers.map((header) => ({ ...header }));
  const body = textParts(mail);
  if (mail.attachments.length === 0) return numbered({ ...body, headers: [...headers, ...body.headers] }, '');
  const files = mail.attachments.map((file, index): Part => {
    const disposition = { name: 'Content-Disposition', value: `attachment; filename="${encodeHeader(file.filename)}"` };
    const size = Buffer.from(file.data, 'base64').length;
    return {
      partId: '',
      mimeType: file.mimeType,
      filename: file.filename,
      headers: [{ name: 'Content-Type', value: file.mimeType }, disposition],
      body: { attachmentId: attachmentId(mail, index), size },
    };
  });
  return numbered(multipart('multipart/mixed', [body, ...files], headers), '');
}

/** The id by which an attachment is fetched. */
export function attachmentId(mail: Mail, index: number): string {
  return `ANGjdJ_${base64Url(`${mail.id}:${index}`)}`;
}

/** The whole message as RFC 2822 text, for format `raw`. */
export function rawOf(mail: Mail): string {
  return write(payloadOf(mail), mail);
}

function textParts(mail: Mail): Part {
  const plain = leaf('text/plain', mail.text);
  return mail.html === undefined ? plain : multipart('multipart/alternative', [plain, leaf('text/html', mail.html)], []);
}

function leaf(mimeType: string, text: string): Part {
  const headers = [
    { name: 'Content-Type', value: `${mimeType}; charset="UTF-8"` },
    { name: 'Content-Transfer-Encoding', value: 'base64' },
  ];
  return { partId: '', mimeType, filename: '', headers, body: { size: Buffer.byteLength(text), data: base64Url(text) } };
}

function multipart(mimeType: string, parts: Part[], headers: Part['headers']): Part {
  const boundary = `000000000000${mimeType.slice(10)}`;
  const type = { name: 'Content-Type', value: `${mimeType}; boundary="${boundary}"` };
  return { partId: '', mimeType, filename: '', headers: [...headers, type], body: { size: 0 }, parts };
}

/** Part ids as Gmail numbers them: the payload has none, then `0`, `1`, and `0.0` inside. */
function numbered(part: Part, partId: string): Part {
  const parts = part.parts?.map((child, index) => numbered(child, partId === '' ? String(index) : `${partId}.${index}`));
  return { ...part, partId, ...(parts ? { parts } : {}) };
}

function write(part: Part, mail: Mail): string {
  const attached = mail.attachments.findIndex((_, index) => attachmentId(mail, index) === part.body.attachmentId);
  const encoding = attached >= 0 ? [{ name: 'Content-Transfer-Encoding', value: 'base64' }] : [];
  const head = [...part.headers, ...encoding].map(({ name, value }) => `${name}: ${value}`).join('\r\n');
  const boundary = `000000000000${part.mimeType.slice(10)}`;
  if (part.parts) {
    const inner = part.parts.map((child) => `--${boundary}\r\n${write(child, mail)}\r\n`).join('');
    return `${head}\r\n\r\n${inner}--${boundary}--\r\n`;
  }
  const data = mail.attachments[attached]?.data ?? Buffer.from(part.body.data ?? '', 'base64url').toString('base64');
  return `${head}\r\n\r\n${data.replace(/.{76}/g, '$&\r\n')}\r\n`;
}
