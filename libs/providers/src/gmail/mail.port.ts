export interface MailTokens {
  refreshToken: string;
  accessToken?: string;
  /** When the access token dies. */
  expiresAt?: Date;
  /** Scopes the seller left ticked, when the provider says so. */
  scopes?: string[];
}

export interface MailPerson {
  name: string;
  /** Lower case. */
  address: string;
}

/** A received mail, read: text decoded, HTML turned into text, no control characters. */
export interface ReceivedMail {
  id: string;
  threadId: string;
  /** The Message-ID header: the same mail in two mailboxes carries the same one. */
  messageId?: string;
  from: MailPerson;
  to: MailPerson[];
  subject: string;
  text: string;
  /** True when a part was too large to be fetched and `text` holds less than the mail. */
  textCut: boolean;
  receivedAt: Date;
  labels: string[];
  attachments: Array<{ filename: string; mimeType: string; sizeBytes: number }>;
  /** Newsletters, mailing lists, auto-replies, no-reply senders: nobody waits for an answer. */
  isAutomatic: boolean;
}

export interface MailboxChanges {
  /** Messages that came into the inbox, each once, oldest change first. */
  messageIds: string[];
  /** Where to start next time; store it only once these messages are stored. */
  historyId: string;
}

/** An answer to a received message. */
export interface MailReply {
  /** Id of the message answered, in this mailbox. */
  answers: string;
  /** Our own Message-ID, `<…@…>`: by it an answer whose fate is unknown is found again. Store it before sending. */
  messageId: string;
  /** The mailbox's own address. */
  from: string;
  /** Plain text. */
  text: string;
}

/** One seller's mailbox. Each method throws `ProviderError`; all of them may be repeated, but for `reply`. */
export interface MailPort {
  /** Asks for a push at each change, for at most 7 days; renew daily. */
  watch(topicName: string): Promise<{ historyId: string; expiresAt: Date }>;
  stopWatching(): Promise<void>;
  profile(): Promise<{ address: string; historyId: string }>;
  /** Everything since `startHistoryId`, all pages. @throws HistoryGone when that point is forgotten: use `listRecent` */
  history(startHistoryId: string): Promise<MailboxChanges>;
  /** The inbox since a moment (7 days ago), newest first, `max` (25 000) at most, with the point in history it is complete for. */
  listRecent(options?: { since?: Date; max?: number }): Promise<MailboxChanges>;
  /** @throws MessageGone when it was deleted, or is not readable yet: ask once more a few seconds later, then skip it */
  getMessage(id: string): Promise<ReceivedMail>;
  /**
   * Sends an answer to the sender, in the thread of the message answered. Action `unknown`: it may have left, look with `findByMessageId` first.
   * @throws MessageGone when the message answered was deleted
   */
  reply(reply: MailReply): Promise<{ id: string }>;
  /** Takes a message out of the inbox. @throws MessageGone when it was deleted */
  archive(id: string): Promise<void>;
  /**
   * The id of a message we sent, or undefined when it never left.
   * @param inThreadOf a message of its thread: the thread is searched too, for Gmail may have given the sent message another Message-ID
   */
  findByMessageId(messageId: string, inThreadOf: string): Promise<string | undefined>;
  /** New access token. @throws ProviderError `invalid_grant`, action `reconnect`, when the seller must connect again */
  refresh(): Promise<MailTokens>;
}

/** Opens mailboxes. */
export interface MailProvider {
  /** `onTokens` is called with every new set, to be sealed and stored before it is used. */
  mailbox(tokens: MailTokens, onTokens?: (tokens: MailTokens) => void | Promise<void>): MailPort;
}
