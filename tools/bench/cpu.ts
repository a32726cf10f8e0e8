import { readFileSync } from 'node:fs';
import { descendantsOf } from '#testing';
import { ONLOOKER, type Stage } from './stage.js';

/** CPU seconds that processes have used so far, by pid. */
export interface CpuBook {
  readonly processes: ReadonlyMap<number, { readonly name: string; readonly seconds: number }>;
  /** Of sessions of PostgreSQL that have ended. */
  readonly ended: number;
}

/** Clock ticks a second of /proc on Linux, on every platform that Node runs on. */
const TICKS = 100;

/** CPU seconds of one process, threads included; 0 when it is gone. */
function cpuOf(pid: number, ofEndedChildren = false): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const at = ofEndedChildren ? 13 : 11;
    return (Number(fields[at]) + Number(fields[at + 1])) / TICKS;
  } catch {
    return 0;
  }
}

/** Resident memory of one process without what it shares with others, in MB; 0 when it is gone. */
export function memoryOf(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

/** What every process of the stage has used; PostgreSQL's sessions by the service they serve. */
export async function readCpu(stage: Stage): Promise<CpuBook> {
  const { rig } = stage;
  const processes = new Map<number, { name: string; seconds: number }>();
  const note = (name: string, pid: number, seconds = cpuOf(pid)) => processes.set(pid, { name, seconds });
  const rows = await stage.look<{ pid: number; name: string }>(
    `select pid, case when application_name like 'fluxasync-%' or application_name = '${ONLOOKER}' then application_name when backend_type = 'client backend' then 'others' else backend_type end as name from pg_stat_activity`,
  );
  const sessions = new Map(rows.map(({ pid, name }) => [pid, name.replace('fluxasync-', '')]));
  for (const pid of [rig.postgres.pid, ...descendantsOf(rig.postgres.pid)])
    note(`postgres: ${sessions.get(pid) ?? 'itself'}`, pid);
  note('nats-server', rig.nats.pid);
  for (const { name, pid } of rig.members) note(name.replace(/-\d+$/, ''), pid);
  note('WhatsApp (stand-in)', stage.whatsapp.pid);
  const { user, system } = process.cpuUsage();
  note('driver', process.pid, (user + system) / 1e6);
  return { processes, ended: cpuOf(rig.postgres.pid, true) };
}

/** Whether it is the platform's, and not of what plays its customers, its third parties and the measuring itself. */
export const isPlatforms = ([name]: readonly [string, number]) =>
  name !== 'driver' && name !== `postgres: ${ONLOOKER}` && !name.startsWith('WhatsApp');

/** CPU seconds between two readings by name, the greediest first. */
export function cpuBetween(before: CpuBook, after: CpuBook): [string, number][] {
  const used = new Map<string, number>();
  const add = (name: string, seconds: number) => used.set(name, (used.get(name) ?? 0) + seconds);
  for (const [pid, { name, seconds }] of after.processes) add(name, seconds - (before.processes.get(pid)?.seconds ?? 0));
  const gone = [...before.processes]
    .filter(([pid]) => !after.processes.has(pid))
    .reduce((sum, [, { seconds }]) => sum + seconds, 0);
  add('postgres: sessions that ended', after.ended - before.ended - gone);
  return [...used].filter(([, seconds]) => seconds > 0.005).sort(([, a], [, b]) => b - a);
}
