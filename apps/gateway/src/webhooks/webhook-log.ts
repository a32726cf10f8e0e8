import { Injectable } from '@nestjs/common';
import { type CallContext, failpoint, insertWhatIsTrue, Outbox, outboxColumns } from '#bus';
import { DomainError, type Fact } from '#contracts';
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
  /** What the others are told, under the entry's id; whose number it is, the statement that appends it finds out. */
  fact: Fact;
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

const APPEND = `
  with fresh as (
    insert into journal_webhooks (id_webhook, id_utilisateur, origine, type, champ, phone_number_id, business_account_id, cle_doublon, contenu, contact, correlation_id, date_reception)
    select t.id, r.id_utilisateur, t.origine, t.type, t.champ, t.numero, t.compte, t.cle, t.contenu, t.contact, t.chaine, t.recu
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::json[], $9::json[], $10::text[], $11::timestamptz[])
      as t(id, origine, type, champ, numero, compte, cle, contenu, contact, chaine, recu)
    left join (select distinct on (phone_number_id) phone_number_id, id_utilisateur from routes_numeros
               where actif and phone_number_id = any($5::text[]) order by phone_number_id, depuis desc) r on r.phone_number_id = t.numero
    order by t.origine, t.cle, t.id
    on conflict (origine, cle_doublon) do nothing
    returning id_webhook as id, id_utilisateur as seller),
  told as (${insertWhatIsTrue('fresh', 12)})
  select id from fresh`;

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
        return await this.db.asWorker(() => Promise.resolve(this.appendAtCommit(entries)));
      } catch (error) {
        if (!isTransactionConflict(error) || conflicts >= CONFLICT_RETRIES) throw error;
      }
    }
  }

  /** Log, events and commit are one round trip. */
  private appendAtCommit(entries: LogEntry[]): void {
    const told = this.outbox.rowsOf(entries);
    failpoint('before_ingress_commit');
    this.db.gather(
      (all: LogEntry[]) => ({ sql: APPEND, parameters: [...logColumns(all), ...outboxColumns(told)], told: count(all) }),
      entries,
    );
  }
}

function logColumns(entries: LogEntry[]) {
  const column = <T>(pick: (entry: LogEntry) => T) => entries.map(pick);
  return [
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
  ];
}

const count = (entries: LogEntry[]) => (rows: { id: string }[]) => {
  const fresh = new Set(rows.map(({ id }) => id));
  countItems(originsOf(entries), originsOf(entries.filter(({ id }) => fresh.has(id))));
};

const originsOf = (entries: LogEntry[]) => entries.map(({ origin }) => origin);
