import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { REPORTS_ROLE } from '#database';
import type { Arguments, Command } from './command.js';
import { CliError, WrongUsage } from './errors.js';
import { reasonOf, withClient } from './sql.js';

const HELP = `npm run fluxasync -- report orders --seller ID|EMAIL
npm run fluxasync -- report conversation --prospect ID
npm run fluxasync -- report dashboard [--seller ID|EMAIL]

Runs the reports of docs/reports as the role ${REPORTS_ROLE}, which may only read, and prints them. The same files run unchanged in psql.

  orders          a seller's orders with client, products, quantities and states
  conversation    what a prospect and the shop wrote to each other, oldest first
  dashboard       prospects, orders, turnover (FCFA) and deliveries done, by seller

They need one database that holds every schema (or a replica that does, given as DATABASE_URL).
`;

const FILES = { orders: '1-orders.sql', conversation: '2-conversation.sql', dashboard: '3-dashboard.sql' } as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const report: Command = {
  name: 'report',
  summary: 'orders, conversation or dashboard, as a table',
  help: HELP,
  options: { seller: { type: 'string' }, prospect: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: async (args, { settings, out, root }) => {
    const [name] = args.words as [keyof typeof FILES];
    if (!(name in FILES)) throw new WrongUsage(`There is no report "${name}": ${Object.keys(FILES).join(', ')}.`);
    const text = readFileSync(join(root, 'docs/reports', FILES[name]), 'utf8');
    await withClient(settings.onePlace('report').url, async (client) => {
      await becomeReader(client);
      const { sql, values } = await filled(name, text, args, client);
      const { fields, rows } = await client.query<unknown[]>({ text: sql, values, rowMode: 'array' });
      out.table(
        fields.map((field) => field.name),
        rows,
      );
    });
  },
};

async function becomeReader(client: Client): Promise<void> {
  await client.query(`set role ${REPORTS_ROLE}`).catch((error: unknown) => {
    throw new CliError(`The connection may not act as ${REPORTS_ROLE}: ${reasonOf(error)}. Run migrate first.`);
  });
  await client.query("set statement_timeout = '5min'");
}

/** psql's variables as parameters: what the operator typed is never part of the statement. */
async function filled(
  name: keyof typeof FILES,
  text: string,
  args: Arguments,
  client: Client,
): Promise<{ sql: string; values: string[] }> {
  if (name === 'orders') return { sql: text.replace(":'seller'", '$1'), values: [await sellerId(args, client)] };
  if (name === 'conversation') return { sql: text.replace(":'prospect'", '$1'), values: [prospectId(args)] };
  if (args.text('seller') === undefined) return { sql: text, values: [] };
  const all = text.trim().replace(/;$/, '');
  return { sql: `select * from (${all}) r where id_utilisateur = $1`, values: [await sellerId(args, client)] };
}

async function sellerId(args: Arguments, client: Client): Promise<string> {
  const seller = args.text('seller');
  if (seller === undefined) throw new WrongUsage('Whose? Say --seller with an id or an e-mail address.');
  const { rows } = await client.query<{ id: string }>(
    `select id_utilisateur as id from utilisateurs_fluxasync where ${UUID.test(seller) ? 'id_utilisateur = $1' : 'lower(adresse_email) = lower($1)'}`,
    [seller],
  );
  if (!rows[0]) throw new CliError(`There is no seller "${seller}".`);
  return rows[0].id;
}

function prospectId(args: Arguments): string {
  const prospect = args.text('prospect');
  if (prospect === undefined || !UUID.test(prospect)) throw new WrongUsage('Whose? Say --prospect with an id.');
  return prospect;
}
