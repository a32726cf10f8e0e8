import { Injectable } from '@nestjs/common';
import { type MailboxHealth, notFound } from '#contracts';
import { Database } from '#database';

interface Row {
  etat: 'active' | 'reconnexion_requise' | 'a_deconnecter' | 'deconnectee';
  problem: string | null;
  lastReadAt: Date | null;
  watchedUntil: Date | null;
}

/** Read side: whether mailboxes can be read. */
@Injectable()
export class MailboxHealthQueries {
  constructor(private readonly db: Database) {}

  /** A passing trouble is told too, while the mailbox still works. @throws DomainError EMAIL_ACCOUNT_NOT_FOUND */
  async of(sellerId: string, accountId: string): Promise<MailboxHealth> {
    const [box] = await this.db.rows<Row>(
      `select etat, explication_probleme as problem, derniere_releve as "lastReadAt", surveillance_expire as "watchedUntil"
       from boites where id_compte_email = $1 and id_utilisateur = $2`,
      [accountId, sellerId],
    );
    if (!box) throw notFound('email_account', accountId);
    const { etat, lastReadAt, watchedUntil } = box;
    const linked = etat === 'active' || etat === 'reconnexion_requise';
    const problem = linked ? box.problem : 'La boîte n’est plus reliée à FluxAsync : reliez-la à nouveau.';
    return {
      state: etat === 'active' ? 'working' : 'reconnect-needed',
      ...(problem === null ? {} : { problem }),
      ...(lastReadAt ? { lastReadAt: lastReadAt.toISOString() } : {}),
      ...(etat === 'active' && watchedUntil ? { watchedUntil: watchedUntil.toISOString() } : {}),
    };
  }
}
