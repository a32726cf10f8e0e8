import type { ServiceName } from '#contracts';
import { REPORTS_ROLE, requestRole, SELLER_SETTING, workerRole } from './names.js';

/**
 * SQL that puts a table under row-level security, forced and fail closed: the request role sees and writes rows of the transaction's seller (none when no
 * seller is set), the worker role all rows, the reports role reads all.
 * @param sellerColumn column that holds the seller
 */
export function protect(service: ServiceName, table: string, sellerColumn = 'id_utilisateur'): string {
  const own = `${sellerColumn} = nullif(current_setting('${SELLER_SETTING}', true), '')::uuid`;
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy du_vendeur on ${table} to ${requestRole(service)} using (${own}) with check (${own});
    ${workerPolicies(service, table)}`;
}

/** SQL for a table that only handlers and sweepers read; the request role may add rows of its own seller when `insertable`. */
export function protectInternal(service: ServiceName, table: string, insertable?: { sellerColumn: string }): string {
  const own = insertable && `${insertable.sellerColumn} = nullif(current_setting('${SELLER_SETTING}', true), '')::uuid`;
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    ${own ? `create policy du_vendeur on ${table} for insert to ${requestRole(service)} with check (${own});` : ''}
    ${workerPolicies(service, table)}`;
}

function workerPolicies(service: ServiceName, table: string): string {
  return `
    create policy du_service on ${table} to ${workerRole(service)} using (true) with check (true);
    create policy des_rapports on ${table} for select to ${REPORTS_ROLE} using (true);`;
}
