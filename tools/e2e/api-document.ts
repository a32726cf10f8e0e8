import type { JsonSchema } from '#contracts';

/** One operation as the OpenAPI document describes it. */
export interface Operation {
  /** e.g. `GET /v1/orders/{orderId}`. */
  name: string;
  method: string;
  path: string;
  /** Says who may: the schemes, with the scopes a key needs. */
  security: Record<string, string[]>[];
  description: string;
  pathParameters: string[];
  queryParameters: { name: string; schema: JsonSchema; example: unknown }[];
  /** Schema and example of the body, where there is one. */
  body?: { schema: JsonSchema; example: Record<string, unknown> };
}

interface Described {
  security: Record<string, string[]>[];
  description: string;
  parameters?: { name: string; in: string; schema: JsonSchema; example: unknown }[];
  requestBody?: { content: Record<string, { schema: JsonSchema; example: Record<string, unknown> }> };
}

export interface ApiDocument {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, JsonSchema> };
}

/** The document as a stranger gets it. */
export async function readDocument(url: string): Promise<ApiDocument> {
  return (await (await fetch(`${url}/v1/openapi.json`)).json()) as ApiDocument;
}

/** Operations whose body or answer is no JSON: the live stream, and files. */
const APART = ['/v1/stream', '/v1/media'];

/** Every operation that questions are asked of. */
export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    APART.includes(path)
      ? []
      : Object.entries(methods).map(([method, { security, description, parameters = [], requestBody }]) => {
          const name = method.toUpperCase();
          const within = (place: string) => parameters.filter((parameter) => parameter.in === place);
          return {
            name: `${name} ${path}`,
            method: name,
            path,
            security,
            description,
            pathParameters: within('path').map((parameter) => parameter.name),
            queryParameters: within('query'),
            body: requestBody?.content['application/json'],
          };
        }),
  );
}

/** A schema with its references put in. */
export function resolved(schema: JsonSchema, { components }: ApiDocument): JsonSchema {
  const { $ref, ...rest } = schema as { $ref?: string } & JsonSchema;
  return $ref ? { ...components.schemas[$ref.split('/').at(-1)!]!, ...rest } : schema;
}

export const isPublic = ({ security }: Operation) => security.length === 0;
export const isForOwners = ({ description }: Operation) => description.includes('For owners only');
/** The scope that a key needs; undefined when no key gets in. */
export const scopeOf = ({ security }: Operation): string | undefined =>
  security.find((scheme) => 'apiKey' in scheme)?.apiKey?.[0];
