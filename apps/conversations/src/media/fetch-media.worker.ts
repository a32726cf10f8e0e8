import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Worker } from '#bus';
import { MEDIA_LIMITS, type MediaKind, plainType } from '#contracts';
import { ProviderError, SecretBox, SecretBoxError, type WhatsAppPort } from '#providers';
import { LOGGER } from '#service';
import { type ObjectStore, StoreError } from '#storage';
import { WHATSAPP } from '../outbound/whatsapp.token.js';
import { ApiUsageBook } from '../usage/api-usage.book.js';
import { ELSEWHERE, type Failure, GONE, OTHER_BYTES, OTHER_TYPE, tooLarge } from './media-failures.js';
import { type ClaimedMedia, MediaQueue } from './media-queue.js';
import { MEDIA_STORE } from './media-store.token.js';
import { kindOf, type StoredKind } from './media.view.js';

const RETRY_MS = [2_000, 10_000, 60_000, 300_000, 900_000, 3_600_000];
/** A number that WhatsApp refuses is tried again this often until its owner has linked it again. */
const UNLINKED_MS = 900_000;
/** Bytes that are others every time are not asked for over and over. */
const MOST_OTHER_BYTES = 4;
/** How long one try may take, in ms. */
const PATIENCE_MS: Record<MediaKind, number> = {
  image: 30_000,
  sticker: 30_000,
  audio: 60_000,
  video: 60_000,
  document: 180_000,
};
/** Two addresses may be tried, and then it is stored. */
const leaseMs = (patienceMs: number) => 2 * patienceMs + 120_000;

/**
 * Fetches what customers sent from WhatsApp and puts it in the store: claims in one transaction, fetches outside of any, records in another. Documents may be 100 MB and
 * are held in memory meanwhile, so they go one at a time.
 */
@Injectable()
export class FetchMediaWorker {
  constructor(
    private readonly queue: MediaQueue,
    private readonly box: SecretBox,
    private readonly usage: ApiUsageBook,
    @Inject(WHATSAPP) private readonly whatsapp: WhatsAppPort,
    @Inject(MEDIA_STORE) private readonly store: ObjectStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'medias', idleMs: 2_000, concurrency: 3, outbound: true })
  fetchSmall(): Promise<number> {
    return this.fetchNext(['image', 'audio', 'video', 'autocollant'], leaseMs(PATIENCE_MS.video));
  }

  @Worker({ name: 'documents', idleMs: 2_000, outbound: true })
  fetchDocument(): Promise<number> {
    return this.fetchNext(['document'], leaseMs(PATIENCE_MS.document));
  }

  private async fetchNext(kinds: StoredKind[], lease: number): Promise<number> {
    const media = await this.queue.claim(kinds, lease);
    if (!media) return 0;
    try {
      await this.fetch(media);
    } catch (error) {
      await this.put(media, error);
    }
    return 1;
  }

  private async fetch(media: ClaimedMedia): Promise<void> {
    const kind = kindOf(media.genre);
    const { bytes, mimeType } = await this.download(media, kind);
    if (!fits(kind, mimeType)) return this.queue.failed(media, OTHER_TYPE);
    const sha256 = await this.store.put(media.cle, bytes, { sizeBytes: bytes.length, type: plainType(mimeType) });
    const wanted = await this.queue.ready(media, { mimeType, sizeBytes: bytes.length, sha256 });
    if (!wanted) await this.store.remove(media.cle);
  }

  private async download(media: ClaimedMedia, kind: MediaKind): Promise<{ bytes: Buffer; mimeType: string }> {
    const accessToken = this.box.open(media.access_token, `comptes_whatsapp.access_token|${media.id_utilisateur}`);
    const started = Date.now();
    const count = (ok: boolean) => this.usage.count(media.id_utilisateur, 'media.fetch', { ok, latencyMs: Date.now() - started });
    try {
      const file = await this.whatsapp.downloadMedia(
        { phoneNumberId: media.phone_number_id, accessToken },
        media.identifiant_whatsapp,
        { maxBytes: MEDIA_LIMITS[kind], timeoutMs: PATIENCE_MS[kind], ...(media.sha256 ? { sha256: media.sha256 } : {}) },
      );
      await count(true);
      return file;
    } catch (error) {
      await count(false);
      throw error;
    }
  }

  /** Puts a file that was not had where its error says: away, or back in the queue. */
  private async put(media: ClaimedMedia, error: unknown): Promise<void> {
    const wait = RETRY_MS[Math.min(media.tentatives, RETRY_MS.length) - 1]!;
    if (error instanceof SecretBoxError) return this.queue.later(media, `jeton_${error.code}`, UNLINKED_MS, true);
    if (error instanceof StoreError) {
      this.logger.error({ event: 'media.not-stored', mediaId: media.id_media, error: error.message }, 'the store took no file');
      return this.queue.later(media, 'stockage', wait);
    }
    if (!(error instanceof ProviderError)) throw error;
    if (error.action === 'reconnect' || error.action === 'stop-account')
      return this.queue.later(media, error.code, UNLINKED_MS, true);
    const failure = whyNever(media, error);
    if (failure) return this.queue.failed(media, failure);
    await this.queue.later(media, error.code, Math.max(wait, error.retryAfterMs ?? 0));
  }
}

/** Undefined when another try may succeed. */
function whyNever({ genre, tentatives }: ClaimedMedia, { code, action }: ProviderError): Failure | undefined {
  const kind = kindOf(genre);
  if (code === 'answer_too_large') return tooLarge(kind, MEDIA_LIMITS[kind]);
  if (code === 'media_host') return ELSEWHERE;
  if (code === 'media_digest') return tentatives >= MOST_OTHER_BYTES ? OTHER_BYTES : undefined;
  // Its address died twice, which says nothing about the file.
  if (code === 'media_expired') return undefined;
  return action === 'reject' || action === 'stop-recipient' ? GONE : undefined;
}

/** A document may be of any type; the others are what they are called. */
const fits = (kind: MediaKind, mimeType: string): boolean =>
  kind === 'document' || plainType(mimeType).startsWith(kind === 'sticker' ? 'image/' : `${kind}/`);
