import { Outbox } from '#bus';
import { DomainError } from '#contracts';
import type { Database } from '#database';
import { ApiUsageLedger } from '../api-usage/api-usage-ledger.js';
import { RecomputeFigures } from '../figures/recompute-figures.js';
import { REGISTRATION, SellerDays } from '../sellers/seller-days.js';

/** Called after each seller: how many are done, of how many. */
export type Progress = (done: number, total: number) => void;

/** What a rebuild wrote. */
export interface Rebuilt {
  sellers: number;
  days: number;
  apiUsage: number;
}

/**
 * Computes `sessions_analytiques` and `utilisation_apis` again from `journaux_systeme`, seller by seller, each in a transaction under his lock: the service may run
 * meanwhile. Time zones come from the newest profile in the journal.
 * @throws DomainError JOURNAL_INCOMPLETE, before anything is changed, when the journal lacks the registration of sellers whose profile arrived: it was lost, and
 * figures computed from the rest would be too low
 */
export async function rebuildFigures(db: Database, progress: Progress = () => undefined): Promise<Rebuilt> {
  await assertJournalIsWhole(db);
  const outbox = new Outbox(db);
  const [days, figures, usage] = [new SellerDays(db), new RecomputeFigures(db, outbox), new ApiUsageLedger(db)];
  const sellers = await db.asWorker(() =>
    db.rows<{ id: string }>(
      `select distinct id_utilisateur as id from (
         select id_utilisateur from journaux_systeme union select id_utilisateur from sessions_analytiques
         union select id_utilisateur from utilisation_apis) tous where id_utilisateur is not null order by 1`,
    ),
  );
  const rebuilt: Rebuilt = { sellers: sellers.length, days: 0, apiUsage: 0 };
  for (const [i, { id }] of sellers.entries()) {
    await db.asWorker(async () => {
      await days.lock([id]);
      await relearnZone(db, id);
      rebuilt.days += await figures.ofSeller(id);
      rebuilt.apiUsage += await usage.recompute(id);
    });
    progress(i + 1, sellers.length);
  }
  rebuilt.apiUsage += await db.asWorker(() => usage.recompute(null));
  return rebuilt;
}

async function assertJournalIsWhole(db: Database): Promise<void> {
  const [lacking] = await db.asWorker(() =>
    db.rows<{ sellers: number; some: string[] | null }>(
      `select count(*)::int as sellers, (array_agg(id_utilisateur::text))[1:3] as some from vendeurs_copie v
       where version >= 0 and not exists (select from journaux_systeme j
         where j.reference = v.id_utilisateur::text and j.id_utilisateur = v.id_utilisateur and j.evenement = $1)`,
      [REGISTRATION],
    ),
  );
  if (lacking!.sellers > 0) throw new DomainError('JOURNAL_INCOMPLETE', 'conflict', { ...lacking });
}

async function relearnZone(db: Database, sellerId: string): Promise<void> {
  await db.run(
    `update vendeurs_copie v set fuseau_horaire = profil.zone, version = profil.version from (
       select contenu->>'timeZone' as zone, version from journaux_systeme
       where reference = $1::text and id_utilisateur = $1::uuid and evenement in ('seller.registered', 'seller.updated') order by version desc limit 1) profil
     where v.id_utilisateur = $1::uuid`,
    [sellerId],
  );
}
