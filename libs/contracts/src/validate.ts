import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type DomainError, invalid } from './domain-error.js';
import { type Shape, schemaOf } from './schema.js';

// The rules of a contract are compiled once to a function: interpreting them cost more than 5 % of a batch handler's time (docs/adr/0003).
const ajv = new Ajv2020({ allErrors: true, strict: false });
(formats as unknown as (a: Ajv2020) => void)(ajv);

const compiled = new Map<Shape, { open?: ValidateFunction; strict?: ValidateFunction }>();

function validator(shape: Shape, strict: boolean): ValidateFunction {
  const both = compiled.get(shape) ?? {};
  compiled.set(shape, both);
  return (both[strict ? 'strict' : 'open'] ??= ajv.compile(schemaOf(shape, strict)));
}

function problemsOf(errors: ErrorObject[]) {
  return errors.map((e) => {
    const params = e.params as Record<string, unknown>;
    const path = e.instancePath.slice(1).replaceAll('/', '.');
    const missing = params.missingProperty ?? params.additionalProperty;
    const problem =
      e.keyword === 'enum' ? `must be one of ${(params.allowedValues as string[]).join(', ')}` : (e.message ?? e.keyword);
    return {
      field: missing ? [path, String(missing)].filter(Boolean).join('.') : path,
      problem: e.keyword === 'additionalProperties' ? 'is not known' : problem,
    };
  });
}

/** Checks a payload against its contract, unknown properties allowed (events). @returns undefined when it holds, else the error */
export function checkOpen(shape: Shape, value: unknown): DomainError | undefined {
  const check = validator(shape, false);
  return check(value) ? undefined : invalid(`${shape.name} breaks its contract`, problemsOf(check.errors ?? []));
}

/** Checks what somebody sent us, unknown properties refused (requests, HTTP bodies). @throws DomainError VALIDATION_FAILED naming each field */
export function assertStrict<T extends object>(shape: Shape<T>, value: unknown): T {
  const check = validator(shape, true);
  if (!check(value)) throw invalid(`${shape.name} breaks its contract`, problemsOf(check.errors ?? []));
  return value as T;
}
