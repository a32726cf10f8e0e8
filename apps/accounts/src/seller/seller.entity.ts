import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type OpeningSlot, type SellerFacts, SellerRegisteredV1, SellerUpdatedV1, type SellerView } from '#contracts';
import { Aggregate } from '#bus';

/** What a seller may change of his profile; absent fields stay. */
export type SellerChanges = Partial<Omit<SellerFacts, 'email'>>;

/** A seller: who he is, what his customers see of his shop, and the time zone that makes his day. */
@Entity('utilisateurs_fluxasync')
export class Seller extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_utilisateur' })
  id!: string;

  @Column('text', { name: 'nom' })
  lastName!: string;

  @Column('text', { name: 'prenom' })
  firstName!: string;

  /** Lower case; no two sellers share one. */
  @Column('text', { name: 'adresse_email' })
  email!: string;

  /** E.164. */
  @Column('text', { name: 'numero_telephone' })
  phone!: string;

  @Column('text', { name: 'pays' })
  country!: string;

  @Column('text', { name: 'secteur_activite' })
  sector!: string;

  @Column('text', { name: 'nom_boutique' })
  shopName!: string;

  @Column('text', { name: 'adresse_recuperation', nullable: true })
  pickupAddress!: string | null;

  /** IANA name. */
  @Column('text', { name: 'fuseau_horaire' })
  timeZone!: string;

  @Column('text', { name: 'horaires', nullable: true })
  openingHours!: string | null;

  /** In the order of the week; null when not said. */
  @Column('jsonb', { name: 'horaires_ouverture', nullable: true })
  hours!: OpeningSlot[] | null;

  @Column('timestamptz', { name: 'date_creation' })
  createdAt!: Date;

  @Column('int', { name: 'version' })
  version!: number;

  override get sellerId(): string {
    return this.id;
  }

  /** Signs a seller up. */
  static register(id: string, facts: SellerFacts): Seller {
    const seller = new Seller();
    Object.assign(seller, { pickupAddress: null, openingHours: null, hours: null }, facts, {
      id,
      createdAt: new Date(),
      version: 1,
    });
    seller.record(SellerRegisteredV1, () => seller.facts());
    return seller;
  }

  /** Changes the profile; an empty pickup address, opening text or week clears it. Says so only when something did change. */
  change(changes: SellerChanges): void {
    const before = JSON.stringify(this.facts());
    Object.assign(this, changes);
    this.pickupAddress ||= null;
    this.openingHours ||= null;
    if (this.hours?.length === 0) this.hours = null;
    if (JSON.stringify(this.facts()) !== before) this.record(SellerUpdatedV1, () => this.facts());
  }

  /** The snapshot that other services keep. */
  facts(): SellerFacts {
    const { lastName, firstName, email, phone, country, sector, shopName, timeZone } = this;
    return {
      ...{ lastName, firstName, email, phone, country, sector, shopName, timeZone },
      ...(this.pickupAddress ? { pickupAddress: this.pickupAddress } : {}),
      ...(this.openingHours ? { openingHours: this.openingHours } : {}),
      // The database gives an object's keys back in an order of its own: in ours, so that two snapshots compare.
      ...(this.hours ? { hours: this.hours.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })) } : {}),
    };
  }

  /** As the seller sees himself. */
  view(): SellerView {
    return { ...this.facts(), id: this.id, createdAt: this.createdAt.toISOString(), version: this.version };
  }
}
