import { Injectable } from '@nestjs/common';
import { fold, type ProductFacts, type Received } from '#contracts';
import { Database } from '#database';
import { wordsOf } from '../assistant/offline/normalise.js';

/** The catalogue as the assistant searches it. Product facts come whole, so the newest replaces what was known. */
@Injectable()
export class CatalogueCopy {
  constructor(private readonly db: Database) {}

  async keep(batch: Received<ProductFacts>[]): Promise<void> {
    const newest = new Map<string, Received<ProductFacts>>();
    for (const one of batch) {
      const known = newest.get(one.event.productId);
      if (!known || known.meta.version < one.meta.version) newest.set(one.event.productId, one);
    }
    // Sorted: replicas that copy overlapping products must lock them in one order.
    const products = [...newest.values()].sort((a, b) => (a.event.productId < b.event.productId ? -1 : 1));
    const taken = await this.keepProducts(products);
    await this.keepVariants(products.filter(({ event }) => taken.has(event.productId)));
  }

  /** @returns ids of the products that were news */
  private async keepProducts(products: Received<ProductFacts>[]): Promise<Set<string>> {
    const column = (pick: (one: Received<ProductFacts>) => unknown) => products.map(pick);
    const rows = await this.db.rows<{ id_produit: string }>(
      `insert into produits_copie as t (id_produit, id_utilisateur, version, nom_produit, recherche, prix_unitaire, disponible, a_variantes, actif, reference)
       select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::bigint[], $7::int[], $8::boolean[], $9::boolean[], $10::text[])
       on conflict (id_produit) do update set version = excluded.version, nom_produit = excluded.nom_produit, recherche = excluded.recherche,
         prix_unitaire = excluded.prix_unitaire, disponible = excluded.disponible, a_variantes = excluded.a_variantes, actif = excluded.actif, reference = excluded.reference
         where t.version < excluded.version and t.id_utilisateur = excluded.id_utilisateur
       returning id_produit`,
      [
        column(({ event }) => event.productId),
        column(({ meta }) => meta.sellerId),
        column(({ meta }) => meta.version),
        column(({ event }) => event.name),
        column(({ event }) => searchText(event)),
        column(({ event }) => event.unitPrice),
        column(({ event }) => event.available),
        column(({ event }) => event.variants.length > 0),
        column(({ event }) => event.active),
        column(({ event }) => referenceOf(event)),
      ],
    );
    return new Set(rows.map((row) => row.id_produit));
  }

  private async keepVariants(products: Received<ProductFacts>[]): Promise<void> {
    if (products.length === 0) return;
    await this.db.run('delete from variantes_copie where id_produit = any($1::uuid[])', [
      products.map(({ event }) => event.productId),
    ]);
    const rows = products.flatMap(({ event, meta }) => event.variants.map((variant, rank) => ({ event, meta, variant, rank })));
    await this.db.run(
      `insert into variantes_copie (id_variante, id_produit, id_utilisateur, rang, taille, couleur, prix_unitaire, disponible, actif, reference)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::bigint[], $8::int[], $9::boolean[], $10::text[])`,
      [
        rows.map((r) => r.variant.variantId),
        rows.map((r) => r.event.productId),
        rows.map((r) => r.meta.sellerId),
        rows.map((r) => r.rank),
        rows.map((r) => r.variant.size ?? null),
        rows.map((r) => r.variant.color ?? null),
        rows.map((r) => r.variant.unitPrice),
        rows.map((r) => r.variant.available),
        rows.map((r) => r.variant.active),
        rows.map((r) => referenceOf(r.variant)),
      ],
    );
  }
}

/** As a cart's references are looked up. */
const referenceOf = ({ reference }: { reference?: string }) => fold(reference ?? '') || null;

/** Name, aliases and colours as plain words, one name a line: lower case, no accents. */
export function searchText({ name, aliases, variants }: ProductFacts): string {
  const colours = [...new Set(variants.flatMap((variant) => variant.color ?? []))].join(' ');
  return [name, ...aliases, colours]
    .map((text) => wordsOf(text).join(' '))
    .filter(Boolean)
    .join('\n');
}
