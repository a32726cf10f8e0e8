import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Worker } from '#bus';
import { Database } from '#database';
import { MergeProspectsInto } from './merge-prospects.js';

interface Proof {
  id_prospect: string;
  id_autre: string;
  id_utilisateur: string;
}

const AT_ONCE = 20;

/** Makes one of two prospects that a message of WhatsApp's named together: who was known by his number here and by his user id there. */
@Injectable()
export class JoinProvenWorker {
  constructor(
    private readonly db: Database,
    private readonly merging: MergeProspectsInto,
  ) {}

  @Worker({ name: 'rapprochements', idleMs: 2_000 })
  async join(): Promise<number> {
    const proofs = await this.db.asWorker(() =>
      this.db.rows<Proof>(
        `select id_prospect, id_autre, id_utilisateur from preuves_identite order by date_preuve limit ${AT_ONCE}`,
      ),
    );
    for (const proof of proofs) await this.joinTwo(proof);
    return proofs.length;
  }

  /** The proof goes with the one who goes. One of them may be gone or forgotten by now. */
  private async joinTwo({ id_prospect: prospectId, id_autre: otherId, id_utilisateur: sellerId }: Proof): Promise<void> {
    try {
      await this.db.asSeller(sellerId, () => this.merging.merge(prospectId, otherId, sellerId));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.db.asSeller(sellerId, () =>
        this.db.run('delete from preuves_identite where id_prospect = $1 and id_autre = $2 and id_utilisateur = $3', [
          prospectId,
          otherId,
          sellerId,
        ]),
      );
    }
  }
}
