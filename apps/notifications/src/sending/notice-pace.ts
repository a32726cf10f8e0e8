import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { PACE_CODES, paceAt, type ProviderError } from '#providers';
import { NotificationsEnv } from '../notifications.env.js';

/** SQL: the person of a notice, as the pace knows him. */
const personSql = (phone: string) => `sha256(convert_to(${phone}, 'UTF8'))`;

/** SQL: the slots of what stands in line as `f`, as {@link NoticePace.hasRoom} asks them. @param number SQL of the platform's number */
export const slotsOf = (number: string) =>
  `left join cadence_numero n on n.phone_number_id = ${number}
   left join lateral (select d.creneau from cadences_destinataire d where d.phone_number_id = ${number} and d.personne = f.personne limit 1) k on true`;

/** SQL: the people of telephone numbers `numbers`. */
export const peopleOf = (numbers: string) => `array(select ${personSql('t')} from unnest(${numbers}) u(t))`;

/** A slot that passed this long ago says nothing any more; such are looked for once in a while. */
const PASSED_HOURS = 24;
const FORGET_EVERY_MS = 60_000;

/** How fast the platform's own number may write, and to one person: the same rules as for a shop's. What has no room stays in the queue. */
@Injectable()
export class NoticePace {
  private readonly pace: ReturnType<typeof paceAt>;
  private forgotAt = -Infinity;

  constructor(
    private readonly db: Database,
    private readonly env: NotificationsEnv,
  ) {
    this.pace = paceAt(env.platformMessagesPerSecond);
  }

  /** SQL: number and person may be written to now (see {@link slotsOf}). */
  get hasRoom(): string {
    return `${this.pace.numberHasRoom} and ${this.pace.personHasRoom}`;
  }

  /** In the claim's transaction: books room for the first of these, and @returns those that have it. @param queue the most urgent first, one for each person */
  async book<N extends { to: string }>(queue: N[]): Promise<N[]> {
    if (queue.length === 0) return [];
    const number = this.env.platformPhoneNumberId;
    const [room] = await this.db.rows<{ lot: number }>(
      `insert into cadence_numero as n (phone_number_id, creneau, lot, debit) values ($1, ${this.pace.firstOfNumber('$2::int')}, $2, ${this.pace.fullRate})
       on conflict (phone_number_id) do update set ${this.pace.nextOfNumber} returning lot`,
      [number, Math.min(queue.length, this.pace.mostOfNumber)],
    );
    const within = queue.slice(0, room!.lot);
    // Sorted, so that two replicas never wait for each other.
    const booked = await this.db.rows<{ telephone: string }>(
      `with envois as (select telephone, ${personSql('telephone')} as personne from unnest($2::text[]) t(telephone)),
            places as (
         insert into cadences_destinataire as k (phone_number_id, personne, creneau) select $1, personne, ${this.pace.firstOfPerson} from envois order by personne
         on conflict (phone_number_id, personne) do update set ${this.pace.nextOfPerson} where ${this.pace.personHasRoom} returning personne)
       select telephone from envois join places using (personne)`,
      [number, within.map(({ to }) => to)],
    );
    const phones = new Set(booked.map(({ telephone }) => telephone));
    await this.forgetPassed();
    return within.filter(({ to }) => phones.has(to));
  }

  private async forgetPassed(): Promise<void> {
    if (performance.now() < this.forgotAt + FORGET_EVERY_MS) return;
    this.forgotAt = performance.now();
    await this.db.run(`delete from cadences_destinataire where creneau < now() - interval '${PASSED_HOURS} hours'`);
  }

  /** WhatsApp says that it was too much, for the person or from the number: whatever we thought, it is so. In the open transaction. */
  async met(error: ProviderError, to: string): Promise<void> {
    const number = this.env.platformPhoneNumberId;
    if (error.code === PACE_CODES.person)
      await this.db.run(
        `insert into cadences_destinataire as k (phone_number_id, personne, creneau) values ($1, ${personSql('$2::text')}, ${this.pace.spentOfPerson('$3::int')})
         on conflict (phone_number_id, personne) do update set creneau = greatest(k.creneau, excluded.creneau)`,
        [number, to, Math.ceil(error.retryAfterMs ?? 0)],
      );
    if (error.code === PACE_CODES.number)
      await this.db.run(
        `insert into cadence_numero as n (phone_number_id, creneau, lot, debit, ralenti_le) values ($1, now(), 0, ${this.pace.firstSlowed}, now())
         on conflict (phone_number_id) do update set ${this.pace.slowed}`,
        [number],
      );
  }
}
