import { Asks, request } from '../message.js';
import { id, instant, text } from '../schema.js';
import { AsksPage, pageOf } from './paging.js';

/** A note of the shop on a conversation; the customer never sees it. */
export class NoteView {
  @id('The note') id!: string;
  @text('What it says', { max: 2_000 }) text!: string;
  @text('Who wrote it', { max: 100 }) author!: string;
  @instant('When') createdAt!: string;
}
export class NotePage extends pageOf(() => NoteView, 'Notes, newest first') {}

@request('notes', { to: 'conversations', says: 'Notes on a conversation, newest first.', answers: NotePage })
export class ListNotes extends AsksPage<NoteView> {
  @id('The conversation') conversationId!: string;
}

@request('add-note', { to: 'conversations', says: 'Writes a note on a conversation.', answers: NoteView })
export class AddNote extends Asks<NoteView> {
  @id('The conversation') conversationId!: string;
  @text('What it says', { max: 2_000 }) text!: string;
}

@request('remove-note', { to: 'conversations', says: 'Removes a note.' })
export class RemoveNote extends Asks<Record<string, never>> {
  @id('The conversation') conversationId!: string;
  @id('The note') noteId!: string;
}
