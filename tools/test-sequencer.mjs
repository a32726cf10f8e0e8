import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * Files that take longest (20 s and more on two quiet cores), as they are to begin: where nothing is known of earlier runs, Jest goes by the size of a file, and a
 * short one that drives a whole platform would run alone at the end. One that mostly waits stands beside one that mostly works.
 */
const FIRST = [
  'tools/e2e/platform.e2e-spec.ts',
  'libs/bus/test/faults.int-spec.ts',
  'tools/e2e/storm.e2e-spec.ts',
  'tools/launcher/launcher.int-spec.ts',
  'tools/e2e/whatsapp.e2e-spec.ts',
  'tools/e2e/isolation.e2e-spec.ts',
  'apps/conversations/test/turns.int-spec.ts',
  'tools/e2e/frontend.e2e-spec.ts',
  'tools/cli/export.int-spec.ts',
  'tools/cli/doctor/doctor.int-spec.ts',
  'tools/e2e/degradation.e2e-spec.ts',
  'apps/gateway/test/live.int-spec.ts',
  'tools/e2e/fuzz.e2e-spec.ts',
  'apps/conversations/test/sending.int-spec.ts',
];

const gone = FIRST.filter((file) => !existsSync(join(import.meta.dirname, '..', file)));
if (gone.length > 0) throw new Error(`tools/test-sequencer.mjs names files that are not there: ${gone.join(', ')}`);

/** The order of the test files: the long ones first, the others as Jest would. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = FIRST.findIndex((file) => path.endsWith(`/${file}`));
      return at < 0 ? FIRST.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
}
