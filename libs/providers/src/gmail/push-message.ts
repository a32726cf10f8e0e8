/** What a Pub/Sub push of Gmail's says. */
export interface MailboxPush {
  /** Pub/Sub's id: the same push delivered twice carries the same one. */
  pushId: string;
  /** Lower case. */
  address: string;
  /** The mailbox's newest point; a hint to look, never a starting point for `history`. */
  historyId: string;
}

/** Reads a push's body; undefined when it is none of Gmail's: answer 2xx all the same, or Pub/Sub sends it for ever. */
export function readPush(body: unknown): MailboxPush | undefined {
  const message = (body as { message?: { data?: unknown; messageId?: unknown; message_id?: unknown } } | null | undefined)
    ?.message;
  const pushId = message?.messageId ?? message?.message_id;
  if (typeof message?.data !== 'string' || typeof pushId !== 'string') return undefined;
  const data = parse(Buffer.from(message.data, 'base64').toString('utf8'));
  const { emailAddress, historyId } = (data ?? {}) as { emailAddress?: unknown; historyId?: unknown };
  // A number in real traffic, a string in Google's documentation.
  if (typeof emailAddress !== 'string' || !/^\d+$/.test(String(historyId))) return undefined;
  return { pushId, address: emailAddress.toLowerCase(), historyId: String(historyId) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
