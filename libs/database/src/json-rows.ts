/**
 * Rows as one parameter for `json_populate_recordset`: one statement, always the same, writes one row or two hundred. Half a character, which JSON can hold and PostgreSQL
 * cannot, becomes U+FFFD, as it does in a parameter of its own; bytes are written as PostgreSQL reads them.
 */
export function jsonRows(rows: readonly object[]): string {
  const text = JSON.stringify(rows);
  return /\\ud[89a-f]/.test(text) ? JSON.stringify(rows, wellFormed) : text;
}

/** A value as it stands in such a row. */
export const jsonValue = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);
