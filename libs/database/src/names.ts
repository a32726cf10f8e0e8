import { schemaNameOf, type ServiceName } from '#contracts';

/** The database that holds every schema when one server serves all. */
export const DATABASE_NAME = 'fluxasync_bd';

/** Reads everything, writes nothing: for the three reports and for people with psql. */
export const REPORTS_ROLE = 'fluxasync_rapports';

/** Login role of a service; as itself it obeys the policy of one seller. */
export const requestRole = (service: ServiceName) => `fluxasync_${schemaNameOf(service)}`;

/** Role a service switches to in event handlers and sweepers: all sellers, own schema only. */
export const workerRole = (service: ServiceName) => `${requestRole(service)}_worker`;

/** Session setting that carries the seller of the current transaction. */
export const SELLER_SETTING = 'app.seller';
