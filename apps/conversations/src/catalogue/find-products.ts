import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { wordsOf } from '../assistant/offline/normalise.js';
import { CandidateProducts, type Meaning } from './candidate-products.js';
import { fit, pairsOf, rankProducts } from './rank-products.js';
import { spellingsOf } from './spellings.js';

/** More words than that name no product. */
const MOST_ASKED = 12;
/** Words of the catalogue that one asked word may mean. */
const MOST_MEANT = 5;
/** Words of the catalogue with one key in common that are looked at. */
const MOST_ALIKE = 100;

/**
 * Finds products by words as customers write them: no accents, slips of the finger, words run together. What is read grows with the words
 * that were asked for, not with the catalogue (docs/adr/0020).
 */
@Injectable()
export class FindProducts {
  constructor(
    private readonly db: Database,
    private readonly candidates: CandidateProducts,
  ) {}

  /** Within the caller's transaction. @returns ids, best first, at most `limit` */
  async byWords(sellerId: string, query: string, limit: number): Promise<string[]> {
    const asked = [...new Set(wordsOf(query))].slice(0, MOST_ASKED);
    const meanings = await this.meanings(sellerId, [...asked, ...pairsOf(asked)]);
    if (meanings.length === 0) return [];
    return rankProducts(asked, await this.candidates.having(sellerId, meanings)).slice(0, limit);
  }

  /** The words of this catalogue that the asked ones may mean, the likeliest of each. */
  private async meanings(sellerId: string, asked: string[]): Promise<Meaning[]> {
    const keys = asked.flatMap((word, at) => spellingsOf(word).map((key) => ({ at, key })));
    const rows = await this.db.rows<{ a: number; mot: string }>(
      `select a, m.mot from unnest($2::int[], $3::text[]) dit(a, mot)
         cross join lateral (select mot from mots_connus c where c.id_utilisateur = $1 and c.mot = dit.mot limit 1) m
       union
       select a, o.mot from unnest($4::int[], $5::text[]) dit(a, cle)
         cross join lateral (select mot from orthographes o where o.id_utilisateur = $1 and o.cle = dit.cle limit ${MOST_ALIKE}) o`,
      [sellerId, asked.map((_, at) => at), asked, keys.map(({ at }) => at), keys.map(({ key }) => key)],
    );
    const weighed = rows.map(({ a, mot }) => ({ asked: a, word: mot, weight: fit(asked[a]!, mot) }));
    return asked.flatMap((_, at) =>
      weighed
        .filter((one) => one.asked === at && one.weight > 0)
        .sort((x, y) => y.weight - x.weight)
        .slice(0, MOST_MEANT),
    );
  }
}
