import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Worker, Workers } from '#bus';
import { Database, newId } from '#database';
import { SecretBox } from '#providers';
import { LOGGER } from '#service';
import { SENDER } from './deliveries.js';
import { bodyOf, COLUMNS, type DeliveryRow } from './delivery-row.js';
import { secretContext } from './endpoints.js';
import { posts, postSeconds } from './metrics.js';
import { Outcomes, type Try } from './outcomes.js';
import { Poster } from './poster.js';
import { signatureHeaders } from './signature.js';

/** Endpoints that are served at the same time, and deliveries to one of them: one that is dead holds only its own. */
const ENDPOINTS = 64;
const EACH = 8;
/** Longer than a try may take. After it another replica may try; the receiver knows the webhook-id. */
const LEASE_SECONDS = 60;

interface Claimed {
  id: string;
  version: number;
  sellerId: string;
  url: string;
  secret: string;
  formerSecret: string | null;
}

/** Sends what is due. A round leases an endpoint, posts some of its deliveries outside any transaction, and records what became of them. */
@Injectable()
export class Sender implements OnModuleDestroy {
  private readonly rounds = new Set<Promise<void>>();

  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly poster: Poster,
    private readonly outcomes: Outcomes,
    private readonly box: SecretBox,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Begins rounds and does not wait for them: a slow endpoint must not keep the others. */
  @Worker({ name: SENDER, idleMs: 1_000, outbound: true })
  async send(): Promise<number> {
    const free = ENDPOINTS - this.rounds.size;
    if (free <= 0) return 0;
    const lease = newId();
    const endpoints = await this.claim(lease, free);
    for (const endpoint of endpoints) {
      const round = this.round(endpoint, lease)
        .catch((error: unknown) =>
          this.logger.error(
            { event: 'webhook.round-failed', endpointId: endpoint.id, error: String(error) },
            'tried again later',
          ),
        )
        .finally(() => {
          this.rounds.delete(round);
          this.workers.wake(SENDER);
        });
      this.rounds.add(round);
    }
    return endpoints.length;
  }

  /** The rounds in hand were told to stop when the workers were. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.rounds);
  }

  /** Endpoints with something due, those that waited longest for their turn first. */
  private async claim(lease: string, limit: number): Promise<Claimed[]> {
    return this.db.asWorker(() =>
      this.db.rows<Claimed>(
        `update points_webhook set bail = $1, bail_jusqua = now() + interval '${LEASE_SECONDS} seconds', dernier_tour = now()
         where id_point in (
           select id_point from points_webhook p
           where actif and (bail_jusqua is null or bail_jusqua < now()) and exists (
             select from envois_webhook e where e.id_point = p.id_point and e.statut = 'en_attente' and e.prochaine_tentative <= now())
           order by dernier_tour limit $2 for no key update skip locked)
         returning id_point as id, version, id_utilisateur as "sellerId", adresse as url, secret,
           case when secret_precedent_jusqua > now() then secret_precedent end as "formerSecret"`,
        [lease, limit],
      ),
    );
  }

  private async round(endpoint: Claimed, lease: string): Promise<void> {
    const due = await this.db.asWorker(() =>
      this.db.rows<DeliveryRow>(
        `select ${COLUMNS} from envois_webhook where id_point = $1 and statut = 'en_attente' and prochaine_tentative <= now()
         order by prochaine_tentative, id_envoi limit ${EACH}`,
        [endpoint.id],
      ),
    );
    const secrets = [endpoint.secret, ...(endpoint.formerSecret ? [endpoint.formerSecret] : [])].map((sealed) =>
      this.box.open(sealed, secretContext(endpoint.sellerId)),
    );
    const tries = await Promise.all(due.map((delivery) => this.try(endpoint.url, delivery, secrets)));
    await this.outcomes.record(
      endpoint,
      lease,
      tries.filter((t) => t !== undefined),
    );
  }

  private async try(url: string, delivery: DeliveryRow, secrets: string[]): Promise<Try | undefined> {
    const body = bodyOf(delivery);
    const attempt = await this.poster.post(url, body, signatureHeaders(delivery.eventId, body, secrets));
    if (!attempt) return undefined;
    posts.inc({ outcome: attempt.delivered ? 'delivered' : attempt.status === undefined ? 'failed' : 'refused' });
    postSeconds.observe(attempt.durationMs / 1_000);
    return { delivery, attempt };
  }
}
