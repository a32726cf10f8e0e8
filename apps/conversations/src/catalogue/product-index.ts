import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { productWords } from './product-words.js';
import { spellingsOf } from './spellings.js';

/** A product as it is to be found; one that is not on sale is found by nothing. */
export interface IndexedProduct {
  productId: string;
  sellerId: string;
  /** Its names as `searchText` writes them. */
  names: string;
  active: boolean;
}

/** Keeps the words products are found by, and the ways each word may be misspelt. */
@Injectable()
export class ProductIndex {
  constructor(private readonly db: Database) {}

  /** These products are found by their present names and no others. */
  async keep(products: IndexedProduct[]): Promise<void> {
    if (products.length === 0) return;
    await this.db.run('delete from mots_produit where id_produit = any($1::uuid[])', [products.map((one) => one.productId)]);
    const words = products
      .filter(({ active }) => active)
      .flatMap(({ productId, sellerId, names }) => productWords(names).map((word) => ({ productId, sellerId, word })));
    if (words.length === 0) return;
    await this.db.run(
      `insert into mots_produit (id_utilisateur, mot, id_produit) select * from unnest($1::uuid[], $2::text[], $3::uuid[]) on conflict do nothing`,
      [words.map((w) => w.sellerId), words.map((w) => w.word), words.map((w) => w.productId)],
    );
    await this.learn(words);
  }

  /** A seller's words are spelt out once; a word that no product has any more is kept, and finds nothing. */
  private async learn(words: { sellerId: string; word: string }[]): Promise<void> {
    const distinct = [...new Map(words.map((w) => [`${w.sellerId} ${w.word}`, w])).values()];
    const fresh = await this.db.rows<{ id_utilisateur: string; mot: string }>(
      `insert into mots_connus (id_utilisateur, mot) select u, m from unnest($1::uuid[], $2::text[]) t(u, m) order by u, m
       on conflict do nothing returning id_utilisateur, mot`,
      [distinct.map((w) => w.sellerId), distinct.map((w) => w.word)],
    );
    const keys = fresh.flatMap(({ id_utilisateur, mot }) =>
      spellingsOf(mot).map((key) => ({ seller: id_utilisateur, key, mot })),
    );
    if (keys.length === 0) return;
    await this.db.run(
      `insert into orthographes (id_utilisateur, cle, mot) select * from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing`,
      [keys.map((k) => k.seller), keys.map((k) => k.key), keys.map((k) => k.mot)],
    );
  }
}
