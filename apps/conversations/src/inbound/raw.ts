/** Third-party JSON, read without trusting its shape. */
export type Raw = Record<string, unknown>;

/** As JSON that PostgreSQL takes: without half characters and NUL, which its jsonb refuses and which would hold up a whole batch. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replaceAll(String.fromCharCode(0), '') : inner,
  );

/** The object under `key`, an empty one when there is none. */
export const objectAt = (raw: unknown, key: string): Raw => {
  const value = (raw as Raw | null | undefined)?.[key];
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Raw) : {};
};

/** The objects listed under `key`. */
export const listAt = (raw: unknown, key: string): Raw[] => {
  const value = (raw as Raw | null | undefined)?.[key];
  return Array.isArray(value) ? value.filter((item): item is Raw => Boolean(item) && typeof item === 'object') : [];
};

/** The text (or number, as text) under `key`, trimmed; undefined when empty or of another kind. */
export const textAt = (raw: unknown, key: string): string | undefined => {
  const value = (raw as Raw | null | undefined)?.[key];
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.replaceAll(String.fromCharCode(0), '').trim() : '';
  return text === '' ? undefined : text;
};
