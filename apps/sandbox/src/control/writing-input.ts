import { BadRequestException } from '@nestjs/common';
import type { MediaStore } from '../whatsapp/media-store.js';
import type { Content, Media } from '../whatsapp/whatsapp.js';
import type { Input } from './input.js';

const MEDIA_TYPES = ['image', 'video', 'audio', 'document', 'sticker'] as const;
/** Types whose payload is handed through as given. */
const PLAIN_TYPES = ['location', 'contacts', 'order', 'system', 'unsupported', 'revoke', 'edit'] as const;

/**
 * What a person writes in one call of `POST /inbound`: text, one media, a location, contacts, an order, a reaction, or with
 * `raw` any `messages[0]` of a webhook. Taps are read elsewhere, for they need the message they answer.
 * @throws BadRequestException when nothing of this is given
 */
export function writtenContent(input: Input, media: MediaStore, find: (id: string) => Media | undefined): Content {
  const raw = input.object('raw');
  if (raw) return { ...raw.value, type: raw.text('type') };
  if (input.has('text')) return { type: 'text', text: { body: input.text('text') } };
  for (const type of MEDIA_TYPES) {
    const given = input.object(type);
    if (given) return { type, [type]: mediaPayload(type, given, media, find) };
  }
  const reaction = input.object('reaction');
  if (reaction) {
    const emoji = reaction.optionalText('emoji');
    // A reaction taken back comes without its emoji, not with an empty one.
    return { type: 'reaction', reaction: { message_id: reaction.text('messageId'), ...(emoji === undefined ? {} : { emoji }) } };
  }
  for (const type of PLAIN_TYPES) if (input.has(type)) return { type, [type]: input.value[type] };
  throw new BadRequestException(
    `one of text, button, list, reaction, raw, ${[...MEDIA_TYPES, ...PLAIN_TYPES].join(', ')} is expected`,
  );
}

function mediaPayload(type: string, given: Input, store: MediaStore, find: (id: string) => Media | undefined): unknown {
  const mediaId = given.optionalText('mediaId');
  const media =
    mediaId === undefined ? store.keep(given.text('mimeType'), Buffer.from(given.text('data'), 'base64')) : find(mediaId);
  if (!media) throw new BadRequestException(`media ${mediaId} is unknown`);
  const caption = given.optionalText('caption');
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(type === 'document' ? { filename: given.optionalText('filename') ?? 'document' } : {}),
    mime_type: media.mimeType,
    // Base64 in webhooks, hex at the media lookup.
    sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
    id: media.id,
    ...(type === 'audio' ? { voice: given.flag('voice', true) } : {}),
    ...(type === 'sticker' ? { animated: false } : {}),
  };
}
