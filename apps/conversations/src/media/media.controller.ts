import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import { type Caller, GetMedia, type MediaFile, type MediaView, type QuestionOf, RegisterMedia } from '#contracts';
import { MediaQueries } from './media.queries.js';
import { Uploads } from './uploads.js';

/** The files of a shop: what customers sent, and what it wants to send. */
@Injectable()
export class MediaController {
  constructor(
    private readonly queries: MediaQueries,
    private readonly uploads: Uploads,
  ) {}

  @OnRequest(GetMedia)
  get({ mediaId }: QuestionOf<GetMedia>, caller: Caller): Promise<MediaFile> {
    return this.queries.file(mediaId, caller.sellerId!);
  }

  @OnRequest(RegisterMedia)
  async register(file: QuestionOf<RegisterMedia>, caller: Caller): Promise<MediaView> {
    await this.uploads.register(file, caller.sellerId!);
    return this.queries.one(file.mediaId, caller.sellerId!);
  }
}
