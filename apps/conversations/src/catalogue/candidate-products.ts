import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { Candidate } from './rank-products.js';

/** One asked word (its place) with a word of the catalogue that it may mean. */
export interface Meaning {
  asked: number;
  word: string;
  /** 0 to 1. */
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
    const found = await this.ofRareWords(sellerId, meanings);
    if (found.length > 0) return found;
    const counts = await this.counts(sellerId, meanings);
    const used = meanings.filter(({ word }) => counts.get(word)! > 0);
    const onlyCommon = used.length > 0 && used.every(({ word }) => counts.get(word)! > COMMON);
    return onlyCommon ? this.ofCommonWords(sellerId, used) : [];
  }

  /** How many products have each word, counted to where it is common. */
  private async counts(sellerId: string, meanings: Meaning[]): Promise<Map<string, number>> {
    if (meanings.length === 0) return new Map();
    const rows = await this.db.rows<{ mot: string; n: number }>(
      `select mot, (select count(*)::int from (
         select from mots_produit m where m.id_utilisateur = $1 and m.mot = dit.mot limit ${COMMON + 1}) c) as n from unnest($2::text[]) dit(mot)`,
      [sellerId, [...new Set(meanings.map(({ word }) => word))]],
    );
    return new Map(rows.map(({ mot, n }) => [mot, n]));
  }

  /** Products that have a rare word, those with most of what was asked for; none when every word is common. */
  private ofRareWords(sellerId: string, meanings: Meaning[]): Promise<Candidate[]> {
    return this.db.rows<Candidate>(
      `with dits as materialized (
         select s.*, (select count(*) from (select from mots_produit m where m.id_utilisateur = $1 and m.mot = s.mot limit ${COMMON + 1}) c) as produits
           from unnest($2::int[], $3::text[], $4::float8[]) s(a, mot, poids)
       ), rares as (
         select id_produit, sum(poids) as poids from (
           select m.id_produit, s.a, max(s.poids) as poids
           from dits s cross join lateral (select id_produit from mots_produit m where m.id_utilisateur = $1 and m.mot = s.mot limit ${COMMON}) m
           where s.produits <= ${COMMON}
           group by 1, 2) par_mot
         group by 1 order by 2 desc, 1 desc limit ${SHORT_LIST}
       )
       select p.* from rares r ${PRODUCT('r')}
       order by r.poids + (
         select coalesce(sum(s.poids), 0) from dits s
           cross join lateral (
             select from mots_produit m where m.id_utilisateur = $1 and m.mot = s.mot and m.id_produit = r.id_produit limit 1) x
          where s.produits > ${COMMON}) desc, 1 desc
       limit ${CANDIDATES}`,
      [sellerId, meanings.map((one) => one.asked), meanings.map((one) => one.word), meanings.map((one) => one.weight)],
    );
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
