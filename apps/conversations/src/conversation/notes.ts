import { Injectable } from '@nestjs/common';
import { type ListNotes, notFound, type NoteView, type Page, type QuestionOf } from '#contracts';
import { Database, newId, pageOfRows, pageRequest } from '#database';

interface NoteRow {
  id_note: string;
  texte: string;
  auteur: string;
  date_creation: Date;
}

/** What the shop notes on a conversation; the customer never sees it. */
@Injectable()
export class Notes {
  constructor(private readonly db: Database) {}

  /** Newest first. @throws DomainError CONVERSATION_NOT_FOUND */
  async list(question: QuestionOf<ListNotes>, sellerId: string): Promise<Page<NoteView>> {
    await this.assertConversation(question.conversationId, sellerId);
    const { limit, after } = pageRequest(question);
    const rows = await this.db.rows<NoteRow>(
      `select id_note, texte, auteur, date_creation from notes_conversation
        where id_conversation = $1 and id_utilisateur = $4 and ($2::uuid is null or id_note < $2) order by id_note desc limit $3`,
      [question.conversationId, after ?? null, limit + 1, sellerId],
    );
    return pageOfRows(rows, limit, view, (row) => row.id_note);
  }

  /** @throws DomainError CONVERSATION_NOT_FOUND */
  async add(conversationId: string, sellerId: string, text: string, author: string): Promise<NoteView> {
    await this.assertConversation(conversationId, sellerId);
    const [row] = await this.db.rows<NoteRow>(
      `insert into notes_conversation (id_note, id_conversation, id_utilisateur, texte, auteur) values ($1, $2, $3, $4, $5)
       returning id_note, texte, auteur, date_creation`,
      [newId(), conversationId, sellerId, text, author],
    );
    return view(row!);
  }

  /** @throws DomainError NOTE_NOT_FOUND */
  async remove(conversationId: string, sellerId: string, noteId: string): Promise<void> {
    const removed = await this.db.run(
      'delete from notes_conversation where id_note = $1 and id_conversation = $2 and id_utilisateur = $3',
      [noteId, conversationId, sellerId],
    );
    if (removed === 0) throw notFound('note', noteId);
  }

  private async assertConversation(id: string, sellerId: string): Promise<void> {
    const [found] = await this.db.rows('select from conversations where id_conversation = $1 and id_utilisateur = $2', [
      id,
      sellerId,
    ]);
    if (!found) throw notFound('conversation', id);
  }
}

const view = (row: NoteRow): NoteView => ({
  id: row.id_note,
  text: row.texte,
  author: row.auteur,
  createdAt: row.date_creation.toISOString(),
});
