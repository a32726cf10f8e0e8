import { Injectable } from '@nestjs/common';
import type { ListProspects, Page, ProspectView, QuestionOf } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { PROSPECT_COLUMNS, type ProspectRow, prospectView } from './views.js';

/** Reads prospects for their seller; row-level security shows him his own only. */
@Injectable()
export class ProspectQueries {
  constructor(private readonly db: Database) {}

  async list(question: QuestionOf<ListProspects>): Promise<Page<ProspectView>> {
    const { limit, after } = pageRequest(question);
    const search = question.search?.trim();
    const digits = search?.replace(/\D/g, '');
    const rows = await this.db.rows<ProspectRow>(
      `select ${PROSPECT_COLUMNS} from prospects
        where ($1::uuid is null or id_prospect < $1)
          and ($2::text is null or nom_complet ilike $2 or ($3::text is not null and numero_telephone like $3))
        order by id_prospect desc limit $4`,
      [after ?? null, search ? `%${literal(search)}%` : null, digits && digits.length >= 3 ? `%${digits}%` : null, limit + 1],
    );
    return pageOfRows(rows, limit, prospectView, (row) => row.id_prospect);
  }

  async byIds(ids: string[]): Promise<ProspectView[]> {
    const rows = await this.db.rows<ProspectRow>(
      `select ${PROSPECT_COLUMNS} from prospects where id_prospect = any($1::uuid[])`,
      [ids],
    );
    return rows.map(prospectView);
  }

  async count(): Promise<number> {
    const [row] = await this.db.rows<{ n: number }>('select count(*)::int as n from prospects');
    return row!.n;
  }
}

/** So that % and _ mean themselves. */
const literal = (text: string) => text.replace(/[\\%_]/g, String.raw`\$&`);
