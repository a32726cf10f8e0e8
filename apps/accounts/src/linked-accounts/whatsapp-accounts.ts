import { Injectable } from '@nestjs/common';
import { AggregateRepository, Outbox } from '#bus';
import { type ConnectWhatsAppAccount, DomainError, type NumberRoutes, type QuestionOf, toE164 } from '#contracts';
import { Database, isDuplicate, newId } from '#database';
import { AccountsEnv } from '../accounts.env.js';
import { WhatsAppAccount, whatsAppTokenContext } from './whatsapp-account.entity.js';

/** Routes in one answer: far below what a message to the gateway may weigh. */
const ROUTES = 2_000;

/** Business numbers: one for each seller, and no number with two sellers. */
@Injectable()
export class WhatsAppAccounts extends AggregateRepository<WhatsAppAccount> {
  constructor(
    db: Database,
    outbox: Outbox,
    private readonly env: AccountsEnv,
  ) {
    super(db, outbox, WhatsAppAccount, 'whatsapp_account');
  }

  /**
   * Links a number to the seller, or renews its token.
   * @throws DomainError VALIDATION_FAILED (phone), WHATSAPP_ACCOUNT_ALREADY_LINKED (he has another), WHATSAPP_NUMBER_TAKEN (another has it)
   */
  async connect(sellerId: string, asked: QuestionOf<ConnectWhatsAppAccount>): Promise<WhatsAppAccount> {
    const number = {
      businessAccountId: asked.businessAccountId,
      phoneNumberId: asked.phoneNumberId,
      phone: toE164(asked.phone, 'phone'),
      sealedToken: this.env.secretBox.seal(asked.accessToken, whatsAppTokenContext(sellerId)),
    };
    try {
      const [own] = await this.list(sellerId);
      return own
        ? await this.update(own.id, sellerId, (account) => account.connect(number))
        : await this.add(WhatsAppAccount.link(newId(), sellerId, number));
    } catch (error) {
      if (isDuplicate(error, 'comptes_whatsapp_phone_number_id')) throw new DomainError('WHATSAPP_NUMBER_TAKEN', 'conflict');
      if (isDuplicate(error, 'comptes_whatsapp_un_par_vendeur'))
        throw new DomainError('WHATSAPP_ACCOUNT_ALREADY_LINKED', 'conflict');
      throw error;
    }
  }

  async list(sellerId: string): Promise<WhatsAppAccount[]> {
    return this.db.asSeller(sellerId, () => this.db.tx.getRepository(WhatsAppAccount).findBy({ sellerId }));
  }

  /** @throws DomainError WHATSAPP_ACCOUNT_NOT_FOUND */
  async disconnect(id: string, sellerId: string): Promise<WhatsAppAccount> {
    return this.update(id, sellerId, (account) => account.disconnect());
  }

  /** Whose every connected number is, by account id; at most {@link ROUTES}, beginning after `after`. */
  async routes(after?: string): Promise<NumberRoutes> {
    const rows = await this.db.asWorker(() =>
      this.db.rows<{ id: string; phone_number_id: string; seller: string; version: number }>(
        `select id_compte_whatsapp as id, phone_number_id, id_utilisateur as seller, version from comptes_whatsapp
         where statut_compte = 'connecte' and ($1::uuid is null or id_compte_whatsapp > $1::uuid) order by 1 limit ${ROUTES + 1}`,
        [after ?? null],
      ),
    );
    const routes = rows
      .slice(0, ROUTES)
      .map((row) => ({ accountId: row.id, phoneNumberId: row.phone_number_id, sellerId: row.seller, version: row.version }));
    return { routes, ...(rows.length > ROUTES ? { nextAfter: routes.at(-1)!.accountId } : {}) };
  }
}
