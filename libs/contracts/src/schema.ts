/** A JSON Schema fragment (draft 2020-12 vocabulary that Ajv, AsyncAPI 3 and OpenAPI 3.1 share). */
export type JsonSchema = Record<string, unknown>;

/** Any class whose properties were described with the field decorators below. */
export type Shape<T = object> = abstract new () => T;

/** `optional`: may be absent (never null). `secret`: never logged, never journalled. */
export interface FieldOptions {
  optional?: boolean;
  secret?: boolean;
}

interface Field extends FieldOptions {
  description: string;
  schema: (strict: boolean) => JsonSchema;
}

const shapes = new Map<object, Map<string, Field>>();

/** Describes one property of a contract; the named decorators below are what contracts use. */
function field(
  description: string,
  schema: JsonSchema | ((strict: boolean) => JsonSchema),
  options: FieldOptions = {},
): PropertyDecorator {
  return (target, key) => {
    const own = shapes.get(target) ?? new Map<string, Field>();
    own.set(String(key), { ...options, description, schema: typeof schema === 'function' ? schema : () => schema });
    shapes.set(target, own);
  };
}

/** The fields of a class with those it inherits, base class first. */
function fieldsOf(shape: Shape): Map<string, Field> {
  const merged = new Map<string, Field>();
  const chain: object[] = [];
  for (
    let proto = shape.prototype as object | null;
    proto && proto !== Object.prototype;
    proto = Object.getPrototypeOf(proto) as object | null
  )
    chain.unshift(proto);
  for (const proto of chain) for (const [key, value] of shapes.get(proto) ?? []) merged.set(key, value);
  return merged;
}

/**
 * The JSON Schema of a contract class, nested classes inlined.
 * @param strict refuse properties that the contract does not name (what people send us); events stay open so that an older reader takes a newer event
 */
export function schemaOf(shape: Shape, strict = false): JsonSchema {
  const fields = [...fieldsOf(shape)];
  return {
    title: shape.name,
    type: 'object',
    properties: Object.fromEntries(fields.map(([key, f]) => [key, { ...f.schema(strict), description: f.description }])),
    required: fields.filter(([, f]) => !f.optional).map(([key]) => key),
    ...(strict ? { additionalProperties: false } : {}),
  };
}

/** Names of the properties that must never reach a log or the journal. */
export function secretFieldsOf(shape: Shape): string[] {
  return [...fieldsOf(shape)].filter(([, f]) => f.secret).map(([key]) => key);
}

type TextOptions = FieldOptions & { min?: number; max?: number; pattern?: string };

/** A UUID (ours are version 7, so they sort by creation). */
export const id = (description: string, options?: FieldOptions) =>
  field(description, { type: 'string', format: 'uuid' }, options);

/** Free text of `min` (1) to `max` (500) characters. */
export const text = (description: string, { min = 1, max = 500, pattern, ...options }: TextOptions = {}) =>
  field(description, { type: 'string', minLength: min, maxLength: max, ...(pattern ? { pattern } : {}) }, options);

/** Whole FCFA (XOF has no cents), `min` (0) or more. */
export const fcfa = (description: string, { min = 0, ...options }: FieldOptions & { min?: number } = {}) =>
  field(description, { type: 'integer', minimum: min, maximum: 1_000_000_000_000 }, options);

/** A whole number of things, from `min` (0) to `max` (a million). */
export const count = (
  description: string,
  { min = 0, max = 1_000_000, ...options }: FieldOptions & { min?: number; max?: number } = {},
) => field(description, { type: 'integer', minimum: min, maximum: max }, options);

/** A number with decimals between `min` and `max`. */
export const ratio = (
  description: string,
  { min = 0, max = 1, ...options }: FieldOptions & { min?: number; max?: number } = {},
) => field(description, { type: 'number', minimum: min, maximum: max }, options);

/** A point in time, ISO 8601 with offset, e.g. `2026-11-22T14:00:00.000Z`. */
export const instant = (description: string, options?: FieldOptions) =>
  field(description, { type: 'string', format: 'date-time' }, options);

/** A calendar day of the seller, `YYYY-MM-DD`. */
export const day = (description: string, options?: FieldOptions) =>
  field(description, { type: 'string', format: 'date' }, options);

/** A telephone number in E.164, e.g. `+2250712345678`. */
export const phone = (description: string, options?: FieldOptions) =>
  field(description, { type: 'string', pattern: String.raw`^\+[1-9][0-9]{6,14}$` }, options);

/** An e-mail address. */
export const email = (description: string, options?: FieldOptions) =>
  field(description, { type: 'string', format: 'email', maxLength: 254 }, options);

/** Yes or no. */
export const flag = (description: string, options?: FieldOptions) => field(description, { type: 'boolean' }, options);

/** One of the listed words. */
export const oneOf = (description: string, values: readonly string[], options?: FieldOptions) =>
  field(description, { type: 'string', enum: [...values] }, options);

/** Some of the listed words, each at most once. */
export const someOf = (
  description: string,
  values: readonly string[],
  { min = 0, ...options }: FieldOptions & { min?: number } = {},
) =>
  field(
    description,
    { type: 'array', minItems: min, maxItems: values.length, uniqueItems: true, items: { type: 'string', enum: [...values] } },
    options,
  );

/** How often a thing was changed: its ETag, and what an edit may ask for with If-Match. */
export const version = (options?: FieldOptions) =>
  field('Grows with every change; the ETag', { type: 'integer', minimum: 1, maximum: 2_147_483_647 }, options);

/** A third party's JSON object, kept as it came. */
export const foreign = (description: string, options?: FieldOptions) => field(description, { type: 'object' }, options);

/** Another contract class inside this one. */
export const nested = (description: string, shape: () => Shape, options?: FieldOptions) =>
  field(description, (strict) => schemaOf(shape(), strict), options);

/** A list of `min` (0) to `max` (200) contract objects. */
export const listOf = (
  description: string,
  shape: () => Shape,
  { min = 0, max = 200, ...options }: FieldOptions & { min?: number; max?: number } = {},
) => field(description, (strict) => ({ type: 'array', minItems: min, maxItems: max, items: schemaOf(shape(), strict) }), options);

/** A list of short texts. */
export const textList = (
  description: string,
  { min = 0, max = 50, ...options }: FieldOptions & { min?: number; max?: number } = {},
) =>
  field(
    description,
    { type: 'array', minItems: min, maxItems: max, items: { type: 'string', minLength: 1, maxLength: 200 } },
    options,
  );

/** A list of at most `max` (500) UUIDs. */
export const idList = (description: string, { max = 500, ...options }: FieldOptions & { max?: number } = {}) =>
  field(description, { type: 'array', maxItems: max, items: { type: 'string', format: 'uuid' } }, options);
