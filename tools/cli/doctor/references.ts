import { schemaNameOf } from '#contracts';
import { type Check, findingOf, type Patient, rowsOf } from './check.js';
import { FORMER_IDS, JOURNAL_REFERENCES, MAY_DANGLE, MERGED, NOTICE_REFERENCES, OTHER_NAMES, OWNERS } from './reference-map.js';

/** A column whose values must be found in another. */
export interface Reference {
  /** `schema.table.column`, or what stands for it. */
  from: string;
  /** SQL of a query with one column `id`. */
  ids: string;
  /** `schema.table.column` of the owner. */
  to: string;
  /** `schema.table.column` where it may be found instead: what was merged into another. */
  or?: string;
}

/** Counts references that point nowhere, over all schemas: 0 once the queues are empty. */
export const danglingReferences: Check = {
  key: 'dangling-references',
  title: 'references that point nowhere',
  run: async (patient) => {
    const lines: { n: number; text: string }[] = [];
    const unchecked: string[] = [];
    const all = [...(await columnReferences(patient)), ...noticeReferences(patient), ...journalReferences(patient)];
    for (const reference of all) {
      const schema = reference.to.split('.')[0]!;
      if (!patient.schemas.has(schema)) {
        unchecked.push(`${reference.from} → ${reference.to}: ${schema} is not in this database`);
        continue;
      }
      const [found] = await rowsOf<{ n: number; some: string[] | null }>(
        patient,
        `select count(*)::int as n, (array_agg(distinct r.id::text))[1:3] as some from (${reference.ids}) r
         where r.id is not null and ${[reference.to, ...(reference.or ? [reference.or] : [])].map(missingFrom).join(' and ')}`,
      );
      lines.push({ n: found!.n, text: `${reference.from} → ${reference.to}, e.g. ${(found!.some ?? []).join(', ')}` });
    }
    lines.push(...(await unknownNotices(patient)));
    return findingOf(`${all.length} columns`, lines, unchecked);
  },
};

function missingFrom(place: string): string {
  const [schema, table, column] = place.split('.');
  return `not exists (select from ${schema}.${table} o where o.${column} = r.id)`;
}

/**
 * Every column that carries an owner's name and is not kept right by a foreign key to the owner, found in the catalogue: a table that a service adds tomorrow is checked
 * tomorrow.
 */
export async function columnReferences(patient: Patient): Promise<Reference[]> {
  const rows = await rowsOf<{ schema: string; table: string; column: string; kept: string[] }>(
    patient,
    `select n.nspname as schema, c.relname as table, a.attname as column,
       array(select tn.nspname || '.' || t.relname from pg_constraint f join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
             where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum] and f.convalidated) as kept
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) and (a.attname = any($2) or n.nspname || '.' || c.relname || '.' || a.attname = any($3))
       and a.atttypid = 'uuid'::regtype and not a.attisdropped
     order by 1, 2, 3`,
    [patient.services.map(schemaNameOf), Object.keys(OWNERS), Object.keys(OTHER_NAMES)],
  );
  return rows
    .map(({ schema, table, column, kept }) => {
      const from = `${schema}.${table}.${column}`;
      const to = OTHER_NAMES[from] ?? `${OWNERS[column]}.${column}`;
      return {
        from,
        ids: `select ${column} as id from ${schema}.${table}`,
        to,
        ...(FORMER_IDS.has(from) ? { or: MERGED[to]! } : {}),
        kept,
      };
    })
    .filter(({ from, to, kept }) => from !== to && !(from in MAY_DANGLE) && !kept.includes(to.slice(0, to.lastIndexOf('.'))))
    .map(({ kept: _, ...reference }) => reference);
}

const NOTICES = 'notifications.notifications';

function noticeReferences({ schemas }: Patient): Reference[] {
  if (!schemas.has('notifications')) return [];
  return Object.entries(NOTICE_REFERENCES).map(([type, to]) => ({
    from: `${NOTICES}.reference_element_id (${type})`,
    ids: `select reference_element_id as id from ${NOTICES} where type_reference = '${type}'`,
    to,
  }));
}

/** A kind of reference that nobody told us of would go unchecked: that is a finding too. */
async function unknownNotices(patient: Patient): Promise<{ n: number; text: string }[]> {
  if (!patient.schemas.has('notifications')) return [];
  const rows = await rowsOf<{ type: string; n: number }>(
    patient,
    `select type_reference as type, count(*)::int as n from ${NOTICES} where reference_element_id is not null and type_reference <> all($1) group by 1`,
    [Object.keys(NOTICE_REFERENCES)],
  );
  return rows.map(({ type, n }) => ({ n, text: `${NOTICES}.type_reference "${type}": no table is known for it` }));
}

function journalReferences({ schemas, hours }: Patient): Reference[] {
  if (!schemas.has('analytics')) return [];
  return Object.entries(JOURNAL_REFERENCES).map(([field, to]) => ({
    from: `analytics.journaux_systeme.contenu.${field} (last ${hours} h)`,
    ids: `select (contenu->>'${field}')::uuid as id from analytics.journaux_systeme where date_evenement > now() - interval '${hours} hours' and contenu ? '${field}'`,
    to,
    // What was told stays as it was told.
    ...(to in MERGED ? { or: MERGED[to]! } : {}),
  }));
}
