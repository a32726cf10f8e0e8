import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everybody of one telephone number, whosesoever customer he is: he may write to the platform, which knows no shop of his. */
export class PeopleByNumber1766000000042 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create index identites_par_numero on identites_prospect (valeur) where type_identite <> 'bsuid'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index identites_par_numero');
  }
}
