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
  [/^image\/webp$/, 500 * 1024],
  [/^(text\/plain|application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\.[a-z.]+))$/, 100 * MB],
];

/** Uploaded and received files: kept for good here, where Meta drops them after 30 and 7 days. */
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
  keep(mimeType: string, bytes: Buffer): Media {
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
    const media = { id, mimeType, sha256, bytes: bytes.length, at: this.state.now() };
    this.state.record({ type: 'media-stored', media });
    return media;
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
    return expired || hash !== this.hash(mid, Number(ext)) ? undefined : this.state.whatsapp.media.get(mid);
  }

  private hash(id: string, expiry: number): string {
    return createHmac('sha256', this.linkSecret).update(`${id} ${expiry}`).digest('base64url').slice(0, 22);
  }

  private pathOf(id: string): string {
    return join(this.env.stateDir ?? '', 'media', id);
  }
}
