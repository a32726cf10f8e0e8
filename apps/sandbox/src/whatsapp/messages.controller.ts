import { Body, Controller, Headers, Inject, type OnModuleDestroy, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { FaultBook, type SendFault } from '../control/fault-book.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GraphAccess } from './graph-access.js';
import { GraphError } from './graph-error.js';
import { GraphHeaders } from './graph-headers.js';
import { ReadReceipt } from './read-receipt.js';
import { Fields } from './send/fields.js';
import { type Accepted, SendMessage } from './send/send-message.js';
import type { Account } from './whatsapp.js';

/** `POST /{version}/{phone-number-id}/messages`: messages out, read receipts and the typing indicator. */
@Controller(':version/:id/messages')
@UseInterceptors(GraphHeaders)
export class MessagesController implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(
    private readonly access: GraphAccess,
    private readonly sendMessage: SendMessage,
    private readonly readReceipt: ReadReceipt,
    private readonly faults: FaultBook,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  @Post()
  async post(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const account = this.access.number(version, authorization, id);
    const fields = Fields.of(body);
    fields.oneOf('messaging_product', ['whatsapp']);
    const isRead = fields.has('status');
    if (isRead) fields.oneOf('status', ['read']);
    const fault = this.faults.takeSendFault(id, isRead ? 'read' : 'message', String(fields.value['to'] ?? ''));
    if (await this.strike(fault, 'before', request, reply)) return this.note(account, fields, fault?.error);
    const accepted = this.take(account, fields, isRead, fault);
    if (fault?.statusFirst) await accepted.told;
    if (fault?.slowMs) await this.wait(fault.slowMs);
    if (await this.strike(fault, 'after', request, reply)) return this.note(account, fields, fault?.error, accepted.wamid);
    await reply.code(200).send(accepted.answer);
  }

  /** A refusal is in the ledger too: what was tried counts, not only what was taken. */
  private take(account: Account, fields: Fields, isRead: boolean, fault: SendFault | undefined): Partial<Accepted> {
    try {
      if (fault?.error === 'code') throw new GraphError(fault.code ?? 131000, undefined, answerOf(fault));
      if (isRead) return { answer: this.readReceipt.mark(account, fields) };
      return this.sendMessage.accept(account, fields, fault, fault?.statusFirst);
    } catch (error) {
      if (error instanceof GraphError) this.note(account, fields, String(error.code));
      throw error;
    }
  }

  private note(account: Account, fields: Fields, outcome: string | undefined, wamid?: string): void {
    const text = (field: string) => (typeof fields.value[field] === 'string' ? { [field]: fields.value[field] } : {});
    const { biz_opaque_callback_data: callbackData, ...to } = { ...text('to'), ...text('biz_opaque_callback_data') } as Noted;
    this.state.record({
      type: 'send-refused',
      refused: {
        phoneNumberId: account.phoneNumberId,
        at: this.state.now(),
        call: fields.has('status') ? 'read' : 'message',
        outcome: outcome ?? 'unknown',
        ...to,
        ...(callbackData === undefined ? {} : { callbackData }),
        ...(wamid === undefined ? {} : { wamid }),
      },
    });
  }

  /** Ends early when the sandbox stops: nobody waits for the answer then. */
  private async wait(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  /**
   * Plays a cut or a foreign page. `timeout-after` and `reset-after` strike once the message is accepted: the sender
   * cannot know, the customer gets it.
   * @returns true when nothing more is to be answered
   */
  private async strike(
    fault: SendFault | undefined,
    moment: 'before' | 'after',
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<boolean> {
    const error = fault?.error;
    if (error === `timeout-${moment}`) {
      // Never answered; the connection ends when the sender gives up or the sandbox stops.
      void reply.hijack();
      return true;
    }
    if (error === `reset-${moment}`) {
      void reply.hijack();
      request.raw.socket.resetAndDestroy();
      return true;
    }
    const status = moment === 'before' ? /^http(\d{3})$/.exec(error ?? '')?.[1] : undefined;
    if (status === undefined) return false;
    const page = `<html><body><h1>${status} ${STATUS_CODES[status] ?? ''}</h1></body></html>`;
    const wait = fault?.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
    await reply.code(Number(status)).headers(wait).type('text/html').send(page);
    return true;
  }
}

interface Noted {
  to?: string;
  biz_opaque_callback_data?: string;
}

const answerOf = ({ http, retryAfter }: SendFault) => ({
  ...(http === undefined ? {} : { http }),
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
