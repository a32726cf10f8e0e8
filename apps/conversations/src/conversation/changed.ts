import { ConversationChangedV1, fact } from '#contracts';
import { CONVERSATION_STATUS, type ConversationStatus } from './conversation-status.js';

/** A conversation as set-based SQL returns it for its fact. */
export interface ChangedRow {
  id_conversation: string;
  id_prospect: string;
  id_utilisateur: string;
  id_compte_whatsapp: string;
  statut_conversation: ConversationStatus;
  non_lus: number;
  etiquettes: string[];
  version: number;
}

/** SQL: the columns of {@link ChangedRow}, for RETURNING. */
export const CHANGED =
  'conversations.id_conversation, conversations.id_prospect, conversations.id_utilisateur, conversations.id_compte_whatsapp, conversations.statut_conversation, conversations.non_lus, conversations.etiquettes, conversations.version';

/** That an inbox shows it otherwise now. */
export const changedFact = (row: ChangedRow) =>
  fact(
    ConversationChangedV1,
    {
      conversationId: row.id_conversation,
      prospectId: row.id_prospect,
      status: CONVERSATION_STATUS[row.statut_conversation],
      unread: row.non_lus,
      labels: row.etiquettes,
    },
    { sellerId: row.id_utilisateur, key: row.id_conversation, version: row.version },
  );
