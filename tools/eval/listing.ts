import type { Amount } from './amounts.js';
import { type Range, within } from './ranges.js';

/** « • 2 x Puma Suede Classic, en 40 : 30.000 FCFA l'unité, soit 60.000 FCFA » */
const LINE = /^\s*[•-] (\d{1,3}) x /;

/**
 * The lines one reply lists, whether they are agreed or only asked for: the sum told under them must be theirs. A line counts by the last amount told on it, and only when that
 * is so many times what the article may cost: where one line is wrong, no sum of the list is known.
 */
export class Listing {
  private readonly totals: (number | undefined)[] = [];

  /** @param segment folded, without the names of products; lines of another form are passed over */
  add(segment: string, amounts: Amount[], each: Range[]): void {
    const count = Number(LINE.exec(segment)?.[1] ?? 0);
    if (count === 0) return;
    const told = amounts.at(-1)?.value;
    const right =
      told !== undefined && each.some(({ least, most }) => within(told, { least: least * count, most: most * count }));
    this.totals.push(right ? told : undefined);
  }

  /** FCFA; undefined where fewer than two lines are listed, or one of them is wrong. */
  get sum(): number | undefined {
    if (this.totals.length < 2) return undefined;
    return this.totals.reduce((sum, total) => (sum === undefined || total === undefined ? undefined : sum + total), 0);
  }
}
