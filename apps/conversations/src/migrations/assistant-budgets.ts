import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the AI may use of a seller's in a day; 0: as much as it takes. */
export class AssistantBudgets1766000000060 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table reglages_assistant
        add column jetons_par_jour int not null default 0 check (jetons_par_jour >= 0),
        add column fcfa_par_jour int not null default 0 check (fcfa_par_jour >= 0);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table reglages_assistant drop column jetons_par_jour, drop column fcfa_par_jour');
  }
}
