import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '#contracts';

/**
 * The schemas of the document's components, each contract once: contracts inside others become references, so that readers and generated types have a name for
 * each of them.
 */
export class Components {
  private readonly schemas = new Map<string, JsonSchema>();

  /** @param instead components that stand for others, by title */
  constructor(private readonly instead: Record<string, string> = {}) {}

  /** Adds a contract's schema under its title. @returns a reference to it */
  add(schema: JsonSchema, name = schema.title as string): JsonSchema {
    if (name in this.instead) return { $ref: `#/components/schemas/${this.instead[name]}` };
    const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
    const flat = {
      ...schema,
      properties: Object.fromEntries(properties.map(([key, value]) => [key, this.hoisted(value)])),
    };
    return { $ref: `#/components/schemas/${this.keep(name, flat)}` };
  }

  /** All of them, by name. */
  all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.schemas].sort(([a], [b]) => a.localeCompare(b)));
  }

  /** What people send is closed, what they get is open: the same contract in both places needs two names. */
  private keep(name: string, schema: JsonSchema): string {
    const known = this.schemas.get(name);
    if (known === undefined || isDeepStrictEqual(known, schema)) {
      this.schemas.set(name, schema);
      return name;
    }
    if (name.endsWith('Input')) throw new Error(`two different schemas want to be called ${name}`);
    return this.keep(`${name}Input`, schema);
  }

  private hoisted({ description, ...schema }: JsonSchema): JsonSchema {
    const described = description === undefined ? {} : { description };
    if (schema.type === 'array') return { ...schema, ...described, items: this.hoisted(schema.items as JsonSchema) };
    if (schema.type === 'object' && schema.title !== undefined) return { ...this.add(schema), ...described };
    return { ...schema, ...described };
  }
}
