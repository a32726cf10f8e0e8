import { eventSpec, type Manifest, requestSpec, SERVICES, streamOf } from '#contracts';
import { answersPrefix, type ConsumerSpec, consumerFor, consumerForAll, inboxPrefix } from '#bus';

/** Name of the user that creates streams and runs the operator's commands. */
export const NATS_OPERATOR = 'operator';

/** Every user of the broker: the operator and each service. */
export const natsUsers = (manifests: Manifest[]): string[] => [NATS_OPERATOR, ...manifests.map((m) => m.service)];

/** The consumers by which a service reads what its manifest lists. */
export function consumersOf(manifest: Manifest): ConsumerSpec[] {
  return manifest.consumes === 'every'
    ? SERVICES.filter((s) => s !== manifest.service).map((s) => consumerForAll(manifest.service, s))
    : manifest.consumes.map((c) => consumerFor(manifest.service, eventSpec(c)));
}

/** What one service may publish: its own events, its own consumers' requests and acknowledgements, the questions its manifest lists, answers to whoever asks it, and signals to its other replicas. */
function mayPublish(manifest: Manifest, askers: readonly string[]): string[] {
  const own = streamOf(manifest.service);
  const consumers = consumersOf(manifest);
  const streams = [...new Set(consumers.map((c) => c.stream))];
  return [
    ...manifest.publishes.map((c) => eventSpec(c).subject),
    `$JS.API.STREAM.CREATE.${own}`,
    `$JS.API.STREAM.UPDATE.${own}`,
    ...[...new Set([own, ...streams])].map((s) => `$JS.API.STREAM.INFO.${s}`),
    ...streams.map((s) => `$JS.API.DIRECT.GET.${s}`),
    ...consumers.flatMap(({ stream, durable, subject }) => [
      `$JS.API.CONSUMER.INFO.${stream}.${durable}`,
      // The broker compares the last token with the consumer's filter, so that nobody widens what he reads by making his consumer anew.
      subject ? `$JS.API.CONSUMER.CREATE.${stream}.${durable}.${subject}` : `$JS.API.CONSUMER.CREATE.${stream}.${durable}`,
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
      `$JS.ACK.${stream}.${durable}.>`,
    ]),
    ...manifest.asks.map((c) => requestSpec(c).subject),
    ...askers.map((asker) => `${answersPrefix(asker)}.>`),
    ...(manifest.signals ?? []),
  ];
}

const maySubscribe = (manifest: Manifest): string[] => [
  `${inboxPrefix(manifest.service)}.>`,
  ...(manifest.asks.length ? [`${answersPrefix(manifest.service)}.>`] : []),
  ...(manifest.answers.length ? [`ask.${manifest.service}.>`] : []),
  ...(manifest.signals ?? []),
];

/** Who may ask a service: those whose manifest says so, and the operator. */
function askersOf({ service, answers }: Manifest, manifests: Manifest[]): string[] {
  if (answers.length === 0) return [];
  const asking = manifests.filter(({ asks }) => asks.some((question) => requestSpec(question).to === service));
  return [NATS_OPERATOR, ...asking.map((m) => m.service)];
}

const list = (subjects: string[]) => `[\n${subjects.map((s) => `          "${s}"`).join('\n')}\n        ]`;

/**
 * The broker's `authorization` block: one user per service with the permissions that follow from its manifest and no others, and the operator.
 * @param passwordOf text that stands for a user's password: a quoted password, or `$VARIABLE`
 */
export function natsAuthorization(manifests: Manifest[], passwordOf: (user: string) => string): string {
  const users = manifests.map(
    (m) => `    {
      user: "${m.service}", password: ${passwordOf(m.service)}
      permissions: {
        publish: { allow: ${list(mayPublish(m, askersOf(m, manifests)))} }
        subscribe: { allow: ${list(maySubscribe(m))} }
      }
    }`,
  );
  return `authorization: {
  users: [
    { user: "${NATS_OPERATOR}", password: ${passwordOf(NATS_OPERATOR)} }
${users.join('\n')}
  ]
}
`;
}

/** Name of the environment variable that holds a user's password in the container deployment. */
export const natsPasswordVariable = (user: string) => `NATS_PASSWORD_${user.toUpperCase().replaceAll('-', '_')}`;

/** deploy/nats/nats-server.conf: the broker of the container deployment. */
export function natsServerConf(manifests: Manifest[]): string {
  return `# Generated from the manifests by \`npm run generate\`: an event or request that a manifest does not list is refused by the broker too.
server_name: fluxasync
listen: 0.0.0.0:4222
http: 0.0.0.0:8222
max_payload: 512KB
jetstream: {
  store_dir: /data
  sync_interval: 1s
}
${natsAuthorization(manifests, (user) => `$${natsPasswordVariable(user)}`)}`;
}
