import type { gmail_v1 } from '@googleapis/gmail';
import { ProviderError } from '../provider-error.js';
import { HistoryGone, MessageGone, unreadable } from './errors.js';
import type { MailboxChanges, MailPort, MailReply, MailTokens, ReceivedMail } from './mail.port.js';
import { MailboxCalls, type MailboxTools } from './mailbox-calls.js';
import { ANSWERED_HEADERS, composeReply, OUR_ID_HEADER } from './outgoing-reply.js';
import { readMail } from './received-mail.js';
import { header } from './text-parts.js';

const ME = 'me';
/** 100 000 changes: beyond, listing the inbox again is cheaper than reading them. */
const HISTORY_PAGES = 200;
const LIST_PAGES = 50;
const PAGE = 500;
const WEEK_MS = 7 * 86_400_000;
/** Folders whose messages are none the seller received. */
const NOT_RECEIVED = ['DRAFT', 'SENT', 'SPAM', 'TRASH'];

/** One Gmail mailbox, over Google's client. Renews its access token by itself, once, when it is old or refused. */
export class GmailMailbox implements MailPort {
  private readonly calls: MailboxCalls;

  constructor(tokens: MailTokens, onTokens: (tokens: MailTokens) => void | Promise<void>, tools: MailboxTools) {
    this.calls = new MailboxCalls(tokens, onTokens, tools);
  }

  async watch(topicName: string): Promise<{ historyId: string; expiresAt: Date }> {
    const requestBody = { topicName, labelIds: ['INBOX'], labelFilterBehavior: 'INCLUDE' };
    const data = await this.calls.call('watch', (api, options) => api.users.watch({ userId: ME, requestBody }, options));
    return { historyId: needed(data.historyId, 'historyId'), expiresAt: new Date(Number(needed(data.expiration, 'expiration'))) };
  }

  async stopWatching(): Promise<void> {
    await this.calls.call('watch-stop', (api, options) => api.users.stop({ userId: ME }, options), { bodyExpected: false });
  }

  async profile(): Promise<{ address: string; historyId: string }> {
    const data = await this.calls.call('profile', (api, options) => api.users.getProfile({ userId: ME }, options));
    return { address: needed(data.emailAddress, 'emailAddress').toLowerCase(), historyId: needed(data.historyId, 'historyId') };
  }

  async history(startHistoryId: string): Promise<MailboxChanges> {
    const found = new Set<string>();
    let historyId: string | undefined;
    let pageToken: string | undefined;
    for (let page = 0; page < HISTORY_PAGES; page++) {
      const data = await this.historyPage(startHistoryId, pageToken);
      for (const record of data.history ?? []) for (const id of arrivedIn(record)) found.add(id);
      // The first page's: a mail that comes while the pages are read is after it, and is found next time.
      historyId ??= needed(data.historyId, 'historyId');
      pageToken = data.nextPageToken ?? undefined;
      if (pageToken === undefined) return { messageIds: [...found], historyId };
    }
    throw new HistoryGone();
  }

  async listRecent({
    since = new Date(Date.now() - WEEK_MS),
    max = LIST_PAGES * PAGE,
  }: { since?: Date; max?: number } = {}): Promise<MailboxChanges> {
    // Taken before the listing: what arrives meanwhile is then in the history, not lost between the two.
    const { historyId } = await this.profile();
    const messageIds: string[] = [];
    let pageToken: string | undefined;
    for (let page = 0; page < LIST_PAGES && messageIds.length < max; page++) {
      const query = {
        userId: ME,
        // In seconds: a date would be read in a time zone of Google's choice.
        q: `in:inbox after:${Math.floor(since.getTime() / 1_000)}`,
        maxResults: Math.min(max, PAGE),
        ...(pageToken ? { pageToken } : {}),
      };
      const data = await this.calls.call('list', (api, options) => api.users.messages.list(query, options));
      messageIds.push(...(data.messages ?? []).map((message) => needed(message.id, 'id')));
      pageToken = data.nextPageToken ?? undefined;
      if (pageToken === undefined) break;
    }
    return { messageIds: messageIds.slice(0, max), historyId };
  }

  async getMessage(id: string): Promise<ReceivedMail> {
    const message = await this.calls
      .call('message', (api, options) => api.users.messages.get({ userId: ME, id, format: 'full' }, options))
      .catch(asGone);
    needed(message.id, 'id');
    needed(message.internalDate, 'internalDate');
    return readMail(message, async (attachmentId) => {
      const query = { userId: ME, messageId: id, id: attachmentId };
      const data = await this.calls.call('attachment', (api, options) => api.users.messages.attachments.get(query, options));
      return Buffer.from(needed(data.data, 'data'), 'base64url');
    });
  }

  async reply({ answers, ...reply }: MailReply): Promise<{ id: string }> {
    const query = { userId: ME, id: answers, format: 'metadata', metadataHeaders: ANSWERED_HEADERS };
    const answered = await this.calls.call('message', (api, options) => api.users.messages.get(query, options)).catch(asGone);
    // JSON with `raw`, never `media`: Google's library sends uploads to its own address whatever rootUrl says.
    const requestBody = {
      raw: await composeReply(answered.payload ?? {}, reply),
      threadId: needed(answered.threadId, 'threadId'),
    };
    const sent = await this.calls.call('send', (api, options) => api.users.messages.send({ userId: ME, requestBody }, options), {
      repeatable: false,
    });
    if (!sent.id) throw unreadable('no id', false);
    return { id: sent.id };
  }

  async archive(id: string): Promise<void> {
    const query = { userId: ME, id, requestBody: { removeLabelIds: ['INBOX'] } };
    await this.calls.call('modify', (api, options) => api.users.messages.modify(query, options)).catch(asGone);
  }

  async findByMessageId(messageId: string, inThreadOf: string): Promise<string | undefined> {
    const query = { userId: ME, q: `rfc822msgid:${messageId.replace(/^<|>$/g, '')}`, maxResults: 1 };
    const { messages } = await this.calls.call('list', (api, options) => api.users.messages.list(query, options));
    return messages?.[0]?.id ?? (await this.findInThread(messageId, inThreadOf));
  }

  private async findInThread(messageId: string, inThreadOf: string): Promise<string | undefined> {
    try {
      const known = { userId: ME, id: inThreadOf, format: 'minimal' };
      const { threadId } = await this.calls.call('message', (api, options) => api.users.messages.get(known, options));
      const query = { userId: ME, id: needed(threadId, 'threadId'), format: 'metadata', metadataHeaders: [OUR_ID_HEADER] };
      const thread = await this.calls.call('thread', (api, options) => api.users.threads.get(query, options));
      return thread.messages?.find(({ payload }) => header(payload ?? {}, OUR_ID_HEADER)?.trim() === messageId)?.id ?? undefined;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  refresh(): Promise<MailTokens> {
    return this.calls.refresh();
  }

  private async historyPage(startHistoryId: string, pageToken: string | undefined): Promise<gmail_v1.Schema$ListHistoryResponse> {
    const query = {
      userId: ME,
      startHistoryId,
      labelId: 'INBOX',
      // labelAdded: a mail the seller moves out of the spam folder arrives by its label.
      historyTypes: ['messageAdded', 'labelAdded'],
      maxResults: 500,
      ...(pageToken ? { pageToken } : {}),
    };
    try {
      return await this.calls.call('history', (api, options) => api.users.history.list(query, options));
    } catch (error) {
      throw isNotFound(error) ? new HistoryGone() : error;
    }
  }
}

const isNotFound = (error: unknown): boolean => error instanceof ProviderError && error.httpStatus === 404;

const asGone = (error: unknown): never => {
  throw isNotFound(error) ? new MessageGone() : error;
};

/** Messages a history record says came into the inbox. */
function arrivedIn(record: gmail_v1.Schema$History): string[] {
  const moved = (record.labelsAdded ?? []).filter((change) => change.labelIds?.includes('INBOX'));
  return [...(record.messagesAdded ?? []), ...moved]
    .map((change) => change.message)
    .filter((message) => message?.id && !message.labelIds?.some((label) => NOT_RECEIVED.includes(label)))
    .map((message) => message!.id!);
}

function needed<T>(value: T | null | undefined, field: string): T {
  if (value === null || value === undefined || value === '') throw unreadable(`no ${field}`);
  return value;
}
