import { GraphError } from '../graph-error.js';

/** Length as Meta counts it: characters, an emoji outside the basic plane being one. */
export const lengthOf = (text: string): number => [...text].length;

/** A JSON object of a request, read field by field; each refusal names the field as Meta does: `text['body']`. */
export class Fields {
  private constructor(
    readonly value: Readonly<Record<string, unknown>>,
    private readonly path: string,
  ) {}

  /** @throws GraphError 100 when the value is not an object */
  static of(value: unknown, path = ''): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw GraphError.parameter(path ? `Param ${path} must be a JSON object.` : 'The request body must be a JSON object.');
    return new Fields(value as Record<string, unknown>, path);
  }

  name(field: string): string {
    return this.path ? `${this.path}['${field}']` : field;
  }

  has(field: string): boolean {
    return this.value[field] !== undefined && this.value[field] !== null;
  }

  object(field: string): Fields {
    if (!this.has(field)) throw this.missing(field);
    return Fields.of(this.value[field], this.name(field));
  }

  optionalObject(field: string): Fields | undefined {
    return this.has(field) ? this.object(field) : undefined;
  }

  /** A text of 1 to `max` characters. */
  text(field: string, max = Number.POSITIVE_INFINITY): string {
    const value = this.value[field];
    if (value === undefined || value === null || value === '') throw this.missing(field);
    if (typeof value !== 'string') throw GraphError.parameter(`Param ${this.name(field)} must be a string.`);
    if (lengthOf(value) > max) throw GraphError.parameter(`Param ${this.name(field)} must be at most ${max} characters long.`);
    return value;
  }

  optionalText(field: string, max?: number): string | undefined {
    return this.has(field) ? this.text(field, max) : undefined;
  }

  oneOf<const T extends string>(field: string, allowed: readonly T[]): T {
    const value = this.text(field);
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw GraphError.parameter(`Param ${this.name(field)} must be one of {${allowed.join(', ')}}.`);
    return found;
  }

  /** A number, also written as text: SDKs send coordinates either way. */
  number(field: string, min: number, max: number): number {
    if (!this.has(field)) throw this.missing(field);
    const value = Number(this.value[field]);
    if (!(value >= min && value <= max)) throw GraphError.parameter(`Param ${this.name(field)} must be from ${min} to ${max}.`);
    return value;
  }

  /** A list of `min` to `max` objects. */
  list(field: string, min: number, max: number): Fields[] {
    const value = this.value[field];
    if (value === undefined || value === null) throw this.missing(field);
    if (!Array.isArray(value)) throw GraphError.parameter(`Param ${this.name(field)} must be an array.`);
    if (value.length < min || value.length > max)
      throw new GraphError(131009, `${this.name(field)}: invalid count. Min: ${min}, Max: ${max}.`);
    return value.map((item, index) => Fields.of(item, `${this.name(field)}[${index}]`));
  }

  missing(field: string): GraphError {
    return GraphError.parameter(`The parameter ${this.name(field)} is required.`);
  }
}

/** @throws GraphError 131009 when two of the values are the same */
export function allDifferent(what: string, values: readonly string[]): void {
  if (new Set(values).size !== values.length) throw new GraphError(131009, `${what} must be unique within the message.`);
}
