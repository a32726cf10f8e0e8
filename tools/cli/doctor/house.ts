import { schemaNameOf } from '#contracts';
import { offset } from './broker-view.js';
import { type Check, findingOf, rowsOf } from './check.js';

/** Tables of the data model, as an operator writes them, with the schema they must be found in. */
const ASKED_FOR: Readonly<Record<string, readonly string[]>> = {
  accounts: ['utilisateurs_fluxasync', 'comptes_whatsapp', 'comptes_email'],
  conversations: ['prospects', 'conversations', 'messages'],
  orders: ['produits', 'commandes', 'details_commande'],
  deliveries: ['livreurs', 'livraisons'],
  emails: ['emails_recus', 'analyses_emails'],
  notifications: ['notifications'],
  analytics: ['sessions_analytiques', 'journaux_systeme', 'utilisation_apis'],
};

/** A table whose rows belong to sellers must be closed by a policy that binds its owner too. */
export const openTables: Check = {
  key: 'open-tables',
  title: 'tables of sellers without a forced row-level policy',
  run: async (patient) => {
    const rows = await rowsOf<{ name: string; closed: boolean }>(
      patient,
      `select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as closed
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname = any($1)
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id_utilisateur' and not a.attisdropped)
       order by 1`,
      [patient.services.map(schemaNameOf)],
    );
    const open = rows.filter(({ closed }) => !closed);
    return findingOf(
      `${rows.length} tables`,
      open.map(({ name }) => ({ n: 1, text: name })),
    );
  },
};

/** The names of the data model must mean the owner's tables, without schema: reports and pg_dump -t go by them. */
export const lostNames: Check = {
  key: 'lost-names',
  title: 'tables that their name alone does not find',
  run: async (patient) => {
    const here = Object.entries(ASKED_FOR).filter(([schema]) => patient.schemas.has(schema));
    const names = here.flatMap(([schema, tables]) => tables.map((table) => ({ schema, table })));
    const rows = await rowsOf<{ name: string; found: string | null }>(
      patient,
      `select s || '.' || t as name, (select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = to_regclass(t)) as found
       from unnest($1::text[], $2::text[]) w(s, t)`,
      [names.map(({ schema }) => schema), names.map(({ table }) => table)],
    );
    const wrong = rows.filter(({ name, found }) => name !== found);
    const missing = patient.services.map(schemaNameOf).filter((schema) => !patient.schemas.has(schema));
    return findingOf(`${rows.length} tables`, [
      ...wrong.map(({ name, found }) => ({ n: 1, text: `${name}: the name finds ${found ?? 'nothing'}` })),
      ...missing.map((schema) => ({ n: 1, text: `the schema ${schema} is missing: npm run fluxasync -- migrate` })),
    ]);
  },
};

const TOLERATED_MS = 2_000;

/** Leases, sign-in tokens and the order of ids lean on clocks that agree. */
export const wrongClocks: Check = {
  key: 'wrong-clocks',
  title: `clocks that differ by more than ${TOLERATED_MS / 1_000} s`,
  run: async (patient) => {
    const asked = Date.now();
    const [row] = await rowsOf<{ now: Date }>(patient, 'select clock_timestamp() as now');
    const clocks = [
      { name: 'PostgreSQL', ms: offset(row!.now, asked) },
      { name: 'nats-server', ms: patient.broker?.clockOffsetMs },
    ];
    return findingOf(
      clocks.map(({ name, ms }) => `${name} ${ms === undefined ? '?' : `${ms} ms`}`).join(', '),
      clocks
        .filter(({ ms }) => Math.abs(ms ?? 0) > TOLERATED_MS)
        .map(({ name, ms }) => ({ n: 1, text: `${name} is ${ms} ms from this machine` })),
      patient.broker && patient.broker.clockOffsetMs === undefined ? ['nats-server older than 2.10 does not tell its time'] : [],
    );
  },
};
