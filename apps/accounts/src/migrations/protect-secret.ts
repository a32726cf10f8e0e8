import { workerRole } from '#database';

/** Row-level security for secrets of sign-in: the worker role alone; not even the reports role, which reads everything else. */
export const protectSecret = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy du_service on ${table} to ${workerRole('accounts')} using (true) with check (true);`;
