import { Injectable } from '@nestjs/common';
import { AssistantBudgetReachedV1, fact } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';

interface Day {
  jour: string;
  jetons: number;
  cout_fcfa: number;
  jetons_par_jour: number;
  fcfa_par_jour: number;
}

/**
 * What the AI may use of a seller's in a day of his. A turn looks at it when it opens and counts when it closes, so it may be exceeded by the calls that are under way
 * at that moment and by no more.
 */
@Injectable()
export class AiBudget {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Counts in the seller's day, in the open transaction; he is told once a day when that spends his budget. */
  async spend(sellerId: string, { tokens, fcfa }: { tokens: number; fcfa: number }): Promise<void> {
    await this.db.run(
      `insert into consommation_ia as t (id_utilisateur, jour, jetons, cout_fcfa)
       select $1, (now() at time zone coalesce((select fuseau_horaire from vendeurs_copie where id_utilisateur = $1), 'Africa/Abidjan'))::date, $2, $3
       on conflict (id_utilisateur, jour) do update set jetons = t.jetons + excluded.jetons, cout_fcfa = t.cout_fcfa + excluded.cout_fcfa`,
      [sellerId, tokens, fcfa],
    );
    const [spent] = await this.db.rows<Day>(
      `update consommation_ia u set averti_le = now() from reglages_assistant r
        where u.id_utilisateur = $1 and r.id_utilisateur = $1 and u.averti_le is null
          and u.jour = (now() at time zone coalesce((select fuseau_horaire from vendeurs_copie where id_utilisateur = $1), 'Africa/Abidjan'))::date
          and (r.jetons_par_jour > 0 and u.jetons >= r.jetons_par_jour or r.fcfa_par_jour > 0 and u.cout_fcfa >= r.fcfa_par_jour)
       returning u.jour::text, u.jetons::float8 as jetons, u.cout_fcfa, r.jetons_par_jour, r.fcfa_par_jour`,
      [sellerId],
    );
    if (spent) await this.outbox.add([reached(sellerId, spent)]);
  }
}

const reached = (sellerId: string, day: Day) =>
  fact(
    AssistantBudgetReachedV1,
    {
      day: day.jour,
      tokens: day.jetons,
      costFcfa: Math.ceil(day.cout_fcfa),
      dailyTokens: day.jetons_par_jour,
      dailyFcfa: day.fcfa_par_jour,
    },
    { sellerId, key: `${sellerId}|${day.jour}`, version: 1 },
  );
