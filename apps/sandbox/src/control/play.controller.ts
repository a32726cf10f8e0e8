import { BadRequestException, Body, Controller, HttpCode, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { MailboxEvents } from '../gmail/mailbox-events.js';
import type { Mailbox } from '../gmail/mail.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { Inbound } from '../whatsapp/inbound.js';
import { MediaStore } from '../whatsapp/media-store.js';
import { tapContent } from '../whatsapp/tap.js';
import type { Account, Content, Phone } from '../whatsapp/whatsapp.js';
import { Input } from './input.js';
import { Registry } from './registry.js';
import { writtenContent } from './writing-input.js';

/** What people do: write and tap on their phones, send mail. */
@Controller('__sandbox')
export class PlayController {
  constructor(
    private readonly registry: Registry,
    private readonly inbound: Inbound,
    private readonly media: MediaStore,
    private readonly mailboxes: MailboxEvents,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  /** A person writes to a business number. */
  @Post('inbound')
  write(@Body() body: unknown): { wamid: string; at: number } {
    const input = new Input(body);
    const toPhoneNumberId = input.text('toPhoneNumberId');
    const account = this.state.whatsapp.accounts.get(toPhoneNumberId);
    if (!account) throw new NotFoundException(`no account has the phone number id ${toPhoneNumberId}`);
    const digits = input.digits('from');
    const content = { ...this.contentOf(input, account, digits), ...beside(input, account) };
    const phone: Phone = this.registry.phoneWriting(digits, input.optionalText('name'));
    const { wamid, at } = this.inbound.write(phone, account, {
      content,
      at: input.moment('at'),
      duplicates: input.whole('duplicates', 0, 0, 100),
    });
    return { wamid, at };
  }

  /** Posts an inbound message's webhook once more. */
  @Post('replay/:wamid')
  @HttpCode(202)
  replay(@Param('wamid') wamid: string): { wamid: string } {
    const message = this.state.whatsapp.messages.get(wamid);
    if (!message || !this.inbound.repeat(message)) throw new NotFoundException(`no inbound message ${wamid}`);
    return { wamid };
  }

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

  private contentOf(input: Input, account: Account, digits: string): Content {
    const given = input.value['button'] ?? input.value['list'];
    if (given === undefined) return writtenContent(input, this.media, (id) => this.state.whatsapp.media.get(id));
    const tap = typeof given === 'string' ? new Input({ id: given }) : new Input(given);
    const id = tap.text('id');
    const messageId = tap.optionalText('messageId');
    const waId = this.state.whatsapp.phoneAt(digits)?.waId ?? digits;
    const chat = { phoneNumberId: account.phoneNumberId, waId, businessPhone: account.phone };
    const content = tapContent(this.state.whatsapp, chat, { id, ...(messageId === undefined ? {} : { messageId }) });
    if (!content) throw new BadRequestException(`the phone shows no button or row "${id}"`);
    return content;
  }

  private mailbox(email: string): Mailbox {
    const box = this.state.mail.boxes.get(email);
    if (!box) throw new NotFoundException(`no mailbox ${email}`);
    return box;
  }
}

/** What stands beside the payload: the ad the person came by, the message he quotes. */
function beside(input: Input, account: Account): Record<string, unknown> {
  const referral = input.object('referral')?.value;
  const quoted = input.object('context');
  return {
    ...(referral ? { referral } : {}),
    ...(quoted ? { context: { from: account.phone, id: quoted.text('messageId') } } : {}),
  };
}
