import { Injectable } from '@nestjs/common';
import { Workers } from '#bus';
import { DomainError, type EventMeta } from '#contracts';
import { Database, newId } from '#database';
import { SellerCopies, type SellerCopy } from '../seller/seller-copies.js';
import { templateOf } from '../template/templates.js';
import { placeholdersOf, write } from '../template/wording.js';
import type { NoticeDraft } from './notice-draft.js';
import { roleColumn } from './notification.entity.js';

/** Turns an event into the notices it asks for: one per event, recipient and channel, however often the event comes. */
@Injectable()
export class Announce {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly sellers: SellerCopies,
  ) {}

  /** @throws DomainError SELLER_UNKNOWN (unavailable) when the seller's profile has not arrived yet */
  async about(meta: EventMeta, draft: (seller: SellerCopy) => NoticeDraft[]): Promise<void> {
    if (!meta.sellerId) throw new DomainError('SELLER_MISSING', 'invalid', { subject: meta.subject, eventId: meta.id });
    const drafts = draft(await this.sellers.get(meta.sellerId));
    for (const one of drafts) await this.store(one, meta);
    this.db.afterCommit(() => this.workers.wake('avis'));
  }

  private async store({ kind, to, values, reference, payloads }: NoticeDraft, meta: EventMeta): Promise<void> {
    const { title, text } = templateOf(kind);
    await this.db.run(
      `insert into notifications (id_notification, id_utilisateur, type_notification, titre_notification, contenu_notification, canal_envoi, destinataire,
         role_destinataire, reference_element_id, type_reference, id_evenement, id_correlation, traceparent, modele, parametres, boutons)
       values ($1, $2, $3, $4, $5, 'whatsapp', $6, $7, $8, $9, $10, $11, $12, $3, $13, $14)
       on conflict on constraint une_par_evenement_destinataire_canal do nothing`,
      [
        newId(),
        meta.sellerId,
        kind,
        title,
        write(text, values),
        to.phone,
        roleColumn.to(to.role),
        reference.id,
        reference.type,
        meta.id,
        meta.correlationId,
        meta.traceparent ?? null,
        JSON.stringify(placeholdersOf(text).map((name) => values[name])),
        JSON.stringify(payloads),
      ],
    );
  }
}
