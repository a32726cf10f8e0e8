import { Injectable } from '@nestjs/common';
import { Database } from '#database';

/** That a linked account has (or no longer has) a business number. */
export interface NumberRoute {
  accountId: string;
  phoneNumberId: string;
  sellerId: string;
  version: number;
  active: boolean;
  since: Date;
}

/**
 * Whose a business number is. One row for each linked account, never removed: what is learned late about an account (its version is lower) changes nothing, so
 * events may come in any order.
 */
@Injectable()
export class NumberRoutes {
  constructor(private readonly db: Database) {}

  /** Takes what is newer than what is known, in the open transaction. */
  async learn(routes: NumberRoute[]): Promise<void> {
    await this.db.run(
      `insert into routes_numeros as r (id_compte_whatsapp, phone_number_id, id_utilisateur, version, actif, depuis)
       select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::boolean[], $6::timestamptz[])
       on conflict (id_compte_whatsapp) do update set phone_number_id = excluded.phone_number_id, id_utilisateur = excluded.id_utilisateur,
         version = excluded.version, actif = excluded.actif, depuis = excluded.depuis
       where r.version < excluded.version`,
      [
        routes.map((r) => r.accountId),
        routes.map((r) => r.phoneNumberId),
        routes.map((r) => r.sellerId),
        routes.map((r) => r.version),
        routes.map((r) => r.active),
        routes.map((r) => r.since),
      ],
    );
  }
}
