import { Injectable } from '@nestjs/common';
import { type EmailView, type MarkEmail, notFound, type QuestionOf } from '#contracts';
import { Database } from '#database';
import { EmailQueries } from './email.queries.js';

/** The seller's own marks on a mail; his mailbox is not told. */
@Injectable()
export class MarkEmails {
  constructor(
    private readonly db: Database,
    private readonly emails: EmailQueries,
  ) {}

  /** In the open transaction. @throws DomainError EMAIL_NOT_FOUND */
  async mark(sellerId: string, { emailId, read, handled }: QuestionOf<MarkEmail>): Promise<EmailView> {
    const marked = await this.db.run(
      'update emails_recus set lu = coalesce($3, lu), traite = coalesce($4, traite) where id_email = $1 and id_utilisateur = $2',
      [emailId, sellerId, read ?? null, handled ?? null],
    );
    if (marked === 0) throw notFound('email', emailId);
    return this.emails.one(sellerId, emailId);
  }
}
