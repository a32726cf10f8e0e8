import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/** What a turn needs beside the words: when the shop is open, what the AI has used up today, and what voice notes say. */
export class TurnTables1766000000070 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- When the shop is open, week by week; nobody said so far.
      alter table vendeurs_copie add column creneaux jsonb;

      -- What the AI used for a seller in one of his days, for his daily budget.
      create table consommation_ia (
        id_utilisateur uuid not null,
        jour date not null,
        jetons bigint not null default 0,
        cout_fcfa double precision not null default 0,
        -- When he was told that the day's budget is spent.
        averti_le timestamptz,
        primary key (id_utilisateur, jour)
      );
      ${protect('conversations', 'consommation_ia')}

      -- A voice note is written down once; or nobody could, which is not tried again.
      alter table messages add column transcription text check (transcription in ('faite', 'impossible'));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table messages drop column transcription;
      drop table consommation_ia;
      alter table vendeurs_copie drop column creneaux;
    `);
  }
}
