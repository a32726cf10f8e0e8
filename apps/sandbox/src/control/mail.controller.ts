import { Body, Controller, Inject, NotFoundException, Post } from '@nestjs/common';
import { MailboxEvents } from '../gmail/mailbox-events.js';
import type { Mailbox } from '../gmail/mail.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { Input } from './input.js';

/** What arrives in mailboxes. */
@Controller('__sandbox')
export class MailController {
  constructor(
    private readonly mailboxes: MailboxEvents,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  /** Mail arrives in a mailbox; a watched one pushes. */
  @Post('mail')
  mail(@Body() body: unknown): { id: string; threadId: string; historyId: string } {
    const input = new Input(body);
    const headers = input.object('headers')?.value ?? {};
    const mail = this.mailboxes.arrive(this.mailbox(input.text('to')), {
      from: input.text('from'),
      subject: input.text('subject'),
      text: input.text('text'),
      html: input.optionalText('html'),
      inReplyTo: input.optionalText('inReplyTo'),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      attachments: input.list('attachments').map((file) => ({
        filename: file.text('filename'),
        mimeType: file.text('mimeType'),
        data: file.text('data'),
      })),
    });
    return { id: mail.id, threadId: mail.threadId, historyId: String(mail.historyId) };
  }

  private mailbox(email: string): Mailbox {
    const box = this.state.mail.boxes.get(email);
    if (!box) throw new NotFoundException(`no mailbox ${email}`);
    return box;
  }
}
