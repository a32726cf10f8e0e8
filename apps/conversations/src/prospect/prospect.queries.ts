import { Injectable } from '@nestjs/common';
import { type ListProspects, notFound, type Page, type ProspectView, type QuestionOf } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { type ProspectRow, PROSPECTS, prospectView } from '../conversation/views.js';
import { Conditions } from './search.js';

/** Reads prospects for their seller; row-level security shows him his own only. */
@Injectable()
export class ProspectQueries {
  constructor(private readonly db: Database) {}

  async list(question: QuestionOf<ListProspects>): Promise<Page<ProspectView>> {
    const { limit, after } = pageRequest(question);
    const only = new Conditions();
    if (after) only.and('p.id_prospect < ?', after);
    only.andFound('p.id_prospect', question.search);
    const rows = await this.db.rows<ProspectRow>(
      `${PROSPECTS} ${only.where} order by p.id_prospect desc limit ${only.parameter(limit + 1)}`,
      only.parameters,
    );
    return pageOfRows(rows, limit, prospectView, (row) => row.id_prospect);
  }

  /** @throws DomainError PROSPECT_NOT_FOUND */
  async one(id: string): Promise<ProspectView> {
    const [row] = await this.db.rows<ProspectRow>(`${PROSPECTS} where p.id_prospect = $1`, [id]);
    if (!row) throw notFound('prospect', id);
    return prospectView(row);
  }

  async byIds(ids: string[]): Promise<ProspectView[]> {
    const rows = await this.db.rows<ProspectRow>(`${PROSPECTS} where p.id_prospect = any($1::uuid[])`, [ids]);
    return rows.map(prospectView);
  }

  async count(): Promise<number> {
    const [row] = await this.db.rows<{ n: number }>('select count(*)::int as n from prospects');
    return row!.n;
  }
}
