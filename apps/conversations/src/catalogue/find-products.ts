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

  /** Within the caller's transaction; one look at the words of all queries. @returns ids for each query, best first, at most `limit` */
  async byWords(sellerId: string, queries: readonly string[], limit: number): Promise<string[][]> {
    const asked = queries.map((query) => [...new Set(wordsOf(query))].slice(0, MOST_ASKED));
    const words = asked.map((of) => [...of, ...pairsOf(of)]);
    const meanings = await this.meanings(sellerId, [...new Set(words.flat())]);
    const meant = words.map((of) => of.flatMap((word, at) => (meanings.get(word) ?? []).map((one) => ({ ...one, asked: at }))));
    const candidates = await this.candidates.having(sellerId, meant);
    return asked.map((of, i) => rankProducts(of, candidates[i]!).slice(0, limit));
  }

  /** The words of this catalogue that the asked ones may mean, the likeliest of each. */
  private async meanings(sellerId: string, asked: string[]): Promise<Map<string, Omit<Meaning, 'asked'>[]>> {
    if (asked.length === 0) return new Map();
    const keys = asked.flatMap((word, at) => spellingsOf(word).map((key) => ({ at, key })));
    const rows = await this.db.rows<{ a: number; mots: string }>(
      `select a, string_agg(mot, ' ') as mots from (
         select a, m.mot from unnest($2::int[], $3::text[]) dit(a, mot)
           cross join lateral (select mot from mots_connus c where c.id_utilisateur = $1 and c.mot = dit.mot limit 1) m
         union
         select a, o.mot from unnest($4::int[], $5::text[]) dit(a, cle)
           cross join lateral (select mot from orthographes o where o.id_utilisateur = $1 and o.cle = dit.cle limit ${MOST_ALIKE}) o) t
       group by a`,
      [sellerId, asked.map((_, at) => at), asked, keys.map(({ at }) => at), keys.map(({ key }) => key)],
    );
    return new Map(rows.map(({ a, mots }) => [asked[a]!, likeliest(asked[a]!, mots.split(' '))]));
  }
}

/** Of these words of the catalogue those that one asked word means most likely. */
function likeliest(asked: string, words: string[]): Omit<Meaning, 'asked'>[] {
  return words
    .map((word) => ({ word, weight: fit(asked, word) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_MEANT);
}
