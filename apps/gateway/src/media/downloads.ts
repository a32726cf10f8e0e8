import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Requests } from '#bus';
import { assertStrict, DomainError, GetMedia, type MediaFile, plainType } from '#contracts';
import { LOGGER } from '#service';
import type { ObjectStore } from '#storage';
import { isKnown } from '../api/preconditions.js';
import { disposition, safeName } from './file-name.js';
import { MEDIA_STORE, storeFault } from './media-store.js';
import { rangeOf } from './range.js';

const ASK_MS = 1_500;
/** What a browser may show: it runs no script. Everything else is a file to save, and of no type that anybody could open by mistake. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|audio\/(aac|amr|mpeg|mp4|ogg)|video\/(mp4|3gpp))$/;
/** Types of files to save that are told; others are bytes. */
const TOLD = /^application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\.[a-z.]+)$/;
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

/** Gives a shop its files, from the store. */
@Injectable()
export class Downloads {
  constructor(
    private readonly requests: Requests,
    @Inject(MEDIA_STORE) private readonly store: ObjectStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError VALIDATION_FAILED, MEDIA_NOT_FOUND, MEDIA_NOT_READY, MEDIA_FAILED, RANGE_NOT_SATISFIABLE, MEDIA_STORE_UNAVAILABLE, SERVICE_UNAVAILABLE */
  async serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { visitor, headers } = request;
    const file = await this.requests.ask(GetMedia, assertStrict(GetMedia, request.params), visitor, { timeoutMs: ASK_MS });
    if (!file.key.startsWith(`${visitor.sellerId}/`))
      throw new DomainError('MEDIA_KEY_FOREIGN', 'internal', { mediaId: file.id, sellerId: visitor.sellerId });
    const etag = `"${file.sha256}"`;
    void reply.headers({ etag, 'cache-control': 'private, max-age=3600', vary: 'Authorization', 'accept-ranges': 'bytes' });
    if (isKnown(etag, headers['if-none-match'])) return reply.code(304).send();
    return this.send(file, request, reply, etag);
  }

  private async send(file: MediaFile, request: FastifyRequest, reply: FastifyReply, etag: string): Promise<FastifyReply> {
    const size = file.sizeBytes!;
    const { range: asked, 'if-range': ifRange } = request.headers;
    const range = ifRange === undefined || ifRange === etag ? this.rangeOf(asked, size, reply) : undefined;
    const found = await this.store.open(file.key, range).catch((error: unknown) => {
      throw storeFault(error);
    });
    if (found?.sizeBytes !== size) {
      found?.stream.destroy();
      this.logger.error(
        { event: 'media.missing', mediaId: file.id, sellerId: request.visitor.sellerId },
        'a file is not in the store',
      );
      throw new DomainError('MEDIA_STORE_UNAVAILABLE', 'unavailable');
    }
    const type = plainType(file.mimeType ?? '');
    const shown = SHOWN.test(type);
    return reply
      .code(range ? 206 : 200)
      .headers({
        'content-type': shown || TOLD.test(type) ? type : 'application/octet-stream',
        'content-disposition': disposition(shown ? 'inline' : 'attachment', safeName(file.fileName, file.id)),
        'content-length': range ? range.to - range.from + 1 : size,
        ...(range ? { 'content-range': `bytes ${range.from}-${range.to}/${size}` } : {}),
        'x-content-type-options': 'nosniff',
        'content-security-policy': SANDBOX,
      })
      .send(found.stream);
  }

  private rangeOf(asked: string | undefined, size: number, reply: FastifyReply) {
    try {
      return rangeOf(asked, size);
    } catch (error) {
      void reply.headers({ 'content-range': `bytes */${size}`, 'cache-control': 'no-store' }).removeHeader('etag');
      throw error;
    }
  }
}
