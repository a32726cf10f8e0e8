import { Injectable } from '@nestjs/common';
import {
  type CHANNELS,
  type ListNotifications,
  type NoticesAbout,
  type NotificationView,
  type Page,
  type QuestionOf,
  RECIPIENT_ROLES,
  type UnreadNotices,
} from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { roleColumn, stateColumn } from './notification.entity.js';
import { CODE_KINDS } from '../template/templates.js';

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
  read: boolean;
  createdAt: Date;
}

const COLUMNS = `id_notification as id, type_notification as kind, titre_notification as title, contenu_notification as content, role_destinataire as role,
  canal_envoi as channel, reference_element_id as "referenceId", type_reference as "referenceType", etat as state, explication_erreur as problem,
  date_lecture is not null as read, date_creation as "createdAt"`;

/** A shop's list does not tell who asked for a code. One condition for each kind, so that the index that leaves codes out still serves. */
const LISTED = CODE_KINDS.map((kind) => `type_notification <> '${kind}'`).join(' and ');

const ROLES = RECIPIENT_ROLES.map((role) => roleColumn.to(role));
const TO_SELLER = `role_destinataire = 'vendeur'`;
const ABOUT_AT_MOST = 200;

/** Read side: a seller's notices. Each filter has its own index, so a page costs the same at any size. */
@Injectable()
export class NotificationQueries {
  constructor(private readonly db: Database) {}

  async page(sellerId: string, question: QuestionOf<ListNotifications>): Promise<Page<NotificationView>> {
    const { limit, after } = pageRequest(question);
    const { recipient, read, referenceId } = question;
    const conditions = ['id_utilisateur = $1', LISTED];
    const values: unknown[] = [sellerId];
    const only = (sql: string, value: unknown) => value !== undefined && conditions.push(`${sql} $${values.push(value)}`);
    only('role_destinataire =', recipient && roleColumn.to(recipient));
    only('reference_element_id =', referenceId);
    only('id_notification <', after);
    if (read !== undefined) conditions.push(TO_SELLER, `date_lecture is ${read ? 'not ' : ''}null`);
    const pageOf = (columns: string, more = 'true') =>
      `select ${columns} from notifications where ${conditions.join(' and ')} and ${more} order by id_notification desc limit ${limit + 1}`;
    // Without a filter of its own, the page is put together of those of each role: one index serves both.
    const filtered = recipient !== undefined || referenceId !== undefined || read !== undefined;
    const rows = await this.db.rows<Row>(
      filtered
        ? pageOf(COLUMNS)
        : `select p.* from unnest($${values.push(ROLES)}::text[]) r(role) cross join lateral (${pageOf(COLUMNS, 'role_destinataire = r.role')}) p
           order by id desc limit ${limit + 1}`,
      values,
    );
    return pageOfRows(rows, limit, viewOf, (row) => row.id);
  }

  async unread(sellerId: string): Promise<UnreadNotices> {
    const [count] = await this.db.rows<UnreadNotices>(
      `select count(*)::int as unread from notifications where id_utilisateur = $1 and ${TO_SELLER} and date_lecture is null and ${LISTED}`,
      [sellerId],
    );
    return count!;
  }

  async about(sellerId: string, referenceIds: string[]): Promise<NoticesAbout> {
    const rows = await this.db.rows<Row>(
      `select ${COLUMNS} from notifications where id_utilisateur = $1 and reference_element_id = any($2::uuid[]) and ${LISTED}
       order by id_notification limit ${ABOUT_AT_MOST}`,
      [sellerId, referenceIds],
    );
    return { items: rows.map(viewOf) };
  }

  /** The seller has read these, or all when `ids` is absent. Notices to others are not his to read. @returns how many he had not read */
  async markRead(sellerId: string, ids?: string[]): Promise<number> {
    return this.db.run(
      `update notifications set date_lecture = now()
       where id_utilisateur = $1 and ${TO_SELLER} and date_lecture is null and ${LISTED} and ($2::uuid[] is null or id_notification = any($2))`,
      [sellerId, ids ?? null],
    );
  }
}

function viewOf({ role, state, referenceId, referenceType, problem, read, createdAt, ...row }: Row): NotificationView {
  const recipient = roleColumn.from(role) as NotificationView['recipient'];
  return {
    ...row,
    recipient,
    state: stateColumn.from(state) as NotificationView['state'],
    ...(referenceId ? { referenceId } : {}),
    ...(referenceType ? { referenceType } : {}),
    ...(problem ? { problem } : {}),
    ...(recipient === 'seller' ? { read } : {}),
    createdAt: createdAt.toISOString(),
  };
}
