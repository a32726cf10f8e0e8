import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GmailAccess } from './gmail-access.js';
import { GoogleError } from './google-error.js';
import { historyView } from './history-view.js';
import { MailboxEvents } from './mailbox-events.js';
import { messageView } from './message-view.js';
import { attachmentId } from './mime.js';
import { matches } from './search.js';

type Query_ = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
const many = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());
const size = (value: string | string[] | undefined): number => Math.min(Math.max(Math.trunc(Number(one(value))) || 100, 1), 500);

/** The part of the Gmail API a mail reader needs: watch, history, messages, threads, labels of a message. */
@Controller('gmail/v1/users/:user')
export class GmailController {
  constructor(
    private readonly access: GmailAccess,
    private readonly events: MailboxEvents,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  @Post('watch')
  @HttpCode(200)
  watch(
    @Headers('authorization') authorization: string | undefined,
    @Param('user') user: string,
    @Body() body: { topicName?: unknown; labelIds?: unknown } | undefined,
  ): unknown {
    const box = this.access.open(authorization, user);
    const topic = body?.topicName;
    if (typeof topic !== 'string' || !/^projects\/[^/]+\/topics\/[^/]+$/.test(topic))
      throw new GoogleError('invalid', 'Invalid topicName does not match projects/*/topics/*');
    const labels = Array.isArray(body?.labelIds) ? body.labelIds.map(String) : [];
    const watch = this.events.watch(box, topic, labels);
    return { historyId: String(box.historyId), expiration: String(watch.expiration) };
  }

  @Post('stop')
  @HttpCode(204)
  stop(@Headers('authorization') authorization: string | undefined, @Param('user') user: string): void {
    const box = this.access.open(authorization, user);
    this.state.record({ type: 'watch-stopped', email: box.email });
  }

  @Get('profile')
  profile(@Headers('authorization') authorization: string | undefined, @Param('user') user: string): unknown {
    const box = this.access.open(authorization, user);
    const mails = [...box.mails.values()];
    const threadsTotal = new Set(mails.map((mail) => mail.threadId)).size;
    return { emailAddress: box.email, messagesTotal: mails.length, threadsTotal, historyId: String(box.historyId) };
  }

  @Get('history')
  history(
    @Headers('authorization') authorization: string | undefined,
    @Param('user') user: string,
    @Query() query: Query_,
  ): unknown {
    return historyView(this.access.open(authorization, user), {
      startHistoryId: one(query['startHistoryId']),
      types: many(query['historyTypes']),
      labelId: one(query['labelId']),
      maxResults: size(query['maxResults']),
      pageToken: one(query['pageToken']),
    });
  }

  /** Newest first. */
  @Get('messages')
  list(
    @Headers('authorization') authorization: string | undefined,
    @Param('user') user: string,
    @Query() query: Query_,
  ): unknown {
    const box = this.access.open(authorization, user);
    const labels = many(query['labelIds']);
    const q = one(query['q']) ?? '';
    const hidden = one(query['includeSpamTrash']) === 'true' ? [] : ['SPAM', 'TRASH'];
    const found = [...box.mails.values()]
      .reverse()
      .filter((mail) => labels.every((label) => mail.labelIds.includes(label)) && matches(mail, q, this.state.now()))
      .filter((mail) => !mail.labelIds.some((label) => hidden.includes(label)));
    const from = Number(one(query['pageToken'])) || 0;
    const page = found.slice(from, from + size(query['maxResults']));
    return {
      ...(page.length > 0 ? { messages: page.map(({ id, threadId }) => ({ id, threadId })) } : {}),
      ...(from + page.length < found.length ? { nextPageToken: String(from + page.length) } : {}),
      resultSizeEstimate: found.length,
    };
  }

  @Get('messages/:id')
  get(
    @Headers('authorization') authorization: string | undefined,
    @Param() path: { user: string; id: string },
    @Query() query: Query_,
  ): unknown {
    const mail = this.access.mail(this.access.open(authorization, path.user), path.id);
    return messageView(mail, (one(query['format']) ?? 'full').toLowerCase(), many(query['metadataHeaders']));
  }

  @Get('messages/:id/attachments/:attachment')
  attachment(
    @Headers('authorization') authorization: string | undefined,
    @Param() path: { user: string; id: string; attachment: string },
  ): unknown {
    const mail = this.access.mail(this.access.open(authorization, path.user), path.id);
    const file = mail.attachments.find((_, index) => attachmentId(mail, index) === path.attachment);
    if (!file) throw new GoogleError('notFound');
    const bytes = Buffer.from(file.data, 'base64');
    return { size: bytes.length, data: bytes.toString('base64url') };
  }

  @Get('threads/:id')
  thread(
    @Headers('authorization') authorization: string | undefined,
    @Param() path: { user: string; id: string },
    @Query() query: Query_,
  ): unknown {
    const box = this.access.open(authorization, path.user);
    const mails = [...box.mails.values()].filter((mail) => mail.threadId === path.id);
    if (mails.length === 0) throw new GoogleError('notFound');
    const format = (one(query['format']) ?? 'full').toLowerCase();
    const messages = mails.map((mail) => messageView(mail, format, many(query['metadataHeaders'])));
    return { id: path.id, historyId: String(Math.max(...mails.map((mail) => mail.historyId))), messages };
  }

  @Post('messages/:id/modify')
  @HttpCode(200)
  modify(
    @Headers('authorization') authorization: string | undefined,
    @Param() path: { user: string; id: string },
    @Body() body: { addLabelIds?: unknown; removeLabelIds?: unknown } | undefined,
  ): unknown {
    const box = this.access.open(authorization, path.user, 'modify');
    const mail = this.access.mail(box, path.id);
    const labels = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
    this.events.relabel(box, mail, labels(body?.addLabelIds), labels(body?.removeLabelIds));
    return { id: mail.id, threadId: mail.threadId, labelIds: mail.labelIds };
  }
}
