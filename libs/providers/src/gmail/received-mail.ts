import type { gmail_v1 } from '@googleapis/gmail';
import type { MailPerson, ReceivedMail } from './mail.port.js';
import { attachedParts, cleanText, decodeText, header, readableParts } from './text-parts.js';

type Part = gmail_v1.Schema$MessagePart;

/** A text part above this many bytes is not fetched: no seller reads it, no model should. */
const LARGEST_TEXT = 1024 * 1024;

/** Gives a large part's bytes, which Gmail keeps aside as an attachment. */
export type FetchPart = (attachmentId: string) => Promise<Buffer>;

/** Reads a message as `users.messages.get(format=full)` gives it. */
export async function readMail(message: gmail_v1.Schema$Message, fetchPart: FetchPart): Promise<ReceivedMail> {
  const root = message.payload ?? {};
  const envelope = await parseEnvelope(root);
  const { text, cut } = await readText(root, fetchPart);
  return {
    id: message.id ?? '',
    threadId: message.threadId ?? '',
    messageId: header(root, 'Message-ID')?.trim() || undefined,
    ...envelope,
    text,
    textCut: cut,
    // Google's own receipt time in milliseconds: the Date header is the sender's word.
    receivedAt: new Date(Number(message.internalDate)),
    labels: message.labelIds ?? [],
    attachments: attachedParts(root).map((part) => ({
      filename: cleanText(part.filename ?? ''),
      mimeType: part.mimeType ?? 'application/octet-stream',
      sizeBytes: part.body?.size ?? 0,
    })),
    isAutomatic: isAutomatic(root, envelope.from.address),
  };
}

async function readText(root: Part, fetchPart: FetchPart): Promise<{ text: string; cut: boolean }> {
  const texts: string[] = [];
  let cut = false;
  for (const part of readableParts(root)) {
    const bytes = await bytesOf(part, fetchPart);
    cut ||= bytes === undefined;
    if (!bytes) continue;
    const decoded = decodeText(bytes, header(part, 'Content-Type'));
    texts.push(cleanText(part.mimeType?.toLowerCase() === 'text/html' ? await htmlToText(decoded) : decoded));
  }
  return { text: texts.filter((text) => text !== '').join('\n\n'), cut };
}

async function bytesOf(part: Part, fetchPart: FetchPart): Promise<Buffer | undefined> {
  if ((part.body?.size ?? 0) > LARGEST_TEXT) return undefined;
  if (part.body?.data) return Buffer.from(part.body.data, 'base64url');
  return part.body?.attachmentId ? fetchPart(part.body.attachmentId) : Buffer.alloc(0);
}

/** Names and subject come as the sender wrote them, encoded words included, or already decoded: the MIME parser takes both. */
export async function parseEnvelope(root: Part): Promise<{ from: MailPerson; to: MailPerson[]; subject: string }> {
  const lines = ['From', 'To', 'Subject'].map((name) => `${name}: ${(header(root, name) ?? '').replace(/[\r\n]+\s*/g, ' ')}`);
  const parsed = await parseMime(`${lines.join('\r\n')}\r\n\r\n`);
  const from = people(parsed.from?.value)[0] ?? { name: '', address: '' };
  const to = [parsed.to ?? []].flat().flatMap((list) => people(list.value));
  return { from, to, subject: cleanText(parsed.subject ?? '') };
}

const people = (entries: Array<{ name: string; address?: string; group?: unknown[] }> = []): MailPerson[] =>
  entries
    .filter((entry) => entry.address)
    .map((entry) => ({ name: cleanText(entry.name), address: entry.address!.toLowerCase() }));

async function htmlToText(html: string): Promise<string> {
  const body = Buffer.from(html, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');
  const head = 'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64';
  return (await parseMime(`${head}\r\n\r\n${body}`)).text ?? '';
}

/** Loaded on first use: a service that reads no mail does not pay for the parser. */
async function parseMime(source: string) {
  const { simpleParser } = await import('mailparser');
  return simpleParser(Buffer.from(source, 'utf8'), { skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true });
}

const NO_REPLY = /^(no-?reply|do-?not-?reply|ne-?pas-?repondre|mailer-daemon|postmaster|bounces?)([+.@-]|$)/;

/** Marks of RFC 3834 and of mailing lists. */
function isAutomatic(root: Part, from: string): boolean {
  const value = (name: string) => header(root, name)?.trim().toLowerCase();
  const autoSubmitted = value('Auto-Submitted');
  if (autoSubmitted !== undefined && autoSubmitted !== 'no') return true;
  if (/^(bulk|list|junk|auto_reply)$/.test(value('Precedence') ?? '')) return true;
  if (['List-Id', 'List-Unsubscribe', 'X-Autoreply', 'X-Autorespond'].some((name) => value(name) !== undefined)) return true;
  return value('Return-Path') === '<>' || NO_REPLY.test(from);
}
