import { backupRows } from './rows-backup.js';
import { clockRows } from './rows-clocks.js';
import { edgeRows } from './rows-edges.js';
import { failpointRows } from './rows-failpoints.js';
import { geminiRows } from './rows-gemini.js';
import { gmailRows } from './rows-gmail.js';
import { lineRows } from './rows-lines.js';
import { migrationRows } from './rows-migration.js';
import { partitionRows } from './rows-partition.js';
import { processRows } from './rows-processes.js';
import { serverRows } from './rows-servers.js';
import { tenantRows } from './rows-tenants.js';
import type { Row } from './stage.js';

/** Every row of the matrix, in the order of playing; those of one act share a platform. */
export const ACTS: readonly (readonly Row[])[] = [
  edgeRows,
  // Scaling comes last: it leaves more processes than there were.
  [...failpointRows, ...clockRows, ...processRows],
  serverRows,
  [...lineRows, ...partitionRows],
  [...geminiRows, ...gmailRows, ...tenantRows, ...migrationRows, ...backupRows],
];
