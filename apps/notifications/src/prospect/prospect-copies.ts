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
    return (await this.people([prospectId])).get(prospectId)!;
  }

  /** As {@link person}, for each of these. */
  async people(prospectIds: string[]): Promise<Map<string, Person>> {
    if (prospectIds.length === 0) return new Map();
    // In the order in which {@link lock} takes them, and before the look: the statement that locks sees what was there before it waited.
    await this.db.rows(
      'select pg_advisory_xact_lock_shared(h) from (select distinct hashtextextended(p, 0) as h from unnest($1::text[]) t(p) order by 1) ids',
      [prospectIds],
    );
    const rows = await this.db.rows<Person & { asked: string }>(
      `select s.asked, s.id as "prospectId", coalesce(bool_or(p.efface), false) as erased
       from (select distinct a as asked, coalesce(c.fusionne_dans, a) as id from unnest($1::uuid[]) t(a) left join prospects_copie c on c.prospect = a) s
       left join prospects_copie p on p.prospect in (s.id, s.asked) group by s.asked, s.id`,
      [prospectIds],
    );
    return new Map(rows.map(({ asked, ...person }) => [asked, person]));
  }

  /** Who ordered each of these, as far as earlier notices tell. */
  async whoOrdered(orderIds: string[]): Promise<Map<string, string>> {
    if (orderIds.length === 0) return new Map();
    const rows = await this.db.rows<{ orderId: string; id: string }>(
      `select distinct on (id_commande) id_commande as "orderId", id_prospect as id from notifications
        where id_commande = any($1::uuid[]) and id_prospect is not null order by id_commande, id_notification`,
      [orderIds],
    );
    return new Map(rows.map(({ orderId, id }) => [orderId, id]));
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
