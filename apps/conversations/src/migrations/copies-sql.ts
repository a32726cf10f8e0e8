import { protect } from '#database';

const COPIES = ['vendeurs_copie', 'comptes_copie', 'produits_copie', 'variantes_copie', 'zones_copie', 'commandes_copie'];

/** What other services own and the assistant must know without asking: each row carries the version of the fact it was copied from. */
export const copiesSql = `
  create table vendeurs_copie (
    id_utilisateur uuid primary key,
    version int not null,
    prenom text not null,
    nom_boutique text not null,
    horaires text,
    fuseau_horaire text not null
  );
  create table comptes_copie (
    id_compte_whatsapp uuid primary key,
    id_utilisateur uuid not null,
    version int not null,
    phone_number_id text not null,
    access_token text,
    statut text not null check (statut in ('connecte', 'deconnecte', 'suspendu')),
    motif_suspension text,
    pause_jusqu_a timestamptz
  );
  create index comptes_par_numero on comptes_copie (phone_number_id);
  create table produits_copie (
    id_produit uuid primary key,
    id_utilisateur uuid not null,
    version int not null,
    nom_produit text not null,
    recherche text not null,
    prix_unitaire bigint not null,
    disponible int not null,
    a_variantes boolean not null,
    actif boolean not null
  );
  create index produits_du_vendeur on produits_copie (id_utilisateur) where actif;
  create table variantes_copie (
    id_variante uuid primary key,
    id_produit uuid not null references produits_copie,
    id_utilisateur uuid not null,
    rang int not null,
    taille text,
    couleur text,
    prix_unitaire bigint not null,
    disponible int not null,
    actif boolean not null
  );
  create index variantes_du_produit on variantes_copie (id_produit);
  create table zones_copie (
    id_utilisateur uuid primary key,
    version int not null,
    zones jsonb not null
  );
  create table commandes_copie (
    id_commande uuid primary key,
    id_utilisateur uuid not null,
    id_prospect uuid not null,
    numero_commande text not null,
    statut_commande text not null,
    version int not null,
    livraison_prevue timestamptz,
    version_livraison int not null default 0
  );
  create index commandes_du_prospect on commandes_copie (id_prospect, id_commande desc);
  ${COPIES.map((table) => protect('conversations', table)).join('\n')}`;
