import fc from 'fast-check';
import type { JsonSchema } from '#contracts';
import { type ApiDocument, resolved } from './api-document.js';

/** Texts that have broken something somewhere: SQL, HTML, templates, control characters, half characters, right-to-left, very long. */
const HOSTILE = [
  "'; drop table commandes; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}#{7*7}',
  'a\u0000b',
  '\ud83d',
  '\u202eelbadaer',
  '../../etc/passwd',
  '%00%ff',
  '__proto__',
  'é'.repeat(300),
  ' ',
  '\n\r\t',
  '١٢٣٤',
];

const text = (schema: JsonSchema) => {
  const minLength = (schema.minLength as number | undefined) ?? 0;
  const maxLength = Math.min((schema.maxLength as number | undefined) ?? 60, 60);
  return fc.oneof(fc.string({ minLength, maxLength, unit: 'grapheme' }), fc.constantFrom(...HOSTILE));
};

const integer = (schema: JsonSchema) => {
  const [min, max] = [(schema.minimum as number | undefined) ?? 0, (schema.maximum as number | undefined) ?? 1_000_000];
  return fc.oneof(fc.integer({ min, max: Math.min(max, 2 ** 52) }), fc.constantFrom(min, Math.min(max, 2 ** 52)));
};

/** Values that a JSON Schema of ours allows, or nearly: texts may break a rule of the trade that a schema cannot say (a telephone number, a time zone). */
export function valuesOf(schema: JsonSchema, document: ApiDocument): fc.Arbitrary<unknown> {
  const known = resolved(schema, document);
  if (Array.isArray(known.enum)) return fc.constantFrom(...(known.enum as unknown[]));
  if (known.format === 'uuid') return fc.uuid();
  if (known.format === 'date-time')
    return fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((d) => d.toISOString());
  if (known.format === 'date')
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
  if (known.format === 'email') return fc.oneof(fc.emailAddress(), fc.constantFrom('a@b.ci'));
  if (typeof known.pattern === 'string') return fc.stringMatching(new RegExp(known.pattern));
  switch (known.type) {
    case 'object':
      return known.properties ? objectsOf(known, document) : fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 });
    case 'array':
      return fc.array(valuesOf(known.items as JsonSchema, document), {
        minLength: known.minItems as number | undefined,
        maxLength: Math.min(
          (known.maxItems as number | undefined) ?? 3,
          Math.max((known.minItems as number | undefined) ?? 0, 3),
        ),
      });
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integer(known);
    case 'number':
      return fc.double({ min: 0, max: 1_000, noNaN: true });
    default:
      return text(known);
  }
}

function objectsOf(schema: JsonSchema, document: ApiDocument): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(schema.properties as Record<string, JsonSchema>);
  const required = (schema.required ?? []) as string[];
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valuesOf(field, document)])), {
    requiredKeys: required,
  }) as fc.Arbitrary<Record<string, unknown>>;
}

/** Anything that JSON can say, and that no schema of ours allows for `schema`'s type. */
export function wrongFor(schema: JsonSchema, document: ApiDocument): fc.Arbitrary<unknown> {
  const { type } = resolved(schema, document);
  return fc
    .oneof(fc.constantFrom(null, true, -1.5, 1e308, 'x', [[]], { $ne: null }), fc.jsonValue({ maxDepth: 2 }))
    .filter((value) => {
      switch (type) {
        case 'string':
          return typeof value !== 'string';
        case 'boolean':
          return typeof value !== 'boolean';
        case 'integer':
        case 'number':
          return typeof value !== 'number' || (type === 'integer' && !Number.isInteger(value));
        case 'array':
          return !Array.isArray(value);
        default:
          return value === null || typeof value !== 'object' || Array.isArray(value);
      }
    });
}
