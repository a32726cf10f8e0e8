import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { CallContext } from '#bus';
import { DomainError, invalid, PUBLIC_EVENT_NAMES } from '#contracts';
import { LOGGER } from '#service';
import type { Door } from '../api/identity.js';
import { Visitors, whereFrom } from '../api/visitors.js';
import { within } from '../api/within.js';
import { GatewayEnv } from '../gateway.env.js';
import { EventStream } from './event-stream.js';
import { Feed } from './feed.js';
import { FeedSignals } from './feed-signals.js';
import { Interest } from './interest.js';
import { openStreams } from './metrics.js';

const STREAM: Door = { method: 'GET', access: 'seller', scope: 'events' };
const PATIENCE_MS = 30_000;
const RENEW_MS = 12 * 3_600_000;

interface StreamQuery {
  access_token?: unknown;
  lastEventId?: unknown;
  types?: unknown;
}

/** GET /v1/stream: what happens in the seller's shop, as it happens (Server-Sent Events). */
@Injectable()
export class StreamDoor implements OnModuleDestroy {
  private readonly open = new Set<EventStream>();
  private closing = false;

  constructor(
    private readonly visitors: Visitors,
    private readonly interest: Interest,
    private readonly feed: Feed,
    private readonly signals: FeedSignals,
    private readonly env: GatewayEnv,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  mount(scope: FastifyInstance): void {
    scope.get('/v1/stream', { exposeHeadRoute: false }, (request, reply) => this.serve(request, reply));
  }

  /** Streams have no end of their own, and a stop waits for open connections. */
  onModuleDestroy(): void {
    this.closing = true;
    for (const stream of this.open) stream.close();
  }

  /** @throws DomainError TOKEN_…, VALIDATION_FAILED (types), STREAMS_FULL, GATEWAY_STOPPING, DATABASE_UNAVAILABLE: all before the stream begins */
  private async serve(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const query = request.query as StreamQuery;
    const authorization = tokenOf(request, query);
    const { chain, ip, socket } = request;
    await this.visitors.letIn(STREAM, { headers: { ...request.headers, authorization }, chain, ip, socket }, reply);
    const who = () => this.visitors.identityOf(authorization, chain, whereFrom(request).address);
    const { sellerId, expiresAt } = await who();
    const types = typesOf(query.types);
    const newest = await within(this.env.databasePatienceMs, this.interest.renew(sellerId));
    if (this.signals.count(sellerId) >= this.env.streamsPerSeller)
      throw new DomainError('STREAMS_FULL', 'rate-limited', { limit: this.env.streamsPerSeller });
    if (this.closing) throw new DomainError('GATEWAY_STOPPING', 'unavailable');
    const from = placeOf(request, query);
    let renewAt = performance.now() + RENEW_MS;
    const stream = new EventStream(this.feed, reply.raw, {
      sellerId,
      from: from ?? newest,
      fresh: from === undefined,
      types,
      heartbeatMs: this.env.streamHeartbeatMs,
      patienceMs: PATIENCE_MS,
      remainingMs: () => (expiresAt ? expiresAt.getTime() - Date.now() : Infinity),
      stillWelcome: async () => {
        if (performance.now() > renewAt) {
          await this.interest.renew(sellerId);
          renewAt = performance.now() + RENEW_MS;
        }
        return isWelcome(who());
      },
    });
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      // Proxies must neither keep it nor collect it.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    this.keep(stream, request.chain);
  }

  private keep(stream: EventStream, { correlationId }: CallContext): void {
    this.open.add(stream);
    openStreams.inc();
    this.signals.add(stream);
    void stream
      .run()
      .catch((error: unknown) => this.logger.error({ event: 'stream.failed', correlationId, error: String(error) }, 'stream cut'))
      .finally(() => {
        stream.close();
        this.signals.remove(stream);
        this.open.delete(stream);
        openStreams.dec();
      });
  }
}

/** A key that was revoked opens nothing any more; while accounts cannot be asked, who was let in stays. */
const isWelcome = (identity: Promise<unknown>): Promise<boolean> =>
  identity.then(
    () => true,
    (error: unknown) => error instanceof DomainError && ['unavailable', 'rate-limited'].includes(error.kind),
  );

/** The header, or where it cannot be set (EventSource) the query. */
const tokenOf = ({ headers }: FastifyRequest, { access_token }: StreamQuery): string | undefined =>
  headers.authorization ?? (typeof access_token === 'string' ? `Bearer ${access_token}` : undefined);

/** The last id that the client has; one that is no number of ours is like one that is too old. */
function placeOf({ headers }: FastifyRequest, { lastEventId }: StreamQuery): number | undefined {
  const given = headers['last-event-id'] ?? lastEventId;
  if (given === undefined || given === '') return undefined;
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : -1;
}

/** @throws DomainError VALIDATION_FAILED naming `types` */
function typesOf(given: unknown): Set<string> | undefined {
  if (given === undefined) return undefined;
  const types = typeof given === 'string' ? given.split(',').map((type) => type.trim()) : [];
  const unknown = types.filter((type) => !PUBLIC_EVENT_NAMES.includes(type));
  if (types.length === 0 || unknown.length > 0)
    throw invalid('unknown event types', [{ field: 'types', problem: `must be types of events, separated by commas` }]);
  return new Set(types);
}
