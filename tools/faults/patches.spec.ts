import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled, PROJECT_ROOT } from '#testing';
import { NTH_PASS, WITNESS } from '../rig/patches.js';
import { CALL_BOUNDARIES, SHORT_LEASES } from './boundaries.js';
import { MUTANTS } from './mutants.js';
import { CHANGES, nextVersion } from './rows-migration.js';

const ofMutants = MUTANTS.flatMap((mutant) => mutant.patches);
const patches = [WITNESS, NTH_PASS, ...CALL_BOUNDARIES, ...SHORT_LEASES, ...ofMutants, ...CHANGES.map(nextVersion)];

describe('what the rig changes in a service as it is read', () => {
  beforeAll(() => void compiled('apps/gateway/src/main.ts'));

  it.each(patches.map((patch): [string, string, string] => [patch.file, patch.from, patch.to]))(
    '%s says exactly once: %s',
    (file, from, to) => {
      const text = readFileSync(join(PROJECT_ROOT, 'dist', file), 'utf8');
      expect(text.split(from)).toHaveLength(2);
      expect(to).not.toBe(from);
    },
  );
});
