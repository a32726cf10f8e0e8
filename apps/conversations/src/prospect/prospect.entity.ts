import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError, ProspectErasedV1, ProspectMergedV1, ProspectOptedInV1, ProspectOptedOutV1 } from '#contracts';
import { Aggregate } from '#bus';

/** What stands where the words of an erased person stood. */
export const ERASED = '[effacé]';

/** A person who wrote to the seller, or whom he added by hand. */
@Entity('prospects')
export class Prospect extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_prospect' }) id!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('text', { name: 'numero_telephone', nullable: true }) phone!: string | null;
  @Column('text', { name: 'nom_complet', nullable: true }) fullName!: string | null;
  @Column('text', { name: 'url_publicite', nullable: true }) adUrl!: string | null;
  @Column('text', { name: 'ctwa_clid', nullable: true }) adClick!: string | null;
  @Column('text', { name: 'derniere_url_publicite', nullable: true }) lastAdUrl!: string | null;
  @Column('text', { name: 'dernier_ctwa_clid', nullable: true }) lastAdClick!: string | null;
  @Column('timestamptz', { name: 'desinscrit_le', nullable: true }) optedOutAt!: Date | null;
  /** Who said so; null for who was opted out before this was kept. */
  @Column('text', { name: 'desinscrit_par', nullable: true }) optedOutBy!: ProspectOptedOutV1['by'] | null;
  /** Since when WhatsApp keeps the shop's advertising from him. */
  @Column('timestamptz', { name: 'promotions_refusees_le', nullable: true }) promotionsStoppedAt!: Date | null;
  /** When he last said himself whether he wants messages. */
  @Column('timestamptz', { name: 'volonte_le', nullable: true }) saidSoAt!: Date | null;
  @Column('timestamptz', { name: 'efface_le', nullable: true }) erasedAt!: Date | null;
  @Column('int') version!: number;

  /** The seller's word for him; names that WhatsApp tells later do not replace it. */
  rename(fullName: string): void {
    this.assertSomebody();
    this.fullName = fullName;
  }

  /** He said himself, at this moment, whether he wants messages. @returns false when he has said something later: that stands */
  says(at: Date): boolean {
    if (this.saidSoAt && at < this.saidSoAt) return false;
    this.saidSoAt = at;
    return true;
  }

  /** He wants no more messages. Saying it twice changes nothing, except that his own word is stronger than WhatsApp's. */
  optOut(by: ProspectOptedOutV1['by']): void {
    this.assertSomebody();
    if (this.optedOutBy !== 'customer') this.optedOutBy = by;
    if (this.optedOutAt) return;
    this.optedOutAt = new Date();
    this.record(ProspectOptedOutV1, () => ({ prospectId: this.id, by }));
  }

  /** He wants messages again. */
  optIn(): void {
    this.assertSomebody();
    if (!this.optedOutAt) return;
    this.optedOutAt = null;
    this.optedOutBy = null;
    this.record(ProspectOptedInV1, () => ({ prospectId: this.id }));
  }

  /** What is known of the other is known of him, unless it was known better; who wanted no messages under either name gets none. */
  absorb(other: Prospect): void {
    this.assertSomebody();
    other.assertSomebody();
    this.fullName ??= other.fullName;
    this.phone ??= other.phone;
    if (other.optedOutAt) this.optOut(other.optedOutBy ?? 'seller');
    this.promotionsStoppedAt ??= other.promotionsStoppedAt;
    if (other.saidSoAt && !(this.saidSoAt && this.saidSoAt > other.saidSoAt)) this.saidSoAt = other.saidSoAt;
    this.record(ProspectMergedV1, () => ({ prospectId: this.id, mergedId: other.id }));
  }

  /** Nothing that tells who he is stays; where he came from does, for the seller's figures. */
  erase(): void {
    this.fullName = ERASED;
    this.phone = null;
    this.adUrl = null;
    this.adClick = null;
    this.lastAdUrl = null;
    this.lastAdClick = null;
    this.optedOutAt = null;
    this.optedOutBy = null;
    this.erasedAt = new Date();
    this.record(ProspectErasedV1, () => ({ prospectId: this.id }));
  }

  private assertSomebody(): void {
    if (this.erasedAt)
      throw new DomainError('PROSPECT_ERASED', 'conflict', { prospectId: this.id, since: this.erasedAt.toISOString() });
  }
}
