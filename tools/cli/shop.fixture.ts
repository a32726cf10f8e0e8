import { newId } from '#database';
import type { World } from '#testing';

/** Kouadio's shop on one day: a row in every table of the data model that others refer to. */
export const shop = {
  seller: newId(),
  whatsapp: newId(),
  mailbox: newId(),
  prospect: newId(),
  conversation: newId(),
  product: newId(),
  variant: newId(),
  order: newId(),
  line: newId(),
  courier: newId(),
  delivery: newId(),
  mail: newId(),
};

/** Half an hour before midnight in Kouadio's time zone, so that his day is not that of UTC. */
const MOMENT = "timestamptz '2026-11-22 22:30:00+00'";

/** Lets a row be written with the data model's columns alone: what else a service asks of its own rows is no matter here. */
const EASE = `
  do $$ declare col record; begin
    for col in select c.oid::regclass as t, a.attname as n from pg_class c join pg_namespace s on s.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and s.nspname in ('accounts', 'conversations', 'orders', 'deliveries', 'emails', 'notifications', 'analytics')
        and a.attnum > 0 and a.attnotnull and a.attidentity = '' and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey))
    loop execute format('alter table %s alter column %I drop not null', col.t, col.n); end loop;
  end $$;`;

/** Writes the shop. All figures are right. */
export async function openShop(world: World): Promise<void> {
  const s = Object.fromEntries(Object.entries(shop).map(([name, id]) => [name, `'${id}'::uuid`])) as Record<
    keyof typeof shop,
    string
  >;
  await sql(
    world,
    `${EASE}
    insert into accounts.utilisateurs_fluxasync (id_utilisateur, nom, prenom, adresse_email, numero_telephone, pays, secteur_activite, nom_boutique, fuseau_horaire, version)
      values (${s.seller}, 'Kouadio', 'Jean', 'kouadio@gmail.com', '+2250712345678', 'Côte d''Ivoire', 'chaussures', 'Magasin Kouadio', 'Africa/Lagos', 1);
    insert into accounts.comptes_whatsapp (id_compte_whatsapp, id_utilisateur, business_account_id, numero_telephone_whatsapp, phone_number_id, statut_compte, date_creation, version)
      values (${s.whatsapp}, ${s.seller}, 'WABA_123456', '+2250700000001', '555', 'deconnecte', now(), 1);
    insert into accounts.comptes_email (id_compte_email, id_utilisateur, fournisseur_email, adresse_email, statut_compte, date_creation, version)
      values (${s.mailbox}, ${s.seller}, 'gmail', 'kouadio@gmail.com', 'deconnecte', now(), 1);
    insert into conversations.prospects (id_prospect, id_utilisateur, numero_telephone, nom_complet, source_acquisition)
      values (${s.prospect}, ${s.seller}, '+2250598765432', 'Aminata Traoré', 'pub_facebook');
    insert into conversations.conversations (id_conversation, id_prospect, id_utilisateur, id_compte_whatsapp)
      values (${s.conversation}, ${s.prospect}, ${s.seller}, ${s.whatsapp});
    insert into conversations.messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, genere_par_ia, date_creation, date_enregistrement, type_message, phone_number_id, wamid, statut_message)
      select gen_random_uuid(), ${s.conversation}, ${s.seller}, texte, sens, ia, ${MOMENT} + n * interval '1 second', ${MOMENT} + n * interval '1 second', 'text', '555', 'wamid.' || n, statut
      from (values (1, 'Bonjour, je suis intéressée', 'entrant', false, 'recu'), (2, 'Quelle pointure ?', 'sortant', true, 'envoye'), (3, 'Je fais du 38', 'entrant', false, 'recu')) v(n, texte, sens, ia, statut);
    insert into orders.produits (id_produit, id_utilisateur, nom_produit, prix_unitaire, quantite_stock, stock_reserve, texte_recherche, version, date_creation)
      values (${s.product}, ${s.seller}, 'Nike Air Max 90', 45000, 10, 1, 'nike', 1, now());
    insert into orders.variantes_produit (id_variante, id_produit, id_utilisateur, taille, quantite_stock, stock_reserve) values (${s.variant}, ${s.product}, ${s.seller}, '38', 10, 1);
    insert into orders.commandes (id_commande, id_prospect, id_utilisateur, id_conversation, numero_commande, montant_total, nom_client, telephone_client, adresse_livraison, telephone_livraison, statut_commande, texte_recherche, version, date_creation, date_confirmation)
      values (${s.order}, ${s.prospect}, ${s.seller}, ${s.conversation}, 'CMD-20261122-000001', 45000, 'Aminata Traoré', '+2250598765432', 'Cocody', '+2250598765432', 'confirmee', 'cmd 20261122 000001 | aminata traore', 1, ${MOMENT}, ${MOMENT});
    insert into orders.details_commande (id_ligne, id_commande, id_produit, id_variante, id_utilisateur, designation, quantite_commandee, prix_unitaire, prix_total_ligne)
      values (${s.line}, ${s.order}, ${s.product}, ${s.variant}, ${s.seller}, 'Nike Air Max 90', 1, 45000, 45000);
    insert into orders.mouvements_stock (id_entree, id_utilisateur, id_produit, id_variante, id_commande, nature, variation_stock, variation_reserve, acteur) values
      (gen_random_uuid(), ${s.seller}, ${s.product}, ${s.variant}, null, 'initial', 10, 0, 'system'), (gen_random_uuid(), ${s.seller}, ${s.product}, ${s.variant}, ${s.order}, 'reservation', 0, 1, 'assistant');
    insert into deliveries.livreurs (id_livreur, id_utilisateur, nom_complet_livreur, numero_telephone_livreur, zones_couverture, version, date_creation)
      values (${s.courier}, ${s.seller}, 'Mamadou Diabaté', '+2250711223344', 'Cocody, Marcory', 1, now());
    insert into deliveries.livraisons (id_livraison, id_commande, id_livreur, id_utilisateur, date_livraison_prevue, adresse_recuperation, adresse_destination, frais_livraison, statut_livraison,
        motif_affectation, reference_commande, montant_commande, id_prospect, id_conversation, nom_destinataire, telephone_destinataire, colis, montant_encaisse, version, date_creation)
      values (${s.delivery}, ${s.order}, ${s.courier}, ${s.seller}, now(), 'Abobo', 'Cocody', 2000, 'livree', 'couvre Cocody', 'CMD-20261122-000001', 45000, ${s.prospect}, ${s.conversation},
        'Aminata Traoré', '+2250598765432', '1x Nike', 47000, 1, now());
    insert into emails.boites (id_compte_email, id_utilisateur, adresse_email, etat, version, date_connexion, id_correlation)
      values (${s.mailbox}, ${s.seller}, 'kouadio@gmail.com', 'deconnectee', 1, now(), 'c');
    insert into emails.emails_recus (id_email, id_compte_email, id_utilisateur, identifiant_message_email, email_expediteur, nom_expediteur, sujet_email, niveau_priorite, automatique, date_reception, id_correlation)
      values (${s.mail}, ${s.mailbox}, ${s.seller}, 'm1', 'fournisseur@nike-ci.com', 'Nike', 'Nouveau stock', 'important', false, now(), 'c');
    insert into emails.analyses_emails (id_email, id_utilisateur, classification_email, resume_contenu, action_suggeree, score_confiance, moteur, date_analyse)
      values (${s.mail}, ${s.seller}, 'urgent', 'Stock', 'repondre_urgent', 0.95, 'hors_ligne', ${MOMENT});
    insert into notifications.notifications (id_notification, id_utilisateur, type_notification, titre_notification, contenu_notification, canal_envoi, destinataire, role_destinataire,
        reference_element_id, type_reference, id_evenement, id_correlation, modele, parametres, etat)
      values (gen_random_uuid(), ${s.seller}, 'nouvelle_commande', 'Nouvelle commande reçue', 'Aminata', 'whatsapp', '+2250712345678', 'vendeur', ${s.order}, 'commande', gen_random_uuid(), 'c', 'm', '{}', 'envoyee');
    insert into analytics.sessions_analytiques (id_utilisateur, date_session, messages_recus, commandes_creees, chiffre_affaires_genere, emails_traites, version)
      values (${s.seller}, '2026-11-22', 2, 1, 45000, 1, 1);
    insert into analytics.journaux_systeme (id, id_utilisateur, evenement, acteur, reference, version, id_correlation, date_evenement, contenu)
      values (gen_random_uuid(), ${s.seller}, 'order.status-changed', 'assistant', '${shop.order}', 1, 'c', now(), '{"orderId": "${shop.order}"}'),
        (gen_random_uuid(), ${s.seller}, 'seller.registered', 'seller', '${shop.seller}', 1, 'c', ${MOMENT}, '{"timeZone": "Africa/Lagos"}');
    insert into analytics.vendeurs_copie (id_utilisateur, fuseau_horaire, version) values (${s.seller}, 'Africa/Lagos', 1);`,
  );
}

/** Statements of the superuser on the platform's database. */
export async function sql<Row extends object>(world: World, text: string): Promise<Row[]> {
  return world.postgres.query<Row>(text, [], world.databaseName);
}
