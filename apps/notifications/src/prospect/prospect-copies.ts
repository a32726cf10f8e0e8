import { Injectable } from '@nestjs/common';
import type { EventMeta, ProspectMergedV1 } from '#contracts';
import { Database } from '#database';

/** A customer as notices know him. */
export interface Person {
  /** The prospect, or the one he was merged into. */
  prospectId: string;
  /** He asked to be forgotten. */
  erased: boolean;
}

/** What notices must know of customers: who wants no messages, who was erased, and who is whom. No name and no number. */
@Injectable()
export class ProspectCopies {
  constructor(private readonly db: Database) {}

  /** Keeps the newest choice, whichever comes first. */
  async choose(prospectId: string, optedOut: boolean, meta: EventMeta): Promise<void> {
    await this.db.run(
      `insert into prospects_copie as p (prospect, id_utilisateur, desabonne, version_choix, date_choix) values ($1, $2, $3, $4, $5)
       on conflict (prospect) do update set desabonne = excluded.desabonne, version_choix = excluded.version_choix, date_choix = excluded.date_choix
         where (p.version_choix, p.date_choix) < (excluded.version_choix, excluded.date_choix)`,
      [prospectId, meta.sellerId, optedOut, meta.version, meta.occurredAt],
    );
  }

  /** Two were one: notices about the one that is gone are about the other. Who wanted no messages as one of them wants none, until he says otherwise. @returns the one that stays */
  async merge({ prospectId, mergedId }: ProspectMergedV1, sellerId: string): Promise<Person> {
    const survivor = await this.person(prospectId);
    if (survivor.prospectId === mergedId) return survivor;
    await this.lock([mergedId, survivor.prospectId]);
    await this.db.run(
      `insert into prospects_copie (prospect, id_utilisateur, fusionne_dans) select p, $3, nullif($2::uuid, p) from unnest(array[$1, $2]::uuid[]) t(p) order by p
       on conflict (prospect) do update set fusionne_dans = excluded.fusionne_dans`,
      [mergedId, survivor.prospectId, sellerId],
    );
    await this.db.run('update prospects_copie set fusionne_dans = $2 where fusionne_dans = $1', [mergedId, survivor.prospectId]);
    await this.db.run(
      `update prospects_copie s set desabonne = s.desabonne or m.desabonne
       from prospects_copie m where s.prospect = $2 and m.prospect = $1`,
      [mergedId, survivor.prospectId],
    );
    await this.db.run('update notifications set id_prospect = $2 where id_prospect = $1', [mergedId, survivor.prospectId]);
    return survivor;
  }

  /** Who a prospect is now. Until the open transaction ends, nobody erases him: what is stored with his name will be found. */
  async person(prospectId: string): Promise<Person> {
    await this.db.rows('select pg_advisory_xact_lock_shared(hashtextextended($1::text, 0))', [prospectId]);
    const [person] = await this.db.rows<Person>(
      `select s.id as "prospectId", coalesce(bool_or(p.efface), false) as erased
       from (select coalesce((select fusionne_dans from prospects_copie where prospect = $1), $1::uuid) as id) s
       left join prospects_copie p on p.prospect in (s.id, $1) group by s.id`,
      [prospectId],
    );
    return person!;
  }

  /** Who ordered, as far as earlier notices tell. */
  async whoOrdered(orderId: string): Promise<string | undefined> {
    const [row] = await this.db.rows<{ id: string }>(
      'select id_prospect as id from notifications where id_commande = $1 and id_prospect is not null limit 1',
      [orderId],
    );
    return row?.id;
  }

  /** Everybody who was merged into him, and himself. */
  async allOf(prospectId: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>('select prospect as id from prospects_copie where fusionne_dans = $1', [
      prospectId,
    ]);
    return [prospectId, ...rows.map(({ id }) => id)];
  }

  /** Waits until no notice with these people's names is being stored, and lets none begin. */
  async lock(prospectIds: string[]): Promise<void> {
    await this.db.rows(
      'select pg_advisory_xact_lock(h) from (select distinct hashtextextended(p, 0) as h from unnest($1::text[]) t(p) order by 1) ids',
      [prospectIds],
    );
  }
}
