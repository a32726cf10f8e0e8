import { type Actor, fact, MessageFailedV1, MessageSentV1 } from '#contracts';

/** A message of ours that a status moved on, as its row says now. */
export interface MovedMessage {
  id_message: string;
  id_conversation: string;
  id_prospect: string;
  id_utilisateur: string;
  wamid: string;
  genere_par_ia: boolean;
  auteur: Actor | null;
  statut_message: string;
  premier_envoi: boolean;
  code_erreur: string | null;
  explication_erreur: string | null;
}

/** What others hear of it: that it failed, or that it left; nothing where they heard so before. */
export function outcomeFact(row: MovedMessage) {
  const about = { sellerId: row.id_utilisateur, key: row.id_message, version: row.statut_message === 'echec' ? 2 : 1 };
  const base = { messageId: row.id_message, conversationId: row.id_conversation, prospectId: row.id_prospect };
  if (row.statut_message === 'echec')
    return fact(
      MessageFailedV1,
      { ...base, code: row.code_erreur ?? 'inconnu', explanation: row.explication_erreur ?? 'WhatsApp a refusé ce message.' },
      about,
    );
  return row.premier_envoi
    ? fact(MessageSentV1, { ...base, byAssistant: row.genere_par_ia, wamid: row.wamid }, { ...about, actor: writer(row) })
    : undefined;
}

/** Whoever wrote it, also when WhatsApp's status says so before its answer did. */
const writer = (row: MovedMessage): Actor => (row.genere_par_ia ? 'assistant' : (row.auteur ?? `seller:${row.id_utilisateur}`));
