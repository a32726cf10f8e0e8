import { Asks, request } from '../message.js';
import { count, id, instant, oneOf, text } from '../schema.js';

export const MEDIA_KINDS = ['image', 'audio', 'video', 'document', 'sticker'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];
export const MEDIA_STATES = ['pending', 'ready', 'failed'] as const;

/** A file that a customer sent, or that the shop wants to send. */
export class MediaView {
  @id('The file; its content is at `/v1/media/{mediaId}`') id!: string;
  @oneOf('What it is', MEDIA_KINDS) kind!: MediaKind;
  @text('MIME type', { max: 120, optional: true }) mimeType?: string;
  @text('Name of the file', { max: 300, optional: true }) fileName?: string;
  @count('Bytes', { max: 1_000_000_000, optional: true }) sizeBytes?: number;
  @oneOf('`pending`: being fetched from WhatsApp; `failed`: it cannot be had', MEDIA_STATES)
  state!: (typeof MEDIA_STATES)[number];
  @text('Why it cannot be had, in French', { max: 300, optional: true }) problem?: string;
  @instant('When it came') createdAt!: string;
}

/** A file as the store knows it; for the gateway, which reads it. */
export class MediaFile extends MediaView {
  @text('Key in the store', { max: 300 }) key!: string;
}

@request('media', {
  to: 'conversations',
  says: 'A file with its key in the store. MEDIA_NOT_READY while it is being fetched, MEDIA_FAILED when it cannot be had.',
  answers: MediaFile,
})
export class GetMedia extends Asks<MediaFile> {
  @id('The file') mediaId!: string;
}

@request('register-media', {
  to: 'conversations',
  says: 'A file that the shop wants to send is in the store; kept for 30 days unless it is sent.',
  answers: MediaView,
})
export class RegisterMedia extends Asks<MediaView> {
  @id('The file') mediaId!: string;
  @text('Key in the store', { max: 300 }) key!: string;
  @text('MIME type', { max: 120 }) mimeType!: string;
  @text('Name of the file', { max: 300, optional: true }) fileName?: string;
  @count('Bytes', { max: 1_000_000_000 }) sizeBytes!: number;
  @text('SHA-256, hexadecimal', { max: 64, pattern: '^[0-9a-f]{64}$' }) sha256!: string;
}
