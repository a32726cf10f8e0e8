/** A Gmail account a seller linked. Its history ids grow with gaps; they are kept as numbers and written as strings. */
export interface Mailbox {
  readonly email: string;
  refreshToken: string;
  /** Space-separated, as granted. */
  scopes: string;
  revoked: boolean;
  /** Sent messages get a Message-ID of Gmail's in the place of their own. */
  rewritesMessageIds: boolean;
  historyId: number;
  /** History before this id is forgotten: asking for it answers 404, which makes a client list everything again. */
  oldestHistoryId: number;
  watch: Watch | undefined;
  readonly mails: Map<string, Mail>;
  readonly history: HistoryRecord[];
}

export interface Watch {
  readonly topicName: string;
  readonly labelIds: readonly string[];
  /** Epoch ms, seven days after the call. */
  readonly expiration: number;
}

export interface Attachment {
  readonly filename: string;
  readonly mimeType: string;
  /** Base64. */
  readonly data: string;
}

export interface Mail {
  readonly id: string;
  readonly threadId: string;
  labelIds: readonly string[];
  historyId: number;
  /** Epoch ms at which Gmail took it. */
  readonly internalDate: number;
  /** As in the message: names may repeat, values are encoded (RFC 2047). */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly Attachment[];
}

export type HistoryKind = 'messageAdded' | 'messageDeleted' | 'labelAdded' | 'labelRemoved';

export interface HistoryRecord {
  readonly id: number;
  readonly kind: HistoryKind;
  readonly mailId: string;
  readonly threadId: string;
  /** Labels added or removed; for an added message its labels at that moment. */
  readonly labelIds: readonly string[];
}

export interface AccessToken {
  readonly token: string;
  readonly email: string;
  readonly scopes: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export type MailFact =
  | {
      type: 'mailbox-registered';
      email: string;
      refreshToken: string;
      scopes: string;
      historyId: number;
      rewritesMessageIds?: boolean;
    }
  | { type: 'mailbox-revoked'; email: string }
  | { type: 'access-token-issued'; token: AccessToken }
  | { type: 'watch-started'; email: string; watch: Watch }
  | { type: 'watch-stopped'; email: string }
  | { type: 'mail-arrived'; email: string; mail: Mail }
  | { type: 'mail-deleted'; email: string; id: string; historyId: number }
  | { type: 'labels-changed'; email: string; id: string; added: readonly string[]; removed: readonly string[]; historyId: number }
  | { type: 'history-forgotten'; email: string };
