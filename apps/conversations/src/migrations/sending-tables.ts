import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, protectInternal } from '#database';

/**
 * Millionths of a US dollar for a delivered message in Meta's market « Rest of Africa », where Côte d'Ivoire (225) is, since messages are paid for one by one.
 * Sure: what answers a customer (`service`) and what an ad brought (`referral_conversion`) is free; rates change on the first day of a quarter only, as further
 * rows. Assumed, to be compared with Meta's rate card: the amounts of the template categories, that `marketing_lite` costs what `marketing` does, and the
 * international authentication what the national one does.
 */
const RATES_OF_JULY_2025: Record<string, number> = {
  marketing: 22_500,
  marketing_lite: 22_500,
  utility: 4_000,
  authentication: 4_000,
  'authentication-international': 4_000,
  service: 0,
  referral_conversion: 0,
};

const OWN = ['cadences_numero', 'cadences_client', 'couts_messages', 'envois_medias'];

/** What sending well needs: how fast each number and each customer may be written to, why a number is refused, what a message cost. */
export class SendingTables1766000000040 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table comptes_copie
        -- WhatsApp Business account of the number. Empty for a number linked before this was kept, until its next webhook tells it.
        add column compte_business text,
        add column explication_suspension text,
        add column suspensions int not null default 0,
        add column connecte_le timestamptz not null default now();
      create index comptes_du_business on comptes_copie (compte_business);

      alter table messages
        -- The failed message that this one sends once more; and the one that it quotes.
        add column renvoi_de uuid references messages,
        add column repond_a uuid references messages;
      create unique index un_renvoi_par_echec on messages (renvoi_de) where renvoi_de is not null;
      create index citations on messages (repond_a) where repond_a is not null;

      -- Until when the sends of a number are spoken for; less than its full rate after WhatsApp said that it was too much.
      create table cadences_numero (
        id_compte_whatsapp uuid primary key references comptes_copie,
        id_utilisateur uuid not null,
        creneau timestamptz not null,
        lot int not null,
        debit float8 not null,
        ralenti_le timestamptz
      );

      -- The same for one customer: by the id of the prospect, so that no telephone number is kept here. No foreign key: its lock on the prospect and the claim's on
      -- the message would be taken in the other order by whoever erases him.
      create table cadences_client (
        phone_number_id text not null,
        personne uuid not null,
        id_utilisateur uuid not null,
        creneau timestamptz not null,
        primary key (phone_number_id, personne)
      );

      -- What WhatsApp takes for a message, from a day on, by market and category.
      create table tarifs_whatsapp (
        marche text not null,
        categorie text not null,
        valable_des date not null,
        micro_usd bigint not null check (micro_usd >= 0),
        primary key (marche, categorie, valable_des)
      );
      insert into tarifs_whatsapp (marche, categorie, valable_des, micro_usd) values
        ${Object.entries(RATES_OF_JULY_2025)
          .map(([category, microUsd]) => `('Rest of Africa', '${category}', '2025-07-01', ${microUsd})`)
          .join(', ')};

      -- What WhatsApp said of the price of each message that it took, by a digest of its id: the id holds the customer's number. Counted once, when it arrived.
      create table couts_messages (
        empreinte_wamid text primary key,
        id_message uuid not null references messages,
        id_utilisateur uuid not null,
        categorie text,
        tarif text,
        facturable boolean,
        -- Until when the free window of an ad lasts, where WhatsApp told it.
        fenetre_gratuite_fin timestamptz,
        distribue_le timestamptz,
        cout_fcfa float8,
        compte_le timestamptz
      );
      create index couts_du_message on couts_messages (id_message);

      -- Files that WhatsApp holds for us, under its own ids, so that one that is sent again is not uploaded again.
      create table envois_medias (
        id_media uuid not null references medias on delete cascade,
        phone_number_id text not null,
        id_utilisateur uuid not null,
        identifiant_whatsapp text not null,
        depose_le timestamptz not null default now(),
        primary key (id_media, phone_number_id)
      );

      ${OWN.map((table) => protect('conversations', table)).join('\n')}
      ${protectInternal('conversations', 'tarifs_whatsapp')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('what messages cost is not dropped: restore a backup instead');
  }
}
