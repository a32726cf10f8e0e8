import { Injectable } from '@nestjs/common';
import type { JournalLine, ListJournal, Page, QuestionOf } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';

interface Row {
  id: string;
  event: string;
  actor: string;
  reference: string;
  correlationId: string;
  occurredAt: Date;
}

/** Read side: the audit trail of one seller. Each filter has its own index, so a page costs the same at any size. */
@Injectable()
export class JournalQueries {
  constructor(private readonly db: Database) {}

  async page(sellerId: string, question: QuestionOf<ListJournal>): Promise<Page<JournalLine>> {
    const { limit, after } = pageRequest(question);
    const conditions: string[] = ['id_utilisateur = $1'];
    const values: unknown[] = [sellerId];
    const only = (sql: string, value: unknown) => value !== undefined && conditions.push(`${sql} $${values.push(value)}`);
    only('id_correlation =', question.correlationId);
    only('reference =', question.reference);
    only('id <', after);
    const rows = await this.db.rows<Row>(
      `select id, evenement as event, acteur as actor, reference, id_correlation as "correlationId", date_evenement as "occurredAt"
       from journaux_systeme where ${conditions.join(' and ')} order by id desc limit ${limit + 1}`,
      values,
    );
    return pageOfRows(
      rows,
      limit,
      ({ id, ...row }) => ({ eventId: id, ...row, occurredAt: row.occurredAt.toISOString() }),
      (row) => row.id,
    );
  }
}
