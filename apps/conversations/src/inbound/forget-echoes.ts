import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';

/** Days that is kept what the seller wrote on his phone to somebody who never wrote to the shop: his friends are no customers. */
const KEEP_DAYS = 90;
const AT_ONCE = 1_000;

/** Removes echoes to people who did not become customers. */
@Injectable()
export class ForgetEchoes {
  constructor(private readonly db: Database) {}

  @Worker({ name: 'menage-echos', idleMs: 600_000 })
  async sweep(): Promise<number> {
    return this.db.asWorker(() =>
      this.db.run(
        `delete from mises_a_jour_gardees where id_mise_a_jour = any(array(
           select id_mise_a_jour from mises_a_jour_gardees
            where motif = 'destinataire_inconnu' and contenu->'event'->>'kind' = 'echo' and recu_le < now() - make_interval(days => ${KEEP_DAYS})
            order by recu_le limit ${AT_ONCE}))`,
      ),
    );
  }
}
