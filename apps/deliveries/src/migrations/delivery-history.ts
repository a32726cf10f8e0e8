import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

const TABLES = ['historique_livraison', 'modifications_commande', 'prospects_effaces'];

/** Every step of a delivery, couriers who leave, orders that are edited, customers who are erased. */
export class DeliveryHistory1766000000010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Who had the parcel is kept by name too: couriers are renamed.
      create table historique_livraison (
        id_etape bigint generated always as identity primary key,
        id_livraison uuid not null references livraisons,
        id_utilisateur uuid not null,
        statut_avant text,
        statut_apres text not null,
        id_livreur uuid not null references livreurs,
        livreur text not null,
        acteur text not null,
        motif text,
        encaisse bigint,
        date_creation timestamptz not null default clock_timestamp()
      );
      create index historique_par_livraison on historique_livraison (id_livraison, id_etape);
      create index historique_par_livreur on historique_livraison (id_livreur);

      -- Newest edit of an order that is not confirmed here yet.
      create table modifications_commande (
        id_commande uuid primary key,
        id_utilisateur uuid not null,
        commande jsonb not null,
        version int not null,
        date_creation timestamptz not null default now()
      );

      create table prospects_effaces (
        id_prospect uuid primary key,
        id_utilisateur uuid not null,
        date_creation timestamptz not null default now()
      );

      alter table livraisons add column version_commande int not null default 1;
      create index livraisons_par_statut on livraisons (id_utilisateur, statut_livraison, id_livraison desc);
      create index livraisons_du_livreur on livraisons (id_utilisateur, id_livreur, id_livraison desc);
      create index livraisons_par_jour on livraisons (id_utilisateur, date_livraison_prevue);
      create index livraisons_par_prospect on livraisons (id_prospect);

      alter table commandes_en_attente add column version_commande int not null default 1;
      create index commandes_en_attente_du_vendeur on commandes_en_attente (id_utilisateur);

      -- A courier who left keeps his row for the deliveries he made; his number is free for the next.
      alter table livreurs add column date_retrait timestamptz;
      alter table livreurs drop constraint un_livreur_par_numero;
      create unique index un_livreur_par_numero on livreurs (id_utilisateur, numero_telephone_livreur) where date_retrait is null;
    `);
    await q.query(KNOWN_STEPS);
    for (const table of TABLES) await q.query(protect('deliveries', table));
  }

  async down(): Promise<void> {
    throw new Error('deliveries are not undone: restore a backup');
  }
}

/** The history of older deliveries, as far as their rows tell it: who picked up or handed over was not kept. */
export const KNOWN_STEPS = `
  insert into historique_livraison
    (id_livraison, id_utilisateur, statut_avant, statut_apres, id_livreur, livreur, acteur, motif, encaisse, date_creation)
  select d.id_livraison, d.id_utilisateur, s.avant, s.apres, d.id_livreur, l.nom_complet_livreur, s.acteur, s.motif, s.encaisse, s.quand
  from livraisons d join livreurs l using (id_livreur)
  cross join lateral (
    select null as avant, 'planifiee' as apres, 'system' as acteur, d.motif_affectation as motif, null::bigint as encaisse,
           d.date_creation as quand, 1 as rang
    union all
    select case when t.numero = d.tentatives and d.date_recuperation < t.date_creation then 'recuperee' else 'planifiee' end,
           'echec', t.acteur, t.motif, null, t.date_creation, 2
    from tentatives_livraison t where t.id_livraison = d.id_livraison
    union all
    select 'echec', 'planifiee', 'system', d.motif_affectation, null, t.date_creation, 3
    from tentatives_livraison t
    where t.id_livraison = d.id_livraison
      and (t.numero < d.tentatives or d.statut_livraison in ('planifiee', 'recuperee') or d.date_recuperation > t.date_creation)
    union all
    select 'planifiee', 'recuperee', 'inconnu', null, null, d.date_recuperation, 4 where d.date_recuperation is not null
    union all
    select case when d.date_recuperation is null then 'planifiee' else 'recuperee' end, 'livree', 'inconnu', null, d.montant_encaisse,
           d.date_remise, 5
    where d.statut_livraison = 'livree'
    union all
    select case when d.date_recuperation is null then 'planifiee' else 'recuperee' end, 'annulee', 'inconnu', a.motif, null, a.date_creation, 6
    from annulations a where d.statut_livraison = 'annulee' and a.id_commande = d.id_commande
  ) s
  where s.quand is not null
  order by d.id_livraison, s.quand, s.rang`;
