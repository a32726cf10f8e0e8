import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is paid of an order before its courier comes, at the version of the order that said so; and how long a zone takes, as customers are told. */
export class PaidOrders1766000000060 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table livraisons
        add column montant_paye bigint not null default 0 check (montant_paye >= 0),
        add column version_paiement int not null default 0;
      alter table commandes_en_attente add column version_paiement int not null default 0;
      -- A payment may come before its order too, alone or beside an edit.
      alter table modifications_commande
        alter column commande drop not null,
        alter column version drop not null,
        add column paye bigint,
        add column version_paiement int,
        add constraint quelque_chose_de_nouveau check (commande is not null or paye is not null);
      alter table frais_zones add column delai text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('deliveries are not undone: restore a backup');
  }
}
