import type { ConversationView, MessageView, ProspectView } from '#contracts';

/** Stored words and those of the contracts. */
const CONVERSATION_STATUS: Record<string, ConversationView['status']> = { ouverte: 'open', humain: 'human', fermee: 'closed' };
export const STORED_CONVERSATION_STATUS: Record<ConversationView['status'], string> = {
  open: 'ouverte',
  human: 'humain',
  closed: 'fermee',
};
const MESSAGE_STATE: Record<string, MessageView['state']> = {
  recu: 'received',
  en_attente: 'pending',
  en_envoi: 'sending',
  inconnu: 'unknown',
  envoye: 'sent',
  distribue: 'delivered',
  lu: 'read',
  echec: 'failed',
};

export interface ProspectRow {
  id_prospect: string;
  nom_complet: string | null;
  numero_telephone: string | null;
  source_acquisition: string;
  date_creation: Date;
}

export const PROSPECT_COLUMNS = 'id_prospect, nom_complet, numero_telephone, source_acquisition, date_creation';

export const prospectView = (row: ProspectRow): ProspectView => ({
  id: row.id_prospect,
  ...(row.nom_complet ? { fullName: row.nom_complet } : {}),
  ...(row.numero_telephone ? { phone: row.numero_telephone } : {}),
  source: row.source_acquisition,
  createdAt: row.date_creation.toISOString(),
});

export interface ConversationRow {
  id_conversation: string;
  id_prospect: string;
  nom_complet: string | null;
  numero_telephone: string | null;
  statut_conversation: string;
  motif_humain: string | null;
  dernier_message: string | null;
  date_dernier_message: Date | null;
  date_creation: Date;
}

export const conversationView = (row: ConversationRow): ConversationView => ({
  id: row.id_conversation,
  prospectId: row.id_prospect,
  ...(row.nom_complet ? { customerName: row.nom_complet } : {}),
  ...(row.numero_telephone ? { customerPhone: row.numero_telephone } : {}),
  status: CONVERSATION_STATUS[row.statut_conversation]!,
  ...(row.motif_humain ? { handoverReason: row.motif_humain } : {}),
  ...(row.dernier_message ? { lastMessage: row.dernier_message } : {}),
  ...(row.date_dernier_message ? { lastMessageAt: row.date_dernier_message.toISOString() } : {}),
  createdAt: row.date_creation.toISOString(),
});

export interface MessageRow {
  id_message: string;
  id_conversation: string;
  direction_message: 'entrant' | 'sortant';
  genere_par_ia: boolean;
  type_message: string;
  contenu_message: string;
  statut_message: string;
  explication_erreur: string | null;
  date_creation: Date;
}

export const MESSAGE_COLUMNS =
  'id_message, id_conversation, direction_message, genere_par_ia, type_message, contenu_message, statut_message, explication_erreur, date_creation';

export const messageView = (row: MessageRow): MessageView => ({
  id: row.id_message,
  conversationId: row.id_conversation,
  direction: row.direction_message === 'entrant' ? 'inbound' : 'outbound',
  byAssistant: row.genere_par_ia,
  type: row.type_message,
  text: row.contenu_message,
  state: MESSAGE_STATE[row.statut_message]!,
  ...(row.explication_erreur ? { problem: row.explication_erreur } : {}),
  createdAt: row.date_creation.toISOString(),
});
