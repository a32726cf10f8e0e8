import { Injectable } from '@nestjs/common';
import type { EventMeta, SellerFacts, WhatsAppAccountConnectedV1, WhatsAppAccountDisconnectedV1, ZoneFee } from '#contracts';
import { Database } from '#database';

/** What a conversation needs of a seller: shop, linked numbers, delivery zones. The newest version of each fact wins. */
@Injectable()
export class SellerCopy {
  constructor(private readonly db: Database) {}

  async keepSeller(seller: SellerFacts, { sellerId, version }: EventMeta): Promise<void> {
    await this.db.run(
      `insert into vendeurs_copie as t (id_utilisateur, version, prenom, nom_boutique, horaires, fuseau_horaire, creneaux, adresse_recuperation)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id_utilisateur) do update set version = excluded.version, prenom = excluded.prenom, nom_boutique = excluded.nom_boutique,
         horaires = excluded.horaires, fuseau_horaire = excluded.fuseau_horaire, creneaux = excluded.creneaux, adresse_recuperation = excluded.adresse_recuperation
         where t.version < excluded.version`,
      [
        sellerId,
        version,
        seller.firstName,
        seller.shopName,
        seller.openingHours ?? null,
        seller.timeZone,
        seller.hours ? JSON.stringify(seller.hours) : null,
        seller.pickupAddress ?? null,
      ],
    );
  }

  /** A number linked again is sent from again. */
  async keepAccount(account: WhatsAppAccountConnectedV1, { sellerId, version }: EventMeta): Promise<void> {
    await this.db.run(
      `insert into comptes_copie as t (id_compte_whatsapp, id_utilisateur, version, phone_number_id, access_token, compte_business, statut)
       values ($1, $2, $3, $4, $5, $6, 'connecte')
       on conflict (id_compte_whatsapp) do update set version = excluded.version, phone_number_id = excluded.phone_number_id, compte_business = excluded.compte_business,
         access_token = excluded.access_token, statut = 'connecte', motif_suspension = null, explication_suspension = null, pause_jusqu_a = null, restreint_jusqu_a = null, connecte_le = now()
         where t.version < excluded.version`,
      [account.accountId, sellerId, version, account.phoneNumberId, account.sealedToken, account.businessAccountId],
    );
  }

  /** A row is written even when the link was never heard of: it may still come, late, and must not win. */
  async dropAccount(account: WhatsAppAccountDisconnectedV1, { sellerId, version }: EventMeta): Promise<void> {
    await this.db.run(
      `insert into comptes_copie as t (id_compte_whatsapp, id_utilisateur, version, phone_number_id, statut) values ($1, $2, $3, $4, 'deconnecte')
       on conflict (id_compte_whatsapp) do update set version = excluded.version, access_token = null, statut = 'deconnecte' where t.version < excluded.version`,
      [account.accountId, sellerId, version, account.phoneNumberId],
    );
  }

  async keepZones(zones: ZoneFee[], { sellerId, version }: EventMeta): Promise<void> {
    await this.db.run(
      `insert into zones_copie as t (id_utilisateur, version, zones) values ($1, $2, $3)
       on conflict (id_utilisateur) do update set version = excluded.version, zones = excluded.zones where t.version < excluded.version`,
      [sellerId, version, JSON.stringify(zones)],
    );
  }
}
