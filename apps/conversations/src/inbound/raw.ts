/** Third-party JSON, read without trusting its shape. */
export type Raw = Record<string, unknown>;

/** WhatsApp's own ids have at most 255 characters; what is longer is none, and would not fit an index. */
const MOST_ID = 255;

const clean = (text: string) => text.toWellFormed().replaceAll(String.fromCharCode(0), '');
const isObject = (value: unknown): value is Raw => Boolean(value) && typeof value === 'object' && !Array.isArray(value);

/** As JSON that PostgreSQL takes: without half characters and NUL, in values or keys, which its jsonb refuses and which would hold up a whole batch. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return clean(inner);
    return isObject(inner) && Object.keys(inner).some((key) => clean(key) !== key)
      ? Object.fromEntries(Object.entries(inner).map(([key, of]) => [clean(key), of]))
      : inner;
  });

/** The object under `key`, an empty one when there is none. */
export const objectAt = (raw: unknown, key: string): Raw => {
  const value = (raw as Raw | null | undefined)?.[key];
  return isObject(value) ? value : {};
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
  const text = typeof value === 'string' ? clean(value).trim() : '';
  return text === '' ? undefined : text;
};

/** The id under `key`; undefined when there is none, or one that is too long to be WhatsApp's. */
export const idAt = (raw: unknown, key: string): string | undefined => {
  const id = textAt(raw, key);
  return id && id.length <= MOST_ID ? id : undefined;
};
