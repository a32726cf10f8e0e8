import { Injectable } from '@nestjs/common';
import { AggregateRepository, Outbox } from '#bus';
import { type ConnectEmailAccount, DomainError, type QuestionOf } from '#contracts';
import { Database, isDuplicate, newId } from '#database';
import { AccountsEnv } from '../accounts.env.js';
import { EmailAccount, emailTokenContext } from './email-account.entity.js';

/** Mailboxes: a seller may link several, and no mailbox is with two sellers. */
@Injectable()
export class EmailAccounts extends AggregateRepository<EmailAccount> {
  constructor(
    db: Database,
    outbox: Outbox,
    private readonly env: AccountsEnv,
  ) {
    super(db, outbox, EmailAccount, 'email_account');
  }

  /** Links a mailbox to the seller, or renews its token. @throws DomainError MAILBOX_TAKEN when another seller has it */
  async connect(sellerId: string, asked: QuestionOf<ConnectEmailAccount>): Promise<EmailAccount> {
    const email = asked.email.toLowerCase();
    const sealedToken = this.env.secretBox.seal(asked.refreshToken, emailTokenContext(sellerId));
    try {
      const own = (await this.list(sellerId)).find((account) => account.email === email);
      return own
        ? await this.update(own.id, sellerId, (account) => account.connect(sealedToken))
        : await this.add(EmailAccount.link(newId(), sellerId, { provider: asked.provider, email, sealedToken }));
    } catch (error) {
      if (isDuplicate(error, 'comptes_email_adresse') || isDuplicate(error, 'comptes_email_une_fois_par_vendeur'))
        throw new DomainError('MAILBOX_TAKEN', 'conflict');
      throw error;
    }
  }

  /** Oldest first. */
  async list(sellerId: string): Promise<EmailAccount[]> {
    return this.db.asSeller(sellerId, () =>
      this.db.tx.getRepository(EmailAccount).find({ where: { sellerId }, order: { id: 'asc' } }),
    );
  }

  /** @throws DomainError EMAIL_ACCOUNT_NOT_FOUND */
  async disconnect(id: string, sellerId: string): Promise<EmailAccount> {
    return this.update(id, sellerId, (account) => account.disconnect());
  }
}
