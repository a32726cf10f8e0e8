import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FaultBook } from '../control/fault-book.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GraphAccess } from './graph-access.js';
import { GraphError } from './graph-error.js';
import { GraphHeaders } from './graph-headers.js';
import { playDownload } from './media-faults.js';
import { MediaStore } from './media-store.js';

/** Upload, download and removal of media; the lookup shares its path with the accounts. */
@Controller()
@UseInterceptors(GraphHeaders)
export class MediaController {
  constructor(
    private readonly access: GraphAccess,
    private readonly media: MediaStore,
    private readonly faults: FaultBook,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  /** Multipart with `messaging_product`, `type` and `file`. */
  @Post(':version/:id/media')
  @HttpCode(200)
  async upload(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
    @Headers('content-type') contentType: string | undefined,
    @Body() body: unknown,
  ): Promise<{ id: string }> {
    this.access.number(version, authorization, id);
    if (!Buffer.isBuffer(body)) throw GraphError.parameter('The request must be multipart/form-data.');
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType ?? '' } })
      .formData()
      .catch(() => {
        throw GraphError.parameter('The multipart body cannot be read.');
      });
    if (form.get('messaging_product') !== 'whatsapp') throw GraphError.parameter('The parameter messaging_product is required.');
    const file = form.get('file');
    if (!(file instanceof File)) throw GraphError.parameter('The parameter file is required.');
    const type = form.get('type');
    const mimeType = typeof type === 'string' && type.includes('/') ? type : file.type;
    const from = { origin: 'upload' as const, phoneNumberId: id, filename: file.name };
    return { id: this.media.keep(mimeType, Buffer.from(await file.arrayBuffer()), from).id };
  }

  /** The file itself: only with the token, and for five minutes after the lookup. */
  @Get('whatsapp_business/attachments')
  async download(
    @Headers('authorization') authorization: string | undefined,
    @Query() query: Record<string, string>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const callers = this.access.accountsOf('v26.0', authorization).map((account) => account.phoneNumberId);
    const media = this.media.behind(query);
    const fault = this.faults.takeMediaFault(callers, 'download');
    if (fault) await playDownload(fault, media ? this.media.bytes(media) : Buffer.alloc(0), reply);
    else if (media) await reply.code(200).type(media.mimeType).send(this.media.bytes(media));
    else await reply.code(404).type('text/plain').send('URL signature expired');
  }

  @Delete(':version/:id')
  remove(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
  ): { success: true } {
    this.access.accountsOf(version, authorization);
    const media = this.state.whatsapp.media.get(id);
    if (!media) throw GraphError.unknownObject('DELETE', id);
    this.media.remove(media);
    return { success: true };
  }
}
