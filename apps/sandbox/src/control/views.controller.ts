import { Controller, Get, Inject, NotFoundException, Param, Query, Res, Sse, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, merge, Observable, Subject, takeUntil, throttleTime, timer } from 'rxjs';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { MediaStore } from '../whatsapp/media-store.js';
import { ReadReceipt } from '../whatsapp/read-receipt.js';
import { boardOf } from './board.js';
import { countsOf, ledgerOf } from './ledger.js';
import { messageView } from './message-view.js';
import { sentMailsOf, threadOf } from './views.js';

/** What can be seen: ledger, threads, the page's board and a signal for each change of it. */
@Controller('__sandbox')
export class ViewsController implements OnModuleDestroy {
  private readonly stopping = new Subject<void>();

  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly readReceipt: ReadReceipt,
    private readonly media: MediaStore,
  ) {}

  onModuleDestroy(): void {
    this.stopping.next();
  }

  @Get('ledger')
  ledger(): unknown {
    return ledgerOf(this.state);
  }

  /** The ledger's counts alone: cheap enough to ask again and again. */
  @Get('ledger/counts')
  counts(): unknown {
    return countsOf(this.state);
  }

  @Get('phones/:waId/thread')
  thread(@Param('waId') waId: string, @Query('phoneNumberId') phoneNumberId: string | undefined): unknown {
    const { whatsapp } = this.state;
    const phone = whatsapp.phoneOf(waId) ?? whatsapp.phoneAt(waId.replace(/\D/g, ''));
    if (!phone) throw new NotFoundException(`no phone ${waId}`);
    return { phone, messages: threadOf(this.state, phone.waId, phoneNumberId).map((one) => messageView(this.state, one)) };
  }

  /** What a mailbox sent, oldest first. */
  @Get('mailboxes/:email/sent')
  sent(@Param('email') email: string): unknown {
    const box = this.state.mail.boxes.get(email);
    if (!box) throw new NotFoundException(`no mailbox ${email}`);
    return { messages: sentMailsOf(box) };
  }

  /** A file as the phones show it: without a token, and for good. */
  @Get('media/:id')
  async file(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const media = this.state.whatsapp.media.get(id);
    if (!media) throw new NotFoundException(`no media ${id}`);
    // Somebody's file, shown on our page: it must not run as one of ours.
    const guard = { 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' };
    await reply.code(200).headers(guard).type(media.mimeType).send(this.media.bytes(media));
  }

  /** Fuel of the page. @param waIds comma-separated ids of the phones wanted; else the registered ones */
  @Get('board')
  board(@Query('phones') waIds: string | undefined): unknown {
    return boardOf(this.state, this.readReceipt, waIds?.split(',').filter(Boolean));
  }

  /** Server-sent events: one per change at most every 150 ms, and a heartbeat that ends “is typing” in time. */
  @Sse('stream')
  stream(): Observable<{ data: string }> {
    return merge(this.state.changes, timer(0, 5000)).pipe(
      throttleTime(150, undefined, { leading: true, trailing: true }),
      map(() => ({ data: 'changed' })),
      takeUntil(this.stopping),
    );
  }
}
