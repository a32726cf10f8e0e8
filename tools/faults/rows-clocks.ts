import { type Facts, firstEffect, type Row, running, sleep, type Stage } from './stage.js';

const MINUTE_MS = 60_000;
const BY_MINUTES = 10;

/**
 * Clocks jump, as far as that can be played without rights over the machine's. Of a process: `Date` of one replica of each service, while it runs; timers go on as
 * they do when an operator sets the time. Of the database: `now()` itself cannot be moved, so every lease and due time that it will compare with it is moved the
 * other way; what it stamps on new rows stays right.
 */
async function clockJumps(stage: Stage): Promise<Facts> {
  const { rig, quick, say } = stage;
  const lasts = quick ? 5 : 10;
  const victims = running(rig).map((service) => rig.of(service)[0]!);
  for (const minutes of [BY_MINUTES, -BY_MINUTES, 0]) {
    for (const victim of victims) rig.moveClock(victim, minutes * MINUTE_MS);
    say(`the clocks of ${victims.length} processes are ${minutes} min ahead`);
    await sleep(lasts);
  }
  await rig.sql(MOVE_DUE_TIMES);
  // Back first: what waits for a time that is now far away waits until the clock is put right, and so it is.
  const moved = await moveDueTimes(stage, BY_MINUTES);
  say(`the database's clock went back by ${BY_MINUTES} min: ${moved} due times`);
  await sleep(lasts);
  await moveDueTimes(stage, -2 * BY_MINUTES);
  say(`and forth by ${2 * BY_MINUTES} min: every lease is over while its holder works`);
  await sleep(lasts);
  return {
    'processes moved': victims.length,
    minutes: `+${BY_MINUTES}, -${BY_MINUTES}, 0`,
    'due times of the database moved': moved,
    'their minutes': `-${BY_MINUTES}, +${2 * BY_MINUTES}`,
    'first effect after (ms)': await firstEffect(stage),
  };
}

/** @returns how many were moved */
async function moveDueTimes({ rig }: Stage, minutes: number): Promise<number> {
  const [row] = await rig.sql<{ moved: number }>('select rig.move_due_times($1) as moved', [minutes]);
  return row!.moved;
}

/** Ends of leases, and times before which something is left alone: whatever is due within an hour or was due within the last, but for what a service is writing at that moment: who waits for nobody takes part in no deadlock. */
const MOVE_DUE_TIMES = `
  create or replace function rig.move_due_times(minutes int) returns int language plpgsql as $$
    declare due record; many int; moved int := 0;
    begin
      for due in
        select format('%I.%I', c.table_schema, c.table_name) as place, quote_ident(c.column_name) as name
          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
         where t.table_type = 'BASE TABLE' and c.table_schema not in ('rig', 'public', 'pg_catalog', 'information_schema') and c.data_type = 'timestamp with time zone'
           and c.column_name ~ '^(bail_.*|prochain.*|tour_prevu|until|pas_avant|analyse_pas_avant|pause_jusqu_a|bloque_jusqua)$'
         order by 1, 2
      loop
        execute format('update %1$s set %2$s = %2$s + make_interval(mins => $1) where ctid = any(array(
                          select ctid from %1$s where %2$s between now() - interval ''1 hour'' and now() + interval ''1 hour'' for update skip locked))',
                       due.place, due.name) using minutes;
        get diagnostics many = row_count;
        moved := moved + many;
      end loop;
      return moved;
    end $$`;

export const clockRows: readonly Row[] = [
  {
    name: 'clock-jumps',
    strikes:
      'the clock of one replica of each service 10 min ahead, then behind (its `Date`), then the leases and due times of the database as if its clock went back and forth',
    strike: clockJumps,
  },
];
