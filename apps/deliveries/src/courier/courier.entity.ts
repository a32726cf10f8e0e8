import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  CourierRegisteredV1,
  CourierRemovedV1,
  type CourierView,
  invalid,
  type QuestionOf,
  type RegisterCourier,
  type UpdateCourier,
  toE164,
} from '#contracts';
import { Aggregate } from '#bus';
import { newId } from '#database';
import { joinZones, splitZones } from './zones.js';

const LONGEST_ZONE = 100;

/** Somebody who brings parcels for a seller, in the zones he covers. */
@Entity('livreurs')
export class Courier extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_livreur' }) id!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('text', { name: 'nom_complet_livreur' }) fullName!: string;
  /** E.164. */
  @Column('text', { name: 'numero_telephone_livreur' }) phone!: string;
  /** Readable as it stands in the database: `Cocody, Marcory, Plateau`. */
  @Column('text', { name: 'zones_couverture', transformer: { to: joinZones, from: splitZones } }) zones!: string[];
  /** Takes deliveries. */
  @Column('boolean', { name: 'actif' }) active!: boolean;
  /** When he left the seller's list; his row stays for the deliveries he made. */
  @Column('timestamptz', { name: 'date_retrait', nullable: true }) removedAt!: Date | null;
  @Column('int', { name: 'version' }) version!: number;
  @Column('timestamptz', { name: 'date_creation' }) createdAt!: Date;

  /** @throws DomainError VALIDATION_FAILED when the telephone is none, or no zone is named */
  static register(sellerId: string, { fullName, phone, zones }: QuestionOf<RegisterCourier>): Courier {
    const courier = Object.assign(new Courier(), {
      id: newId(),
      sellerId,
      active: true,
      removedAt: null,
      version: 1,
      createdAt: new Date(),
    });
    courier.change({ fullName, phone, zones });
    return courier;
  }

  /** Changes what is named; the rest stays. @throws DomainError VALIDATION_FAILED */
  change({ fullName, phone, zones, active }: Omit<QuestionOf<UpdateCourier>, 'courierId' | 'ifVersion'>): void {
    if (fullName !== undefined) this.fullName = fullName;
    if (phone !== undefined) this.phone = toE164(phone, 'phone');
    if (zones !== undefined) this.zones = zonesOf(zones);
    if (active !== undefined) this.active = active;
    this.record(CourierRegisteredV1, () => ({
      courierId: this.id,
      fullName: this.fullName,
      phone: this.phone,
      zones: this.zones,
    }));
  }

  /** He brings nothing for this seller any more. */
  leave(): void {
    this.active = false;
    this.removedAt = new Date();
    this.record(CourierRemovedV1, () => ({ courierId: this.id, fullName: this.fullName }));
  }

  view(): CourierView {
    const { id, fullName, phone, zones, active, version, createdAt } = this;
    return { id, fullName, phone, zones, active, version, createdAt: createdAt.toISOString() };
  }
}

function zonesOf(written: string[]): string[] {
  const zones = splitZones(written);
  if (zones.length === 0 || zones.length > 50 || zones.some((zone) => zone.length > LONGEST_ZONE))
    throw invalid('a courier covers zones', [
      { field: 'zones', problem: `names 1 to 50 zones of at most ${LONGEST_ZONE} letters` },
    ]);
  return zones;
}
