import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { Stage } from './stage.js';

const CLIENTS = 8;

/*
 * What an order costs who writes the same rows by hand: one transaction, no services, no events, no broker, no row-level security in the way (the superuser's). Into the platform's own
 * tables, with all their keys and indexes: order, line, history, stock and its book, agreement, the day's counter, delivery and its history, three notices, the receipt in the
 * conversation, the day's figures, and the journal's row for each of the seven facts that matter. `:n` is the customer, drawn from those who are seated.
 */
const STATEMENTS = [
  'begin',
  'select seller, prospect, conversation, product, variant, courier, account, order_id, delivery_id from bench.draw(:n)',
  'update orders.variantes_produit set stock_reserve = stock_reserve + 1 where id_variante = :variant',
  'update orders.produits set stock_reserve = stock_reserve + 1, version = version + 1 where id_produit = :product',
  `insert into orders.mouvements_stock (id_entree, id_utilisateur, id_produit, id_variante, id_commande, nature, variation_stock, variation_reserve, acteur)
   values (gen_random_uuid(), :seller, :product, :variant, :order_id, 'reservation', 0, 1, 'assistant')`,
  `insert into orders.compteurs_commande (id_utilisateur, jour, dernier) values (:seller, current_date, 1)
   on conflict (id_utilisateur, jour) do update set dernier = compteurs_commande.dernier + 1 returning dernier as number`,
  `insert into orders.commandes (id_commande, id_prospect, id_utilisateur, id_conversation, id_accord, numero_commande, montant_total, montant_paye, nom_client, telephone_client,
     adresse_livraison, telephone_livraison, statut_commande, version, version_livraison, date_creation, texte_recherche)
   values (:order_id, :prospect, :seller, :conversation, :order_id, 'HND-' || :number, 45000, 0, 'Aminata Traoré', '+2250598765432', 'Cocody, Angré 7ème tranche, Villa 123',
     '+2250598765432', 'en_preparation', 2, 1, now(), 'aminata traore')`,
  `insert into orders.details_commande (id_ligne, id_commande, id_produit, id_variante, id_utilisateur, designation, taille, quantite_commandee, prix_unitaire, prix_total_ligne)
   values (gen_random_uuid(), :order_id, :product, :variant, :seller, 'Nike Air Max 90', '38', 1, 45000, 45000)`,
  `insert into orders.historique_commande (id_commande, id_utilisateur, statut_avant, statut_apres, acteur)
   values (:order_id, :seller, null, 'confirmee', 'assistant'), (:order_id, :seller, 'confirmee', 'en_preparation', 'system')`,
  `insert into orders.accords (id_accord, id_utilisateur, id_commande, issue) values (:order_id, :seller, :order_id, 'confirme')`,
  `insert into deliveries.livraisons (id_livraison, id_commande, id_livreur, id_utilisateur, date_livraison_prevue, adresse_recuperation, adresse_destination, frais_livraison,
     statut_livraison, motif_affectation, reference_commande, version_commande, montant_commande, montant_paye, version_paiement, id_prospect, id_conversation, nom_destinataire,
     telephone_destinataire, colis, tentatives, version, date_creation)
   values (:delivery_id, :order_id, :courier, :seller, now() + interval '1 day', 'Abobo', 'Cocody, Angré 7ème tranche, Villa 123', 2000, 'planifiee', 'couvre Cocody', 'HND-' || :number,
     1, 45000, 0, 1, :prospect, :conversation, 'Aminata Traoré', '+2250598765432', '1x Nike Air Max 90 (38)', 0, 1, now())`,
  `insert into deliveries.historique_livraison (id_livraison, id_utilisateur, statut_apres, id_livreur, livreur, acteur) values (:delivery_id, :seller, 'planifiee', :courier, 'Mamadou', 'system')`,
  `insert into notifications.notifications (id_notification, id_utilisateur, type_notification, titre_notification, contenu_notification, canal_envoi, destinataire, role_destinataire,
     reference_element_id, type_reference, id_evenement, id_correlation, modele, parametres, boutons, etat, id_prospect, id_commande, version_element, date_envoi)
   select gen_random_uuid(), :seller, kind, 'Nouvelle commande reçue', 'Aminata Traoré a commandé 1x Nike Air Max 90 - Total: 45.000 FCFA', 'whatsapp', '+2250712345678', role, :order_id,
     'commande', gen_random_uuid(), 'bench', kind, '[]', '[]', 'envoyee', :prospect, :order_id, 1, now()
   from (values ('nouvelle_commande', 'vendeur'), ('livraison_confiee', 'livreur'), ('livraison_prevue', 'client')) n(kind, role)`,
  `insert into conversations.messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, genere_par_ia, date_creation, type_message, phone_number_id, statut_message,
     date_envoi, id_commande)
   values (gen_random_uuid(), :conversation, :seller, 'Merci Aminata ! Votre commande est confirmée', 'sortant', true, now(), 'text', 'bench', 'envoye', now(), :order_id)`,
  `insert into analytics.journaux_systeme (id, id_utilisateur, evenement, acteur, reference, version, id_correlation, date_evenement, contenu)
   select gen_random_uuid(), :seller, event, 'system', :order_id, 1, 'bench', now(), '{"total": 45000, "lines": [{"productName": "Nike Air Max 90", "quantity": 1}]}'
   from unnest(array['order.agreed', 'order.confirmed', 'stock.changed', 'delivery.planned', 'order.status-changed', 'notification.sent', 'message.sent']) event`,
  `insert into analytics.sessions_analytiques as s (id_utilisateur, date_session, commandes_creees, chiffre_affaires_genere, version) values (:seller, current_date, 1, 45000, 1)
   on conflict (id_utilisateur, date_session) do update set commandes_creees = s.commandes_creees + 1, chiffre_affaires_genere = s.chiffre_affaires_genere + 45000, version = s.version + 1`,
  'commit',
];

/** Who takes part, and where an order's ids come from. */
const SCENE = `
  create schema if not exists bench;
  drop table if exists bench.customers;
  create table bench.customers as
    select (row_number() over ())::int as n, c.id_utilisateur as seller, c.id_prospect as prospect, c.id_conversation as conversation, c.id_compte_whatsapp as account,
           (select v.id_produit from orders.variantes_produit v where v.id_utilisateur = c.id_utilisateur limit 1) as product,
           (select v.id_variante from orders.variantes_produit v where v.id_utilisateur = c.id_utilisateur limit 1) as variant,
           (select l.id_livreur from deliveries.livreurs l where l.id_utilisateur = c.id_utilisateur limit 1) as courier
    from conversations.conversations c;
  create unique index on bench.customers (n);
  create or replace function bench.draw(int) returns table (seller uuid, prospect uuid, conversation uuid, product uuid, variant uuid, courier uuid, account uuid, order_id uuid, delivery_id uuid)
    language sql as $$ select seller, prospect, conversation, product, variant, courier, account, gen_random_uuid(), gen_random_uuid() from bench.customers where n = $1 $$;
  analyze bench.customers;`;

export interface Baseline {
  readonly perSecond: number;
  /** What drove it. */
  readonly by: string;
}

/** How far it goes: for so many seconds, or until about so many orders are written. */
export type Bounds = { readonly seconds: number } | { readonly orders: number };

/** Orders of seated customers, written by hand by 8 clients: by pgbench where there is one, else by Node. The services stand still meanwhile. */
export async function ordersByHand(stage: Stage, bounds: Bounds, say: (line: string) => void): Promise<Baseline> {
  for (const member of stage.rig.members) member.pause();
  try {
    await stage.rig.sql(SCENE);
    const [row] = await stage.rig.sql<{ n: number }>('select count(*)::int as n from bench.customers');
    const version = pgbenchVersion();
    const found = version ? await byPgbench(stage, bounds, row!.n) : await byNode(stage, bounds, row!.n);
    const baseline = { perSecond: found, by: version ?? `Node, ${CLIENTS} clients` };
    say(`${baseline.by}: ${found.toFixed(0)} orders/s`);
    return baseline;
  } finally {
    for (const member of stage.rig.members) member.resume();
  }
}

function pgbenchVersion(): string | undefined {
  try {
    return execFileSync('pgbench', ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** An order by hand takes milliseconds; what takes longer than this hangs. */
const LONGEST_MS = 600_000;
const each = (orders: number) => Math.ceil(orders / CLIENTS);

async function byPgbench(stage: Stage, bounds: Bounds, customers: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'fluxasync-bench-'));
  try {
    const script = join(folder, 'order.sql');
    const ends = (sql: string) => (/^select|returning/.test(sql) || sql.includes(' returning ') ? '\\gset' : ';');
    const text = STATEMENTS.map((sql) => `${sql.replaceAll(/\s+/g, ' ')} ${ends(sql)}`.replace(' ;', ';'));
    writeFileSync(script, [`\\set n random(1, ${customers})`, ...text, ''].join('\n'));
    const { hostname, port, username, password, pathname } = new URL(stage.rig.adminUrl);
    const end = 'seconds' in bounds ? ['-T', String(bounds.seconds)] : ['-t', String(each(bounds.orders))];
    const args = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '1', ...end, '-f', script];
    const { stdout } = await promisify(execFile)(
      'pgbench',
      [...args, '-h', hostname, '-p', port, '-U', decodeURIComponent(username), decodeURIComponent(pathname.slice(1))],
      { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) }, timeout: LONGEST_MS },
    );
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (!tps) throw new Error(`pgbench said nothing of its rate:\n${stdout}`);
    return Number(tps);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function byNode(stage: Stage, bounds: Bounds, customers: number): Promise<number> {
  const began = performance.now();
  const goesOn = (written: number) =>
    'seconds' in bounds ? performance.now() < began + bounds.seconds * 1_000 : written < each(bounds.orders);
  const done = await Promise.all(Array.from({ length: CLIENTS }, () => writeOrders(stage.rig.adminUrl, customers, goesOn)));
  return done.reduce((sum, n) => sum + n, 0) / ((performance.now() - began) / 1_000);
}

async function writeOrders(url: string, customers: number, goesOn: (written: number) => boolean): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let done = 0;
  try {
    for (; goesOn(done); done += 1) {
      const values: Record<string, unknown> = { n: 1 + Math.floor(Math.random() * customers) };
      for (const [i, sql] of STATEMENTS.entries()) {
        const names: string[] = [];
        const text = sql.replaceAll(
          /(?<!:):(\w+)/g,
          (_, name: string) => `$${names.includes(name) ? names.indexOf(name) + 1 : names.push(name)}`,
        );
        const { rows } = await client.query({ name: `s${i}`, text, values: names.map((name) => values[name]) });
        Object.assign(values, rows[0]);
      }
    }
  } finally {
    await client.end();
  }
  return done;
}
