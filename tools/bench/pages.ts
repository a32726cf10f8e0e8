import type { Page } from '#contracts';
import { quantile } from './statistics.js';

/** What stands on a page, and the page far down that is compared with the first. */
export const PAGE = 10;
export const FAR = 500;

/** What one asking takes, p95 of 40, ms. */
export async function timed(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const began = performance.now();
    await ask();
    took.push(performance.now() - began);
  }
  return quantile(took, 0.95);
}

/**
 * P95 of a list's first page and of one far down, ms, asked as the gateway asks. The way there goes page by page, as every reader's does.
 * @throws when the list ends before
 */
export async function pagesOfList(
  list: (page: { limit: number; cursor?: string }) => Promise<Page<unknown>>,
): Promise<{ firstP95: number; farP95: number }> {
  let cursor: string | undefined;
  const ask = (after?: string) => list({ limit: PAGE, ...(after ? { cursor: after } : {}) });
  for (let page = 1; page < FAR; page += 1) {
    cursor = (await ask(cursor)).nextCursor;
    if (!cursor) throw new Error(`the list ends at page ${page} of ${FAR}`);
  }
  return { firstP95: await timed(() => ask()), farP95: await timed(() => ask(cursor)) };
}
