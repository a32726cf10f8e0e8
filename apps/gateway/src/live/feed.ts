import { Injectable } from '@nestjs/common';
import type { ApiEventView } from '#contracts';
import { Database } from '#database';

/** A place in a seller's feed with what happened there. */
export interface FeedEntry {
  number: number;
  view: ApiEventView;
}

/** What comes after a place in a feed. */
export interface FeedPage {
  entries: FeedEntry[];
  /** Something between the place and these entries is not there: too old, or never written down. */
  broken: boolean;
  /** Number of the newest event. */
  newest: number;
}

interface Row {
  newest: number;
  numero: number | null;
  id: string;
  type: string;
  at: Date;
  contenu: Record<string, unknown>;
}

/** Columns of an event as {@link viewOf} reads them. */
export const ENTRY = 'numero::float8 as numero, id_evenement as id, type, date_evenement as at, contenu';

/** Reads what was written down for a seller, in order. */
@Injectable()
export class Feed {
  constructor(private readonly db: Database) {}

  /** The next `limit` events after number `place`. */
  async after(sellerId: string, place: number, limit: number): Promise<FeedPage> {
    const rows = await this.db.asSeller(sellerId, () =>
      this.db.rows<Row>(
        `select c.dernier::float8 as newest, e.* from flux_compteurs c
         left join lateral (select ${ENTRY} from flux_evenements f
           where f.id_utilisateur = c.id_utilisateur and f.numero > $2 order by f.numero limit $3) e on true
         where c.id_utilisateur = $1`,
        [sellerId, place, limit],
      ),
    );
    const newest = rows[0]?.newest ?? 0;
    const found = rows.filter((row) => row.numero !== null) as (Row & { numero: number })[];
    const whole = found.findIndex((row, i) => row.numero !== place + 1 + i);
    const entries = (whole < 0 ? found : found.slice(0, whole)).map((row) => ({ number: row.numero, view: viewOf(row) }));
    return { entries, broken: entries.length === 0 && place !== newest, newest };
  }
}

/** The event as everybody is told it. */
export const viewOf = ({ id, type, at, contenu }: Pick<Row, 'id' | 'type' | 'at' | 'contenu'>): ApiEventView => ({
  id,
  type,
  occurredAt: at.toISOString(),
  data: contenu,
});
