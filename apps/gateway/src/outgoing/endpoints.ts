import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  type CreateWebhookEndpoint,
  DomainError,
  notFound,
  type QuestionOf,
  type UpdateWebhookEndpoint,
  type WebhookEndpoints as WebhookEndpointList,
  type WebhookEndpointView,
  type WebhookEndpointWithSecret,
} from '#contracts';
import { Database, newId } from '#database';
import { SecretBox } from '#providers';
import { GatewayEnv } from '../gateway.env.js';
import { Interest } from '../live/interest.js';
import { newSecret } from './signature.js';
import { assertTarget } from './target.js';

const LIMIT = 20;

/** What the secrets of a seller's endpoints are sealed for. */
export const secretContext = (sellerId: string) => `points_webhook.secret|${sellerId}`;

interface Row {
  id: string;
  adresse: string;
  description: string | null;
  evenements: string[];
  actif: boolean;
  motif: string | null;
  failingSince: Date | null;
  createdAt: Date;
  version: number;
}

const COLUMNS = `id_point as id, adresse, description, evenements, actif, motif_desactivation as motif, en_echec_depuis as "failingSince",
  date_creation as "createdAt", version`;

/** The addresses that a seller has his events posted to. Inside the caller's transaction. */
@Injectable()
export class Endpoints {
  constructor(
    private readonly db: Database,
    private readonly interest: Interest,
    private readonly box: SecretBox,
    private readonly env: GatewayEnv,
  ) {}

  /** @throws DomainError WEBHOOK_URL_REFUSED, WEBHOOK_ENDPOINTS_FULL */
  async create(
    { url, description, events }: QuestionOf<CreateWebhookEndpoint>,
    sellerId: string,
  ): Promise<WebhookEndpointWithSecret> {
    assertTarget(url, this.env.webhooksAllowPrivate);
    // From here on the seller's events are written down; the lock also makes the count below hold.
    await this.interest.renew(sellerId);
    const [row] = await this.db.rows<{ n: number }>('select count(*)::int as n from points_webhook where id_utilisateur = $1', [
      sellerId,
    ]);
    if (row!.n >= LIMIT) throw new DomainError('WEBHOOK_ENDPOINTS_FULL', 'conflict', { limit: LIMIT });
    const secret = newSecret();
    const [made] = await this.db.rows<Row>(
      `insert into points_webhook (id_point, id_utilisateur, adresse, description, evenements, secret)
       values ($1, $2, $3, $4, $5, $6) returning ${COLUMNS}`,
      [newId(), sellerId, url, description ?? null, events, this.box.seal(secret, secretContext(sellerId))],
    );
    return { ...view(made!), secret };
  }

  async list(sellerId: string): Promise<WebhookEndpointList> {
    const rows = await this.db.rows<Row>(
      `select ${COLUMNS} from points_webhook where id_utilisateur = $1 order by id_point desc`,
      [sellerId],
    );
    return { items: rows.map(view) };
  }

  /** @throws DomainError WEBHOOK_ENDPOINT_NOT_FOUND */
  async get(endpointId: string, sellerId: string): Promise<WebhookEndpointView> {
    return view(await this.row(endpointId, sellerId));
  }

  /** @throws DomainError WEBHOOK_ENDPOINT_NOT_FOUND, VERSION_MISMATCH, WEBHOOK_URL_REFUSED */
  async update(question: QuestionOf<UpdateWebhookEndpoint>, sellerId: string): Promise<WebhookEndpointView> {
    const { endpointId, url, description, events, enabled, ifVersion } = question;
    if (url !== undefined) assertTarget(url, this.env.webhooksAllowPrivate);
    const before = await this.row(endpointId, sellerId, 'for no key update');
    assertVersion(before.version, ifVersion);
    // Another address, or being enabled again, is a new beginning.
    const afresh = (url !== undefined && url !== before.adresse) || (enabled === true && !before.actif);
    const [row] = await this.db.rows<Row>(
      `update points_webhook set adresse = $3, description = $4, evenements = $5, actif = $6, version = version + 1,
              motif_desactivation = case when $6 then null else motif_desactivation end,
              en_echec_depuis = case when $7 then null else en_echec_depuis end
       where id_point = $1 and id_utilisateur = $2 returning ${COLUMNS}`,
      [
        endpointId,
        sellerId,
        url ?? before.adresse,
        description ?? before.description,
        events ?? before.evenements,
        enabled ?? before.actif,
        afresh,
      ],
    );
    if (!row!.actif) await setAside(this.db, endpointId);
    return view(row!);
  }

  /** Its log goes with it. @throws DomainError WEBHOOK_ENDPOINT_NOT_FOUND */
  async delete(endpointId: string, sellerId: string): Promise<void> {
    // No batch is just planning deliveries to it.
    await this.interest.lock(sellerId);
    const gone = await this.db.run('delete from points_webhook where id_point = $1 and id_utilisateur = $2', [
      endpointId,
      sellerId,
    ]);
    if (gone === 0) throw notFound('webhook_endpoint', endpointId);
  }

  /** For 24 hours requests are signed with both secrets. @throws DomainError WEBHOOK_ENDPOINT_NOT_FOUND */
  async renewSecret(endpointId: string, sellerId: string): Promise<WebhookEndpointWithSecret> {
    const secret = newSecret();
    const [row] = await this.db.rows<Row>(
      `update points_webhook set secret_precedent = secret, secret_precedent_jusqua = now() + interval '24 hours', secret = $3, version = version + 1
       where id_point = $1 and id_utilisateur = $2 returning ${COLUMNS}`,
      [endpointId, sellerId, this.box.seal(secret, secretContext(sellerId))],
    );
    if (!row) throw notFound('webhook_endpoint', endpointId);
    return { ...view(row), secret };
  }

  private async row(endpointId: string, sellerId: string, lock: '' | 'for no key update' = ''): Promise<Row> {
    const [row] = await this.db.rows<Row>(
      `select ${COLUMNS} from points_webhook where id_point = $1 and id_utilisateur = $2 ${lock}`,
      [endpointId, sellerId],
    );
    if (!row) throw notFound('webhook_endpoint', endpointId);
    return row;
  }
}

/** What still waited for an endpoint that is disabled is not sent later, out of its time; each can be sent again by hand. */
export async function setAside(db: Database, endpointId: string): Promise<void> {
  await db.run(
    `update envois_webhook set statut = 'echoue', prochaine_tentative = null, dernier_probleme = 'le point de réception a été désactivé'
     where id_point = $1 and statut = 'en_attente'`,
    [endpointId],
  );
}

const view = (row: Row): WebhookEndpointView => ({
  id: row.id,
  url: row.adresse,
  ...(row.description === null ? {} : { description: row.description }),
  events: row.evenements,
  enabled: row.actif,
  ...(row.motif === null ? {} : { disabledReason: row.motif }),
  ...(row.failingSince ? { failingSince: row.failingSince.toISOString() } : {}),
  createdAt: row.createdAt.toISOString(),
  version: row.version,
});
