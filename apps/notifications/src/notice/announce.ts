import { Injectable } from '@nestjs/common';
import { Outbox, Workers } from '#bus';
import { DomainError, type EventMeta, fact, NotificationSentV1 } from '#contracts';
import { Database, newId } from '#database';
import { NoticePreferences } from '../preference/notice-preferences.js';
import { type Person, ProspectCopies } from '../prospect/prospect-copies.js';
import { withoutPerson } from '../prospect/without-person.js';
import { SellerCopies, type SellerCopy } from '../seller/seller-copies.js';
import { templateOf } from '../template/templates.js';
import { placeholdersOf, write } from '../template/wording.js';
import type { NoticeDraft } from './notice-draft.js';
import { roleColumn } from './notification.entity.js';

/** Which customer and order an event tells of, where it does. */
export interface Concerns {
  prospectId?: string;
  orderId?: string;
}

/** Turns an event into the notices it asks for: one per event and recipient, however often the event comes. */
@Injectable()
export class Announce {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly workers: Workers,
    private readonly sellers: SellerCopies,
    private readonly prospects: ProspectCopies,
    private readonly preferences: NoticePreferences,
  ) {}

  /** @throws DomainError SELLER_UNKNOWN (unavailable) when the seller's profile has not arrived yet */
  async about(meta: EventMeta, draft: (seller: SellerCopy) => NoticeDraft[], concerns: Concerns = {}): Promise<void> {
    if (!meta.sellerId) throw new DomainError('SELLER_MISSING', 'invalid', { subject: meta.subject, eventId: meta.id });
    const drafts = draft(await this.sellers.get(meta.sellerId));
    if (drafts.length === 0) return;
    const person = await this.whoIsConcerned(concerns);
    for (const one of person?.erased ? withoutPerson(drafts) : drafts)
      await this.store(one, meta, meta.sellerId, person, concerns.orderId);
    this.db.afterCommit(() => this.workers.wake('avis'));
  }

  private async whoIsConcerned({ prospectId, orderId }: Concerns): Promise<Person | undefined> {
    const known = prospectId ?? (orderId && (await this.prospects.whoOrdered(orderId)));
    return known ? this.prospects.person(known) : undefined;
  }

  private async store(
    { kind, to, values, reference, payloads, secret }: NoticeDraft,
    meta: EventMeta,
    sellerId: string,
    person: Person | undefined,
    orderId: string | undefined,
  ): Promise<void> {
    const { title, text } = templateOf(kind);
    const inAppOnly = await this.preferences.keepsOffWhatsApp(sellerId, kind);
    const id = newId();
    const stored = await this.db.run(
      `insert into notifications (id_notification, id_utilisateur, type_notification, titre_notification, contenu_notification, canal_envoi, destinataire,
         role_destinataire, reference_element_id, type_reference, id_evenement, id_correlation, traceparent, modele, parametres, boutons,
         id_prospect, id_commande, version_element, id_code, code_scelle, date_expiration, etat, date_envoi)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $3, $14, $15, $16, $17, $18, $19, $20, $21,
         case $6 when 'app' then 'envoyee' else 'en_attente' end, case $6 when 'app' then now() end)
       on conflict on constraint une_par_evenement_destinataire do nothing`,
      [
        id,
        sellerId,
        kind,
        title,
        secret?.shown ?? write(text, values),
        inAppOnly ? 'app' : 'whatsapp',
        to.phone,
        roleColumn.to(to.role),
        reference?.id ?? null,
        reference?.type ?? null,
        meta.id,
        meta.correlationId,
        meta.traceparent ?? null,
        JSON.stringify(placeholdersOf(text).map((name) => (secret && name === 'code' ? null : values[name]))),
        JSON.stringify(payloads),
        person?.prospectId ?? null,
        orderId ?? null,
        meta.version,
        secret?.codeId ?? null,
        secret?.sealed ?? null,
        secret?.expiresAt ?? null,
      ],
    );
    if (stored > 0 && inAppOnly)
      await this.outbox.add([
        fact<object>(
          NotificationSentV1,
          {
            notificationId: id,
            kind,
            recipient: to.role,
            channel: 'app',
            ...(reference ? { referenceId: reference.id, referenceType: reference.type } : {}),
          },
          { sellerId, key: id, version: 1 },
        ),
      ]);
  }
}
