import type { ConversationView } from '#contracts';

/** `ouverte`: the assistant answers; `humain`: a person does; `fermee`: over, the next message opens another. */
export type ConversationStatus = 'ouverte' | 'humain' | 'fermee';

/** Statuses as others read them. */
export const CONVERSATION_STATUS: Record<ConversationStatus, ConversationView['status']> = {
  ouverte: 'open',
  humain: 'human',
  fermee: 'closed',
};

/** From each status, where a conversation can go. */
export const MOVES: Record<ConversationStatus, ConversationStatus[]> = {
  ouverte: ['humain', 'fermee'],
  humain: ['ouverte', 'fermee'],
  fermee: [],
};
