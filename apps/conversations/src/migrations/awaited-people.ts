import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What WhatsApp told of somebody before his first message is found again when he writes: his wishes, his new user id, what the seller had written to him. */
export class AwaitedPeople1766000000041 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Every name of the person whom it is about.
      alter table mises_a_jour_gardees add column personnes text[] not null default '{}';
      -- So that what is there is filled in also where the role that migrates owns the table and is no superuser.
      alter table mises_a_jour_gardees no force row level security;
      update mises_a_jour_gardees set personnes = array(
        select distinct nom from unnest(array[
          ltrim(contenu#>>'{event,item,to}', '+'), contenu#>>'{event,item,to_user_id}', ltrim(contenu#>>'{event,item,wa_id}', '+'), contenu#>>'{event,item,user_id}',
          ltrim(contenu#>>'{event,item,user_id_update,0,wa_id}', '+'), contenu#>>'{event,item,user_id_update,0,user_id,previous}'
        ]) nom where nom is not null and length(nom) <= 255)
       where motif = 'destinataire_inconnu';
      alter table mises_a_jour_gardees force row level security;
      create index mises_a_jour_attendues on mises_a_jour_gardees using gin (personnes) where motif = 'destinataire_inconnu';
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table mises_a_jour_gardees drop column personnes');
  }
}
