import { Injectable } from '@nestjs/common';
import { type Caller, DomainError } from '#contracts';
import { Database } from '#database';

/** Lets owners through to what belongs to owners alone: the shop's profile, its linked accounts, the team, and the keys of programs. */
@Injectable()
export class OwnerGate {
  constructor(private readonly db: Database) {}

  /**
   * Makes changes of one shop's team take turns and checks that the caller is still one of its owners: an access token says what he was up to ten minutes
   * ago, and of two owners who demote each other at the same moment one has to lose. Call it first in the transaction of the change.
   * @throws DomainError ROLE_FORBIDS
   */
  async enter({ sellerId, memberId }: Caller): Promise<void> {
    // NO KEY: it lets sign-ins go on, whose new rows refer to the shop.
    await this.db.rows('select from utilisateurs_fluxasync where id_utilisateur = $1 for no key update', [sellerId]);
    const [owner] = await this.db.rows(
      `select 1 as found from membres where id_membre = $1 and id_utilisateur = $2 and role = 'proprietaire' and statut = 'actif'`,
      [memberId ?? null, sellerId],
    );
    if (!owner) throw new DomainError('ROLE_FORBIDS', 'forbidden', { needed: 'owner' });
  }
}
