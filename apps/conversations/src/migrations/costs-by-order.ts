import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which order a message is about, so that its cost is the order's; found in the keys of the news that were told of one before. */
export class CostsByOrder1766000000055 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table messages add column id_commande uuid;
      update messages set id_commande = split_part(split_part(cle_unique, ':', 2), '#', 1)::uuid
       where cle_unique ~ '^(confirmee|annulee|annulation-refusee):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(#|:|$)';
      create index messages_d_une_commande on messages (id_commande) where id_commande is not null`);
  }

  async down(): Promise<void> {
    throw new Error('what messages cost is not dropped: restore a backup instead');
  }
}
