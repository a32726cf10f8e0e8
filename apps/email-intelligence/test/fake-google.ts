import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A mail in the fake mailbox. */
export interface FakeMail {
  id: string;
  from: string;
  subject: string;
  text: string;
  receivedAt: Date;
}

/** How a send goes wrong: nothing is heard, before or after the message was taken, or the right to send is missing. */
export type SendFault = 'silence-before' | 'silence-after' | 'no-right';

/** A message that left the mailbox. */
export interface SentMail {
  id: string;
  threadId: string;
  /** As Gmail keeps it. */
  messageId: string;
  raw: string;
}

/** One Gmail mailbox, its token endpoint, and Gemini, on a port of their own. */
export class FakeGoogle {
  readonly mails: FakeMail[] = [];
  /** Paths asked for, with their queries. */
  readonly asked: string[] = [];
  /** History before this point is forgotten. */
  forgottenBefore = 0;
  consentRevoked = false;
  /** History pages that fail with 500, by number (0 first). */
  failingPages = new Set<number>();
  /** Mails per page of history. */
  pageSize = 100;
  /** Mails that cannot be read although they were announced. */
  readonly unreadable = new Set<string>();
  /** Mails that Gmail fails to give, with 500. */
  readonly failing = new Set<string>();
  /** How long `history` takes, so that readings could overlap. */
  historyDelayMs = 0;
  /** The most readings that were under way together. */
  readingsAtOnce = 0;
  private reading = 0;
  /** What left the mailbox, and what was taken out of the inbox. */
  readonly sent: SentMail[] = [];
  readonly archived: string[] = [];
  /** What the next sends meet. */
  readonly sendFaults: SendFault[] = [];
  /** Gives sent messages a Message-ID of its own. */
  rewritesMessageIds = false;
  /** What Gemini answers: text, or an HTTP status. */
  gemini: string | number = 500;
  private readonly server: Server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Calls of one kind. */
  calls = (part: string) => this.asked.filter((path) => path.includes(part)).length;

  /** The mailbox's point in history: beyond what a double can hold, as Google's may be. */
  point = (mails: number) => String(9_007_199_254_740_993n + BigInt(mails));

  /** @returns the mail's id */
  receive(mail: Partial<FakeMail> = {}): string {
    const id = `mail-${this.mails.length + 1}`;
    this.mails.push({
      id,
      from: 'Nike CI <fournisseur@nike-ci.com>',
      subject: 'Nouveau stock Nike disponible - Livraison urgent',
      text: 'Le nouveau stock de Nike Air Max 90 est disponible : 50 paires.',
      receivedAt: new Date(),
      ...mail,
    });
    return id;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://x');
    this.asked.push(url.pathname + url.search);
    const reply = (status: number, json: object) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    const path = url.pathname.replace('/gmail/v1/users/me', '');
    if (path === '/token')
      return this.consentRevoked
        ? reply(400, { error: 'invalid_grant' })
        : reply(200, { access_token: 'at', expires_in: 3600, scope: 'x', token_type: 'Bearer' });
    if (path.includes(':generateContent')) return this.answerAsGemini(reply);
    if (path === '/watch')
      return reply(200, { historyId: this.point(this.mails.length), expiration: String(Date.now() + 7 * 86_400_000) });
    if (path === '/stop') return void response.writeHead(204).end();
    if (path === '/profile') return reply(200, { emailAddress: 'kouadio@gmail.com', historyId: this.point(this.mails.length) });
    if (path === '/history') return this.history(url, reply);
    if (path === '/messages/send') return this.send(Buffer.concat(chunks).toString(), reply);
    if (path.startsWith('/threads/')) return reply(200, { messages: this.sent.map(sentMessage) });
    const searched = /rfc822msgid:(.+)/.exec(url.searchParams.get('q') ?? '')?.[1];
    if (searched !== undefined)
      return reply(200, {
        messages: this.sent.filter(({ messageId }) => messageId === `<${searched}>`).map(({ id }) => ({ id })),
      });
    if (path === '/messages') {
      const since = Number(/after:(\d+)/.exec(url.searchParams.get('q')!)![1]) * 1_000;
      const recent = this.mails.filter(({ receivedAt }) => receivedAt.getTime() >= since);
      return reply(200, { messages: recent.reverse().map(({ id }) => ({ id, threadId: id })) });
    }
    const mail = this.mails.find(({ id }) => path.replace(/\/modify$/, '') === `/messages/${id}`);
    if (!mail || this.unreadable.has(mail.id))
      return reply(404, { error: { code: 404, message: 'Not Found', errors: [{ reason: 'notFound' }] } });
    if (this.failing.has(mail.id)) return reply(500, { error: { code: 500, message: 'Backend Error' } });
    if (path.endsWith('/modify')) this.archived.push(mail.id);
    reply(200, fullMessage(mail));
  }

  private send(body: string, reply: (status: number, json: object) => void): void {
    const fault = this.sendFaults.shift();
    if (fault === 'silence-before') return;
    if (fault === 'no-right')
      return reply(403, { error: { code: 403, message: 'No', errors: [{ reason: 'insufficientPermissions' }] } });
    const { raw, threadId } = JSON.parse(body) as { raw: string; threadId: string };
    const message = Buffer.from(raw, 'base64url').toString();
    const id = `sent-${this.sent.length + 1}`;
    const messageId = this.rewritesMessageIds ? `<${id}@mail.gmail.com>` : /^Message-ID: (.+)$/m.exec(message)![1]!;
    this.sent.push({ id, threadId, messageId, raw: message });
    if (fault !== 'silence-after') reply(200, { id, threadId, labelIds: ['SENT'] });
  }

  private async history(url: URL, reply: (status: number, json: object) => void): Promise<void> {
    this.reading += 1;
    this.readingsAtOnce = Math.max(this.readingsAtOnce, this.reading);
    await new Promise((resolve) => setTimeout(resolve, this.historyDelayMs));
    this.reading -= 1;
    const start = Number(BigInt(url.searchParams.get('startHistoryId')!) - 9_007_199_254_740_993n);
    const page = Number(url.searchParams.get('pageToken') ?? 0);
    if (start < this.forgottenBefore)
      return reply(404, { error: { code: 404, message: 'Not Found', errors: [{ reason: 'notFound' }] } });
    if (this.failingPages.has(page)) return reply(500, { error: { code: 500, message: 'Backend Error' } });
    const from = start + page * this.pageSize;
    const part = this.mails.slice(from, from + this.pageSize);
    reply(200, {
      ...(part.length > 0
        ? {
            history: part.map(({ id }, i) => ({
              id: this.point(from + i + 1),
              messagesAdded: [{ message: { id, labelIds: ['INBOX'] } }],
            })),
          }
        : {}),
      historyId: this.point(this.mails.length),
      ...(from + this.pageSize < this.mails.length ? { nextPageToken: String(page + 1) } : {}),
    });
  }

  private answerAsGemini(reply: (status: number, json: object) => void): void {
    if (typeof this.gemini === 'number')
      return reply(this.gemini, { error: { code: this.gemini, message: 'no', status: 'INTERNAL' } });
    reply(200, {
      candidates: [{ content: { role: 'model', parts: [{ text: this.gemini }] }, finishReason: 'STOP' }],
      usageMetadata: { promptTokenCount: 120, candidatesTokenCount: 30, totalTokenCount: 150 },
      modelVersion: 'gemini-3.5-flash-lite',
    });
  }
}

const sentMessage = ({ id, threadId, raw }: SentMail) => {
  const headers = [...raw.matchAll(/^([A-Za-z-]+): (.+)\r$/gm)].map(([, name, value]) => ({ name, value }));
  return { id, threadId, payload: { headers } };
};

const fullMessage = ({ id, from, subject, text, receivedAt }: FakeMail) => ({
  id,
  threadId: id,
  labelIds: ['INBOX', 'UNREAD'],
  internalDate: String(receivedAt.getTime()),
  payload: {
    mimeType: 'text/plain',
    headers: [
      { name: 'From', value: from },
      { name: 'To', value: 'kouadio@gmail.com' },
      { name: 'Subject', value: subject },
      { name: 'Message-ID', value: `<${id}@nike-ci.com>` },
      ...(from.includes('promo@') ? [{ name: 'List-Unsubscribe', value: '<https://nike-ci.com/stop>' }] : []),
    ],
    body: { size: Buffer.byteLength(text), data: Buffer.from(text).toString('base64url') },
  },
});
