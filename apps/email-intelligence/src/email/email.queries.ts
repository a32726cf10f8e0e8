import { Injectable } from '@nestjs/common';
import type { EmailAnalysisView, EmailView, ListEmails, Page, QuestionOf } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';

interface Row extends Omit<EmailView, 'receivedAt' | 'analysis' | 'id'> {
  receivedAt: Date;
  classification: EmailAnalysisView['classification'] | null;
  summary: string;
  action: EmailAnalysisView['action'];
  confidence: number;
  analysedAt: Date;
}

/** Read side: a seller's mails with what they mean. */
@Injectable()
export class EmailQueries {
  constructor(private readonly db: Database) {}

  async page(sellerId: string, question: QuestionOf<ListEmails>): Promise<Page<EmailView>> {
    const { limit, after } = pageRequest(question);
    const rows = await this.db.rows<Row>(
      `select e.id_email as "emailId", id_compte_email as "accountId", email_expediteur as "from", sujet_email as subject, niveau_priorite as priority,
              date_reception as "receivedAt", classification_email as classification, resume_contenu as summary, action_suggeree as action,
              score_confiance::float8 as confidence, date_analyse as "analysedAt"
       from emails_recus e left join analyses_emails a on a.id_email = e.id_email
       where e.id_utilisateur = $1 and ($2::uuid is null or e.id_email < $2) order by e.id_email desc limit $3`,
      [sellerId, after ?? null, limit + 1],
    );
    return pageOfRows(rows, limit, viewOf, (row) => row.emailId);
  }
}

function viewOf({ classification, summary, action, confidence, analysedAt, receivedAt, ...email }: Row): EmailView {
  return {
    ...email,
    id: email.emailId,
    receivedAt: receivedAt.toISOString(),
    ...(classification
      ? { analysis: { classification, summary, action, confidence, analysedAt: analysedAt.toISOString() } }
      : {}),
  };
}
