import type { Rig } from './rig.js';

/** What the sandbox has in its books, as far as it is compared with ours. */
export interface SandboxLedger {
  readonly sends: readonly {
    wamid: string;
    waId: string;
    phoneNumberId: string;
    callbackData?: string;
    statuses: Record<string, number>;
  }[];
  readonly refusals: readonly { outcome: string; call: string; phoneNumberId: string; callbackData?: string; wamid?: string }[];
  readonly inbound: readonly { wamid: string }[];
  readonly webhooks: readonly { about: { kind: string; wamid?: string; status?: string } }[];
}

interface OutboundRow {
  id_message: string;
  wamid: string | null;
  statut_message: string;
  renvois: number;
  code_erreur: string | null;
}

/** The sandbox's books beside our rows, message by message. Every list is empty when all is well. */
export interface SendAudit {
  readonly rows: number;
  readonly sends: number;
  /** Calls that did not simply succeed. */
  readonly troubled: number;
  /** Sends of a message that WhatsApp had taken before: told openly, for there is no way to ask. */
  readonly resent: number;
  /** Taken by WhatsApp, of no row of ours. */
  readonly strangers: string[];
  /** Taken more often than our rows admit. */
  readonly uncountedRepetitions: string[];
  /** Rows whose status is not what WhatsApp told of them. */
  readonly wrongStatus: string[];
  /** Rows still under way. */
  readonly stuck: string[];
  /** Statuses that went backwards, as the database saw it happen. */
  readonly backwards: string[];
}

const RANK: Readonly<Record<string, number>> = { envoye: 1, echec: 2, distribue: 3, lu: 4 };
const STORED: Readonly<Record<string, string>> = { sent: 'envoye', failed: 'echec', delivered: 'distribue', read: 'lu' };

/** Everything that the sandbox has in its books; after hours of play it takes its time. */
export async function ledgerOf(rig: Rig): Promise<SandboxLedger> {
  const answer = await fetch(`${rig.sandboxUrl}/__sandbox/ledger`, { signal: AbortSignal.timeout(60_000) });
  return (await answer.json()) as SandboxLedger;
}

/** Compares what conversations sent. */
export async function auditSends(rig: Rig, platformNumber: string): Promise<SendAudit> {
  const rows = await rig.sql<OutboundRow>(
    `select id_message, wamid, statut_message, renvois, code_erreur from conversations.messages where direction_message = 'sortant'`,
  );
  const backwards = await rig.sql<{ line: string }>(
    `select id_message || ': ' || before || ' → ' || after as line from rig.backwards order by at`,
  );
  const audit = await compare(rig, rows, (number) => number !== platformNumber);
  return { ...audit, backwards: backwards.map(({ line }) => line) };
}

/** Compares what the platform's own number sent. */
export async function auditNotices(rig: Rig, platformNumber: string): Promise<SendAudit> {
  const rows = await rig.sql<OutboundRow>(
    `select id_notification as id_message, wamid, renvois, code_erreur,
            case etat when 'envoyee' then 'envoye' when 'distribuee' then 'distribue' when 'lue' then 'lu' when 'en_cours_envoi' then 'en_envoi'
                      when 'incertaine' then 'inconnu' else etat end as statut_message
       from notifications.notifications where canal_envoi = 'whatsapp'`,
  );
  return { ...(await compare(rig, rows, (number) => number === platformNumber)), backwards: [] };
}

async function compare(
  rig: Rig,
  rows: readonly OutboundRow[],
  ours: (phoneNumberId: string) => boolean,
): Promise<Omit<SendAudit, 'backwards'>> {
  const ledger = await ledgerOf(rig);
  const told = toldOf(ledger);
  const sends = ledger.sends.filter(({ phoneNumberId }) => ours(phoneNumberId));
  const taken = Map.groupBy(sends, ({ callbackData }) => callbackData ?? '');
  const known = new Set(rows.map(({ id_message }) => id_message));
  const busy = new Set(['en_attente', 'en_envoi', 'inconnu']);
  return {
    rows: rows.length,
    sends: sends.length,
    troubled: ledger.refusals.filter(({ call, phoneNumberId }) => call === 'message' && ours(phoneNumberId)).length,
    resent: [...taken.values()].reduce((sum, { length }) => sum + length - 1, 0),
    strangers: [...taken.keys()].filter((id) => !known.has(id)),
    uncountedRepetitions: rows
      .filter((row) => (taken.get(row.id_message)?.length ?? 0) > 1 + row.renvois)
      .map((row) => `${row.id_message}: taken ${taken.get(row.id_message)!.length} times, ${row.renvois} resends`),
    wrongStatus: rows.flatMap((row) => wrong(row, taken.get(row.id_message) ?? [], told) ?? []),
    stuck: rows.filter(({ statut_message }) => busy.has(statut_message)).map((row) => `${row.id_message}: ${row.statut_message}`),
  };
}

/** The furthest status that the webhooks told of each message. */
function toldOf(ledger: SandboxLedger): Map<string, string> {
  const told = new Map<string, string>();
  for (const { about } of ledger.webhooks) {
    const { kind, wamid, status } = about;
    const stored = STORED[status ?? ''];
    if (kind !== 'status' || wamid === undefined || stored === undefined) continue;
    if (RANK[stored]! > (RANK[told.get(wamid) ?? ''] ?? 0)) told.set(wamid, stored);
  }
  return told;
}

function wrong(row: OutboundRow, taken: readonly { wamid: string }[], told: Map<string, string>): string | undefined {
  const say = (expected: string) => `${row.id_message}: ${row.statut_message} (${row.code_erreur ?? ''}), expected ${expected}`;
  const heard = taken.filter(({ wamid }) => told.has(wamid));
  if (row.wamid === null) {
    // Nobody can have told us of it: not taken, or taken and both answer and statuses lost.
    if (heard.length > 0) return say(`the wamid of ${heard[0]!.wamid}`);
    return row.statut_message === 'echec' ? undefined : say('echec');
  }
  if (!taken.some(({ wamid }) => wamid === row.wamid)) return say('a wamid that WhatsApp gave');
  const expected = told.get(row.wamid) ?? 'envoye';
  // With its statuses lost a message that was answered stays sent; one whose answers were lost too is given up.
  if (!told.has(row.wamid) && row.statut_message === 'echec') return undefined;
  return row.statut_message === expected ? undefined : say(expected);
}
