import { type EventClass, eventSpec, type JsonSchema, PUBLIC_EVENTS, schemaOf } from '#contracts';
import type { Components } from './components.js';
import { exampleOf } from './examples.js';
import { titleOf } from './operation.js';

type Json = Record<string, unknown>;

/** `OrderConfirmedV1` is `OrderConfirmed` to the outside, as long as there is one version. */
const nameOf = (contract: EventClass) => contract.name.replace(/V1$/, '');

/** What an endpoint that subscribes to this event is posted. */
export function webhookOf(contract: EventClass, components: Components): Json {
  const { subject, says } = eventSpec(contract);
  const data = components.add({ ...schemaOf(contract), title: nameOf(contract) });
  const event: JsonSchema = {
    title: `${nameOf(contract)}Event`,
    description: says,
    type: 'object',
    required: ['id', 'type', 'occurredAt', 'data'],
    properties: {
      id: { type: 'string', format: 'uuid', description: 'The event; the same wherever and however often it is told' },
      type: { type: 'string', const: subject, description: 'What happened' },
      occurredAt: { type: 'string', format: 'date-time', description: 'When' },
      data,
    },
  };
  const example = {
    id: exampleOf({ type: 'string', format: 'uuid' }),
    type: subject,
    occurredAt: exampleOf({ type: 'string', format: 'date-time' }),
    data: exampleOf(schemaOf(contract)),
  };
  return {
    post: {
      operationId: `on${nameOf(contract)}`,
      summary: titleOf(says),
      description: `${says}\n\nPosted to webhook endpoints that subscribe to \`${subject}\`.`,
      tags: ['Webhooks'],
      security: [],
      parameters: SIGNATURE_HEADERS,
      requestBody: { required: true, content: { 'application/json': { schema: components.add(event), example } } },
      responses: {
        '2XX': { description: 'Taken; anything else, or nothing within 10 s, means that it is sent again' },
        '410': { description: 'Gone: the endpoint is disabled at once' },
        '4XX': { description: 'Not taken: it is sent again' },
      },
    },
  };
}

const SIGNATURE_HEADERS = [
  {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description: 'The event; the same at every try, to recognise what was taken already',
    schema: { type: 'string' },
    example: '0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b',
  },
  {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description: 'When this try was made, in seconds since 1970; refuse what is older than 5 minutes',
    schema: { type: 'string', pattern: '^[0-9]+$' },
    example: '1795424700',
  },
  {
    name: 'webhook-signature',
    in: 'header',
    required: true,
    description: 'Signatures separated by spaces; one of them must be right',
    schema: { type: 'string' },
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
];

/** Any public event, told apart by its type. */
export const anyEvent = (): JsonSchema => ({
  title: 'ApiEvent',
  description: 'Something that happened in the shop; `type` says which of these it is.',
  oneOf: PUBLIC_EVENTS.map((contract) => ({ $ref: `#/components/schemas/${nameOf(contract)}Event` })),
  discriminator: {
    propertyName: 'type',
    mapping: Object.fromEntries(
      PUBLIC_EVENTS.map((contract) => [eventSpec(contract).subject, `#/components/schemas/${nameOf(contract)}Event`]),
    ),
  },
});
