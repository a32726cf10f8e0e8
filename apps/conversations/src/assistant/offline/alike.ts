/** The same few words are compared again and again within a turn and between turns; what was found is kept, up to this many pairs. */
const KEPT_PAIRS = 20_000;
const compared = new Map<string, boolean>();

/** True when two words are the same but for an accent, a plural, a slip of the finger or the way it sounds. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (!sameSound(a[0], b[0]) || /\d/.test(a) || /\d/.test(b)) return false;
  const pair = `${a} ${b}`;
  const known = compared.get(pair);
  if (known !== undefined) return known;
  if (compared.size >= KEPT_PAIRS) compared.clear();
  const result = closeEnough(a, b);
  compared.set(pair, result);
  return result;
}

function closeEnough(a: string, b: string): boolean {
  const [x, y] = [singular(a), singular(b)];
  if (x === y) return true;
  const shortest = Math.min(x.length, y.length);
  if (shortest < 4) return false;
  const prefix = commonPrefix(x, y);
  if (prefix >= 5 && Math.max(x.length, y.length) - prefix <= 3) return true;
  if (prefix === shortest && Math.abs(x.length - y.length) <= 2) return true;
  const allowed = shortest >= 7 ? 2 : 1;
  return Math.abs(x.length - y.length) <= allowed && editDistance(x, y, allowed) <= allowed;
}

/** A slip hardly ever hits the first letter; writing it as it sounds does ("klassic", "zara"). */
function sameSound(a: string | undefined, b: string | undefined): boolean {
  return a === b || (/[ckq]/.test(a ?? '') && /[ckq]/.test(b ?? '')) || (/[sz]/.test(a ?? '') && /[sz]/.test(b ?? ''));
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from a to b. Beyond `limit` the exact number does not matter and
 * the count stops: thousands of pairs of words are compared in a turn.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  const width = b.length + 1;
  let [before, last, row] = [new Uint8Array(width), Uint8Array.from({ length: width }, (_, j) => j), new Uint8Array(width)];
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row[j] = best;
      least = Math.min(least, best);
    }
    if (least > limit) return least;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] ?? 0;
}
