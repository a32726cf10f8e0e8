import { Injectable } from '@nestjs/common';
import { type ApiEventView, invalid, type ListApiEvents, type Page, type QuestionOf } from '#contracts';
import { Database } from '#database';
import { ENTRY, viewOf } from './feed.js';

type Row = Parameters<typeof viewOf>[0] & { numero: number };

/** A seller's feed, newest first. */
@Injectable()
export class ListEvents {
  constructor(private readonly db: Database) {}

  /** @throws DomainError VALIDATION_FAILED (cursor) */
  async list({ type, limit = 50, cursor }: QuestionOf<ListApiEvents>, sellerId: string): Promise<Page<ApiEventView>> {
    const rows = await this.db.rows<Row>(
      `select ${ENTRY} from flux_evenements
       where id_utilisateur = $1 and numero < $2 and ($3::text is null or type = $3) order by numero desc limit $4`,
      [sellerId, cursor === undefined ? Number.MAX_SAFE_INTEGER : numberOf(cursor), type ?? null, limit + 1],
    );
    const page = rows.slice(0, limit);
    return {
      items: page.map(viewOf),
      ...(rows.length > limit ? { nextCursor: Buffer.from(String(page.at(-1)!.numero)).toString('base64url') } : {}),
    };
  }
}

function numberOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,15}$/.test(text)) throw invalid('the cursor is not one of ours', [{ field: 'cursor', problem: 'is not a cursor' }]);
  return Number(text);
}
