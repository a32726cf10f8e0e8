import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions end when their member is demoted, too. */
export class SessionsOfTheTeam1766000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sessions
        drop constraint sessions_motif_fin_check,
        add constraint sessions_motif_fin_check check (motif_fin in ('deconnexion', 'jeton_reutilise', 'fermee', 'mot_de_passe', 'equipe'))`);
  }

  async down(): Promise<void> {
    throw new Error('a reason that was given cannot be taken back: restore a copy from before instead');
  }
}
