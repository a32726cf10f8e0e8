import { Injectable } from '@nestjs/common';
import type { MemberRole } from '#contracts';
import { Database } from '#database';
import { ROLE, type StoredRole } from '../team/member.entity.js';

/** A member who has a password, and its hash. */
export interface KnownMember {
  memberId: string;
  sellerId: string;
  email: string;
  role: MemberRole;
  hash: string;
}

interface Row {
  id_membre: string;
  id_utilisateur: string;
  adresse_email: string;
  role: StoredRole;
  mot_de_passe: string;
}

/** Passwords of members, hashed. Only the worker's role may read them. */
@Injectable()
export class Credentials {
  constructor(private readonly db: Database) {}

  byEmail(email: string): Promise<KnownMember | undefined> {
    return this.find('lower(m.adresse_email) = lower($1)', email);
  }

  byMember(memberId: string): Promise<KnownMember | undefined> {
    return this.find('m.id_membre = $1', memberId);
  }

  /** Makes changes of one member's password and sessions take turns, in the open transaction: before anything else, so that nobody waits for two rows crosswise. */
  async lock(memberId: string): Promise<void> {
    await this.db.rows('select from membres where id_membre = $1 for update', [memberId]);
  }

  /** True while the member's password is the one with this hash; in the open transaction. */
  async has(memberId: string, hash: string): Promise<boolean> {
    const rows = await this.db.rows('select 1 as found from identifiants_connexion where id_membre = $1 and mot_de_passe = $2', [
      memberId,
      hash,
    ]);
    return rows.length > 0;
  }

  /** Changes a password in the open transaction. @returns false when it is no longer the one with hash `from` */
  async replace(memberId: string, from: string, to: string): Promise<boolean> {
    const changed = await this.db.run(
      'update identifiants_connexion set mot_de_passe = $3, date_modification = now() where id_membre = $1 and mot_de_passe = $2',
      [memberId, from, to],
    );
    return changed > 0;
  }

  /** Sets a password, the first one or another, in the open transaction. */
  async set(memberId: string, sellerId: string, hash: string): Promise<void> {
    await this.db.run(
      `insert into identifiants_connexion (id_membre, id_utilisateur, mot_de_passe) values ($1, $2, $3)
       on conflict (id_membre) do update set mot_de_passe = excluded.mot_de_passe, date_modification = now()`,
      [memberId, sellerId, hash],
    );
  }

  private find(where: string, value: string): Promise<KnownMember | undefined> {
    return this.db.asWorker(async () => {
      const [row] = await this.db.rows<Row>(
        `select m.id_membre, m.id_utilisateur, m.adresse_email, m.role, i.mot_de_passe
         from membres m join identifiants_connexion i using (id_membre) where ${where}`,
        [value],
      );
      if (!row) return undefined;
      const { id_membre: memberId, id_utilisateur: sellerId, adresse_email: email, mot_de_passe: hash } = row;
      return { memberId, sellerId, email, role: ROLE[row.role], hash };
    });
  }
}
