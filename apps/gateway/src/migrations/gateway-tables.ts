import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, serviceTables } from '#database';

/** The webhook log, the routing table and the idempotency keys. */
export class GatewayTables1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(serviceTables('gateway'));
    await runner.query(`
      create table journal_webhooks (
        id_webhook uuid primary key,
        id_utilisateur uuid,
        origine text not null check (origine in ('whatsapp', 'gmail')),
        type text not null,
        champ text not null,
        phone_number_id text not null,
        business_account_id text not null,
        cle_doublon text not null,
        contenu json not null,
        contact json,
        correlation_id text not null,
        date_reception timestamptz not null,
        constraint journal_webhooks_sans_doublon unique (origine, cle_doublon)
      );
      create index journal_webhooks_par_date on journal_webhooks using brin (date_reception);

      create table routes_numeros (
        id_compte_whatsapp uuid primary key,
        phone_number_id text not null,
        id_utilisateur uuid not null,
        version int not null,
        actif boolean not null,
        depuis timestamptz not null
      );
      create index routes_numeros_actifs on routes_numeros (phone_number_id, depuis desc) where actif;

      create table cles_idempotence (
        id_utilisateur uuid not null,
        cle text not null,
        empreinte_demande bytea not null,
        code_http int,
        reponse json,
        date_creation timestamptz not null default now(),
        primary key (id_utilisateur, cle),
        check ((code_http is null) = (reponse is null))
      );
      create index cles_idempotence_par_date on cles_idempotence (date_creation);
    `);
    for (const table of ['journal_webhooks', 'routes_numeros', 'cles_idempotence']) await runner.query(protect('gateway', table));
  }

  async down(): Promise<void> {
    throw new Error('the first tables are not undone: drop the schema instead');
  }
}
