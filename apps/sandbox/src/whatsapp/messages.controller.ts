import { Body, Controller, Headers, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FaultBook, type SendFault } from '../control/fault-book.js';
import { GraphAccess } from './graph-access.js';
import { GraphError } from './graph-error.js';
import { GraphHeaders } from './graph-headers.js';
import { ReadReceipt } from './read-receipt.js';
import { Fields } from './send/fields.js';
import { SendMessage } from './send/send-message.js';

/** `POST /{version}/{phone-number-id}/messages`: messages out, read receipts and the typing indicator. */
@Controller(':version/:id/messages')
@UseInterceptors(GraphHeaders)
export class MessagesController {
  constructor(
    private readonly access: GraphAccess,
    private readonly sendMessage: SendMessage,
    private readonly readReceipt: ReadReceipt,
    private readonly faults: FaultBook,
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
    if (fields.has('status')) {
      fields.oneOf('status', ['read']);
      await reply.code(200).send(this.readReceipt.mark(account, fields));
      return;
    }
    const fault = this.faults.takeSendFault(account.phoneNumberId, String(fields.value['to'] ?? ''));
    if (await this.strike(fault, 'before', request, reply)) return;
    const accepted = this.sendMessage.accept(account, fields, fault?.error === 'async' ? fault.code : undefined);
    if (await this.strike(fault, 'after', request, reply)) return;
    await reply.code(200).send(accepted);
  }

  /**
   * Plays a fault that was asked for. `timeout-after` and `reset-after` strike once the message is accepted: the sender
   * cannot know, the customer gets it.
   * @returns true when nothing more is to be answered
   */
  private async strike(
    fault: SendFault | undefined,
    moment: 'before' | 'after',
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<boolean> {
    if (!fault) return false;
    const { error } = fault;
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
    if (moment === 'after') return false;
    if (error === 'http500') {
      await reply.code(500).type('text/html').send('<html><body><h1>500 Internal Server Error</h1></body></html>');
      return true;
    }
    if (error === 'code') throw new GraphError(fault.code);
    return false;
  }
}
