import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Requests } from '#bus';
import { DomainError, invalid, MEDIA_LIMITS, MEDIA_TYPES, type MediaView, plainType, RegisterMedia } from '#contracts';
import { newId } from '#database';
import { LOGGER } from '#service';
import type { ObjectStore } from '#storage';
import { waitForBody } from '../http/body-patience.js';
import { safeName } from './file-name.js';
import { MEDIA_STORE, storeFault } from './media-store.js';
import { Sniffed } from './sniffed.js';

const ASK_MS = 1_500;
/** A video over a slow telephone line. */
const UPLOAD_MS = 600_000;
/** What is still under way of a refused file is not waited for. */
const REFUSED_MS = 5_000;
/** Of one seller, in this replica. */
const AT_ONCE = 4;

/** A file as its headers announce it. */
interface Announced {
  type: string;
  mimeType: string;
  sizeBytes: number;
  fileName?: string;
}

/** Takes files of a shop into the store, as they come and without holding them in memory. */
@Injectable()
export class Uploads {
  private readonly underWay = new Map<string, number>();

  constructor(
    private readonly requests: Requests,
    @Inject(MEDIA_STORE) private readonly store: ObjectStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @throws DomainError LENGTH_REQUIRED, MEDIA_TYPE_REFUSED, MEDIA_TOO_LARGE, VALIDATION_FAILED, UPLOADS_BUSY: all before the file is read; MEDIA_CONTENT_MISMATCH, UPLOAD_CUT,
   *   MEDIA_STORE_UNAVAILABLE, and what {@link RegisterMedia} refuses: then nothing is kept
   */
  async serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    try {
      const file = announcedBy(request);
      const view = await this.oneOfFew(request.visitor.sellerId!, () => this.take(file, request));
      return await reply
        .code(201)
        .headers({ 'cache-control': 'no-store', location: `/v1/media/${view.id}` })
        .send(view);
    } catch (error) {
      request.raw.resume();
      waitForBody(request, REFUSED_MS);
      throw error;
    }
  }

  private async take(file: Announced, request: FastifyRequest): Promise<MediaView> {
    waitForBody(request, UPLOAD_MS);
    const mediaId = newId();
    const key = `${request.visitor.sellerId}/uploads/${mediaId}`;
    const sha256 = await this.stored(key, file, request);
    const { mimeType, fileName, sizeBytes } = file;
    const question = { mediaId, key, mimeType, sizeBytes, sha256, ...(fileName ? { fileName } : {}) };
    try {
      return await this.requests.ask(RegisterMedia, question, request.visitor, { timeoutMs: ASK_MS });
    } catch (error) {
      await this.store.remove(key).catch((failure: unknown) => {
        this.logger.error({ event: 'media.left-behind', mediaId, error: String(failure) }, 'a refused file could not be removed');
      });
      throw error;
    }
  }

  private async stored(key: string, { type, sizeBytes }: Announced, { raw }: FastifyRequest): Promise<string> {
    // Gone while he was let in: it would never come to an end.
    if (raw.destroyed) throw new DomainError('UPLOAD_CUT', 'invalid');
    const checked = new Sniffed(type);
    // Not a pipeline: that would close the connection with a refused file, and nobody would read why.
    raw.once('error', (error) => checked.destroy(error));
    raw.once('close', () => raw.complete || checked.destroy(new DomainError('UPLOAD_CUT', 'invalid')));
    try {
      return await this.store.put(key, raw.pipe(checked), { sizeBytes, type });
    } catch (error) {
      raw.unpipe(checked);
      throw checked.errored instanceof DomainError ? checked.errored : storeFault(error);
    }
  }

  /** @throws DomainError UPLOADS_BUSY */
  private async oneOfFew<T>(sellerId: string, work: () => Promise<T>): Promise<T> {
    const others = this.underWay.get(sellerId) ?? 0;
    if (others >= AT_ONCE) throw new DomainError('UPLOADS_BUSY', 'rate-limited', { limit: AT_ONCE });
    this.underWay.set(sellerId, others + 1);
    try {
      return await work();
    } finally {
      const left = this.underWay.get(sellerId)! - 1;
      if (left > 0) this.underWay.set(sellerId, left);
      else this.underWay.delete(sellerId);
    }
  }
}

/** What upload addresses may say beside the file. */
const NAME = { fileName: 'fileName' } as const;

/** @throws DomainError LENGTH_REQUIRED, MEDIA_TYPE_REFUSED, MEDIA_TOO_LARGE, VALIDATION_FAILED */
function announcedBy({ headers, query }: FastifyRequest): Announced {
  const mimeType = headers['content-type']?.trim() ?? '';
  const type = plainType(mimeType);
  const kind = Object.hasOwn(MEDIA_TYPES, type) ? MEDIA_TYPES[type] : undefined;
  if (!kind || mimeType.length > 120) throw new DomainError('MEDIA_TYPE_REFUSED', 'invalid', { mimeType: type.slice(0, 120) });
  const { 'content-length': length } = headers;
  if (length === undefined) throw new DomainError('LENGTH_REQUIRED', 'invalid');
  const sizeBytes = Number(length);
  const limit = MEDIA_LIMITS[kind];
  if (sizeBytes > limit) throw new DomainError('MEDIA_TOO_LARGE', 'invalid', { bytes: sizeBytes, limit });
  if (sizeBytes === 0) throw invalid('the file is empty', [{ field: '', problem: 'must not be empty' }]);
  return { type, mimeType, sizeBytes, ...nameIn(query as Record<string, unknown>) };
}

/** @throws DomainError VALIDATION_FAILED naming the field */
function nameIn(query: Record<string, unknown>): { fileName?: string } {
  for (const [field, value] of Object.entries(query)) {
    if (!(field in NAME)) throw invalid('a field is not known', [{ field, problem: 'is not known in the query' }]);
    if (typeof value !== 'string' || value.length > 300 || value === '')
      throw invalid('the name of the file', [{ field, problem: 'must be a text of 1 to 300 characters' }]);
  }
  const fileName = query['fileName'] === undefined ? '' : safeName(query['fileName'] as string, '');
  return fileName ? { fileName } : {};
}
