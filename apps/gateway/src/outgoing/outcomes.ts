import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { fact, WebhookEndpointDisabledV1 } from '#contracts';
import { Database } from '#database';
import { nextTry, PATIENCE_MS } from './back-off.js';
import type { DeliveryRow } from './delivery-row.js';
import { setAside } from './endpoints.js';
import type { Attempt } from './poster.js';
import { retryAfterMs } from './retry-after.js';

/** A delivery that was tried. */
export interface Try {
  delivery: DeliveryRow;
  attempt: Attempt;
}

interface Endpoint {
  sellerId: string;
  url: string;
  version: number;
  failingSince: Date | null;
}

const GONE = 410;

/** Records what became of a round's tries, and disables an endpoint that is gone or has been dead for 3 days. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Gives the lease back. Who has lost it meanwhile records nothing: another has tried, or will. */
  async record({ id: endpointId, version }: { id: string; version: number }, lease: string, tries: Try[]): Promise<void> {
    await this.db.asWorker(async () => {
      const [endpoint] = await this.db.rows<Endpoint>(
        `update points_webhook set bail = null, bail_jusqua = null where id_point = $1 and bail = $2
         returning id_utilisateur as "sellerId", adresse as url, version, en_echec_depuis as "failingSince"`,
        [endpointId, lease],
      );
      if (!endpoint) return;
      for (const { delivery, attempt } of tries) await this.note(delivery, attempt);
      // Another address, or enabled anew meanwhile: these tries say nothing of it.
      if (endpoint.version !== version) return;
      const gone = tries.find(({ attempt }) => attempt.status === GONE);
      if (gone) await this.disable(endpointId, endpoint, "L'adresse a répondu 410 : elle ne veut plus recevoir d'événements.");
      else if (tries.some(({ attempt }) => attempt.delivered)) await this.failing(endpointId, null);
      else if (tries.length > 0) await this.failed(endpointId, endpoint, tries.at(-1)!.attempt.problem!);
    });
  }

  private async failed(endpointId: string, endpoint: Endpoint, problem: string): Promise<void> {
    const since = endpoint.failingSince ?? new Date();
    await this.failing(endpointId, since);
    if (Date.now() - since.getTime() >= PATIENCE_MS)
      await this.disable(endpointId, endpoint, `Aucun événement n'est arrivé depuis 3 jours ; dernier échec : ${problem}.`);
  }

  private async failing(endpointId: string, since: Date | null): Promise<void> {
    await this.db.run(
      'update points_webhook set en_echec_depuis = $2 where id_point = $1 and en_echec_depuis is distinct from $2::timestamptz',
      [endpointId, since],
    );
  }

  private async note({ id, tries, createdAt, contenu }: DeliveryRow, attempt: Attempt): Promise<void> {
    const { delivered, status = null, problem = null, response = null, durationMs, retryAfter } = attempt;
    const next = delivered ? undefined : nextTry({ tries: tries + 1, since: createdAt, askedMs: retryAfterMs(retryAfter) });
    const state = delivered ? 'livre' : next ? 'en_attente' : 'echoue';
    // One that was set aside while it was under way stays so, unless it arrived. When its facts were cut down meanwhile, the answer may still repeat them.
    await this.db.run(
      `update envois_webhook set statut = $2, tentatives = tentatives + 1, prochaine_tentative = $3, dernier_code = $4, dernier_probleme = $5,
              derniere_reponse = case when contenu = $8::jsonb then $6 end, derniere_duree_ms = $7, date_livraison = case when $2 = 'livre' then now() end
       where id_envoi = $1 and (statut = 'en_attente' or $2 = 'livre')`,
      [id, state, next ?? null, status, problem, response, durationMs, JSON.stringify(contenu)],
    );
  }

  private async disable(endpointId: string, endpoint: Endpoint, reason: string): Promise<void> {
    const [row] = await this.db.rows<{ version: number; since: Date }>(
      `update points_webhook set actif = false, motif_desactivation = $2, en_echec_depuis = coalesce(en_echec_depuis, now()), version = version + 1
       where id_point = $1 and actif returning version, en_echec_depuis as since`,
      [endpointId, reason],
    );
    if (!row) return;
    await setAside(this.db, endpointId);
    const { sellerId, url } = endpoint;
    const payload = { endpointId, url, reason, failingSince: row.since.toISOString() };
    await this.outbox.add([fact(WebhookEndpointDisabledV1, payload, { sellerId, key: endpointId, version: row.version })]);
  }
}
