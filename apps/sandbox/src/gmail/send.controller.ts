import { Body, Controller, Headers, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FaultBook, type MailSendFault } from '../control/fault-book.js';
import { GmailAccess } from './gmail-access.js';
import { GoogleError } from './google-error.js';
import type { Mailbox } from './mail.js';
import { MailboxEvents } from './mailbox-events.js';
import { headerOf, idsIn, readRaw, type WrittenMessage } from './raw-message.js';

/** messages.send of the Gmail API, with JSON `raw`. */
@Controller('gmail/v1/users/:user/messages')
export class SendController {
  constructor(
    private readonly access: GmailAccess,
    private readonly events: MailboxEvents,
    private readonly faults: FaultBook,
  ) {}

  @Post('send')
  async send(
    @Headers('authorization') authorization: string | undefined,
    @Param('user') user: string,
    @Body() body: { raw?: unknown; threadId?: unknown } | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const box = this.access.open(authorization, user, 'send');
    const fault = this.faults.takeMailSendFault(box.email);
    if (cut(fault, 'before', request, reply)) return;
    this.access.refuse(fault);
    const written = await readRaw(body?.raw);
    const sent = this.events.send(box, written, threadFor(box, written, body?.threadId));
    if (cut(fault, 'after', request, reply)) return;
    await reply.code(200).send({ id: sent.id, threadId: sent.threadId, labelIds: sent.labelIds });
  }
}

/**
 * Gmail joins a sent message to a thread only when the thread is named, a header refers to one of its messages and the subject is the same; else it
 * starts a thread of its own.
 * @throws GoogleError 404 for a thread that is not there
 */
function threadFor(box: Mailbox, written: WrittenMessage, threadId: unknown): string | undefined {
  if (typeof threadId !== 'string' || threadId === '') return undefined;
  const thread = [...box.mails.values()].filter((mail) => mail.threadId === threadId);
  if (thread.length === 0) throw new GoogleError('notFound');
  const refersTo = idsIn(`${headerOf(written, 'in-reply-to')} ${headerOf(written, 'references')}`);
  const referred = thread.some((mail) => refersTo.includes(headerOf(mail, 'message-id') ?? ''));
  const sameSubject = thread.some((mail) => subjectOf(mail) === subjectOf(written));
  return referred && sameSubject ? threadId : undefined;
}

/** The words of a subject, decoded, without what answering puts before them. */
function subjectOf(mail: Pick<WrittenMessage, 'headers'>): string {
  const decoded = (headerOf(mail, 'subject') ?? '')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, base64: string) => Buffer.from(base64, 'base64').toString('utf8'));
  return decoded
    .replace(/^(\s*(re|ré)\s*:\s*)+/i, '')
    .trim()
    .toLowerCase();
}

/** @returns true when nothing is to be answered any more: silence, or the connection is cut */
function cut(
  fault: MailSendFault | undefined,
  moment: 'before' | 'after',
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  if (fault !== `timeout-${moment}` && fault !== `reset-${moment}`) return false;
  // After a silence the connection ends when the sender gives up or the sandbox stops.
  void reply.hijack();
  if (fault === `reset-${moment}`) request.raw.socket.resetAndDestroy();
  return true;
}
