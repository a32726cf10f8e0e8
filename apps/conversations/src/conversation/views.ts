import type { ConversationView, MessageView, ProspectView } from '#contracts';
import { timeKeySql } from '#database';
import { MEDIA_OF_MESSAGE, type MediaJson, mediaOf } from '../media/media.view.js';
import { AROUND_MESSAGE, aroundMessage, type ReactionJson } from './around-message.js';
import { CONVERSATION_STATUS, type ConversationStatus } from './conversation-status.js';

/** Stored words and those of the contracts. */
export const STORED_CONVERSATION_STATUS: Record<ConversationView['status'], ConversationStatus> = {
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
  autres_numeros: string[];
  source_acquisition: string;
  identifiant_publicite: string | null;
  titre_publicite: string | null;
  url_publicite: string | null;
  ctwa_clid: string | null;
  derniere_publicite: string | null;
  dernier_titre_publicite: string | null;
  derniere_url_publicite: string | null;
  dernier_ctwa_clid: string | null;
  derniere_publicite_le: Date | null;
  promotions_refusees_le: Date | null;
  desinscrit_le: Date | null;
  dernier_message: Date | null;
  date_creation: Date;
  version: number;
}

/** SQL: prospects `p` as {@link prospectView} reads them. */
export const PROSPECTS = `
  select p.id_prospect, p.nom_complet, p.numero_telephone, p.source_acquisition, p.identifiant_publicite, p.titre_publicite, p.url_publicite,
         p.ctwa_clid, p.derniere_publicite, p.dernier_titre_publicite, p.derniere_url_publicite, p.dernier_ctwa_clid, p.derniere_publicite_le, p.promotions_refusees_le, p.desinscrit_le,
         array(select i.valeur from identites_prospect i
                where i.id_prospect = p.id_prospect and i.type_identite = 'e164' and i.valeur is distinct from p.numero_telephone
                order by i.valeur limit 50) as autres_numeros,
         (select max(c.date_dernier_message) from conversations c where c.id_prospect = p.id_prospect) as dernier_message, p.date_creation, p.version
    from prospects p`;

/** What the contract allows. */
const MAX_URL = 2_000;
const MAX_CLICK_ID = 500;

export const prospectView = (row: ProspectRow): ProspectView => ({
  id: row.id_prospect,
  ...(row.nom_complet ? { fullName: row.nom_complet } : {}),
  ...(row.numero_telephone ? { phone: row.numero_telephone } : {}),
  ...(row.autres_numeros.length > 0 ? { otherPhones: row.autres_numeros } : {}),
  source: row.source_acquisition,
  ...(row.identifiant_publicite ? { adId: row.identifiant_publicite } : {}),
  ...(row.titre_publicite ? { adHeadline: row.titre_publicite } : {}),
  ...(row.url_publicite ? { adUrl: row.url_publicite.slice(0, MAX_URL) } : {}),
  ...(row.ctwa_clid ? { adClickId: row.ctwa_clid.slice(0, MAX_CLICK_ID) } : {}),
  ...(row.derniere_publicite ? { lastAdId: row.derniere_publicite } : {}),
  ...(row.dernier_titre_publicite ? { lastAdHeadline: row.dernier_titre_publicite } : {}),
  ...(row.derniere_url_publicite ? { lastAdUrl: row.derniere_url_publicite.slice(0, MAX_URL) } : {}),
  ...(row.dernier_ctwa_clid ? { lastAdClickId: row.dernier_ctwa_clid.slice(0, MAX_CLICK_ID) } : {}),
  ...(row.derniere_publicite_le ? { lastAdAt: row.derniere_publicite_le.toISOString() } : {}),
  ...(row.promotions_refusees_le ? { promotionsStoppedAt: row.promotions_refusees_le.toISOString() } : {}),
  ...(row.desinscrit_le ? { optedOutAt: row.desinscrit_le.toISOString() } : {}),
  ...(row.dernier_message ? { lastMessageAt: row.dernier_message.toISOString() } : {}),
  createdAt: row.date_creation.toISOString(),
  version: row.version,
});

export interface ConversationRow {
  id_conversation: string;
  id_prospect: string;
  nom_complet: string | null;
  numero_telephone: string | null;
  statut_conversation: ConversationStatus;
  motif_humain: string | null;
  dernier_message: string | null;
  date_dernier_message: Date | null;
  non_lus: number;
  etiquettes: string[];
  date_creation: Date;
  version: number;
  /** Of the last activity, for the cursor. */
  activite: string;
}

/** SQL: conversations `c` as {@link conversationView} reads them. */
export const CONVERSATIONS = `
  select c.id_conversation, c.id_prospect, p.nom_complet, p.numero_telephone, c.statut_conversation, c.motif_humain, c.dernier_message,
         c.date_dernier_message, c.non_lus, c.etiquettes, c.date_creation, c.version, ${timeKeySql('c.activite')} as activite
    from conversations c join prospects p using (id_prospect)`;

export const conversationView = (row: ConversationRow): ConversationView => ({
  id: row.id_conversation,
  prospectId: row.id_prospect,
  ...(row.nom_complet ? { customerName: row.nom_complet } : {}),
  ...(row.numero_telephone ? { customerPhone: row.numero_telephone } : {}),
  status: CONVERSATION_STATUS[row.statut_conversation],
  ...(row.motif_humain ? { handoverReason: row.motif_humain } : {}),
  ...(row.dernier_message ? { lastMessage: row.dernier_message } : {}),
  ...(row.date_dernier_message ? { lastMessageAt: row.date_dernier_message.toISOString() } : {}),
  unread: row.non_lus,
  labels: row.etiquettes,
  createdAt: row.date_creation.toISOString(),
  version: row.version,
});

export interface MessageRow {
  id_message: string;
  id_conversation: string;
  direction_message: 'entrant' | 'sortant';
  genere_par_ia: boolean;
  auteur: string | null;
  type_message: string;
  contenu_message: string;
  statut_message: string;
  explication_erreur: string | null;
  date_creation: Date;
  media: MediaJson | null;
  repond: string | null;
  modifie_le: Date | null;
  supprime_le: Date | null;
  reactions: ReactionJson[] | null;
  lieu: Record<string, unknown> | null;
}

/** SQL: messages `m` as {@link messageView} reads them. */
export const MESSAGES = `
  select m.id_message, m.id_conversation, m.direction_message, m.genere_par_ia, m.auteur, m.type_message, m.contenu_message, m.statut_message, m.explication_erreur,
         m.date_creation, ${MEDIA_OF_MESSAGE} as media, ${AROUND_MESSAGE}
    from messages m`;

export const messageView = (row: MessageRow): MessageView => ({
  id: row.id_message,
  conversationId: row.id_conversation,
  direction: row.direction_message === 'entrant' ? 'inbound' : 'outbound',
  byAssistant: row.genere_par_ia,
  ...(row.auteur ? { author: row.auteur } : {}),
  type: row.type_message,
  text: row.contenu_message,
  ...(row.media ? { media: mediaOf(row.media) } : {}),
  state: MESSAGE_STATE[row.statut_message]!,
  ...(row.explication_erreur ? { problem: row.explication_erreur } : {}),
  ...aroundMessage(row),
  createdAt: row.date_creation.toISOString(),
});
