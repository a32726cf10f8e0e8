import { Injectable } from '@nestjs/common';
import {
  type ConversationView,
  fold,
  type GetHistory,
  type HistoryLine,
  type InboxCounts,
  type LabelView,
  type ListConversations,
  type ListMessages,
  type MessageView,
  notFound,
  type Page,
  type QuestionOf,
} from '#contracts';
import { Database, pageOfRows, pageOfTimedRows, pageRequest, timedPageRequest } from '#database';
import { Conditions } from '../prospect/search.js';
import {
  CONVERSATIONS,
  type ConversationRow,
  conversationView,
  type MessageRow,
  MESSAGES,
  messageView,
  STORED_CONVERSATION_STATUS,
} from './views.js';

interface HistoryRow {
  id_message: string;
  nom_complet: string | null;
  contenu_message: string;
  direction_message: 'entrant' | 'sortant';
  genere_par_ia: boolean;
  date_creation: Date;
}

/** Reads conversations for their seller: each query names him, and row-level security would hide the others all the same. */
@Injectable()
export class ConversationQueries {
  constructor(private readonly db: Database) {}

  /** Last activity first; each filter has its index, so that a page deep down costs what the first one does. */
  async list(question: QuestionOf<ListConversations>, sellerId: string): Promise<Page<ConversationView>> {
    const { limit, after } = timedPageRequest(question);
    const { status, prospectId, unread, label, search } = question;
    const only = new Conditions('c.id_utilisateur', sellerId);
    if (after) only.and('(c.activite, c.id_conversation) < (?::timestamptz, ?::uuid)', after.at, after.id);
    if (status) only.and('c.statut_conversation = ?', STORED_CONVERSATION_STATUS[status]);
    if (prospectId) only.and('c.id_prospect = ?', prospectId);
    if (unread !== undefined) only.and(unread ? 'c.non_lus > 0' : 'c.non_lus = 0');
    if (label)
      only.and(
        `c.id_conversation in (select e.id_conversation from etiquettes_conversation e where e.id_utilisateur = ${only.owner} and e.cle = ?)`,
        fold(label),
      );
    only.andFound('c.id_prospect', search);
    const rows = await this.db.rows<ConversationRow>(
      `${CONVERSATIONS} ${only.where} order by c.activite desc, c.id_conversation desc limit ${only.parameter(limit + 1)}`,
      only.parameters,
    );
    return pageOfTimedRows(rows, limit, conversationView, (row) => ({ at: row.activite, id: row.id_conversation }));
  }

  async counts(sellerId: string): Promise<InboxCounts> {
    const [row] = await this.db.rows<InboxCounts>(
      `select (select count(*)::int from conversations where id_utilisateur = $1 and statut_conversation = 'ouverte') as open,
              (select count(*)::int from conversations where id_utilisateur = $1 and statut_conversation = 'humain') as human,
              (select count(*)::int from conversations where id_utilisateur = $1 and non_lus > 0) as unread`,
      [sellerId],
    );
    return row!;
  }

  /** Most used first; spellings that differ in case or accents are one label. */
  async labels(sellerId: string): Promise<LabelView[]> {
    return this.db.rows<LabelView>(
      `select min(libelle) as label, count(*)::int as conversations from etiquettes_conversation where id_utilisateur = $1
        group by cle order by 2 desc, cle limit 200`,
      [sellerId],
    );
  }

  /** @throws DomainError CONVERSATION_NOT_FOUND */
  async one(id: string, sellerId: string): Promise<ConversationView> {
    const [row] = await this.db.rows<ConversationRow>(`${CONVERSATIONS} where c.id_conversation = $1 and c.id_utilisateur = $2`, [
      id,
      sellerId,
    ]);
    if (!row) throw notFound('conversation', id);
    return conversationView(row);
  }

  /** Newest first. @throws DomainError CONVERSATION_NOT_FOUND */
  async messages(question: QuestionOf<ListMessages>, sellerId: string): Promise<Page<MessageView>> {
    await this.one(question.conversationId, sellerId);
    const { limit, after } = pageRequest(question);
    const rows = await this.db.rows<MessageRow>(
      `${MESSAGES} where m.id_conversation = $1 and m.id_utilisateur = $4 and ($2::uuid is null or m.id_message < $2)
        order by m.id_message desc limit $3`,
      [question.conversationId, after ?? null, limit + 1, sellerId],
    );
    return pageOfRows(rows, limit, messageView, (row) => row.id_message);
  }

  async message(id: string, sellerId: string): Promise<MessageView> {
    const [row] = await this.db.rows<MessageRow>(`${MESSAGES} where m.id_message = $1 and m.id_utilisateur = $2`, [id, sellerId]);
    if (!row) throw notFound('message', id);
    return messageView(row);
  }

  /** Everything said with one prospect, oldest first, as the second report shows it. @throws DomainError PROSPECT_NOT_FOUND */
  async history(question: QuestionOf<GetHistory>, sellerId: string): Promise<Page<HistoryLine>> {
    const { limit, after } = pageRequest(question);
    const [known] = await this.db.rows('select from prospects where id_prospect = $1 and id_utilisateur = $2', [
      question.prospectId,
      sellerId,
    ]);
    if (!known) throw notFound('prospect', question.prospectId);
    const rows = await this.db.rows<HistoryRow>(
      `select m.id_message, p.nom_complet, m.contenu_message, m.direction_message, m.genere_par_ia, m.date_creation
         from prospects p join conversations c using (id_prospect) join messages m using (id_conversation)
        where p.id_prospect = $1 and p.id_utilisateur = $4
          and ($2::uuid is null or (m.date_creation, m.id_message) >
               (select date_creation, id_message from messages where id_message = $2 and id_utilisateur = $4))
        order by m.date_creation, m.id_message limit $3`,
      [question.prospectId, after ?? null, limit + 1, sellerId],
    );
    return pageOfRows(rows, limit, historyLine, (row) => row.id_message);
  }
}

const historyLine = (row: HistoryRow): HistoryLine => ({
  ...(row.nom_complet ? { customerName: row.nom_complet } : {}),
  text: row.contenu_message,
  direction: row.direction_message,
  byAssistant: row.genere_par_ia,
  createdAt: row.date_creation.toISOString(),
});
