import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { Database, newId } from '#database';
import { LOGGER } from '#service';
import { inboundMetrics } from './metrics.js';
import { toJson } from './raw.js';

/** Why an update is only kept, as stored; `compte_entier`: it names no number because it concerns the whole WhatsApp account (a template's status, say). */
export type KeptReason = 'numero_inconnu' | 'compte_entier' | 'illisible' | 'destinataire_inconnu' | 'sans_traitement';

/** An update that nothing is done with: what WhatsApp said is never lost. */
export interface Kept {
  received: Received<WhatsAppUpdateReceivedV1>;
  sellerId: string | null;
  reason: KeptReason;
}

/** Keeps updates that nobody could be found for, and gives them back when their number is linked. */
@Injectable()
export class KeptUpdates {
  constructor(
    private readonly db: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async keep(updates: Kept[]): Promise<void> {
    if (updates.length === 0) return;
    await this.db.run(
      `insert into mises_a_jour_gardees (id_mise_a_jour, id_utilisateur, phone_number_id, motif, contenu)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[])`,
      [
        updates.map(() => newId()),
        updates.map((u) => u.sellerId),
        updates.map((u) => u.received.event.phoneNumberId),
        updates.map((u) => u.reason),
        updates.map(({ received: { event, meta } }) => toJson({ event, meta })),
      ],
    );
    for (const { received, sellerId, reason } of updates) {
      inboundMetrics.kept.inc({ motif: reason });
      // WhatsApp tells of its accounts every day: nothing is wrong then.
      this.logger[reason === 'compte_entier' ? 'info' : 'warn'](
        {
          event: 'whatsapp.update-kept',
          reason,
          sellerId,
          phoneNumberId: received.event.phoneNumberId,
          kind: received.event.kind,
        },
        'a WhatsApp update is only kept',
      );
    }
  }

  /** Takes out what came for a number before anybody had linked it. */
  async takeFor(phoneNumberId: string): Promise<Received<WhatsAppUpdateReceivedV1>[]> {
    const rows = await this.db.rows<{ contenu: Received<WhatsAppUpdateReceivedV1> }>(
      `delete from mises_a_jour_gardees where phone_number_id = $1 and motif = 'numero_inconnu' returning contenu`,
      [phoneNumberId],
    );
    return rows.map(({ contenu }) => ({ ...contenu, meta: { ...contenu.meta, occurredAt: new Date(contenu.meta.occurredAt) } }));
  }
}
