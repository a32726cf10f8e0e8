import type { Database } from './database.js';

interface Identity {
  system_identifier: string;
  database_oid: string;
}

const IDENTITY = `select (select system_identifier::text from pg_control_system()) as system_identifier, (select oid::bigint::text from pg_database where datname = current_database()) as database_oid`;

/**
 * Tells a database from its restored copy. The first service that starts marks the installation with the server's and the database's identity; a
 * copy carries the mark of its original, so it differs and the service stays in safe mode: it takes part in everything but calls nobody outside.
 * @returns true in safe mode
 */
export async function isRestoredCopy(db: Database): Promise<boolean> {
  return db.asWorker(async () => {
    const [here] = await db.rows<Identity>(IDENTITY);
    await db.run('insert into installation (system_identifier, database_oid) values ($1, $2) on conflict do nothing', [
      here!.system_identifier,
      here!.database_oid,
    ]);
    const [mark] = await db.rows<Identity>('select system_identifier, database_oid::text from installation');
    return mark!.system_identifier !== here!.system_identifier || mark!.database_oid !== here!.database_oid;
  });
}

/** Ends safe mode: this database is the installation from now on. Run it only when the original is gone for good. */
export async function arm(db: Database): Promise<void> {
  await db.asWorker(async () => {
    const [here] = await db.rows<Identity>(IDENTITY);
    await db.run('update installation set system_identifier = $1, database_oid = $2, armed_at = now()', [
      here!.system_identifier,
      here!.database_oid,
    ]);
  });
}
