import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { productWords } from './product-words.js';
import { A_SLIP_AWAY, type Candidate } from './rank-products.js';

/** One asked word (its place) with a word of the catalogue that it may mean. */
export interface Meaning {
  asked: number;
  word: string;
  /** 0 to 1. */
  weight: number;
}

/** A word of more products than this tells them apart only together with others. */
const COMMON = 200;
/** Products that are read of common words, shared out among these: the newest of each. */
const OF_COMMON_WORDS = 6_000;
/** Those with most of the rare words; the common ones decide among them. */
const SHORT_LIST = 200;
/** Ranked by their names in the end. */
const CANDIDATES = 40;

/** SQL: a list of which the planner does not see how long it is. It would make a plan for each length, and that costs as much as the reading. */
const GIVEN = (parameter: string) => `(select ${parameter})`;

/** Chooses the few products worth ranking from the words that were asked for. */
@Injectable()
export class CandidateProducts {
  constructor(private readonly db: Database) {}

  /** Within the caller's transaction; each query's meanings for themselves. */
  async having(sellerId: string, queries: readonly Meaning[][]): Promise<Candidate[][]> {
    const found: Candidate[][] = [];
    for (const meanings of queries)
      found.push(meanings.length > 0 ? withMost(await this.ofWords(sellerId, meanings), meanings) : []);
    return found;
  }

  /**
   * Products of the rare words; where none of these is the one that was asked for, or a slip away from it, of the common words too. What only resembles a word is not looked for
   * where the word itself finds enough. Each look-up is made one of the index by a LIMIT of its own: the planner knows nothing of a catalogue that has just been imported,
   * and would read all of it.
   */
  private ofWords(sellerId: string, meanings: Meaning[]): Promise<Candidate[]> {
    return this.db.rows<Candidate>(
      `with dits as materialized (
         select s.*, (select count(*) from (select from mots_produit m where m.id_utilisateur = $1 and m.mot = s.mot limit ${COMMON + 1}) c) as produits
           from unnest(${GIVEN('$2::int[]')}, ${GIVEN('$3::text[]')}, ${GIVEN('$4::float8[]')}) s(a, mot, poids)
       ), cherches as (
         select mot, poids, produits, case when produits > ${COMMON} then ${OF_COMMON_WORDS} / count(*) over () else ${COMMON} end as lus from dits d
          where produits > 0
            and (produits <= ${COMMON} or not exists (select from dits where produits between 1 and ${COMMON} and poids >= ${A_SLIP_AWAY}))
            and (poids >= ${A_SLIP_AWAY} or not exists (select from dits sur where sur.a = d.a and sur.poids >= ${A_SLIP_AWAY} and sur.produits >= ${CANDIDATES}))
       ), trouves as (
         select m.id_produit
           from cherches c cross join lateral (
             select id_produit from mots_produit m where m.id_utilisateur = $1 and m.mot = c.mot order by id_produit desc limit c.lus) m
          group by 1 order by sum(c.poids) desc, 1 desc
          limit (select case when max(produits) > ${COMMON} then ${CANDIDATES} else ${SHORT_LIST} end from cherches)
       )
       select p.* from trouves t cross join lateral (
         select id_produit as "productId", recherche as names, disponible as available from produits_copie p
          where p.id_produit = t.id_produit and p.id_utilisateur = $1 and p.actif limit 1) p`,
      [sellerId, meanings.map((one) => one.asked), meanings.map((one) => one.word), meanings.map((one) => one.weight)],
    );
  }
}

/** Those that have most of what was asked for. A product's names say which words it has: to look each of them up for each product cost most of a search. */
function withMost(found: Candidate[], meanings: Meaning[]): Candidate[] {
  if (found.length <= CANDIDATES) return found;
  return found
    .map((one) => ({ one, weight: weightOf(one, meanings) }))
    .sort((a, b) => b.weight - a.weight || (a.one.productId > b.one.productId ? -1 : 1))
    .slice(0, CANDIDATES)
    .map(({ one }) => one);
}

function weightOf({ names }: Candidate, meanings: Meaning[]): number {
  const words = new Set(productWords(names));
  const best: number[] = [];
  for (const { asked, word, weight } of meanings) if (words.has(word)) best[asked] = Math.max(best[asked] ?? 0, weight);
  return best.reduce((sum, weight) => sum + weight, 0);
}
