import { Injectable } from '@nestjs/common';
import { DomainError, type Received, type SellerFacts } from '#contracts';
import { Database } from '#database';

/** What makes a seller's day, and the version of the profile it comes from (-1 before any profile arrived). */
export interface SellerZone {
  timeZone: string;
  version: number;
}

export const REGISTRATION = 'seller.registered';
const PROFILES = new Set([REGISTRATION, 'seller.updated']);

/** True for the facts that carry a seller's time zone. */
export const tellsOfSeller = ({ meta }: Received): boolean => PROFILES.has(meta.subject);

/** The sellers' time zones. Their rows are also the locks under which a seller's figures are changed. */
@Injectable()
export class SellerDays {
  constructor(private readonly db: Database) {}

  /** Locks sellers, in one order, and reads their zones; a seller nobody spoke of yet lives in Africa/Abidjan. */
  async lock(sellerIds: string[]): Promise<Map<string, SellerZone>> {
    const ids = [...new Set(sellerIds)].sort();
    await this.db.run(
      'insert into vendeurs_copie (id_utilisateur) select s from unnest($1::uuid[]) t(s) order by s on conflict do nothing',
      [ids],
    );
    const rows = await this.db.rows<{ id: string; zone: string; version: number }>(
      `select id_utilisateur as id, fuseau_horaire as zone, version from vendeurs_copie
       where id_utilisateur = any($1::uuid[]) order by id_utilisateur for no key update`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, { timeZone: row.zone, version: row.version }]));
  }

  /**
   * Keeps the newest profile of each (locked) seller, and corrects `zones`. Days are moved only where the journal is whole: in a copy restored without it they would be
   * computed from nothing, so they stay as they were counted.
   * @returns sellers whose figures have to be computed afresh
   * @throws DomainError TIME_ZONE_UNKNOWN
   */
  async learn(profiles: Received[], zones: Map<string, SellerZone>): Promise<Set<string>> {
    const moved = new Set<string>();
    for (const { event, meta } of profiles) {
      const sellerId = meta.sellerId!;
      const known = zones.get(sellerId)!;
      if (meta.version <= known.version) {
        // Late: the days that newer profiles could not move without it can be moved now.
        if (meta.subject === REGISTRATION) moved.add(sellerId);
        continue;
      }
      const { timeZone } = event as SellerFacts;
      if (timeZone !== known.timeZone) {
        await this.assertExists(timeZone, sellerId);
        if (known.version < 0 || (await this.isWhole(sellerId))) moved.add(sellerId);
      }
      zones.set(sellerId, { timeZone, version: meta.version });
      await this.db.run('update vendeurs_copie set fuseau_horaire = $2, version = $3 where id_utilisateur = $1', [
        sellerId,
        timeZone,
        meta.version,
      ]);
    }
    return moved;
  }

  /** True when the journal holds the seller's registration, the first fact of each. */
  private async isWhole(sellerId: string): Promise<boolean> {
    const found = await this.db.rows(
      'select 1 from journaux_systeme where reference = $1::text and id_utilisateur = $1::uuid and evenement = $2 limit 1',
      [sellerId, REGISTRATION],
    );
    return found.length > 0;
  }

  private async assertExists(timeZone: string, sellerId: string): Promise<void> {
    const [found] = await this.db.rows('select 1 from pg_timezone_names where name = $1', [timeZone]);
    if (!found) throw new DomainError('TIME_ZONE_UNKNOWN', 'invalid', { sellerId, timeZone });
  }
}
