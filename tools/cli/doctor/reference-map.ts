/** The column that names a thing, wherever it stands, and the table of its owner. The names are the data model's and fixed. */
export const OWNERS: Readonly<Record<string, string>> = {
  id_utilisateur: 'accounts.utilisateurs_fluxasync',
  id_membre: 'accounts.membres',
  id_compte_whatsapp: 'accounts.comptes_whatsapp',
  id_compte_email: 'accounts.comptes_email',
  id_prospect: 'conversations.prospects',
  id_conversation: 'conversations.conversations',
  id_message: 'conversations.messages',
  id_accord: 'conversations.accords',
  id_media: 'conversations.medias',
  id_produit: 'orders.produits',
  id_variante: 'orders.variantes_produit',
  id_commande: 'orders.commandes',
  id_paiement: 'orders.paiements',
  id_remboursement: 'orders.remboursements',
  id_livreur: 'deliveries.livreurs',
  id_livraison: 'deliveries.livraisons',
  id_email: 'emails.emails_recus',
  id_notification: 'notifications.notifications',
  id_point: 'gateway.points_webhook',
};

const PROSPECT = 'conversations.prospects.id_prospect';

/** Columns that name a thing by another name than its owner does. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  'orders.prospects_fusionnes.id_ancien': PROSPECT,
  'deliveries.prospects_fusionnes.id_remplacant': PROSPECT,
  'notifications.prospects_copie.prospect': PROSPECT,
  'notifications.prospects_copie.fusionne_dans': PROSPECT,
  'analytics.prospects_effaces.prospect': PROSPECT,
};

/** Columns that may name what is not there, with the reason. */
export const MAY_DANGLE: Readonly<Record<string, string>> = {
  'orders.annulations_anticipees.id_commande': 'a cancellation that came before its order waits for it here',
  'deliveries.modifications_commande.id_commande': 'an edit that came before its order waits for it here',
};

/** Columns with an id that the maps above do not follow, with the reason, by table and name or by name alone; a test holds every other column to the maps. */
export const NO_REFERENCES: Readonly<Record<string, string>> = {
  event_id: 'an event: followed by the check of lost events',
  id_evenement: 'an event, which may be older than what is kept of events',
  owner: 'the process that holds a lease',
  bail: 'a lease',
  id_demande: 'a request that is to happen once, by the id that the gateway gave it',
  bail_tour: 'a lease',
  bail_envoi: 'a lease',
  'conversations.cadences_client.personne': 'how fast somebody was written to, who may be part of another prospect since',
  'notifications.notifications.reference_element_id': 'followed by its type',
  'notifications.notifications.id_code': 'a code is removed when it is used or over',
  'orders.mouvements_stock.id_entree': 'the movement itself, by the id that is shown',
  'analytics.utilisation_apis.reference': 'the message, notice or mail of a call, by the id that its service gave',
};

/**
 * Where a prospect may go by an id that he had before he was merged: memories of mergers and erasures, and what was told at the time. Everything that is worked
 * with (orders, deliveries, notices) must name the one who stayed.
 */
export const FORMER_IDS: ReadonlySet<string> = new Set([
  'orders.prospects_fusionnes.id_ancien',
  'orders.prospects_effaces.id_prospect',
  'deliveries.prospects_fusionnes.id_prospect',
  'deliveries.prospects_effaces.id_prospect',
  'notifications.prospects_copie.prospect',
  'analytics.prospects_effaces.prospect',
  'gateway.prospects_effaces.id_prospect',
  'gateway.flux_evenements.id_prospect',
  'gateway.envois_webhook.id_prospect',
]);

/** Where those who were merged are found, by what they were merged into. */
export const MERGED: Readonly<Record<string, string>> = { [PROSPECT]: 'conversations.prospects_fusionnes.id_fusionne' };

/** What `notifications.reference_element_id` means, by `type_reference`. */
export const NOTICE_REFERENCES: Readonly<Record<string, string>> = {
  boite: 'accounts.comptes_email.id_compte_email',
  compte_whatsapp: 'accounts.comptes_whatsapp.id_compte_whatsapp',
  conversation: 'conversations.conversations.id_conversation',
  produit: 'orders.produits.id_produit',
  commande: 'orders.commandes.id_commande',
  livraison: 'deliveries.livraisons.id_livraison',
  email: 'emails.emails_recus.id_email',
};

/** Fields of the journal's payloads that name a thing. Who is gone for good from a team, and an endpoint that was removed, are told of here and nowhere else. */
export const JOURNAL_REFERENCES: Readonly<Record<string, string>> = {
  prospectId: PROSPECT,
  mergedId: PROSPECT,
  conversationId: 'conversations.conversations.id_conversation',
  whatsappAccountId: 'accounts.comptes_whatsapp.id_compte_whatsapp',
  messageId: 'conversations.messages.id_message',
  agreementId: 'conversations.accords.id_accord',
  productId: 'orders.produits.id_produit',
  variantId: 'orders.variantes_produit.id_variante',
  orderId: 'orders.commandes.id_commande',
  exchangeOf: 'orders.commandes.id_commande',
  paymentId: 'orders.paiements.id_paiement',
  courierId: 'deliveries.livreurs.id_livreur',
  fromCourierId: 'deliveries.livreurs.id_livreur',
  deliveryId: 'deliveries.livraisons.id_livraison',
  emailId: 'emails.emails_recus.id_email',
  actionId: 'emails.actions_emails.id_action',
  notificationId: 'notifications.notifications.id_notification',
};
