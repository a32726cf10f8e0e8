import { Controller, Get, Inject, NotFoundException, Param, Query, Sse, type OnModuleDestroy } from '@nestjs/common';
import { map, merge, Observable, Subject, takeUntil, throttleTime, timer } from 'rxjs';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { boardOf } from './board.js';
import { ledgerOf, messageView, sentMailsOf, threadOf } from './views.js';
import { ReadReceipt } from '../whatsapp/read-receipt.js';

/** What can be seen: ledger, threads, the page's board and a signal for each change of it. */
@Controller('__sandbox')
export class ViewsController implements OnModuleDestroy {
  private readonly stopping = new Subject<void>();

  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly readReceipt: ReadReceipt,
  ) {}

  onModuleDestroy(): void {
    this.stopping.next();
  }

  @Get('ledger')
  ledger(): unknown {
    return ledgerOf(this.state);
  }

  @Get('phones/:waId/thread')
  thread(@Param('waId') waId: string, @Query('phoneNumberId') phoneNumberId: string | undefined): unknown {
    const phone = this.state.whatsapp.phoneAt(waId.replace(/\D/g, ''));
    if (!phone) throw new NotFoundException(`no phone ${waId}`);
    return { phone, messages: threadOf(this.state, phone.waId, phoneNumberId).map(messageView) };
  }

  /** What a mailbox sent, oldest first. */
  @Get('mailboxes/:email/sent')
  sent(@Param('email') email: string): unknown {
    const box = this.state.mail.boxes.get(email);
    if (!box) throw new NotFoundException(`no mailbox ${email}`);
    return { messages: sentMailsOf(box) };
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
