import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Bell } from './bell.js';
import type { OpenTurn } from './open-turn.js';

/** How often it is looked whether a file is here. */
const FILE_WAIT_MS = 400;

/** Lets go of turns that are not answered now: each is found again when it is due. Whoever lost the lease meanwhile changes nothing. */
@Injectable()
export class TurnLeases {
  constructor(
    private readonly db: Database,
    private readonly bell: Bell,
  ) {}

  /** Thought about again after a growing pause. */
  async tryLater(open: OpenTurn): Promise<void> {
    await this.letGo(open, `tour_prevu = now() + $4::int * interval '1 s'`, 2 ** open.attempts);
  }

  /** Thought about once what she sent is here; that is no attempt at an answer. */
  async waitForFile(open: OpenTurn): Promise<void> {
    await this.letGo(open, `essais_tour = greatest(essais_tour - 1, 0), tour_prevu = now() + interval '${FILE_WAIT_MS} ms'`);
    this.bell.turnIn(FILE_WAIT_MS);
  }

  /** A turn that is still due (she wrote again) settles and is thought about with all that is new. */
  async thinkAgain(open: OpenTurn): Promise<void> {
    await this.db.asSeller(open.sellerId, async () => {
      await this.letGo(
        open,
        `essais_tour = 0, tour_prevu = case when statut_conversation = 'ouverte' then coalesce(tour_prevu, now()) end`,
      );
      this.bell.turnSettles();
    });
  }

  private async letGo({ conversationId, sellerId, lease }: OpenTurn, change: string, ...values: unknown[]): Promise<void> {
    await this.db.asSeller(sellerId, () =>
      this.db.run(
        `update conversations set bail_tour = null, bail_tour_fin = null, ${change} where id_conversation = $1 and id_utilisateur = $2 and bail_tour = $3`,
        [conversationId, sellerId, lease, ...values],
      ),
    );
  }
}
