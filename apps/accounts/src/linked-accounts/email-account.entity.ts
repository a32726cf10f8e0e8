import { Column, Entity, PrimaryColumn } from 'typeorm';
import { EmailAccountConnectedV1, EmailAccountDisconnectedV1, type EmailAccountView } from '#contracts';
import { Aggregate } from '#bus';
import { STATUS, type StoredStatus } from './account-status.js';

/** What the stored token is sealed for: it opens in this column of this seller only. */
export const emailTokenContext = (sellerId: string) => `comptes_email.jeton_acces|${sellerId}`;

/** A mailbox that a seller linked; he keeps the row (and its id) when he links the same one again. */
@Entity('comptes_email')
export class EmailAccount extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_compte_email' })
  id!: string;

  @Column('uuid', { name: 'id_utilisateur' })
  sellerId!: string;

  @Column('text', { name: 'fournisseur_email' })
  provider!: 'gmail';

  /** Lower case. */
  @Column('text', { name: 'adresse_email' })
  email!: string;

  /** Sealed; null when disconnected. */
  @Column('text', { name: 'jeton_acces', nullable: true })
  sealedToken!: string | null;

  @Column('text', { name: 'statut_compte' })
  status!: StoredStatus;

  @Column('timestamptz', { name: 'date_creation' })
  createdAt!: Date;

  @Column('int', { name: 'version' })
  version!: number;

  static link(id: string, sellerId: string, mailbox: { provider: 'gmail'; email: string; sealedToken: string }): EmailAccount {
    const account = new EmailAccount();
    const { provider, email } = mailbox;
    Object.assign(account, { id, sellerId, provider, email, createdAt: new Date(), version: 1 });
    account.connect(mailbox.sealedToken);
    return account;
  }

  /** Links the mailbox, or renews its token. */
  connect(sealedToken: string): void {
    this.status = 'connecte';
    this.sealedToken = sealedToken;
    const { provider, email } = this;
    this.record(EmailAccountConnectedV1, () => ({ accountId: this.id, provider, email, sealedToken }));
  }

  /** Unlinks the mailbox and forgets its token; a second time changes nothing. */
  disconnect(): void {
    if (this.status === 'deconnecte') return;
    this.status = 'deconnecte';
    this.sealedToken = null;
    this.record(EmailAccountDisconnectedV1, () => ({ accountId: this.id, reason: 'seller' }));
  }

  view(): EmailAccountView {
    const { id, provider, email } = this;
    return { id, provider, email, status: STATUS[this.status], createdAt: this.createdAt.toISOString() };
  }
}
