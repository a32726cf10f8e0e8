import {
  GiveBackConversation,
  ListConversations,
  ListMessages,
  ListProspects,
  ReplyToCustomer,
  TakeOverConversation,
} from '#contracts';
import { asks } from '../route.js';

const tag = 'Conversations';

export const conversationRoutes = [
  asks('GET /v1/prospects', ListProspects, { tag }),
  asks('GET /v1/conversations', ListConversations, { tag }),
  asks('GET /v1/conversations/:conversationId/messages', ListMessages, { tag }),
  asks('POST /v1/conversations/:conversationId/messages', ReplyToCustomer, { tag, status: 201 }),
  asks('POST /v1/conversations/:conversationId/take-over', TakeOverConversation, { tag }),
  asks('POST /v1/conversations/:conversationId/give-back', GiveBackConversation, { tag }),
];
