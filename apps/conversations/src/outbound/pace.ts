import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { MOST_OF_NUMBER, paceSql } from '#providers';

/** A message that could leave, in its queue. */
export interface Candidate {
  id_message: string;
  id_compte_whatsapp: string;
  id_prospect: string;
  phone_number_id: string;
  id_utilisateur: string;
}

/** How fast a number and a customer may be written to. Kept in the database, so that all replicas share it. Nobody waits here: what has no room stays in the queue. */
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
      `insert into cadences_client as k (phone_number_id, personne, id_utilisateur, creneau) values ($1, $2, $3, ${paceSql.spentOfPerson('$4::int')})
       on conflict (phone_number_id, personne) do update set creneau = greatest(k.creneau, excluded.creneau)`,
      [phoneNumberId, prospectId, sellerId, Math.ceil(waitMs)],
    );
  }

  /** WhatsApp says that a number sends too fast: half as fast from now on. Many answers of the same moment say it once. */
  async slowDown(accountId: string, sellerId: string): Promise<void> {
    await this.db.run(
      `insert into cadences_numero as n (id_compte_whatsapp, id_utilisateur, creneau, lot, debit, ralenti_le) values ($1, $2, now(), 0, ${paceSql.firstSlowed}, now())
       on conflict (id_compte_whatsapp) do update set ${paceSql.slowed}`,
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
    const rows = await this.db.rows<{ id_compte_whatsapp: string; lot: number }>(
      `insert into cadences_numero as n (id_compte_whatsapp, id_utilisateur, creneau, lot, debit)
       select id, vendeur, ${paceSql.firstOfNumber('lot')}, lot, ${paceSql.fullRate} from unnest($1::uuid[], $2::uuid[], $3::int[]) t(id, vendeur, lot)
       on conflict (id_compte_whatsapp) do update set ${paceSql.nextOfNumber}
       returning id_compte_whatsapp, lot`,
      [
        numbers.map(([id]) => id),
        numbers.map(([, of]) => of.sellerId),
        numbers.map(([, of]) => Math.min(of.messages, MOST_OF_NUMBER)),
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
       select numero, prospect, vendeur, ${paceSql.firstOfPerson} from unnest($1::text[], $2::uuid[], $3::uuid[]) t(numero, prospect, vendeur)
       on conflict (phone_number_id, personne) do update set ${paceSql.nextOfPerson} where ${paceSql.personHasRoom}
       returning phone_number_id, personne as id_prospect`,
      [pairs.map((p) => p.phone_number_id), pairs.map((p) => p.id_prospect), pairs.map((p) => p.id_utilisateur)],
    );
    return new Set(rows.map(pairOf));
  }
}

const pairOf = (pair: { phone_number_id: string; id_prospect: string }) => `${pair.phone_number_id}|${pair.id_prospect}`;
