import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError, WhatsAppAccountConnectedV1, WhatsAppAccountDisconnectedV1, type WhatsAppAccountView } from '#contracts';
import { Aggregate } from '#bus';
import { STATUS, type StoredStatus } from './account-status.js';

/** A business number as its owner links it. */
export interface BusinessNumber {
  businessAccountId: string;
  phoneNumberId: string;
  /** E.164. */
  phone: string;
  sealedToken: string;
}

/** What the stored token is sealed for: it opens in this column of this seller only. */
export const whatsAppTokenContext = (sellerId: string) => `comptes_whatsapp.access_token|${sellerId}`;

/** A seller's business number; he has one, and keeps the row (and its id) when he links again. */
@Entity('comptes_whatsapp')
export class WhatsAppAccount extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_compte_whatsapp' })
  id!: string;

  @Column('uuid', { name: 'id_utilisateur' })
  sellerId!: string;

  @Column('text', { name: 'business_account_id' })
  businessAccountId!: string;

  @Column('text', { name: 'numero_telephone_whatsapp' })
  phone!: string;

  /** Sealed; null when disconnected. */
  @Column('text', { name: 'access_token', nullable: true })
  sealedToken!: string | null;

  @Column('text', { name: 'phone_number_id' })
  phoneNumberId!: string;

  @Column('text', { name: 'statut_compte' })
  status!: StoredStatus;

  @Column('timestamptz', { name: 'date_creation' })
  createdAt!: Date;

  @Column('int', { name: 'version' })
  version!: number;

  static link(id: string, sellerId: string, number: BusinessNumber): WhatsAppAccount {
    const account = new WhatsAppAccount();
    Object.assign(account, { id, sellerId, status: 'deconnecte', createdAt: new Date(), version: 1 });
    account.connect(number);
    return account;
  }

  /** Links the number, or renews the token of the number that is linked. @throws DomainError WHATSAPP_ACCOUNT_ALREADY_LINKED when another number is */
  connect(number: BusinessNumber): void {
    if (this.status === 'connecte' && this.phoneNumberId !== number.phoneNumberId)
      throw new DomainError('WHATSAPP_ACCOUNT_ALREADY_LINKED', 'conflict', { accountId: this.id });
    Object.assign(this, number, { status: 'connecte' });
    const { businessAccountId, phoneNumberId, phone, sealedToken } = number;
    this.record(WhatsAppAccountConnectedV1, () => ({
      accountId: this.id,
      ...{ phoneNumberId, businessAccountId, phone, sealedToken },
    }));
  }

  /** Unlinks the number and forgets its token; a second time changes nothing. */
  disconnect(): void {
    if (this.status === 'deconnecte') return;
    this.status = 'deconnecte';
    this.sealedToken = null;
    this.record(WhatsAppAccountDisconnectedV1, () => ({
      accountId: this.id,
      phoneNumberId: this.phoneNumberId,
      reason: 'seller',
    }));
  }

  view(): WhatsAppAccountView {
    const { id, businessAccountId, phoneNumberId, phone } = this;
    return { id, businessAccountId, phoneNumberId, phone, status: STATUS[this.status], createdAt: this.createdAt.toISOString() };
  }
}
