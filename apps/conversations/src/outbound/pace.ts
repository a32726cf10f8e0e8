import { Injectable } from '@nestjs/common';
import { Database } from '#database';

/** To one person one message in 6 s, with some at once. Meta allows 45 at once; one fewer, because messages may reach Meta closer together than they left here. */
const PAIR_EVERY_MS = 6_000;
const PAIR_BURST = 44;

/**
 * A number may send 80 messages in any second: a fifth of them at once, seven tenths as the second goes by, and the rest is left because they may reach Meta closer
 * together than they left here. Half as many each time WhatsApp says that it was too much.
 */
const FULL_RATE = 80;
const LEAST_RATE = 5;
const STEADY = 0.7;
const AT_ONCE = 0.2;

/** SQL: messages a second of number `n` now: after it was slowed down, one more with each second until the full rate. */
const rateSql = `least(${FULL_RATE}, n.debit + coalesce(extract(epoch from now() - n.ralenti_le), ${FULL_RATE}))`;
/** SQL: how far its sends may run ahead of the clock; and the share of one of them. */
const burstSql = `interval '${Math.round((AT_ONCE / STEADY) * 1_000_000)} microseconds'`;
const stepSql = `(interval '1 second' / (${STEADY} * ${rateSql}))`;
const pairBurstSql = `interval '${(PAIR_BURST - 1) * PAIR_EVERY_MS} milliseconds'`;

/** SQL: number `n` (of `cadences_numero`) may send at least one message now, and so may `k` (of `cadences_client`) receive one. */
export const NUMBER_HAS_ROOM = `coalesce(n.creneau <= now() + ${burstSql} - ${stepSql}, true)`;
export const CUSTOMER_HAS_ROOM = `coalesce(k.creneau <= now() + ${pairBurstSql}, true)`;

/** A message that could leave, in its queue. */
export interface Candidate {
  id_message: string;
  id_compte_whatsapp: string;
  id_prospect: string;
  phone_number_id: string;
  id_utilisateur: string;
}

/**
 * How fast a number and a customer may be written to. Each has one instant, until which its sends are spoken for; a send moves it on by its share of the rate,
 * and may run ahead of the clock by the burst. Kept in the database, so that all replicas share it. Nobody waits here: what has no room stays in the queue.
 */
@Injectable()
export class Pace {
  constructor(private readonly db: Database) {}

  /** In the claim's transaction: books room for the first of these, and @returns those that have it. @param queue oldest first, one for each customer */
  async book(queue: Candidate[]): Promise<Candidate[]> {
    if (queue.length === 0) return [];
    const places = await this.bookNumbers(queue);
    const within = queue.filter(({ id_compte_whatsapp: id }) => {
      const left = places.get(id) ?? 0;
      places.set(id, left - 1);
      return left > 0;
    });
    const booked = await this.bookCustomers(within);
    return within.filter((one) => booked.has(pairOf(one)));
  }

  /** WhatsApp says that this customer gets too many: whatever we thought, his burst is spent. */
  async spent(phoneNumberId: string, prospectId: string, sellerId: string, waitMs: number): Promise<void> {
    await this.db.run(
      `insert into cadences_client as k (phone_number_id, personne, id_utilisateur, creneau) values ($1, $2, $3, now() + ${pairBurstSql} + $4::int * interval '1 ms')
       on conflict (phone_number_id, personne) do update set creneau = greatest(k.creneau, excluded.creneau)`,
      [phoneNumberId, prospectId, sellerId, Math.ceil(waitMs)],
    );
  }

  /** WhatsApp says that a number sends too fast: half as fast from now on. Many answers of the same moment say it once. */
  async slowDown(accountId: string, sellerId: string): Promise<void> {
    await this.db.run(
      `insert into cadences_numero as n (id_compte_whatsapp, id_utilisateur, creneau, lot, debit, ralenti_le) values ($1, $2, now(), 0, ${FULL_RATE / 2}, now())
       on conflict (id_compte_whatsapp) do update set debit = greatest(${LEAST_RATE}, ${rateSql} / 2), ralenti_le = now()
         where n.ralenti_le is null or n.ralenti_le < now() - interval '1 second'`,
      [accountId, sellerId],
    );
  }

  /** @returns how many each number may send of what it has */
  private async bookNumbers(queue: Candidate[]): Promise<Map<string, number>> {
    const wanted = new Map<string, { sellerId: string; messages: number }>();
    for (const { id_compte_whatsapp: id, id_utilisateur: sellerId } of queue)
      wanted.set(id, { sellerId, messages: (wanted.get(id)?.messages ?? 0) + 1 });
    // Sorted, so that two replicas never wait for each other.
    const numbers = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1));
    const fits = `least(excluded.lot, greatest(0, floor(extract(epoch from now() + ${burstSql} - greatest(n.creneau, now())) / extract(epoch from ${stepSql}) + 0.01)))::int`;
    const rows = await this.db.rows<{ id_compte_whatsapp: string; lot: number }>(
      `insert into cadences_numero as n (id_compte_whatsapp, id_utilisateur, creneau, lot, debit)
       select id, vendeur, now() + lot * (interval '1 second' / ${STEADY * FULL_RATE}), lot, ${FULL_RATE} from unnest($1::uuid[], $2::uuid[], $3::int[]) t(id, vendeur, lot)
       on conflict (id_compte_whatsapp) do update set lot = ${fits}, creneau = greatest(n.creneau, now()) + ${fits} * ${stepSql}
       returning id_compte_whatsapp, lot`,
      [
        numbers.map(([id]) => id),
        numbers.map(([, of]) => of.sellerId),
        numbers.map(([, of]) => Math.min(of.messages, AT_ONCE * FULL_RATE)),
      ],
    );
    return new Map(rows.map((row) => [row.id_compte_whatsapp, row.lot]));
  }

  private async bookCustomers(queue: Candidate[]): Promise<Set<string>> {
    if (queue.length === 0) return new Set();
    const pairs = [...new Map(queue.map((one) => [pairOf(one), one])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, one]) => one);
    const rows = await this.db.rows<{ phone_number_id: string; id_prospect: string }>(
      `insert into cadences_client as k (phone_number_id, personne, id_utilisateur, creneau)
       select numero, prospect, vendeur, now() + interval '${PAIR_EVERY_MS} milliseconds' from unnest($1::text[], $2::uuid[], $3::uuid[]) t(numero, prospect, vendeur)
       on conflict (phone_number_id, personne) do update set creneau = greatest(k.creneau, now()) + interval '${PAIR_EVERY_MS} milliseconds' where ${CUSTOMER_HAS_ROOM}
       returning phone_number_id, personne as id_prospect`,
      [pairs.map((p) => p.phone_number_id), pairs.map((p) => p.id_prospect), pairs.map((p) => p.id_utilisateur)],
    );
    return new Set(rows.map(pairOf));
  }
}

const pairOf = (pair: { phone_number_id: string; id_prospect: string }) => `${pair.phone_number_id}|${pair.id_prospect}`;
