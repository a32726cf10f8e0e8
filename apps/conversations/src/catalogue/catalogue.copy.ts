import { Injectable } from '@nestjs/common';
import { fold, type ProductFacts, type Received } from '#contracts';
import { Database } from '#database';
import { wordsOf } from '../assistant/offline/normalise.js';
import { ProductIndex } from './product-index.js';

/** The catalogue as the assistant searches it. Product facts come whole, so the newest replaces what was known. */
@Injectable()
export class CatalogueCopy {
  constructor(
    private readonly db: Database,
    private readonly index: ProductIndex,
  ) {}

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
    await this.index.keep(
      products
        .filter(({ event }) => taken.get(event.productId))
        .map(({ event, meta }) => ({
          productId: event.productId,
          sellerId: meta.sellerId!,
          names: searchText(event),
          active: event.active,
        })),
    );
  }

  /** @returns the products that were news, and whether they are found by other words now: most news are of stock alone */
  private async keepProducts(products: Received<ProductFacts>[]): Promise<Map<string, boolean>> {
    const column = (pick: (one: Received<ProductFacts>) => unknown) => products.map(pick);
    const rows = await this.db.rows<{ id_produit: string; renomme: boolean }>(
      `with avant as (select id_produit, recherche, actif from produits_copie where id_produit = any($1::uuid[]))
       insert into produits_copie as t (id_produit, id_utilisateur, version, nom_produit, recherche, prix_unitaire, disponible, a_variantes, actif, reference, prix_plancher, alias, photos)
       select i, u, v, n, r, p, d, a, o, f, b, array(select jsonb_array_elements_text(l)), array(select jsonb_array_elements_text(h)::uuid)
         from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::bigint[], $7::int[], $8::boolean[], $9::boolean[], $10::text[], $11::bigint[], $12::jsonb[], $13::jsonb[])
              t(i, u, v, n, r, p, d, a, o, f, b, l, h)
       on conflict (id_produit) do update set version = excluded.version, nom_produit = excluded.nom_produit, recherche = excluded.recherche,
         prix_unitaire = excluded.prix_unitaire, disponible = excluded.disponible, a_variantes = excluded.a_variantes, actif = excluded.actif, reference = excluded.reference,
         prix_plancher = excluded.prix_plancher, alias = excluded.alias, photos = excluded.photos
         where t.version < excluded.version and t.id_utilisateur = excluded.id_utilisateur
       returning t.id_produit, not exists (select from avant a where a.id_produit = t.id_produit and a.recherche = t.recherche and a.actif = t.actif) as renomme`,
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
        column(({ event }) => event.floorPrice ?? null),
        column(({ event }) => JSON.stringify(event.aliases)),
        column(({ event }) => JSON.stringify(event.photos ?? [])),
      ],
    );
    return new Map(rows.map((row) => [row.id_produit, row.renomme]));
  }

  private async keepVariants(products: Received<ProductFacts>[]): Promise<void> {
    if (products.length === 0) return;
    await this.db.run('delete from variantes_copie where id_produit = any($1::uuid[])', [
      products.map(({ event }) => event.productId),
    ]);
    const rows = products.flatMap(({ event, meta }) => event.variants.map((variant, rank) => ({ event, meta, variant, rank })));
    await this.db.run(
      `insert into variantes_copie (id_variante, id_produit, id_utilisateur, rang, taille, couleur, prix_unitaire, disponible, actif, reference, prix_plancher)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::bigint[], $8::int[], $9::boolean[], $10::text[], $11::bigint[])`,
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
        rows.map((r) => r.variant.floorPrice ?? null),
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
