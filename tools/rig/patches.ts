import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A change to one compiled file as a process reads it; the file itself stays as it is. */
export interface Patch {
  /** Below dist/. */
  readonly file: string;
  /** Stands there exactly once. A process that reads the file otherwise does not start. */
  readonly from: string;
  readonly to: string;
}

/** Names the file with the patches to the preloaded script. */
export const PATCHES_VARIABLE = 'RIG_PATCHES';

/** Names the file that says by how many ms the process's clock is moved; it is read again at SIGUSR2. */
export const CLOCK_VARIABLE = 'RIG_CLOCK';

/** Arguments and variables for node with which a process reads its files patched. @param root folder of the project @param file where the patches are written down */
export function patched(root: string, file: string, patches: readonly Patch[]) {
  writeFileSync(file, JSON.stringify(patches));
  return {
    nodeArgs: ['--import', pathToFileURL(join(root, 'dist/tools/rig/preload.js')).href],
    env: { [PATCHES_VARIABLE]: file },
  };
}

/** Every reader books each event it works on in a table that forgives nothing, in the transaction of its work: what has two rows had two effects. */
export const WITNESS: Patch = {
  file: 'libs/bus/src/consumer.js',
  from: 'await inContext(first, ()=>this.work(batch));',
  to: `await this.db.run('insert into rig.handled (event_id, consumer) select e, $2 from unnest($1::uuid[]) t(e)', [batch.map((job)=>job.meta.id), this.spec.durable]);
        await inContext(first, ()=>this.work(batch));`,
};

/** A failpoint strikes at its n-th pass (`FLUX_FAILPOINT=name:kill:n`), so that a process dies in the middle of its work and not at its beginning. */
export const NTH_PASS: Patch = {
  file: 'libs/bus/src/failpoint.js',
  from: 'if (armed?.[0] !== name) return;',
  to: 'if (armed?.[0] !== name || (globalThis.rigPasses = (globalThis.rigPasses ?? 0) + 1) !== Number(armed[2] ?? 1)) return;',
};
