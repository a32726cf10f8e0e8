import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { Database, newId } from '#database';
import { LOGGER } from '#service';
import type { LearnedName } from '../identity/name-book.js';
import { inboundMetrics } from './metrics.js';
import { idAt, listAt, objectAt, toJson } from './raw.js';
import { waIdAt } from './whatsapp-item.js';

/** Why an update is only kept, as stored; `compte_entier`: it names no number because it concerns the whole WhatsApp account (a template's status, say). */
export type KeptReason = 'numero_inconnu' | 'compte_entier' | 'illisible' | 'destinataire_inconnu' | 'sans_traitement';

/** An update that nothing is done with: what WhatsApp said is never lost. */
export interface Kept {
  received: Received<WhatsAppUpdateReceivedV1>;
  sellerId: string | null;
  reason: KeptReason;
}

/** WhatsApp tells of its accounts, and of what a seller writes to his friends on his phone, every day: nothing is wrong then. */
const EVERYDAY: KeptReason[] = ['compte_entier', 'destinataire_inconnu'];

/** What the seller wrote on his phone to somebody who was no customer is part of their conversation when the answer comes within a day; later it is history. */
const ECHO_HOURS = 24;

/** Keeps updates that nobody could be found for, and gives them back when their number is linked, or the person they name becomes known. */
@Injectable()
export class KeptUpdates {
  constructor(
    private readonly db: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async keep(updates: Kept[]): Promise<void> {
    if (updates.length === 0) return;
    await this.db.run(
      `insert into mises_a_jour_gardees (id_mise_a_jour, id_utilisateur, phone_number_id, motif, contenu, personnes)
       select id, vendeur, numero, motif, contenu, array(select jsonb_array_elements_text(noms))
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[]) t(id, vendeur, numero, motif, contenu, noms)`,
      [
        updates.map(() => newId()),
        updates.map((u) => u.sellerId),
        updates.map((u) => u.received.event.phoneNumberId),
        updates.map((u) => u.reason),
        updates.map(({ received: { event, meta } }) => toJson({ event, meta })),
        updates.map(({ received: { event } }) => toJson(namedIn(event))),
      ],
    );
    for (const { received, sellerId, reason } of updates) {
      inboundMetrics.kept.inc({ motif: reason });
      this.logger[EVERYDAY.includes(reason) ? 'info' : 'warn'](
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
    const rows = await this.db.rows<Row>(
      `delete from mises_a_jour_gardees where phone_number_id = $1 and motif = 'numero_inconnu' returning contenu`,
      [phoneNumberId],
    );
    return rows.map(asReceived);
  }

  /** Takes out what overtook the first message of somebody, and what he wished of a shop that he had not written to yet. */
  async takeAbout(learned: LearnedName[]): Promise<{ received: Received<WhatsAppUpdateReceivedV1>; sellerId: string }[]> {
    if (learned.length === 0) return [];
    const rows = await this.db.rows<Row & { id_utilisateur: string }>(
      `delete from mises_a_jour_gardees where id_mise_a_jour = any(array(
         select g.id_mise_a_jour from unnest($1::uuid[], $2::text[]) n(vendeur, nom)
           join mises_a_jour_gardees g on g.motif = 'destinataire_inconnu' and g.personnes @> array[n.nom] and g.id_utilisateur = n.vendeur
          where g.contenu->'event'->>'kind' <> 'echo' or g.recu_le > now() - interval '${ECHO_HOURS} hours'))
       returning contenu, id_utilisateur`,
      [learned.map((name) => name.sellerId), learned.map((name) => name.value)],
    );
    return rows.map((row) => ({ received: asReceived(row), sellerId: row.id_utilisateur }));
  }
}

interface Row {
  contenu: Received<WhatsAppUpdateReceivedV1>;
}

const asReceived = ({ contenu: { event, meta } }: Row) => ({ event, meta: { ...meta, occurredAt: new Date(meta.occurredAt) } });

/** Whom an echo, a preference or a new user id is about, by every name it gives him. */
function namedIn({ item, contact }: WhatsAppUpdateReceivedV1): string[] {
  const updates = listAt(item, 'user_id_update');
  const names = [
    ...[waIdAt(item, 'to'), idAt(item, 'to_user_id'), waIdAt(contact, 'wa_id'), idAt(contact, 'user_id')],
    ...[item, ...updates].flatMap((one) => [waIdAt(one, 'wa_id'), idAt(one, 'user_id')]),
    ...updates.map((one) => idAt(objectAt(one, 'user_id'), 'previous')),
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}
