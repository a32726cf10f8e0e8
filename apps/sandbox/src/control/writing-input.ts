import { BadRequestException } from '@nestjs/common';
import type { MediaStore } from '../whatsapp/media-store.js';
import type { Account, Content } from '../whatsapp/whatsapp.js';
import type { WhatsAppBook } from '../whatsapp/whatsapp-book.js';
import type { Input } from './input.js';

const MEDIA_TYPES = ['image', 'video', 'audio', 'document', 'sticker'] as const;
/** Types whose payload is handed through as given. */
const PLAIN_TYPES = ['location', 'contacts', 'order', 'system', 'unsupported', 'button_reply'] as const;

/** Where what is written is looked up and kept. */
export interface WritingDesk {
  readonly book: WhatsAppBook;
  readonly media: MediaStore;
  readonly account: Account;
  /** Where the sandbox was reached: the address of a file that a webhook names beside its id. */
  readonly origin: string;
}

/**
 * What somebody writes in one call: text, one media, a location, contacts, an order, a flow's answer, a reaction, an edit, a
 * revocation, or with `raw` any `messages[0]` of a webhook; beside it the ad, the message quoted and with `extra` any other field.
 * Taps are read elsewhere, for they need the message they answer.
 * @throws BadRequestException when nothing of this is given
 */
export function writtenContent(input: Input, desk: WritingDesk): Content {
  return { ...payloadOf(input, desk), ...beside(input, desk) };
}

/** What stands beside the payload: the ad the person came by, the message he quotes, fields nobody knows yet. */
export function beside(input: Input, { book, account }: Pick<WritingDesk, 'book' | 'account'>): Record<string, unknown> {
  const referral = input.object('referral')?.value;
  const quoted = input.object('context');
  return {
    ...(referral ? { referral } : {}),
    ...(quoted ? { context: quoted.has('messageId') ? quote(book, account, quoted.text('messageId')) : quoted.value } : {}),
    ...input.object('extra')?.value,
  };
}

/** The author of the quoted message is the business unless it is known to be the person's own. */
function quote(book: WhatsAppBook, account: Account, id: string): Record<string, unknown> {
  const message = book.messages.get(id);
  return { from: message?.direction === 'inbound' ? message.waId : account.phone, id };
}

function payloadOf(input: Input, desk: WritingDesk): Content {
  const raw = input.object('raw');
  if (raw) return { ...raw.value, type: raw.text('type') };
  if (input.has('text')) return { type: 'text', text: { body: input.text('text') } };
  for (const type of MEDIA_TYPES) {
    const given = input.object(type);
    if (given) return { type, [type]: mediaPayload(type, given, desk) };
  }
  const reaction = input.object('reaction');
  if (reaction) {
    const emoji = reaction.optionalText('emoji');
    // A reaction taken back comes without its emoji, not with an empty one.
    return { type: 'reaction', reaction: { message_id: reaction.text('messageId'), ...(emoji === undefined ? {} : { emoji }) } };
  }
  const change = changeOf(input);
  if (change) return change;
  const flow = input.object('flow');
  if (flow) return { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: flowReply(flow) } };
  for (const type of PLAIN_TYPES)
    if (input.has(type)) return type === 'button_reply' ? templateButton(input) : { type, [type]: input.value[type] };
  throw new BadRequestException(
    `one of text, button, list, reaction, edit, revoke, flow, raw, ${[...MEDIA_TYPES, ...PLAIN_TYPES].join(', ')} is expected`,
  );
}

/** An edit or a revocation, by `messageId` or in the wire's own form. */
function changeOf(input: Input): Content | undefined {
  const edit = input.object('edit');
  if (edit && !edit.has('messageId')) return { type: 'edit', edit: edit.value };
  if (edit) {
    const message = { type: 'text', text: { body: edit.text('text') } };
    return { type: 'edit', edit: { original_message_id: edit.text('messageId'), message } };
  }
  const revoke = input.object('revoke');
  if (revoke && !revoke.has('messageId')) return { type: 'revoke', revoke: revoke.value };
  return revoke && { type: 'revoke', revoke: { original_message_id: revoke.text('messageId') } };
}

/** The button of a template that this sandbox never saw. */
function templateButton(input: Input): Content {
  return { type: 'button', button: input.value['button_reply'] };
}

/** The answer is JSON inside a text. */
function flowReply(flow: Input): Record<string, unknown> {
  const response = JSON.stringify(flow.object('response')?.value ?? {});
  return { name: flow.optionalText('name') ?? 'flow', body: 'Sent', response_json: response };
}

function mediaPayload(type: string, given: Input, { book, media: store, account, origin }: WritingDesk): unknown {
  const mediaId = given.optionalText('mediaId');
  const filename = given.optionalText('filename');
  const from = { origin: 'inbound', phoneNumberId: account.phoneNumberId, ...(filename ? { filename } : {}) } as const;
  const media =
    mediaId === undefined
      ? store.keep(given.text('mimeType'), Buffer.from(given.text('data'), 'base64'), from)
      : book.media.get(mediaId);
  if (!media) throw new BadRequestException(`media ${mediaId} is unknown`);
  const caption = given.optionalText('caption');
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(type === 'document' ? { filename: filename ?? 'document' } : {}),
    mime_type: media.mimeType,
    // Base64 in webhooks, hex at the media lookup.
    sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
    id: media.id,
    url: store.link(media, origin),
    ...(type === 'audio' ? { voice: given.flag('voice', true) } : {}),
    ...(type === 'sticker' ? { animated: given.flag('animated', false) } : {}),
  };
}
