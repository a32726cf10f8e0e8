import { Injectable } from '@nestjs/common';
import { Outbox, Worker } from '#bus';
import { Database } from '#database';
import { AnalyticsEnv } from '../analytics.env.js';
import { figuresFact, type FiguresRow } from './figures-fact.js';

/** Tells the dashboard that a day changed: at once after a quiet time, then at most once per FIGURES_COALESCE_MS, and always the last state. */
@Injectable()
export class PublishFigures {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: AnalyticsEnv,
  ) {}

  @Worker({ name: 'chiffres', idleMs: 250 })
  async publish(): Promise<number> {
    return this.db.asWorker(async () => {
      const changed = await this.db.rows<FiguresRow>(
        `update sessions_analytiques s set version_publiee = version, date_publication = clock_timestamp()
         from (select id_utilisateur, date_session from sessions_analytiques
               where version > version_publiee and (date_publication is null or date_publication <= clock_timestamp() - make_interval(secs => $1))
               order by date_publication nulls first limit 200 for update skip locked) dus
         where s.id_utilisateur = dus.id_utilisateur and s.date_session = dus.date_session
         returning s.id_utilisateur as "sellerId", to_char(s.date_session, 'YYYY-MM-DD') as day, s.version::float8 as version, s.messages_recus as messages,
           s.commandes_creees as orders, s.chiffre_affaires_genere::float8 as revenue, s.emails_traites as emails`,
        [this.env.figuresCoalesceMs / 1_000],
      );
      await this.outbox.add(changed.map(figuresFact));
      return changed.length;
    });
  }
}
