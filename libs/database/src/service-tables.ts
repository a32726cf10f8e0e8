import type { ServiceName } from '#contracts';
import { protectInternal } from './tenancy.js';

/**
 * SQL of the tables that every service has besides its own: the outbox and its archive, the inbox, the dead letters, the relay's lease and state, and the
 * mark of the installation. The measurements behind their shape are in docs/adr.
 */
export function serviceTables(service: ServiceName): string {
  return `
    create table outbox (
      id bigint generated always as identity primary key,
      event_id uuid not null unique,
      subject text not null,
      key text not null,
      version bigint not null,
      id_utilisateur uuid,
      payload json not null,
      headers json not null,
      created_at timestamptz not null default now()
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
    create table outbox_sent (
      event_id uuid primary key,
      subject text not null,
      key text not null,
      version bigint not null,
      id_utilisateur uuid,
      payload json not null,
      headers json not null,
      created_at timestamptz not null,
      sent_at timestamptz not null default now(),
      stream_seq bigint not null,
      stream_created timestamptz not null
    );
    create index outbox_sent_by_seq on outbox_sent (stream_seq);
    create index outbox_sent_by_age on outbox_sent using brin (sent_at);
    create table inbox (
      event_id uuid not null,
      consumer text not null,
      outcome text not null default 'done' check (outcome in ('done', 'dead')),
      processed_at timestamptz not null default now(),
      primary key (event_id, consumer)
    );
    create index inbox_by_age on inbox using brin (processed_at);
    create table dead_letter (
      event_id uuid not null,
      consumer text not null,
      subject text not null,
      id_utilisateur uuid,
      payload text not null,
      headers json not null,
      error text not null,
      deliveries int not null,
      created_at timestamptz not null default now(),
      replay_asked_at timestamptz,
      replayed_at timestamptz,
      primary key (event_id, consumer)
    );
    create table relay_lease (name text primary key, owner uuid not null, until timestamptz not null);
    create table relay_state (stream text primary key, created timestamptz not null);
    create table installation (
      one boolean primary key default true check (one),
      system_identifier text not null,
      database_oid bigint not null,
      armed_at timestamptz not null default now()
    );
    ${protectInternal(service, 'outbox', { sellerColumn: 'id_utilisateur' })}
    ${protectInternal(service, 'outbox_sent')}
    ${protectInternal(service, 'dead_letter')}`;
}
