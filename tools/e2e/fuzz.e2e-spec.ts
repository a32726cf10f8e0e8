import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import type { JsonSchema } from '#contracts';
import { type ApiDocument, isPublic, type Operation, operationsOf, readDocument, resolved } from './api-document.js';
import { valuesOf, wrongFor } from './arbitrary.js';
import { addressOf, aimed } from './sweep.js';
import { openShop, type Shop } from './shop.js';
import { WholePlatform } from './whole-platform.js';

/** The same inputs each time; another seed finds others: FUZZ_SEED=7 FUZZ_RUNS=200 npm test -- tools/e2e/fuzz */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);
const runs = Number(process.env.FUZZ_RUNS ?? 6);

interface Answer {
  status: number;
  type: string;
  text: string;
}

/** Operations that would end the session of the test itself. */
const NOT_HERE = ['DELETE /v1/sessions/{sessionId}'];

describe('whatever is sent to the API', () => {
  let platform: WholePlatform;
  let shop: Shop;
  let document: ApiDocument;
  let operations: Operation[];
  let answers: Ajv2020;

  beforeAll(async () => {
    platform = await WholePlatform.start();
    shop = await openShop(platform, { firstName: 'Zokou', digits: '10101010' });
    document = await readDocument(platform.url);
    operations = operationsOf(document).filter(({ name }) => !NOT_HERE.includes(name));
    answers = new Ajv2020({ strict: false });
    (formats as unknown as (a: Ajv2020) => void)(answers);
    answers.addSchema(document, 'api');
  }, 120_000);
  afterAll(() => platform?.stop(), 30_000);

  const send = async (
    operation: Operation,
    { body, query = {}, headers = {} }: { body?: string; query?: Record<string, string>; headers?: Record<string, string> },
  ): Promise<Answer> => {
    const url = new URL(addressOf(operation, shop.ids), platform.url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const response = await fetch(url, {
      method: operation.method,
      headers: {
        ...(isPublic(operation) ? {} : { authorization: `Bearer ${shop.flux.token()}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
  };

  /** No fault of ours, nothing of our insides, and what is answered is what the document says. */
  const isSound = (operation: Operation, { status, type, text }: Answer) => {
    expect([operation.name, status < 500, status < 500 ? '' : text]).toEqual([operation.name, true, '']);
    expect(text).not.toMatch(/node_modules|\bat .+\.[jt]s:\d+|QueryFailedError|syntax error|violates/);
    if (status >= 400) {
      expect([operation.name, type]).toEqual([operation.name, 'application/problem+json']);
      expect(answers.validate('api#/components/schemas/Problem', JSON.parse(text))).toBe(true);
      return;
    }
    const described = document.paths[operation.path]![operation.method.toLowerCase()] as unknown as {
      responses: Record<string, { content?: Record<string, unknown> }>;
    };
    expect([operation.name, Object.keys(described.responses)]).toEqual([
      operation.name,
      expect.arrayContaining([String(status)]),
    ]);
    if (!described.responses[status]?.content?.['application/json']) return;
    const pointer = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
    const schema = `api#/paths/${pointer(operation.path)}/${operation.method.toLowerCase()}/responses/${status}/content/application~1json/schema`;
    const valid = answers.validate({ $ref: encodeURI(schema) }, JSON.parse(text));
    expect([operation.name, valid ? '' : answers.errorsText(answers.errors)]).toEqual([operation.name, '']);
  };

  const each =
    (
      arbitrary: (operation: Operation) => fc.Arbitrary<unknown> | undefined,
      check: (operation: Operation, value: never) => Promise<void>,
    ) =>
    async () => {
      for (const operation of operations) {
        const values = arbitrary(operation);
        if (values)
          await fc.assert(
            fc.asyncProperty(values, (value) => check(operation, value as never)),
            { seed, numRuns: runs },
          );
      }
    };

  const bodyFields = (operation: Operation) => (operation.body ? resolved(operation.body.schema, document) : undefined);

  it(
    'is answered or refused with reasons: bodies of the right shape with any values in them',
    each(
      (operation) => operation.body && valuesOf(operation.body.schema, document),
      async (operation, body: object) => {
        isSound(operation, await send(operation, { body: JSON.stringify(body) }));
        isSound(operation, await send(operation, { body: JSON.stringify(aimed(body, shop.ids)) }));
      },
    ),
    180_000,
  );

  it(
    'is refused, with the field named, when one field is of the wrong type',
    each(
      (operation) => {
        const schema = bodyFields(operation);
        if (!schema) return undefined;
        const fields = Object.entries(schema.properties as Record<string, JsonSchema>);
        return fc
          .constantFrom(...fields)
          .chain(([name, field]) => wrongFor(field, document).map((value) => [name, value] as const));
      },
      async (operation, [name, value]: readonly [string, unknown]) => {
        const example = aimed(operation.body!.example, shop.ids) as object;
        const answer = await send(operation, { body: JSON.stringify({ ...example, [name]: value }) });
        isSound(operation, answer);
        expect([operation.name, name, answer.status]).toEqual([operation.name, name, 400]);
        const { fields = [] } = JSON.parse(answer.text) as { fields?: { field: string }[] };
        expect(fields.map(({ field }) => field.split('.')[0])).toContain(name);
      },
    ),
    180_000,
  );

  it(
    'is never written when the contract does not name it',
    each(
      (operation) =>
        operation.body &&
        fc.constantFrom('id', 'sellerId', 'id_utilisateur', 'role', 'version', 'ifVersion', 'constructor', 'isAdmin'),
      async (operation, stranger: string) => {
        const schema = bodyFields(operation)!;
        if (stranger in (schema.properties as object)) return;
        const example = aimed(operation.body!.example, shop.ids) as object;
        const answer = await send(operation, { body: JSON.stringify({ ...example, [stranger]: shop.sellerId }) });
        expect([operation.name, answer.status]).toEqual([operation.name, 400]);
        expect(JSON.parse(answer.text)).toMatchObject({
          fields: expect.arrayContaining([expect.objectContaining({ field: stranger })]),
        });
      },
    ),
    180_000,
  );

  it(
    'is answered or refused with reasons: queries and headers with anything in them',
    each(
      () =>
        fc.record({
          header: fc.constantFrom('idempotency-key', 'if-match', 'if-none-match', 'x-request-id', 'traceparent', 'last-event-id'),
          value: fc.stringMatching(/^[ -~]{0,60}$/),
          name: fc.constantFrom('limit', 'cursor', 'status', 'search', 'from', 'to', 'unread', 'read', 'label', 'inconnu'),
          query: fc.oneof(
            fc.string({ maxLength: 40, unit: 'grapheme' }),
            fc.constantFrom('-1', '1e9', 'null', "' or 1=1 --", '\u0000'),
          ),
        }),
      async (operation, { header, value, name, query }: { header: string; value: string; name: string; query: string }) => {
        if (operation.method !== 'GET') return;
        isSound(operation, await send(operation, { query: { [name]: query }, headers: { [header]: value } }));
      },
    ),
    180_000,
  );

  it('is refused when it is no JSON, no object, of another type, or too large', async () => {
    for (const operation of operations.filter(({ body }) => body)) {
      for (const [body, type] of [
        ['{', 'application/json'],
        ['[1]', 'application/json'],
        ['null', 'application/json'],
        ['a=b', 'application/x-www-form-urlencoded'],
      ] as const) {
        const answer = await send(operation, { body, headers: { 'content-type': type } });
        isSound(operation, answer);
        expect([operation.name, body, answer.status]).toEqual([operation.name, body, type === 'application/json' ? 400 : 415]);
      }
    }
    const [first] = operations.filter(({ body }) => body);
    expect((await send(first!, { body: JSON.stringify({ text: 'x'.repeat(1_100_000) }) })).status).toBe(413);
  }, 60_000);
});
