import { Injectable } from '@nestjs/common';
import type { ProspectMergedV1, Received } from '#contracts';
import { Database } from '#database';
import { NAMES_A_PERSON } from '../migrations/log-tables.js';
import { FIELDS_BY_ORDER, PERSONAL_BY_ORDER, PERSONAL_FIELDS } from './personal-fields.js';

const ERASED = 'prospect.erased';
const MERGED = 'prospect.merged';
const FIELDS = JSON.stringify(Object.fromEntries(PERSONAL_FIELDS));

const is = (subject: string) => (event: Received) => event.meta.subject === subject;
const idsIn = <K extends string>(events: Received[], field: K) =>
  events.map(({ event }) => (event as Partial<Record<K, string>>)[field]).filter((id) => id !== undefined);

/** Keeps customers who asked to be forgotten out of the journal: what it holds of them is removed, and so is what comes later. Analytics remembers their ids alone. */
@Injectable()
export class ErasedPeople {
  constructor(private readonly db: Database) {}

  /** Comes before the journal is written: while somebody is being erased, nobody else writes of people, and the other way round. */
  async await(events: Received[]): Promise<void> {
    const erases = events.some(({ meta }) => meta.subject === ERASED || meta.subject === MERGED);
    if (!erases && !events.some(tellsOfPerson)) return;
    await this.db.rows(`select pg_advisory_xact_lock${erases ? '' : '_shared'}(hashtext('analytics.personnes'))`);
  }

  /** Removes personal fields from the journal, for what these new rows of it ask for or brought. */
  async forget(fresh: Received[]): Promise<void> {
    const newly = await this.remember(fresh.filter(is(ERASED)), fresh.filter(is(MERGED)));
    const known = await this.erasedAmong(fresh.filter(tellsOfPerson));
    if (newly.length + known.length > 0) await this.scrub([...new Set([...newly, ...known])]);
  }

  /** Who is erased is erased as everybody he ever was. @returns those who were not erased before */
  private async remember(erasures: Received[], mergers: Received[]): Promise<string[]> {
    if (erasures.length + mergers.length === 0) return [];
    const asked = idsIn(erasures, 'prospectId');
    const added = await this.db.rows<{ id: string }>(
      `insert into prospects_effaces (prospect, id_utilisateur) select p, s from unnest($1::uuid[], $2::uuid[]) t(p, s) order by p
       on conflict do nothing returning prospect as id`,
      [asked, erasures.map(({ meta }) => meta.sellerId)],
    );
    const survivors = mergers.map(({ event }) => (event as ProspectMergedV1).prospectId);
    const alsoHim = await this.db.rows<{ id: string }>(
      `with recursive lui as (
         select prospect, id_utilisateur from prospects_effaces where prospect = any($1::uuid[])
         union
         select (j.contenu->>'mergedId')::uuid, lui.id_utilisateur from lui
         join journaux_systeme j on j.contenu->>'prospectId' = lui.prospect::text and ${NAMES_A_PERSON} and j.evenement = $2 and j.id_utilisateur = lui.id_utilisateur)
       insert into prospects_effaces (prospect, id_utilisateur) select prospect, id_utilisateur from lui order by 1 on conflict do nothing returning prospect as id`,
      [[...asked, ...survivors], MERGED],
    );
    return [...added, ...alsoHim].map(({ id }) => id);
  }

  private async erasedAmong(events: Received[]): Promise<string[]> {
    if (events.length === 0) return [];
    const orders = idsIn(events.filter(is(PERSONAL_BY_ORDER)), 'orderId');
    const rows = await this.db.rows<{ id: string }>(
      `select prospect as id from prospects_effaces where prospect = any($1::uuid[])
       union select e.prospect from journaux_systeme j join prospects_effaces e on e.prospect = (j.contenu->>'prospectId')::uuid
       where j.reference = any($2::text[])`,
      [idsIn(events, 'prospectId'), orders],
    );
    return rows.map(({ id }) => id);
  }

  private async scrub(prospects: string[]): Promise<void> {
    const his = `from prospects_effaces e join journaux_systeme c on c.contenu->>'prospectId' = e.prospect::text and ${NAMES_A_PERSON.replaceAll('j.', 'c.')}
      and c.id_utilisateur = e.id_utilisateur where e.prospect = any($1::uuid[])`;
    await this.db.run(
      `update journaux_systeme j set contenu = j.contenu - p.champs
       from (select key as evenement, array(select jsonb_array_elements_text(value)) as champs from jsonb_each($2::jsonb)) p
       where j.id in (select c.id ${his}) and j.evenement = p.evenement and j.contenu ?| p.champs`,
      [prospects, FIELDS],
    );
    await this.db.run(
      `update journaux_systeme j set contenu = j.contenu - $3::text[]
       from (select distinct c.contenu->>'orderId' as commande, c.id_utilisateur ${his} and c.contenu ? 'orderId') o
       where j.reference = o.commande and j.id_utilisateur = o.id_utilisateur and j.evenement = $2 and j.contenu ?| $3`,
      [prospects, PERSONAL_BY_ORDER, FIELDS_BY_ORDER],
    );
  }
}

const tellsOfPerson = ({ meta }: Received): boolean => PERSONAL_FIELDS.has(meta.subject) || meta.subject === PERSONAL_BY_ORDER;
