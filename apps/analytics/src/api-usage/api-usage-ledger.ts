import { Injectable } from '@nestjs/common';
import { allEvents, ApiUsage, type Received } from '#contracts';
import { Database } from '#database';

/** Events that report calls to third parties. `message.sent` and `notification.sent` tell of the same calls and are not counted again. */
export const USAGE_EVENTS = allEvents()
  .filter(({ contract }) => contract.prototype instanceof ApiUsage)
  .map(({ subject }) => subject);

const USAGE_COLUMNS =
  'id, id_utilisateur, fournisseur, operation, modele, appels, erreurs, jetons_entree, jetons_sortie, latence_ms, cout_fcfa, date_utilisation, reference, id_conversation, id_commande, tarif';

/** `utilisation_apis`: what was asked of WhatsApp, Gmail and Gemini, read out of the journal. */
@Injectable()
export class ApiUsageLedger {
  constructor(private readonly db: Database) {}

  /** Adds the reports among new journal rows. */
  async add(events: Received[]): Promise<void> {
    const ids = events.filter(({ meta }) => USAGE_EVENTS.includes(meta.subject)).map(({ meta }) => meta.id);
    if (ids.length > 0) await this.copy('id = any($1::uuid[])', ids);
  }

  /** Computes the rows of one seller (null: of the platform itself) again. @returns how many */
  async recompute(sellerId: string | null): Promise<number> {
    const owner = sellerId ? 'id_utilisateur = $1' : 'id_utilisateur is null and $1::uuid is null';
    await this.db.run(`delete from utilisation_apis where ${owner}`, [sellerId]);
    return this.copy(owner, sellerId);
  }

  private copy(where: string, parameter: unknown): Promise<number> {
    return this.db.run(
      `insert into utilisation_apis (${USAGE_COLUMNS})
       select id, id_utilisateur, contenu->>'provider', contenu->>'operation', contenu->>'model', (contenu->>'calls')::int, (contenu->>'errors')::int,
         (contenu->>'inputTokens')::bigint, (contenu->>'outputTokens')::bigint, (contenu->>'latencyMs')::numeric::bigint, (contenu->>'costFcfa')::numeric,
         (contenu->>'since')::timestamptz, (contenu->>'referenceId')::uuid, (contenu->>'conversationId')::uuid, (contenu->>'orderId')::uuid, contenu->>'tariff'
       from journaux_systeme where ${where} and evenement = any($2) order by id on conflict do nothing`,
      [parameter, USAGE_EVENTS],
    );
  }
}
