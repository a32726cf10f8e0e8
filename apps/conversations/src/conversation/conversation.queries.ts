import { Injectable } from '@nestjs/common';
import {
  type ConversationView,
  type GetHistory,
  type HistoryLine,
  type ListConversations,
  type ListMessages,
  type MessageView,
  notFound,
  type Page,
  type QuestionOf,
} from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import {
  type ConversationRow,
  conversationView,
  MESSAGE_COLUMNS,
  type MessageRow,
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

const CONVERSATIONS = `
  select c.id_conversation, c.id_prospect, p.nom_complet, p.numero_telephone, c.statut_conversation, c.motif_humain, c.dernier_message,
         c.date_dernier_message, c.date_creation
    from conversations c join prospects p using (id_prospect)`;

/** Reads conversations for their seller; row-level security shows him his own only. */
@Injectable()
export class ConversationQueries {
  constructor(private readonly db: Database) {}

  async list(question: QuestionOf<ListConversations>): Promise<Page<ConversationView>> {
    const { limit, after } = pageRequest(question);
    const rows = await this.db.rows<ConversationRow>(
      `${CONVERSATIONS}
        where ($1::uuid is null or c.id_conversation < $1) and ($2::text is null or c.statut_conversation = $2) and ($3::uuid is null or c.id_prospect = $3)
        order by c.id_conversation desc limit $4`,
      [
        after ?? null,
        question.status ? STORED_CONVERSATION_STATUS[question.status] : null,
        question.prospectId ?? null,
        limit + 1,
      ],
    );
    return pageOfRows(rows, limit, conversationView, (row) => row.id_conversation);
  }

  /** @throws DomainError CONVERSATION_NOT_FOUND */
  async one(id: string): Promise<ConversationView> {
    const [row] = await this.db.rows<ConversationRow>(`${CONVERSATIONS} where c.id_conversation = $1`, [id]);
    if (!row) throw notFound('conversation', id);
    return conversationView(row);
  }

  /** Newest first. @throws DomainError CONVERSATION_NOT_FOUND */
  async messages(question: QuestionOf<ListMessages>): Promise<Page<MessageView>> {
    await this.one(question.conversationId);
    const { limit, after } = pageRequest(question);
    const rows = await this.db.rows<MessageRow>(
      `select ${MESSAGE_COLUMNS} from messages where id_conversation = $1 and ($2::uuid is null or id_message < $2) order by id_message desc limit $3`,
      [question.conversationId, after ?? null, limit + 1],
    );
    return pageOfRows(rows, limit, messageView, (row) => row.id_message);
  }

  async message(id: string): Promise<MessageView> {
    const [row] = await this.db.rows<MessageRow>(`select ${MESSAGE_COLUMNS} from messages where id_message = $1`, [id]);
    if (!row) throw notFound('message', id);
    return messageView(row);
  }

  /** Everything said with one prospect, oldest first, as the second report shows it. @throws DomainError PROSPECT_NOT_FOUND */
  async history(question: QuestionOf<GetHistory>): Promise<Page<HistoryLine>> {
    const { limit, after } = pageRequest(question);
    const [known] = await this.db.rows('select from prospects where id_prospect = $1', [question.prospectId]);
    if (!known) throw notFound('prospect', question.prospectId);
    const rows = await this.db.rows<HistoryRow>(
      `select m.id_message, p.nom_complet, m.contenu_message, m.direction_message, m.genere_par_ia, m.date_creation
         from prospects p join conversations c using (id_prospect) join messages m using (id_conversation)
        where p.id_prospect = $1
          and ($2::uuid is null or (m.date_creation, m.id_message) > (select date_creation, id_message from messages where id_message = $2))
        order by m.date_creation, m.id_message limit $3`,
      [question.prospectId, after ?? null, limit + 1],
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
