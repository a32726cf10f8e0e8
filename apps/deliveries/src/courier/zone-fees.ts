import { Injectable } from '@nestjs/common';
import { DeliveryZonesUpdatedV1, DomainError, fact, invalid, type DeliveryZones, type ZoneFee, fold } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import { DeliveriesEnv } from '../deliveries.env.js';
import { splitZones, zoneOf } from './zones.js';

/** What one published list can hold. */
const MOST_ZONES = 200;

/** Where a seller delivers and for how much: the zones of his active couriers, at their own fee or the standard fee, and how long it takes where he says so. */
@Injectable()
export class ZoneFees {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: DeliveriesEnv,
  ) {}

  /** Sets the fees and delays of the named zones; the others keep theirs. @throws DomainError VALIDATION_FAILED when a zone has no letters */
  async set(sellerId: string, zones: ZoneFee[]): Promise<void> {
    if (zones.some(({ zone }) => fold(zone) === ''))
      throw invalid('a zone has a name', [{ field: 'zones.zone', problem: 'has no letters' }]);
    const last = [...new Map(zones.map((zone) => [fold(zone.zone), zone])).entries()];
    await this.db.run(
      `insert into frais_zones (id_utilisateur, cle_zone, zone, frais, delai)
       select $1, k, z, f, d from unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) t(k, z, f, d) order by k
       on conflict (id_utilisateur, cle_zone) do update set zone = excluded.zone, frais = excluded.frais, delai = excluded.delai`,
      [
        sellerId,
        last.map(([key]) => key),
        last.map(([, { zone }]) => zone),
        last.map(([, { fee }]) => fee),
        last.map(([, { delay }]) => delay?.trim() || null),
      ],
    );
    await this.publish(sellerId);
  }

  /** FCFA for a zone without a fee of its own. */
  get standardFee(): number {
    return this.env.standardFee;
  }

  /** The fees that these sellers set, by seller. */
  async ownOf(sellerIds: string[]): Promise<Map<string, ZoneFee[]>> {
    const rows = await this.db.rows<ZoneFee & { sellerId: string }>(
      `select id_utilisateur as "sellerId", zone, frais::float8 as fee from frais_zones where id_utilisateur = any($1::uuid[]) order by id_utilisateur, cle_zone`,
      [sellerIds],
    );
    return Map.groupBy(rows, ({ sellerId }) => sellerId);
  }

  /** FCFA to bring something to this address. */
  async feeTo(sellerId: string, address: string): Promise<number> {
    const fees = await this.own(sellerId);
    const zone = zoneOf(
      address,
      fees.map((own) => own.zone),
    );
    return fees.find((own) => own.zone === zone)?.fee ?? this.env.standardFee;
  }

  /** The zones of the seller's active couriers with their fees, by name. */
  async zones(sellerId: string): Promise<ZoneFee[]> {
    const covered = await this.db.rows<{ zones: string }>(
      'select zones_couverture as zones from livreurs where id_utilisateur = $1 and actif order by id_livreur',
      [sellerId],
    );
    const own = new Map((await this.own(sellerId)).map((one) => [fold(one.zone), one]));
    return splitZones(covered.map(({ zones }) => zones))
      .map((zone) => ({ fee: this.env.standardFee, ...own.get(fold(zone)), zone }))
      .sort((a, b) => a.zone.localeCompare(b.zone, 'fr'));
  }

  /** The zones of the active couriers, and the priced ones that none of them covers: as many of those as a list holds. */
  async view(sellerId: string): Promise<DeliveryZones> {
    const zones = await this.zones(sellerId);
    const covered = new Set(zones.map(({ zone }) => fold(zone)));
    const uncovered = (await this.own(sellerId)).filter(({ zone }) => !covered.has(fold(zone))).slice(0, MOST_ZONES);
    return { zones, ...(uncovered.length > 0 ? { uncovered } : {}) };
  }

  /** Publishes the whole list. Its version is raised first: who changes zones at the same time waits here and then sees this change too. */
  async publish(sellerId: string): Promise<void> {
    const [row] = await this.db.rows<{ version: number }>(
      `insert into zones_publiees (id_utilisateur, version) values ($1, 1)
       on conflict (id_utilisateur) do update set version = zones_publiees.version + 1 returning version`,
      [sellerId],
    );
    const zones = await this.zones(sellerId);
    if (zones.length > MOST_ZONES) throw new DomainError('TOO_MANY_ZONES', 'invalid', { zones: zones.length, most: MOST_ZONES });
    await this.outbox.add([fact(DeliveryZonesUpdatedV1, { zones }, { sellerId, key: sellerId, version: row!.version })]);
  }

  private async own(sellerId: string): Promise<ZoneFee[]> {
    const rows = await this.db.rows<ZoneFee & { delay: string | null }>(
      'select zone, frais::float8 as fee, delai as delay from frais_zones where id_utilisateur = $1 order by cle_zone',
      [sellerId],
    );
    return rows.map(({ delay, ...zone }) => ({ ...zone, ...(delay ? { delay } : {}) }));
  }
}
