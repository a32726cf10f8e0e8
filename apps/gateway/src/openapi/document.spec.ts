import { createHmac } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type EventClass, PUBLIC_EVENTS, secretFieldsOf } from '#contracts';
import { apiRoutes } from '../api/routes.js';
import { figuresFile } from '../composed/figures-file.js';
import { openApiDocument } from './document.js';
import { TAGS } from './tags.js';

interface Media {
  schema: object;
  example?: unknown;
}
interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: object[];
  parameters?: { name: string; description: string; schema: { examples?: unknown[] }; example?: unknown }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, Media> }>;
}

const document = openApiDocument(apiRoutes) as {
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, { content: Record<string, Media> }> };
};
const paths = Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length;
const operations = [...Object.entries(document.paths), ...Object.entries(document.webhooks)].flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
);

const ajv = new Ajv2020({ strict: false });
(formats as unknown as (a: Ajv2020) => void)(ajv);
ajv.addSchema(document, 'api');
const faultsOf = ({ schema, example }: Media): string | undefined => {
  const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object;
  return ajv.validate(absolute, example) ? undefined : ajv.errorsText();
};

describe('the OpenAPI document', () => {
  it.each(operations)('says of %s what it is for, who may, and what may go wrong', (name, operation) => {
    expect(operation.summary).toMatch(/^\S.{3,150}$/);
    expect(operation.description.length).toBeGreaterThan(10);
    expect(Object.keys(TAGS)).toEqual(expect.arrayContaining(operation.tags));
    expect(operation.security).toBeDefined();
    const problems = Object.keys(operation.responses).filter((status) => status >= '4');
    expect(problems.length).toBeGreaterThan(1);
    for (const { description } of operation.parameters ?? []) expect(description).toBeTruthy();
    expect(name).toBeTruthy();
  });

  it.each(operations)('gives examples of %s that hold to the letter', (_name, operation) => {
    for (const { name, schema, example = schema.examples?.[0] } of operation.parameters ?? []) {
      expect([name, example]).toEqual([name, expect.anything()]);
      expect([name, faultsOf({ schema, example })]).toEqual([name, undefined]);
    }
    const bodies = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
      Object.values(part?.content ?? {}),
    );
    for (const media of bodies) {
      expect(media.example).toBeDefined();
      expect(faultsOf(media)).toBeUndefined();
    }
  });

  it('shows every error as a problem with a code and French words', () => {
    for (const { content } of Object.values(document.components.responses))
      expect(faultsOf(content['application/problem+json']!)).toBeUndefined();
  });

  it('calls no two operations the same', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says where an answer that is known need not be sent again', () => {
    const order = document.paths['/v1/orders/{orderId}']!.get!;
    expect(order.parameters!.map(({ name }) => name)).toContain('If-None-Match');
    expect(order.responses).toHaveProperty('304');
    expect(document.paths['/v1/orders']!.get!.responses).not.toHaveProperty('304');
  });

  it('shows the file of figures with the columns it has', () => {
    const { example } = document.paths['/v1/figures.csv']!.get!.responses['200']!.content!['text/csv']!;
    const today = { day: '2026-11-23', messagesReceived: 42, ordersCreated: 7, revenue: 315_000, emailsProcessed: 3 };
    return expect(figuresFile({}, () => Promise.resolve({ days: [today] }) as never)).resolves.toMatchObject({
      text: `\uFEFF${String(example)}`,
    });
  });

  it('says which operations take an Idempotency-Key: every POST and PATCH with a token, save for files, and none without', () => {
    for (const [name, { parameters = [], security, description }] of operations.slice(0, paths)) {
      const writes = /^(post|patch) /i.test(name);
      const takes = parameters.map((parameter) => parameter.name).includes('Idempotency-Key');
      expect([name, takes]).toEqual([name, writes && security.length > 0 && name !== 'POST /v1/media']);
      expect([name, /takes no idempotency-key/i.test(description)]).toEqual([name, writes && !takes]);
    }
  });

  it('publishes no event with a secret', () => {
    for (const contract of PUBLIC_EVENTS) expect(secretFieldsOf(contract as EventClass)).toEqual([]);
  });

  it('names a signature that programs can test themselves with', () => {
    const [, secret, id, timestamp, body, signature] =
      /secret `whsec_(.+?)`, webhook-id `(.+?)`, webhook-timestamp `(.+?)`, body `(.+?)` give `v1,(.+?)`/.exec(
        document.info.description,
      )!;
    const key = Buffer.from(secret!, 'base64');
    expect(createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')).toBe(signature);
  });
});
