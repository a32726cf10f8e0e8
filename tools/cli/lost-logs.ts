import { schemaNameOf } from '#contracts';
import { LOG_TABLES } from '../../apps/analytics/src/migrations/log-tables.js';
import { withClient } from './sql.js';

/**
 * Makes the log tables again, empty, in a database that was restored from an export without them: its list of migrations came along and says that they are there.
 * Grants are the migration's. @returns the tables that were missing
 */
export function remakeLostLogs(adminUrl: string): Promise<string[]> {
  const schema = schemaNameOf('analytics');
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select t as name from unnest($2::text[]) t
       where to_regclass($1 || '.sessions_analytiques') is not null and to_regclass($1 || '.' || t) is null`,
      [schema, Object.keys(LOG_TABLES)],
    );
    for (const { name } of rows) await client.query(`begin; set local search_path = ${schema}; ${LOG_TABLES[name]}; commit`);
    return rows.map(({ name }) => `${schema}.${name}`);
  });
}
