import { Injectable } from '@nestjs/common';
import { Outbox, Workers } from '#bus';
import { DomainError, type EventMeta, fact, NotificationSentV1 } from '#contracts';
import { Database, jsonRows, newId } from '#database';
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

/** An event and the notices it asks for. */
export interface News {
  meta: EventMeta;
  draft: (seller: SellerCopy) => NoticeDraft[];
  concerns?: Concerns;
}

/** One notice, about to be stored. */
interface Notice {
  id: string;
  draft: NoticeDraft;
  meta: EventMeta;
  sellerId: string;
  channel: 'app' | 'whatsapp';
  person?: Person;
  orderId?: string;
}

const INSERT = `
  insert into notifications (id_notification, id_utilisateur, type_notification, titre_notification, contenu_notification, canal_envoi, destinataire,
    role_destinataire, reference_element_id, type_reference, id_evenement, id_correlation, traceparent, modele, parametres, boutons,
    id_prospect, id_commande, version_element, id_code, code_scelle, date_expiration, etat, date_envoi)
  select n.id_notification, n.id_utilisateur, n.type_notification, n.titre_notification, n.contenu_notification, n.canal_envoi, n.destinataire,
    n.role_destinataire, n.reference_element_id, n.type_reference, n.id_evenement, n.id_correlation, n.traceparent, n.type_notification, n.parametres, n.boutons,
    n.id_prospect, n.id_commande, n.version_element, n.id_code, n.code_scelle, n.date_expiration,
    case n.canal_envoi when 'app' then 'envoyee' else 'en_attente' end, case n.canal_envoi when 'app' then now() end
  from json_populate_recordset(null::notifications, $1) n order by n.id_notification
  on conflict on constraint une_par_evenement_destinataire do nothing returning id_notification as id`;

/** Turns events into the notices they ask for: one per event and recipient, however often the event comes. A batch of events costs as many statements as one. */
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
  about(meta: EventMeta, draft: News['draft'], concerns: Concerns = {}): Promise<void> {
    return this.all([{ meta, draft, concerns }]);
  }

  /** @throws DomainError SELLER_UNKNOWN (unavailable) when a seller's profile has not arrived yet */
  async all(news: News[]): Promise<void> {
    const sellers = await this.sellers.all(news.map(({ meta }) => sellerOf(meta)));
    const drafted = news
      .map((one) => ({ ...one, sellerId: sellerOf(one.meta), drafts: one.draft(sellers.get(sellerOf(one.meta))!) }))
      .filter(({ drafts }) => drafts.length > 0);
    if (drafted.length === 0) return;
    const people = await this.whoIsConcerned(drafted.map(({ concerns = {} }) => concerns));
    const notices = drafted.flatMap(({ meta, sellerId, drafts, concerns }, i) => {
      const person = people[i];
      return (person?.erased ? withoutPerson(drafts) : drafts).map((draft) => ({
        id: newId(),
        draft,
        meta,
        sellerId,
        person,
        orderId: concerns?.orderId,
      }));
    });
    const kept = await this.preferences.keptOffWhatsApp(notices.map(({ sellerId, draft }) => ({ sellerId, kind: draft.kind })));
    await this.store(notices.map((notice, i): Notice => ({ ...notice, channel: kept[i] ? 'app' : 'whatsapp' })));
    this.db.afterCommit(() => this.workers.wake('avis'));
  }

  private async whoIsConcerned(concerns: Concerns[]): Promise<(Person | undefined)[]> {
    const unnamed = concerns.filter(({ prospectId, orderId }) => !prospectId && orderId).map(({ orderId }) => orderId!);
    const ordered = await this.prospects.whoOrdered(unnamed);
    const known = concerns.map(({ prospectId, orderId }) => prospectId ?? (orderId ? ordered.get(orderId) : undefined));
    const people = await this.prospects.people(known.filter((id) => id !== undefined));
    return known.map((id) => (id ? people.get(id) : undefined));
  }

  private async store(notices: Notice[]): Promise<void> {
    const stored = await this.db.rows<{ id: string }>(INSERT, [jsonRows(notices.map(rowOf))]);
    const ids = new Set(stored.map(({ id }) => id));
    await this.outbox.addCaused(
      notices
        .filter(({ id, channel }) => channel === 'app' && ids.has(id))
        .map((notice) => ({ fact: shown(notice), cause: notice.meta })),
    );
  }
}

function sellerOf({ sellerId, subject, id: eventId }: EventMeta): string {
  if (!sellerId) throw new DomainError('SELLER_MISSING', 'invalid', { subject, eventId });
  return sellerId;
}

function rowOf({ id, draft, meta, sellerId, channel, person, orderId }: Notice): object {
  const { kind, to, values, reference, payloads, secret } = draft;
  const { title, text } = templateOf(kind);
  return {
    id_notification: id,
    id_utilisateur: sellerId,
    type_notification: kind,
    titre_notification: title,
    contenu_notification: secret?.shown ?? write(text, values),
    canal_envoi: channel,
    destinataire: to.phone,
    role_destinataire: roleColumn.to(to.role),
    reference_element_id: reference?.id ?? null,
    type_reference: reference?.type ?? null,
    id_evenement: meta.id,
    id_correlation: meta.correlationId,
    traceparent: meta.traceparent ?? null,
    parametres: placeholdersOf(text).map((name) => (secret && name === 'code' ? null : values[name])),
    boutons: payloads,
    id_prospect: person?.prospectId ?? null,
    id_commande: orderId ?? null,
    version_element: meta.version,
    id_code: secret?.codeId ?? null,
    code_scelle: secret?.sealed ?? null,
    date_expiration: secret?.expiresAt ?? null,
  };
}

/** The seller reads it in the app: that is its sending. */
const shown = ({ id, draft: { kind, to, reference }, sellerId }: Notice) =>
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
  );
