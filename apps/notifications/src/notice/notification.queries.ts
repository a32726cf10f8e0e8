import { Injectable } from '@nestjs/common';
import type { CHANNELS, ListNotifications, NotificationView, Page, QuestionOf } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { roleColumn, stateColumn } from './notification.entity.js';

interface Row {
  id: string;
  kind: string;
  title: string;
  content: string;
  role: string;
  channel: (typeof CHANNELS)[number];
  referenceId: string | null;
  referenceType: string | null;
  state: string;
  problem: string | null;
  createdAt: Date;
}

/** Read side: a seller's notices. */
@Injectable()
export class NotificationQueries {
  constructor(private readonly db: Database) {}

  async page(sellerId: string, question: QuestionOf<ListNotifications>): Promise<Page<NotificationView>> {
    const { limit, after } = pageRequest(question);
    const rows = await this.db.rows<Row>(
      `select id_notification as id, type_notification as kind, titre_notification as title, contenu_notification as content, role_destinataire as role,
              canal_envoi as channel, reference_element_id as "referenceId", type_reference as "referenceType", etat as state,
              explication_erreur as problem, date_creation as "createdAt"
       from notifications where id_utilisateur = $1 and ($2::uuid is null or id_notification < $2) order by id_notification desc limit $3`,
      [sellerId, after ?? null, limit + 1],
    );
    return pageOfRows(rows, limit, viewOf, (row) => row.id);
  }
}

function viewOf({ role, state, referenceId, referenceType, problem, createdAt, ...row }: Row): NotificationView {
  return {
    ...row,
    recipient: roleColumn.from(role) as NotificationView['recipient'],
    state: stateColumn.from(state) as NotificationView['state'],
    ...(referenceId ? { referenceId } : {}),
    ...(referenceType ? { referenceType } : {}),
    ...(problem ? { problem } : {}),
    createdAt: createdAt.toISOString(),
  };
}
