import { schemaNameOf, SERVICES, type ServiceName } from '#contracts';

/** Where the database can be asked, as its owner. */
interface Asked {
  sql<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
}

/**
 * Makes the database itself a witness, before the services start: it writes down every outbound message whose status goes backwards, and takes the notes of the
 * readers' own witness (see WITNESS).
 */
export async function summonWitness(rig: Asked): Promise<void> {
  await rig.sql(`
    create schema rig;
    create table rig.handled (event_id uuid not null, consumer text not null, at timestamptz not null default clock_timestamp());
    create table rig.backwards (id_message uuid, before text, after text, at timestamptz not null default clock_timestamp());
    create function rig.rank(said text) returns int language sql immutable as
      $$ select case said when 'envoye' then 1 when 'echec' then 2 when 'distribue' then 3 when 'lu' then 4 else 0 end $$;
    create function rig.watch() returns trigger language plpgsql security definer as $$
      begin
        insert into rig.backwards (id_message, before, after) values (new.id_message, old.statut_message, new.statut_message);
        return null;
      end $$;
    create index on rig.handled (event_id, consumer);
    grant usage on schema rig to public;
    grant insert on rig.handled to public;
    create trigger rig_watches after update of statut_message on conversations.messages for each row
      when (rig.rank(new.statut_message) < rig.rank(old.statut_message)) execute function rig.watch();`);
}

/** Events that had more than one effect at a reader. */
export async function handledTwice(rig: Asked): Promise<string[]> {
  const rows = await rig.sql<{ line: string }>(
    `select consumer || ' ' || event_id || ': ' || count(*) as line from rig.handled group by event_id, consumer having count(*) > 1 order by 1`,
  );
  return rows.map(({ line }) => line);
}

/** How many events were worked on, and by how many readers. */
export async function handledInAll(rig: Asked): Promise<{ effects: number; events: number }> {
  const [row] = await rig.sql<{ effects: number; events: number }>(
    'select count(*)::int as effects, count(distinct event_id)::int as events from rig.handled',
  );
  return row!;
}

/** Events that a reader has booked as done and never worked on. */
export async function bookedWithoutEffect(rig: Asked, runs: (service: ServiceName) => boolean): Promise<string[]> {
  const parts = SERVICES.filter(runs).map(
    (service) => `select i.consumer || ' ' || i.event_id as line from ${schemaNameOf(service)}.inbox i where i.outcome = 'done'
                     and not exists (select from rig.handled h where h.event_id = i.event_id and h.consumer = i.consumer)`,
  );
  return (await rig.sql<{ line: string }>(parts.join(' union all '))).map(({ line }) => line);
}
