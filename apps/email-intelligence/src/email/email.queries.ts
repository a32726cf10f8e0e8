import { Injectable } from '@nestjs/common';
import {
  type EmailAnalysisView,
  type EmailDetailView,
  type EmailView,
  type ListEmails,
  notFound,
  type Page,
  type QuestionOf,
} from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { ACT_COLUMNS, type ActRow, actView } from '../acts/email-act.js';

interface Row extends Omit<EmailView, 'receivedAt' | 'analysis' | 'id'> {
  receivedAt: Date;
  classification: EmailAnalysisView['classification'] | null;
  summary: string;
  action: EmailAnalysisView['action'];
  confidence: number;
  analysedAt: Date;
}

const MAILS = `select e.id_email as "emailId", id_compte_email as "accountId", email_expediteur as "from", sujet_email as subject, niveau_priorite as priority,
    date_reception as "receivedAt", lu as read, traite as handled, classification_email as classification, resume_contenu as summary, action_suggeree as action,
    score_confiance::float8 as confidence, date_analyse as "analysedAt"
  from emails_recus e left join analyses_emails a on a.id_email = e.id_email`;

/** The most acts a mail shows: the newest. */
const MOST_ACTS = 200;

/** Read side: a seller's mails with what they mean. */
@Injectable()
export class EmailQueries {
  constructor(private readonly db: Database) {}

  /** Only the conditions that were asked for are written: each then has its index to walk, newest first from the page's start. */
  async page(sellerId: string, question: QuestionOf<ListEmails>): Promise<Page<EmailView>> {
    const { limit, after } = pageRequest(question);
    const { accountId, priority, classification, read, handled } = question;
    const values: unknown[] = [sellerId, limit + 1];
    const asked = (condition: (parameter: string) => string, value: unknown): string =>
      value === undefined ? '' : ` and ${condition(`$${values.push(value)}`)}`;
    const conditions = [
      asked((p) => `e.id_compte_email = ${p}`, accountId),
      asked((p) => `e.niveau_priorite = ${p}`, priority),
      asked((p) => `a.id_utilisateur = $1 and a.classification_email = ${p}`, classification),
      asked((p) => `e.lu = ${p}`, read),
      asked((p) => `e.traite = ${p}`, handled),
      // Said of both tables: the planner carries an equality over from one to the other, but no order.
      asked((p) => `e.id_email < ${p}${classification === undefined ? '' : ` and a.id_email < ${p}`}`, after),
    ];
    const rows = await this.db.rows<Row>(
      `${MAILS} where e.id_utilisateur = $1${conditions.join('')} order by e.id_email desc limit $2`,
      values,
    );
    return pageOfRows(rows, limit, viewOf, (row) => row.emailId);
  }

  /** @throws DomainError EMAIL_NOT_FOUND */
  async one(sellerId: string, emailId: string): Promise<EmailView> {
    const [row] = await this.db.rows<Row>(`${MAILS} where e.id_utilisateur = $1 and e.id_email = $2`, [sellerId, emailId]);
    if (!row) throw notFound('email', emailId);
    return viewOf(row);
  }

  /** @throws DomainError EMAIL_NOT_FOUND */
  async detail(sellerId: string, emailId: string): Promise<EmailDetailView> {
    const mail = await this.one(sellerId, emailId);
    const [body] = await this.db.rows<{ text: string; textCut: boolean }>(
      'select contenu as text, tronque as "textCut" from corps_emails where id_email = $1 and id_utilisateur = $2',
      [emailId, sellerId],
    );
    const acts = await this.db.rows<ActRow>(
      `select ${ACT_COLUMNS} from actions_emails where id_email = $1 and id_utilisateur = $2 order by id_action desc limit ${MOST_ACTS}`,
      [emailId, sellerId],
    );
    return { ...mail, ...body!, acts: acts.reverse().map(actView) };
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
