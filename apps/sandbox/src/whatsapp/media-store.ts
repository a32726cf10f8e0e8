import { Inject, Injectable } from '@nestjs/common';
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxEnv } from '../sandbox.env.js';
import { SandboxState } from '../state/sandbox-state.js';
import { SANDBOX_ENV, STATE } from '../tokens.js';
import { GraphError } from './graph-error.js';
import type { Media } from './whatsapp.js';

const MB = 1024 * 1024;
const URL_VALID_MS = 5 * 60_000;

/** What may be uploaded, by MIME type, with the largest size in bytes. */
const ACCEPTED: [RegExp, number][] = [
  [/^image\/(jpeg|png)$/, 5 * MB],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)$/, 16 * MB],
  [/^video\/(mp4|3gpp)$/, 16 * MB],
  // 100 KB for a still sticker, which the name of the type does not tell from an animated one.
  [/^image\/webp$/, 500 * 1024],
  [/^(text\/plain|application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\.[a-z.]+))$/, 100 * MB],
];

/** How long an id leads to its file: 30 days when a business uploaded it, 7 when a person sent it. */
const KEPT_MS = { upload: 30 * 86_400_000, inbound: 7 * 86_400_000 };

/** Where a file comes from. */
export type MediaOrigin = Required<Pick<Media, 'origin'>> & Pick<Media, 'phoneNumberId' | 'filename'>;

/** Uploaded and received files. Their ids die as Meta's do; the page shows the files for good. */
@Injectable()
export class MediaStore {
  private readonly inMemory = new Map<string, Buffer>();
  private readonly linkSecret = randomBytes(16);

  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    @Inject(SANDBOX_ENV) private readonly env: SandboxEnv,
  ) {
    state.forgotten.subscribe(() => this.inMemory.clear());
  }

  /** @throws GraphError 131053 when WhatsApp takes no such file or not one of this size */
  keep(mimeType: string, bytes: Buffer, from: MediaOrigin): Media {
    const limit = ACCEPTED.find(([type]) => type.test(mimeType.split(';')[0]?.trim() ?? ''))?.[1];
    if (limit === undefined) throw new GraphError(131053, `Unsupported media type: ${mimeType}`);
    if (bytes.length === 0 || bytes.length > limit)
      throw new GraphError(131053, `Size must be 1 to ${limit} bytes, not ${bytes.length}`);
    const id = String(1_003_383_000_000_000 + randomInt(100_000_000_000));
    if (this.env.stateDir === undefined) this.inMemory.set(id, bytes);
    else {
      mkdirSync(join(this.env.stateDir, 'media'), { recursive: true });
      writeFileSync(this.pathOf(id), bytes, { mode: 0o600 });
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const media: Media = { id, mimeType, sha256, bytes: bytes.length, at: this.state.now(), ...from };
    this.state.record({ type: 'media-stored', media });
    return media;
  }

  /** Whether the id leads nowhere any more, by the sandbox's clock. */
  isExpired(media: Media): boolean {
    return this.state.now() - media.at >= KEPT_MS[media.origin ?? 'upload'];
  }

  bytes(media: Media): Buffer {
    return this.inMemory.get(media.id) ?? readFileSync(this.pathOf(media.id));
  }

  remove(media: Media): void {
    this.state.record({ type: 'media-deleted', id: media.id });
    this.inMemory.delete(media.id);
    if (this.env.stateDir !== undefined) rmSync(this.pathOf(media.id), { force: true });
  }

  /** A download address good for five minutes, on the origin the caller reached the sandbox by. */
  link(media: Media, origin: string): string {
    const expiry = Math.floor((this.state.now() + URL_VALID_MS) / 1000);
    return `${origin}/whatsapp_business/attachments/?mid=${media.id}&ext=${expiry}&hash=${this.hash(media.id, expiry)}`;
  }

  /** The media behind a download address; undefined when the address is forged, expired or its media is gone. */
  behind(query: Partial<Record<'mid' | 'ext' | 'hash', string>>): Media | undefined {
    const { mid = '', ext = '', hash } = query;
    const expired = Number(ext) * 1000 < this.state.now();
    const media = this.state.whatsapp.media.get(mid);
    return expired || hash !== this.hash(mid, Number(ext)) || !media || this.isExpired(media) ? undefined : media;
  }

  private hash(id: string, expiry: number): string {
    return createHmac('sha256', this.linkSecret).update(`${id} ${expiry}`).digest('base64url').slice(0, 22);
  }

  private pathOf(id: string): string {
    return join(this.env.stateDir ?? '', 'media', id);
  }
}
