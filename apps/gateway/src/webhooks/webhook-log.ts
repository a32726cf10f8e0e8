import { Injectable } from '@nestjs/common';
import { type CallContext, failpoint, Outbox } from '#bus';
import { DomainError, eventSpec, type Fact } from '#contracts';
import { CommitTogether, Database, isTransactionConflict } from '#database';
import { countItems } from '../http/metrics.js';

/** One announced thing, about to be written to the log. */
export interface LogEntry {
  id: string;
  origin: 'whatsapp' | 'gmail';
  kind: string;
  field: string;
  phoneNumberId: string;
  businessAccountId: string;
  dedupeKey: string;
  content: object;
  contact?: object;
  receivedAt: Date;
  /** The chain that begins with it. */
  chain: CallContext;
  /** What the others are told, once the seller is known (null: a number nobody linked). */
  fact: (sellerId: string | null) => Fact;
}

const CONFLICT_RETRIES = 3;

/** Requests share commits of some two hundred items; one gathers for 5 ms at most while another is written. Whoever would wait for more than 5 s announces it again. */
const GATE = {
  waitMs: 5,
  enough: 200,
  concurrency: 2,
  limits: {
    mostWaiting: 20_000,
    deadlineMs: 5_000,
    refusal: (facts: object) => new DomainError('INGRESS_BUSY', 'unavailable', { ...facts }),
  },
};

const INSERT = `
  insert into journal_webhooks (id_webhook, id_utilisateur, origine, type, champ, phone_number_id, business_account_id, cle_doublon, contenu, contact, correlation_id, date_reception)
  select t.id, r.id_utilisateur, t.origine, t.type, t.champ, t.numero, t.compte, t.cle, t.contenu, t.contact, t.chaine, t.recu
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::json[], $9::json[], $10::text[], $11::timestamptz[])
    as t(id, origine, type, champ, numero, compte, cle, contenu, contact, chaine, recu)
  left join (select distinct on (phone_number_id) phone_number_id, id_utilisateur from routes_numeros
             where actif and phone_number_id = any($5::text[]) order by phone_number_id, depuis desc) r on r.phone_number_id = t.numero
  order by t.origine, t.cle, t.id
  on conflict (origine, cle_doublon) do nothing
  returning id_webhook, id_utilisateur`;

/** The webhook log: what is in it was announced to us, once, and the others will hear of it. */
@Injectable()
export class WebhookLog {
  private readonly gate = new CommitTogether<LogEntry>((entries) => this.write(entries), GATE);

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Resolves once every entry is committed, or was before.
   * @throws when it is not (DomainError INGRESS_BUSY: too many wait, or it took too long): whoever announced it must announce it again
   */
  async append(entries: LogEntry[]): Promise<void> {
    if (entries.length > 0) await this.gate.add(...entries);
  }

  private async write(entries: LogEntry[]): Promise<void> {
    for (let conflicts = 0; ; conflicts++) {
      try {
        const fresh = await this.db.asWorker(() => this.insert(entries));
        return countItems(originsOf(entries), originsOf(fresh));
      } catch (error) {
        if (!isTransactionConflict(error) || conflicts >= CONFLICT_RETRIES) throw error;
      }
    }
  }

  /** @returns the entries that are new */
  private async insert(entries: LogEntry[]): Promise<LogEntry[]> {
    const column = <T>(pick: (entry: LogEntry) => T) => entries.map(pick);
    const rows = await this.db.rows<{ id_webhook: string; id_utilisateur: string | null }>(INSERT, [
      column((e) => e.id),
      column((e) => e.origin),
      column((e) => e.kind),
      column((e) => e.field),
      column((e) => e.phoneNumberId),
      column((e) => e.businessAccountId),
      column((e) => e.dedupeKey),
      column((e) => JSON.stringify(e.content)),
      column((e) => (e.contact ? JSON.stringify(e.contact) : null)),
      column((e) => e.chain.correlationId),
      column((e) => e.receivedAt),
    ]);
    const sellers = new Map(rows.map((row) => [row.id_webhook, row.id_utilisateur]));
    const fresh = entries.filter((entry) => sellers.has(entry.id));
    await this.outbox.addCaused(fresh.map((entry) => factOf(entry, sellers.get(entry.id)!)));
    failpoint('before_ingress_commit');
    return fresh;
  }
}

const originsOf = (entries: LogEntry[]) => entries.map(({ origin }) => origin);

/** The fact with its chain: items of one commit come from different requests, each begins a chain of its own. */
function factOf(entry: LogEntry, sellerId: string | null) {
  const fact = entry.fact(sellerId);
  const { subject } = eventSpec(fact.contract);
  const { id, chain, receivedAt: occurredAt } = entry;
  return { fact, cause: { id, subject, sellerId, key: id, version: 1, occurredAt, ...chain } };
}
