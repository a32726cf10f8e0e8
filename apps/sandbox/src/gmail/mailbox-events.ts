import { Inject, Injectable } from '@nestjs/common';
import { randomBytes, randomInt } from 'node:crypto';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import type { Attachment, Mail, Mailbox, Watch } from './mail.js';
import { encodeAddress, encodeHeader } from './mime.js';
import type { WrittenMessage } from './raw-message.js';

const WEEK = 7 * 86_400_000;

/** A mail as somebody sends it to a mailbox. */
export interface IncomingMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  readonly attachments: readonly Attachment[];
  /** Message this one answers; it then joins its thread. */
  readonly inReplyTo: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** What happens to a mailbox: mail comes, labels change, it is watched; each tells Pub/Sub when somebody watches. */
@Injectable()
export class MailboxEvents {
  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly dispatcher: Dispatcher,
  ) {}

  arrive(box: Mailbox, incoming: IncomingMail): Mail {
    const id = this.newId();
    const answered = [...box.mails.values()].find((mail) => mail.id === incoming.inReplyTo);
    const headers = [
      { name: 'Delivered-To', value: box.email },
      { name: 'Date', value: new Date(this.state.now()).toUTCString().replace('GMT', '+0000') },
      { name: 'From', value: encodeAddress(incoming.from) },
      { name: 'To', value: box.email },
      { name: 'Subject', value: encodeHeader(incoming.subject) },
      { name: 'Message-ID', value: `<${randomBytes(12).toString('hex')}@mail.fluxasync.test>` },
      { name: 'MIME-Version', value: '1.0' },
      ...Object.entries(incoming.headers).map(([name, value]) => ({ name, value: encodeHeader(value) })),
    ];
    const mail: Mail = {
      id,
      threadId: answered?.threadId ?? id,
      labelIds: ['INBOX', 'UNREAD', 'CATEGORY_PERSONAL'],
      historyId: this.nextHistoryId(box),
      internalDate: this.state.now(),
      headers,
      text: incoming.text,
      ...(incoming.html === undefined ? {} : { html: incoming.html }),
      attachments: incoming.attachments,
    };
    this.state.record({ type: 'mail-arrived', email: box.email, mail });
    this.push(box, mail.labelIds);
    return mail;
  }

  /** A message leaves the mailbox. @param threadId thread it joins; without one it starts its own */
  send(box: Mailbox, written: WrittenMessage, threadId: string | undefined): Mail {
    const id = this.newId();
    const named = written.headers.some(({ name }) => name.toLowerCase() === 'message-id');
    const headers =
      named && !box.rewritesMessageIds
        ? written.headers
        : [
            ...written.headers.filter(({ name }) => name.toLowerCase() !== 'message-id'),
            { name: 'Message-ID', value: `<${randomBytes(12).toString('hex')}@mail.fluxasync.test>` },
          ];
    const mail: Mail = {
      ...written,
      id,
      threadId: threadId ?? id,
      labelIds: ['SENT'],
      historyId: this.nextHistoryId(box),
      internalDate: this.state.now(),
      headers: [...headers, { name: 'MIME-Version', value: '1.0' }],
    };
    this.state.record({ type: 'mail-arrived', email: box.email, mail });
    this.push(box, mail.labelIds);
    return mail;
  }

  relabel(box: Mailbox, mail: Mail, add: readonly string[], remove: readonly string[]): void {
    const added = add.filter((label) => !mail.labelIds.includes(label));
    const removed = remove.filter((label) => mail.labelIds.includes(label));
    if (added.length + removed.length === 0) return;
    const historyId = this.nextHistoryId(box);
    this.state.record({ type: 'labels-changed', email: box.email, id: mail.id, added, removed, historyId });
    this.push(box, [...mail.labelIds, ...removed]);
  }

  delete(box: Mailbox, mail: Mail): void {
    this.state.record({ type: 'mail-deleted', email: box.email, id: mail.id, historyId: this.nextHistoryId(box) });
    this.push(box, mail.labelIds);
  }

  /** Starts or renews the watch; Gmail notifies at once, before anything has happened. */
  watch(box: Mailbox, topicName: string, labelIds: readonly string[]): Watch {
    const watch = { topicName, labelIds, expiration: this.state.now() + WEEK };
    this.state.record({ type: 'watch-started', email: box.email, watch });
    this.push(box, undefined);
    return watch;
  }

  /** @param labels of the message concerned; undefined notifies whatever the watch looks at */
  private push(box: Mailbox, labels: readonly string[] | undefined): void {
    const { watch } = box;
    if (!watch || watch.expiration < this.state.now()) return;
    if (labels && watch.labelIds.length > 0 && !labels.some((label) => watch.labelIds.includes(label))) return;
    const project = /^projects\/([^/]+)\//.exec(watch.topicName)?.[1] ?? 'fluxasync';
    const messageId = String(2_070_443_000_000_000 + randomInt(1_000_000_000_000));
    const publishTime = new Date(this.state.now()).toISOString();
    // The id is a number on the wire although Google's page prints a string, and both spellings of the keys appear.
    const data = Buffer.from(JSON.stringify({ emailAddress: box.email, historyId: box.historyId })).toString('base64');
    const message = { data, messageId, message_id: messageId, publishTime, publish_time: publishTime };
    const body = JSON.stringify({ message, subscription: `projects/${project}/subscriptions/gmail-push` });
    const about = { kind: 'push', email: box.email, historyId: String(box.historyId) };
    void this.dispatcher.queue('gmail', about, body);
  }

  private nextHistoryId(box: Mailbox): number {
    return box.historyId + randomInt(1, 40);
  }

  /** Sixteen hex digits that grow with time, as Gmail's do. */
  private newId(): string {
    return `${this.state.now().toString(16).padStart(11, '0')}${randomBytes(3).toString('hex').slice(1)}`;
  }
}
