import { Injectable } from '@nestjs/common';
import { type ListProspects, notFound, type Page, type ProspectView, type QuestionOf } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { type ProspectRow, PROSPECTS, prospectView } from '../conversation/views.js';
import { Conditions } from './search.js';

/** Reads prospects for their seller: each query names him, and row-level security would hide the others all the same. */
@Injectable()
export class ProspectQueries {
  constructor(private readonly db: Database) {}

  async list(question: QuestionOf<ListProspects>, sellerId: string): Promise<Page<ProspectView>> {
    const { limit, after } = pageRequest(question);
    const only = new Conditions('p.id_utilisateur', sellerId);
    if (after) only.and('p.id_prospect < ?', after);
    only.andFound('p.id_prospect', question.search);
    const rows = await this.db.rows<ProspectRow>(
      `${PROSPECTS} ${only.where} order by p.id_prospect desc limit ${only.parameter(limit + 1)}`,
      only.parameters,
    );
    return pageOfRows(rows, limit, prospectView, (row) => row.id_prospect);
  }

  /** Also by the id of somebody who is part of him by now. @throws DomainError PROSPECT_NOT_FOUND */
  async one(id: string, sellerId: string): Promise<ProspectView> {
    const [row] = await this.db.rows<ProspectRow>(
      `${PROSPECTS} where p.id_utilisateur = $2
          and p.id_prospect = coalesce((select id_prospect from prospects_fusionnes where id_fusionne = $1 and id_utilisateur = $2), $1)`,
      [id, sellerId],
    );
    if (!row) throw notFound('prospect', id);
    return prospectView(row);
  }

  async byIds(ids: string[], sellerId: string): Promise<ProspectView[]> {
    const rows = await this.db.rows<ProspectRow>(`${PROSPECTS} where p.id_prospect = any($1::uuid[]) and p.id_utilisateur = $2`, [
      ids,
      sellerId,
    ]);
    return rows.map(prospectView);
  }

  async count(sellerId: string): Promise<number> {
    const [row] = await this.db.rows<{ n: number }>('select count(*)::int as n from prospects where id_utilisateur = $1', [
      sellerId,
    ]);
    return row!.n;
  }
}
