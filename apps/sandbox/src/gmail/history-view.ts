import { GoogleError } from './google-error.js';
import type { HistoryKind, HistoryRecord, Mailbox } from './mail.js';

/** What `history.list` was asked for. */
export interface HistoryQuery {
  readonly startHistoryId: string | undefined;
  readonly types: readonly string[];
  readonly labelId: string | undefined;
  readonly maxResults: number;
  readonly pageToken: string | undefined;
}

const KEY: Record<HistoryKind, string> = {
  messageAdded: 'messagesAdded',
  messageDeleted: 'messagesDeleted',
  labelAdded: 'labelsAdded',
  labelRemoved: 'labelsRemoved',
};

/**
 * One page of what happened after `startHistoryId`. Without changes the key `history` is absent.
 * @throws GoogleError 400 without a start, 404 when the start is older than what Gmail remembers
 */
export function historyView(box: Mailbox, query: HistoryQuery): unknown {
  if (!/^\d+$/.test(query.startHistoryId ?? '')) throw new GoogleError('invalid', 'Invalid startHistoryId');
  const start = Number(query.startHistoryId);
  if (start < box.oldestHistoryId || start > box.historyId) throw new GoogleError('notFound');
  const records = box.history.filter(
    (record) =>
      record.id > start &&
      (query.types.length === 0 || query.types.includes(record.kind)) &&
      (query.labelId === undefined || labelled(box, record, query.labelId)),
  );
  const from = Number(query.pageToken ?? 0) || 0;
  const page = records.slice(from, from + query.maxResults);
  const next = from + page.length < records.length ? { nextPageToken: String(from + page.length) } : {};
  return {
    ...(page.length > 0 ? { history: page.map((record) => entry(box, record)) } : {}),
    ...next,
    historyId: String(box.historyId),
  };
}

function labelled(box: Mailbox, record: HistoryRecord, labelId: string): boolean {
  return record.labelIds.includes(labelId) || (box.mails.get(record.mailId)?.labelIds.includes(labelId) ?? false);
}

function entry(box: Mailbox, record: HistoryRecord): unknown {
  const { mailId: id, threadId, labelIds } = record;
  const changedLabels = record.kind === 'labelAdded' || record.kind === 'labelRemoved';
  const message = { id, threadId, labelIds: changedLabels ? (box.mails.get(id)?.labelIds ?? []) : labelIds };
  const change = changedLabels ? { message, labelIds } : { message };
  return { id: String(record.id), messages: [{ id, threadId }], [KEY[record.kind]]: [change] };
}
