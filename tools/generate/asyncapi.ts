import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { allEvents, type EventSpec, eventSpec, type Manifest, schemaOf, SERVICES, streamOf } from '#contracts';

const golden = (root: string, spec: EventSpec) =>
  JSON.parse(readFileSync(join(root, 'libs/contracts/golden', `${spec.subject}.v${spec.version}.json`), 'utf8')) as object;

const headerSchema = {
  type: 'object',
  properties: {
    'Nats-Msg-Id': { type: 'string', format: 'uuid', description: 'Id of the event (UUIDv7), the same at every delivery' },
    'Flux-Seller': { type: 'string', format: 'uuid', description: 'Seller it belongs to; absent when none is known' },
    'Flux-Key': { type: 'string', description: 'Identity of the thing it is about' },
    'Flux-Version': { type: 'string', description: 'Version of that thing; readers keep the newest' },
    'Flux-Actor': { type: 'string', description: 'Who caused it' },
    'Flux-Correlation': { type: 'string', description: 'One id from the first cause to the last effect' },
    'Flux-Occurred-At': { type: 'string', format: 'date-time' },
    traceparent: { type: 'string', description: 'W3C trace context' },
  },
  required: ['Nats-Msg-Id', 'Flux-Key', 'Flux-Occurred-At'],
};

/** docs/asyncapi.yaml: the published language as an AsyncAPI 3 document, with the golden samples as examples. */
export function asyncApiDocument(root: string, manifests: Manifest[]): string {
  const specs = allEvents();
  const ref = (path: string) => ({ $ref: path });
  const operations: Record<string, object> = {};
  for (const { service, publishes, consumes } of manifests) {
    for (const spec of publishes.map(eventSpec)) {
      operations[`${service}.publishes.${spec.subject}`] = {
        action: 'send',
        channel: ref(`#/channels/${spec.subject}`),
        summary: `${service} publishes ${spec.subject}`,
      };
    }
    const read = consumes === 'every' ? specs.filter((s) => s.by !== service) : consumes.map(eventSpec);
    for (const spec of read) {
      operations[`${service}.reads.${spec.subject}`] = {
        action: 'receive',
        channel: ref(`#/channels/${spec.subject}`),
        summary: `${service} reads ${spec.subject}`,
      };
    }
  }
  return stringify(
    {
      asyncapi: '3.0.0',
      info: {
        title: 'FluxAsync events',
        version: '1.0.0',
        description:
          'Facts that the services of FluxAsync publish on NATS JetStream. Generated from libs/contracts; delivery is at least once and unordered.',
        license: { name: 'Proprietary' },
        contact: { name: 'FluxAsync', url: 'https://fluxasync.example' },
        tags: SERVICES.map((name) => ({ name, description: `Stream ${streamOf(name)}` })),
      },
      defaultContentType: 'application/json',
      servers: { broker: { host: 'localhost:4222', protocol: 'nats', description: 'NATS with JetStream' } },
      channels: Object.fromEntries(
        specs.map((s) => [
          s.subject,
          {
            address: s.subject,
            summary: s.says,
            tags: [{ name: s.by }],
            messages: { [s.contract.name]: ref(`#/components/messages/${s.contract.name}`) },
          },
        ]),
      ),
      operations,
      components: {
        messages: Object.fromEntries(
          specs.map((s) => [
            s.contract.name,
            {
              name: s.subject,
              title: s.contract.name,
              summary: s.says,
              headers: headerSchema,
              payload: schemaOf(s.contract),
              examples: [{ name: 'golden', payload: golden(root, s) }],
            },
          ]),
        ),
      },
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}
