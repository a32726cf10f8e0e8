import { BadRequestException, Body, Controller, HttpCode, Inject, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { Inbound } from '../whatsapp/inbound.js';
import { MediaStore } from '../whatsapp/media-store.js';
import { tapContent } from '../whatsapp/tap.js';
import type { Account, Content } from '../whatsapp/whatsapp.js';
import { Input } from './input.js';
import { Registry } from './registry.js';
import { beside, type WritingDesk, writtenContent } from './writing-input.js';

const MOST_AT_ONCE = 10_000;

/** What people write and tap on their phones, and what the seller writes on his own. */
@Controller('__sandbox')
export class PlayController {
  constructor(
    private readonly registry: Registry,
    private readonly inbound: Inbound,
    private readonly media: MediaStore,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  /** A person writes to a business number. */
  @Post('inbound')
  write(@Body() body: unknown, @Req() request: FastifyRequest): { wamid: string; at: number } {
    const input = new Input(body);
    const account = this.account(input.text('toPhoneNumberId'));
    const from = input.text('from');
    const content = this.contentOf(input, this.desk(account, request), from);
    const phone = this.registry.phoneWriting(from, input.optionalText('name'));
    const { wamid, at } = this.inbound.write(phone, account, { content, ...howOf(input) });
    return { wamid, at };
  }

  /** Many people write, in this order: `{messages: [...]}`, each as for one. Nothing is written when one of them is wrong in form. */
  @Post('inbound/many')
  writeMany(@Body() body: unknown, @Req() request: FastifyRequest): { messages: { wamid: string; at: number }[] } {
    const messages = new Input(body).list('messages');
    if (messages.length > MOST_AT_ONCE) throw new BadRequestException(`at most ${MOST_AT_ONCE} messages in one call`);
    for (const message of messages) this.account(message.text('toPhoneNumberId'));
    return { messages: messages.map((message) => this.write(message.value, request)) };
  }

  /** The seller writes to a customer in his own WhatsApp Business app: `{phoneNumberId, to, …}` with what `inbound` takes. */
  @Post('echo')
  echo(@Body() body: unknown, @Req() request: FastifyRequest): { wamid: string; at: number } {
    const input = new Input(body);
    const account = this.account(input.text('phoneNumberId'));
    const content = writtenContent(input, this.desk(account, request));
    const phone = this.registry.phoneWriting(input.text('to'), input.optionalText('name'));
    const { wamid, at } = this.inbound.echo(account, phone.waId, { content, ...howOf(input) });
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

  private desk(account: Account, request: FastifyRequest): WritingDesk {
    return { book: this.state.whatsapp, media: this.media, account, origin: `${request.protocol}://${request.host}` };
  }

  private contentOf(input: Input, desk: WritingDesk, from: string): Content {
    const { account } = desk;
    const given = input.value['button'] ?? input.value['list'];
    if (given === undefined) return writtenContent(input, desk);
    const tap = typeof given === 'string' ? new Input({ id: given }) : new Input(given);
    const id = tap.text('id');
    const messageId = tap.optionalText('messageId');
    const waId = this.registry.known(from)?.waId ?? from.replace(/\D/g, '');
    const chat = { phoneNumberId: account.phoneNumberId, waId, businessPhone: account.phone };
    const content = tapContent(this.state.whatsapp, chat, { id, ...(messageId === undefined ? {} : { messageId }) });
    if (!content) throw new BadRequestException(`the phone shows no button or row "${id}"`);
    return { ...content, ...beside(input, desk) };
  }

  private account(phoneNumberId: string): Account {
    const account = this.state.whatsapp.accounts.get(phoneNumberId);
    if (!account) throw new NotFoundException(`no account has the phone number id ${phoneNumberId}`);
    return account;
  }
}

function howOf(input: Input): { at: number | undefined; duplicates: number; wamid: string | undefined } {
  return { at: input.moment('at'), duplicates: input.whole('duplicates', 0, 0, 100), wamid: input.optionalText('wamid') };
}
