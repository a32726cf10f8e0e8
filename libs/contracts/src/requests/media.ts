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
  @text('SHA-256, hexadecimal', { max: 64, pattern: '^[0-9a-f]{64}$' }) sha256!: string;
}

const MB = 1024 * 1024;
const AUDIO = ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'];
const VIDEO = ['video/mp4', 'video/3gpp'];
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCUMENT = [
  'application/pdf',
  'text/plain',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
];

/** The most bytes of a file of each kind that WhatsApp carries (Meta's media reference). */
export const MEDIA_LIMITS: Record<MediaKind, number> = {
  image: 5 * MB,
  audio: 16 * MB,
  video: 16 * MB,
  document: 100 * MB,
  sticker: 500 * 1024,
};

/** What WhatsApp takes from a business, by MIME type without parameters, as the kind that it is sent as. */
export const MEDIA_TYPES: Readonly<Record<string, MediaKind>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'sticker',
  ...Object.fromEntries(AUDIO.map((type) => [type, 'audio'])),
  ...Object.fromEntries(VIDEO.map((type) => [type, 'video'])),
  ...Object.fromEntries(DOCUMENT.map((type) => [type, 'document'])),
};

/** A MIME type without its parameters, in small letters: `audio/ogg` of `audio/ogg; codecs=opus`. */
export const plainType = (mimeType: string): string => mimeType.split(';', 1)[0]!.trim().toLowerCase();

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
