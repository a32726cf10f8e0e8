import type { gmail_v1, MethodOptions } from '@googleapis/gmail';
import type { Agent } from 'undici';
import type { GuardedCalls } from '../breaker.js';
import { withDeadline } from '../http/deadline.js';
import { trackedFetch } from '../http/tracked-fetch.js';
import type { Trip } from '../http/transport-error.js';
import { ProviderError } from '../provider-error.js';
import { classifyGmail, HistoryGone, MessageGone } from './errors.js';
import type { MailboxChanges, MailPort, MailTokens, ReceivedMail } from './mail.port.js';
import { readMail } from './received-mail.js';
import type { TokenEndpoint } from './token-endpoint.js';

/** What every mailbox of a client shares. */
export interface MailboxTools {
  rootUrl: string;
  timeoutMs: number;
  agent: Agent;
  guard: GuardedCalls;
  tokenEndpoint: TokenEndpoint;
}

type Ask<T> = (api: gmail_v1.Gmail, options: MethodOptions) => Promise<{ data: T }>;

const ME = 'me';
/** 100 000 changes: beyond, listing the inbox again is cheaper than reading them. */
const HISTORY_PAGES = 200;
const LIST_PAGES = 50;
/** Renewed this long before it dies, so that it does not die on the way. */
const EARLY_MS = 60_000;
/** Folders whose messages are none the seller received. */
const NOT_RECEIVED = ['DRAFT', 'SENT', 'SPAM', 'TRASH'];

/** One Gmail mailbox, over Google's client. Renews its access token by itself, once, when it is old or refused. */
export class GmailMailbox implements MailPort {
  private api?: gmail_v1.Gmail;
  private renewal?: Promise<MailTokens>;

  constructor(
    private tokens: MailTokens,
    private readonly onTokens: (tokens: MailTokens) => void | Promise<void>,
    private readonly tools: MailboxTools,
  ) {}

  async watch(topicName: string): Promise<{ historyId: string; expiresAt: Date }> {
    const requestBody = { topicName, labelIds: ['INBOX'], labelFilterBehavior: 'INCLUDE' };
    const data = await this.call('watch', (api, options) => api.users.watch({ userId: ME, requestBody }, options));
    return { historyId: needed(data.historyId, 'historyId'), expiresAt: new Date(Number(needed(data.expiration, 'expiration'))) };
  }

  async stopWatching(): Promise<void> {
    await this.call('watch-stop', (api, options) => api.users.stop({ userId: ME }, options), false);
  }

  async profile(): Promise<{ address: string; historyId: string }> {
    const data = await this.call('profile', (api, options) => api.users.getProfile({ userId: ME }, options));
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

  async listRecent({ days = 7, max = 500 }: { days?: number; max?: number } = {}): Promise<MailboxChanges> {
    // Taken before the listing: what arrives meanwhile is then in the history, not lost between the two.
    const { historyId } = await this.profile();
    const messageIds: string[] = [];
    let pageToken: string | undefined;
    for (let page = 0; page < LIST_PAGES && messageIds.length < max; page++) {
      const query = {
        userId: ME,
        q: `in:inbox newer_than:${days}d`,
        maxResults: Math.min(max, 500),
        ...(pageToken ? { pageToken } : {}),
      };
      const data = await this.call('list', (api, options) => api.users.messages.list(query, options));
      messageIds.push(...(data.messages ?? []).map((message) => needed(message.id, 'id')));
      pageToken = data.nextPageToken ?? undefined;
      if (pageToken === undefined) break;
    }
    return { messageIds: messageIds.slice(0, max), historyId };
  }

  async getMessage(id: string): Promise<ReceivedMail> {
    const message = await this.call('message', (api, options) =>
      api.users.messages.get({ userId: ME, id, format: 'full' }, options),
    ).catch((error: unknown) => {
      throw isNotFound(error) ? new MessageGone() : error;
    });
    needed(message.id, 'id');
    needed(message.internalDate, 'internalDate');
    return readMail(message, async (attachmentId) => {
      const query = { userId: ME, messageId: id, id: attachmentId };
      const data = await this.call('attachment', (api, options) => api.users.messages.attachments.get(query, options));
      return Buffer.from(needed(data.data, 'data'), 'base64url');
    });
  }

  /** Callers at the same time share one request: Google counts them. */
  refresh(): Promise<MailTokens> {
    this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  private async renew(): Promise<MailTokens> {
    const tokens = await this.tools.tokenEndpoint.refresh(this.tokens.refreshToken);
    await this.onTokens(tokens);
    this.tokens = tokens;
    this.api = undefined;
    return tokens;
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
      return await this.call('history', (api, options) => api.users.history.list(query, options));
    } catch (error) {
      throw isNotFound(error) ? new HistoryGone() : error;
    }
  }

  private async call<T>(kind: string, ask: Ask<T>, bodyExpected = true): Promise<T> {
    if (!this.tokens.accessToken || (this.tokens.expiresAt && this.tokens.expiresAt.getTime() - Date.now() < EARLY_MS))
      await this.refresh();
    const used = this.tokens.accessToken;
    try {
      return await this.once(kind, ask, bodyExpected);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.httpStatus !== 401) throw error;
      // Another call may have renewed it since.
      if (this.tokens.accessToken === used) await this.refresh();
      return this.once(kind, ask, bodyExpected);
    }
  }

  private once<T>(kind: string, ask: Ask<T>, bodyExpected: boolean): Promise<T> {
    return this.tools.guard.run(kind, async () => {
      const api = (this.api ??= await this.open());
      const trip: Trip = { left: false, repeatable: true };
      try {
        const { data } = await withDeadline(this.tools.timeoutMs, (signal) =>
          // The library's own retries ignore Retry-After and stretch the deadline.
          ask(api, { retry: false, signal, fetchImplementation: trackedFetch(this.tools.agent, trip, signal) }),
        );
        // A body that is not JSON comes through as text.
        if (bodyExpected && (typeof data !== 'object' || data === null)) throw unreadable('not JSON');
        return data;
      } catch (error) {
        throw classifyGmail(error, trip);
      }
    });
  }

  /** Loaded on first use: a service that reads no mail does not pay for Google's library. */
  private async open(): Promise<gmail_v1.Gmail> {
    const { auth, gmail } = await import('@googleapis/gmail');
    const bearer = new auth.OAuth2();
    bearer.setCredentials({ access_token: this.tokens.accessToken });
    return gmail({ version: 'v1', auth: bearer, rootUrl: this.tools.rootUrl });
  }
}

const isNotFound = (error: unknown): boolean => error instanceof ProviderError && error.httpStatus === 404;

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

function unreadable(what: string): ProviderError {
  return new ProviderError({
    provider: 'gmail',
    code: 'bad_answer',
    action: 'retry',
    outage: true,
    message: `gmail: the answer cannot be read (${what})`,
    explanationFr: 'Gmail a répondu de façon illisible : nous réessayons.',
  });
}
