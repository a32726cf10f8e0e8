import { Injectable } from '@nestjs/common';
import { AddNote, type Caller, ListNotes, type NoteView, type Page, type QuestionOf, RemoveNote } from '#contracts';
import { OnRequest } from '#bus';
import { Notes } from './conversation/notes.js';

/** What the shop notes for itself on a conversation. */
@Injectable()
export class NotesController {
  constructor(private readonly notes: Notes) {}

  @OnRequest(ListNotes)
  list(question: QuestionOf<ListNotes>, caller: Caller): Promise<Page<NoteView>> {
    return this.notes.list(question, caller.sellerId!);
  }

  @OnRequest(AddNote)
  add({ conversationId, text }: QuestionOf<AddNote>, caller: Caller): Promise<NoteView> {
    return this.notes.add(conversationId, caller.sellerId!, text, caller.actor);
  }

  @OnRequest(RemoveNote)
  async remove({ conversationId, noteId }: QuestionOf<RemoveNote>, caller: Caller): Promise<Record<string, never>> {
    await this.notes.remove(conversationId, caller.sellerId!, noteId);
    return {};
  }
}
