import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { productWords } from './product-words.js';
import type { Candidate } from './rank-products.js';

/** One asked word (its place) with a word of the catalogue that it may mean. */
export interface Meaning {
  asked: number;
  word: string;
  /** 0 to 1. */
  weight: number;
}

/** A product with what its words weigh together. */
interface Rated extends Candidate {
  weight: number;
}

/** A word of more products than this tells them apart only together with others. */
const COMMON = 200;
/** Those with most of the rare words; the common ones decide among them. */
const SHORT_LIST = 200;
/** Ranked by their names in the end. */
const CANDIDATES = 40;

/**
 * SQL: the product of `from`, when it is on sale. Each look-up here is made one of the index by a LIMIT of its own: the planner knows nothing of a
 * catalogue that has just been imported, and would read all of it.
 */
const PRODUCT = (from: string) => `cross join lateral (
  select id_produit as "productId", recherche as names, disponible as available from produits_copie p
  where p.id_produit = ${from}.id_produit and p.id_utilisateur = $1 and p.actif limit 1) p`;

/** SQL: a list of which the planner does not see how long it is. It would make a plan for each length, and that costs as much as the reading. */
const GIVEN = (parameter: string) => `(select ${parameter})`;

/** Chooses the few products worth ranking from the words that were asked for. */
@Injectable()
export class CandidateProducts {
  constructor(private readonly db: Database) {}

  /** Within the caller's transaction; each query's meanings for themselves. */
  async having(sellerId: string, queries: readonly Meaning[][]): Promise<Candidate[][]> {
    const found: Candidate[][] = [];
    for (const meanings of queries) found.push(meanings.length > 0 ? await this.ofWords(sellerId, meanings) : []);
    return found;
  }

  private async ofWords(sellerId: string, meanings: Meaning[]): Promise<Candidate[]> {
    const { counts, found } = await this.ofRareWords(sellerId, meanings);
    const countOf = ({ word }: Meaning) => counts[word]!;
    if (found.length > 0)
      return withMost(
        found,
        meanings.filter((one) => countOf(one) > COMMON),
      );
    const used = meanings.filter((one) => countOf(one) > 0);
    const onlyCommon = used.length > 0 && used.every((one) => countOf(one) > COMMON);
    return onlyCommon ? this.ofCommonWords(sellerId, used) : [];
  }

  /** How many products have each word, counted to where it is common; and those that have a rare one, most of what was asked for first. */
  private async ofRareWords(sellerId: string, meanings: Meaning[]): Promise<{ counts: Record<string, number>; found: Rated[] }> {
    const [row] = await this.db.rows<{ counts: Record<string, number>; found: Rated[] }>(
      `with dits as materialized (
         select s.*, (select count(*) from (select from mots_produit m where m.id_utilisateur = $1 and m.mot = s.mot limit ${COMMON + 1}) c) as produits
           from unnest(${GIVEN('$2::int[]')}, ${GIVEN('$3::text[]')}, ${GIVEN('$4::float8[]')}) s(a, mot, poids)
       ), rares as (
         select id_produit, sum(poids) as poids from (
           select m.id_produit, s.a, max(s.poids) as poids
           from dits s cross join lateral (select id_produit from mots_produit m where m.id_utilisateur = $1 and m.mot = s.mot limit ${COMMON}) m
           where s.produits <= ${COMMON}
           group by 1, 2) par_mot
         group by 1 order by 2 desc, 1 desc limit ${SHORT_LIST}
       )
       select (select jsonb_object_agg(mot, produits) from dits) as counts,
              (select coalesce(json_agg(json_build_object('productId', p."productId", 'names', p.names, 'available', p.available, 'weight', r.poids)), '[]')
                 from rares r ${PRODUCT('r')}) as found`,
      [sellerId, meanings.map((one) => one.asked), meanings.map((one) => one.word), meanings.map((one) => one.weight)],
    );
    return row!;
  }

  /** Products that have a meaning of every word, else the newest that have one of the first. */
  private async ofCommonWords(sellerId: string, common: Meaning[]): Promise<Candidate[]> {
    const asked = [...new Set(common.map((one) => one.asked))];
    const wordsOf = (place: number) => common.filter((one) => one.asked === place).map(({ word }) => word);
    const [first, ...others] = asked.map(wordsOf);
    const all = await this.newest(sellerId, first!, others);
    return all.length > 0 || others.length === 0 ? all : this.newest(sellerId, first!, []);
  }

  private newest(sellerId: string, words: string[], others: string[][]): Promise<Candidate[]> {
    const having = others.map(
      (_, at) =>
        `cross join lateral (
           select from mots_produit x where x.id_utilisateur = $1 and x.mot = any($${at + 3}::text[]) and x.id_produit = m.id_produit limit 1) x${at}`,
    );
    return this.db.rows<Candidate>(
      `select p.* from unnest($2::text[]) s(mot)
         cross join lateral (
           select m.id_produit from mots_produit m ${having.join(' ')} where m.id_utilisateur = $1 and m.mot = s.mot
           order by m.id_produit desc limit ${CANDIDATES}) m
         ${PRODUCT('m')}
       order by 1 desc limit ${CANDIDATES}`,
      [sellerId, words, ...others],
    );
  }
}

/** Those that have most of what was asked for. A product's names say which common words it has: to look each of them up for each product cost most of a search. */
function withMost(found: Rated[], common: Meaning[]): Rated[] {
  if (found.length <= CANDIDATES) return found;
  return found
    .map((one) => {
      const words = new Set(productWords(one.names));
      return { ...one, weight: common.reduce((sum, { word, weight }) => (words.has(word) ? sum + weight : sum), one.weight) };
    })
    .sort((a, b) => b.weight - a.weight || (a.productId > b.productId ? -1 : 1))
    .slice(0, CANDIDATES);
}
