import type { AccessToken, HistoryRecord, Mailbox, MailFact } from './mail.js';

/** Mailboxes, what lies in them and what happened to it, and the access tokens given out. */
export class MailBook {
  readonly boxes = new Map<string, Mailbox>();
  private readonly tokens = new Map<string, AccessToken>();

  apply(fact: MailFact): void {
    switch (fact.type) {
      case 'mailbox-registered':
        this.register(fact);
        break;
      case 'access-token-issued':
        this.tokens.set(fact.token.token, fact.token);
        break;
      default: {
        const box = 'email' in fact ? this.boxes.get(fact.email) : undefined;
        if (box) applyTo(box, fact);
      }
    }
  }

  token(value: string): AccessToken | undefined {
    return this.tokens.get(value);
  }

  byRefreshToken(refreshToken: string): Mailbox | undefined {
    return [...this.boxes.values()].find((box) => box.refreshToken === refreshToken);
  }

  /** A mailbox registered again keeps its mail and gets a new grant. */
  private register(fact: Extract<MailFact, { type: 'mailbox-registered' }>): void {
    const { email, refreshToken, scopes, historyId, rewritesMessageIds = false } = fact;
    const known = this.boxes.get(email);
    if (known) Object.assign(known, { refreshToken, scopes, revoked: false, rewritesMessageIds });
    else
      this.boxes.set(email, {
        email,
        refreshToken,
        scopes,
        revoked: false,
        rewritesMessageIds,
        historyId,
        oldestHistoryId: historyId,
        watch: undefined,
        mails: new Map(),
        history: [],
      });
  }
}

type BoxFact = Exclude<MailFact, { type: 'mailbox-registered' | 'access-token-issued' }>;

function applyTo(box: Mailbox, fact: BoxFact): void {
  switch (fact.type) {
    case 'mailbox-revoked':
      box.revoked = true;
      box.watch = undefined;
      break;
    case 'watch-started':
      box.watch = fact.watch;
      break;
    case 'watch-stopped':
      box.watch = undefined;
      break;
    case 'mail-arrived': {
      const { id, threadId, labelIds, historyId } = fact.mail;
      // A copy: labels change later, and the fact is what the journal holds.
      box.mails.set(id, { ...fact.mail });
      note(box, { id: historyId, kind: 'messageAdded', mailId: id, threadId, labelIds });
      break;
    }
    case 'mail-deleted': {
      const mail = box.mails.get(fact.id);
      if (!mail) break;
      box.mails.delete(fact.id);
      note(box, {
        id: fact.historyId,
        kind: 'messageDeleted',
        mailId: mail.id,
        threadId: mail.threadId,
        labelIds: mail.labelIds,
      });
      break;
    }
    case 'labels-changed':
      relabel(box, fact);
      break;
    case 'history-forgotten':
      box.history.length = 0;
      box.oldestHistoryId = box.historyId;
      break;
  }
}

function relabel(box: Mailbox, fact: Extract<MailFact, { type: 'labels-changed' }>): void {
  const mail = box.mails.get(fact.id);
  if (!mail) return;
  mail.labelIds = [...new Set([...mail.labelIds, ...fact.added])].filter((label) => !fact.removed.includes(label));
  mail.historyId = fact.historyId;
  const about = { id: fact.historyId, mailId: mail.id, threadId: mail.threadId };
  if (fact.added.length > 0) note(box, { ...about, kind: 'labelAdded', labelIds: fact.added });
  if (fact.removed.length > 0) note(box, { ...about, kind: 'labelRemoved', labelIds: fact.removed });
}

function note(box: Mailbox, record: HistoryRecord): void {
  box.history.push(record);
  box.historyId = record.id;
}
