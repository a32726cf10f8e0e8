import {
  AddNote,
  CloseConversation,
  GetConversation,
  GiveBackConversation,
  LabelConversation,
  ListConversations,
  ListLabels,
  ListMessages,
  ListNotes,
  MarkConversationRead,
  ReactToMessage,
  RemoveNote,
  ReplyToCustomer,
  ResendMessage,
  TakeOverConversation,
} from '#contracts';
import { asks } from '../route.js';

const conversations = { tag: 'Conversations', scope: 'conversations' } as const;

export const conversationRoutes = [
  asks('GET /v1/conversations', ListConversations, conversations),
  asks('GET /v1/conversations/:conversationId', GetConversation, conversations),
  asks('GET /v1/conversations/:conversationId/messages', ListMessages, conversations),
  asks('POST /v1/conversations/:conversationId/messages', ReplyToCustomer, { ...conversations, status: 201 }),
  asks('POST /v1/conversations/:conversationId/messages/:messageId/reaction', ReactToMessage, conversations),
  asks('POST /v1/conversations/:conversationId/messages/:messageId/resend', ResendMessage, { ...conversations, status: 201 }),
  asks('POST /v1/conversations/:conversationId/take-over', TakeOverConversation, conversations),
  asks('POST /v1/conversations/:conversationId/give-back', GiveBackConversation, conversations),
  asks('POST /v1/conversations/:conversationId/read', MarkConversationRead, conversations),
  asks('POST /v1/conversations/:conversationId/close', CloseConversation, conversations),
  asks('PUT /v1/conversations/:conversationId/labels', LabelConversation, conversations),
  asks('GET /v1/conversations/:conversationId/notes', ListNotes, conversations),
  asks('POST /v1/conversations/:conversationId/notes', AddNote, { ...conversations, status: 201 }),
  asks('DELETE /v1/conversations/:conversationId/notes/:noteId', RemoveNote, { ...conversations, status: 204 }),
  asks('GET /v1/labels', ListLabels, conversations),
];
