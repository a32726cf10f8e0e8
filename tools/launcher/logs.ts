import { copyFileSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST_BYTES = 10 * 1024 * 1024;
const EVERY_MS = 5_000;

/**
 * Keeps each log at about 10 MB and one older part (`orders.log.1`). The processes write to their logs themselves and append,
 * so a log is copied and emptied under them: they need not know, and go on writing when the launcher is killed.
 */
export function keepLogsSmall(folder: string, largestBytes = LARGEST_BYTES): () => void {
  const timer = setInterval(() => rotate(folder, largestBytes), EVERY_MS);
  timer.unref();
  rotate(folder, largestBytes);
  return () => clearInterval(timer);
}

export function rotate(folder: string, largestBytes: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!name.endsWith('.log') || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= largestBytes) continue;
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
  }
}
