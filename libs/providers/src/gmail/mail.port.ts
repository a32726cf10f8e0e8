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

/** One seller's mailbox. Each method throws `ProviderError`; all of them may be repeated. */
export interface MailPort {
  /** Asks for a push at each change, for at most 7 days; renew daily. */
  watch(topicName: string): Promise<{ historyId: string; expiresAt: Date }>;
  stopWatching(): Promise<void>;
  profile(): Promise<{ address: string; historyId: string }>;
  /** Everything since `startHistoryId`, all pages. @throws HistoryGone when that point is forgotten: use `listRecent` */
  history(startHistoryId: string): Promise<MailboxChanges>;
  /** The inbox of the last days, newest first, with the point in history it is complete for. */
  listRecent(options?: { days?: number; max?: number }): Promise<MailboxChanges>;
  /** @throws MessageGone when it was deleted, or is not readable yet: ask once more a few seconds later, then skip it */
  getMessage(id: string): Promise<ReceivedMail>;
  /** New access token. @throws ProviderError `invalid_grant`, action `reconnect`, when the seller must connect again */
  refresh(): Promise<MailTokens>;
}

/** Opens mailboxes. */
export interface MailProvider {
  /** `onTokens` is called with every new set, to be sealed and stored before it is used. */
  mailbox(tokens: MailTokens, onTokens?: (tokens: MailTokens) => void | Promise<void>): MailPort;
}
