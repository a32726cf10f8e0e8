import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { searchTerms } from './search-terms.js';

/** A person as he can be looked for. */
export interface Findable {
  prospectId: string;
  sellerId: string;
  name?: string | null;
  phone?: string | null;
}

/** Keeps what prospects are found by. */
@Injectable()
export class SearchIndex {
  constructor(private readonly db: Database) {}

  /** What is known of these people now can be looked for; what was known before still can. */
  async add(people: Findable[]): Promise<void> {
    const terms = people
      .flatMap((person) => searchTerms(person).map((term) => ({ ...person, ...term })))
      // Sorted: replicas that learn of the same people must not wait for each other crosswise.
      .sort((a, b) => compare(a.sellerId, b.sellerId) || compare(a.term, b.term) || compare(a.prospectId, b.prospectId));
    if (terms.length === 0) return;
    await this.db.run(
      `insert into termes_prospect (id_utilisateur, terme, sorte, id_prospect)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) on conflict do nothing`,
      [terms.map((t) => t.sellerId), terms.map((t) => t.term), terms.map((t) => t.kind), terms.map((t) => t.prospectId)],
    );
  }

  /** He is looked for by this name and no other. */
  async rename(person: Findable & { name: string }): Promise<void> {
    await this.db.run(`delete from termes_prospect where id_prospect = $1 and id_utilisateur = $2 and sorte = 'nom'`, [
      person.prospectId,
      person.sellerId,
    ]);
    await this.add([{ ...person, phone: null }]);
  }

  /** Who was found as the other is found as this one. */
  async merge(prospectId: string, otherId: string, sellerId: string): Promise<void> {
    await this.db.run(
      `insert into termes_prospect (id_utilisateur, terme, sorte, id_prospect)
       select id_utilisateur, terme, sorte, $1 from termes_prospect where id_prospect = $2 and id_utilisateur = $3 on conflict do nothing`,
      [prospectId, otherId, sellerId],
    );
    await this.forget(otherId, sellerId);
  }

  async forget(prospectId: string, sellerId: string): Promise<void> {
    await this.db.run('delete from termes_prospect where id_prospect = $1 and id_utilisateur = $2', [prospectId, sellerId]);
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
