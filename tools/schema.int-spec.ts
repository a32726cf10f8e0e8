import { schemaNameOf } from '#contracts';
import { startWorld, type World } from '#testing';
import { services } from './generate/services.js';

/** Tables and columns whose names were asked for; nobody may rename them. */
const ASKED: Record<string, string[]> = {
  'accounts.utilisateurs_fluxasync': [
    'id_utilisateur',
    'nom',
    'prenom',
    'adresse_email',
    'numero_telephone',
    'pays',
    'secteur_activite',
  ],
  'accounts.comptes_whatsapp': [
    'id_compte_whatsapp',
    'id_utilisateur',
    'business_account_id',
    'numero_telephone_whatsapp',
    'access_token',
    'phone_number_id',
  ],
  'accounts.comptes_email': ['id_compte_email', 'id_utilisateur', 'fournisseur_email', 'adresse_email', 'jeton_acces'],
  'conversations.prospects': ['id_prospect', 'id_utilisateur', 'numero_telephone', 'nom_complet', 'source_acquisition'],
  'conversations.conversations': [
    'id_conversation',
    'id_prospect',
    'id_utilisateur',
    'id_compte_whatsapp',
    'statut_conversation',
  ],
  'conversations.messages': [
    'id_message',
    'id_conversation',
    'contenu_message',
    'direction_message',
    'genere_par_ia',
    'date_creation',
  ],
  'orders.produits': ['id_produit', 'id_utilisateur', 'nom_produit', 'prix_unitaire', 'quantite_stock'],
  'orders.commandes': [
    'id_commande',
    'id_prospect',
    'id_utilisateur',
    'id_conversation',
    'numero_commande',
    'montant_total',
    'adresse_livraison',
    'telephone_livraison',
    'statut_commande',
  ],
  'orders.details_commande': ['id_commande', 'id_produit', 'quantite_commandee', 'prix_unitaire', 'prix_total_ligne'],
  'deliveries.livreurs': ['id_livreur', 'id_utilisateur', 'nom_complet_livreur', 'numero_telephone_livreur', 'zones_couverture'],
  'deliveries.livraisons': [
    'id_livraison',
    'id_commande',
    'id_livreur',
    'id_utilisateur',
    'date_livraison_prevue',
    'adresse_recuperation',
    'adresse_destination',
    'frais_livraison',
    'statut_livraison',
  ],
  'emails.emails_recus': [
    'id_email',
    'id_compte_email',
    'id_utilisateur',
    'identifiant_message_email',
    'email_expediteur',
    'sujet_email',
    'niveau_priorite',
  ],
  'emails.analyses_emails': [
    'id_email',
    'id_utilisateur',
    'classification_email',
    'resume_contenu',
    'action_suggeree',
    'score_confiance',
  ],
  'notifications.notifications': [
    'id_notification',
    'id_utilisateur',
    'type_notification',
    'titre_notification',
    'contenu_notification',
    'canal_envoi',
    'destinataire',
    'reference_element_id',
    'type_reference',
  ],
  'analytics.sessions_analytiques': [
    'id_utilisateur',
    'date_session',
    'messages_recus',
    'commandes_creees',
    'chiffre_affaires_genere',
    'emails_traites',
  ],
  'analytics.journaux_systeme': ['id_utilisateur'],
  'analytics.utilisation_apis': ['id_utilisateur'],
};

describe('the schemas of all services', () => {
  let world: World;
  const sql = <T extends object>(text: string) => world.postgres.query<T>(text, [], world.databaseName);

  beforeAll(async () => {
    world = await startWorld();
    for (const { manifest, migrations } of services) await world.migrate(manifest.service, migrations);
  }, 60_000);
  afterAll(() => world?.stop());

  /** Tables with a seller whose rows are not kept apart by a policy that is forced on everybody. */
  const unprotected = () =>
    sql<{ name: string }>(`
      select n.nspname || '.' || c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in (${services.map((s) => `'${schemaNameOf(s.manifest.service)}'`).join(', ')})
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id_utilisateur' and not a.attisdropped)
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
      order by 1`);

  it('force a policy on every table that has a seller', async () => {
    expect(await unprotected()).toEqual([]);
  });

  it('would be caught with a table whose policy is missing, or not forced', async () => {
    await sql('create table orders.forgotten (id_utilisateur uuid); alter table orders.forgotten enable row level security');
    await sql('alter table orders.commandes no force row level security');
    expect((await unprotected()).map((row) => row.name)).toEqual(['orders.commandes', 'orders.forgotten']);
    await sql('drop table orders.forgotten');
    await sql('alter table orders.commandes force row level security');
  });

  it.each(Object.entries(ASKED))('%s has the columns that were asked for', async (table, columns) => {
    const found = await sql<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`,
    );
    expect(found.map((row) => row.name)).toEqual(expect.arrayContaining(columns));
  });

  it('let the reports role read the asked tables without naming a schema, and write none', async () => {
    for (const table of Object.keys(ASKED)) {
      const name = table.split('.')[1];
      await sql(`set role fluxasync_rapports; select 1 from ${name} limit 1`);
      await expect(sql(`set role fluxasync_rapports; delete from ${name}`)).rejects.toThrow(/permission denied/);
    }
  });

  it('index every column that joins inside a schema', async () => {
    const bare = await sql<{ name: string }>(`
      select c.conrelid::regclass || '.' || a.attname as name
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_upper(c.conkey, 1)]
      where c.contype = 'f' and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = any(c.conkey))
      order by 1`);
    expect(bare).toEqual([]);
  });
});
