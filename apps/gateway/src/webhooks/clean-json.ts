const MOST_LEVELS = 64;

/**
 * A copy of parsed JSON that PostgreSQL can keep as text: NUL characters removed, lone surrogates replaced by U+FFFD, everything else as it came.
 * @throws RangeError when it is nested deeper than {@link MOST_LEVELS}
 */
export function cleanJson(value: unknown, level = 0): unknown {
  if (level > MOST_LEVELS) throw new RangeError(`nested deeper than ${MOST_LEVELS} levels`);
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, level + 1));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanJson(item, level + 1)]));
  return value;
}

export const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();
