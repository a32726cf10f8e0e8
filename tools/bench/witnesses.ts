import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaNameOf, SERVICES } from '#contracts';
import type { Stage } from './stage.js';

/** Events that some service set aside, by service and reason. Of a benchmark that lost work the numbers are worth nothing. */
export async function deadLetters(stage: Stage): Promise<string[]> {
  const parts = SERVICES.map(
    (service) =>
      `select '${service} ' || subject || ': ' || error as line, count(*)::int as n from ${schemaNameOf(service)}.dead_letter group by 1`,
  );
  const rows = await stage.rig.sql<{ line: string; n: number }>(parts.join(' union all '));
  return rows.map(({ line, n }) => `${n} × ${line}`);
}

/** Statements and PostgreSQL's time for each unit of work, by role; the statements themselves go to a file. */
export async function statementsOf(
  stage: Stage,
  units: number,
  dir: string,
): Promise<{ role: string; calls: number; ms: number }[]> {
  const rows = await stage.rig.sql<{ role: string; calls: number; ms: number; rows: number; query: string }>(
    `select r.rolname as role, calls::float8 as calls, total_exec_time as ms, rows::float8 as rows, query
     from pg_stat_statements s join pg_roles r on r.oid = s.userid order by total_exec_time desc`,
  );
  const lines = rows.map(
    ({ role, calls, ms, rows: touched, query }) =>
      `${(calls / units).toFixed(3).padStart(9)} calls ${(ms / units).toFixed(4).padStart(9)} ms ${(touched / calls).toFixed(1).padStart(7)} rows  ${role}  ${query.replaceAll(/\s+/g, ' ').slice(0, 240)}`,
  );
  writeFileSync(join(dir, 'statements.txt'), `${lines.join('\n')}\n`);
  return [...Map.groupBy(rows, ({ role }) => role)].map(([role, own]) => ({
    role,
    calls: own.reduce((sum, { calls }) => sum + calls, 0) / units,
    ms: own.reduce((sum, { ms }) => sum + ms, 0) / units,
  }));
}
