import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { Offer } from '../assistant/assistant.js';

/** What a reference names: one offer, or a product of which a size or colour has to be chosen yet. */
export type Article = { reference: string; productName: string } & ({ offer: Offer } | { productId: string });

interface Row {
  reference: string;
  id_produit: string;
  id_variante: string | null;
  nom_produit: string;
  taille: string | null;
  couleur: string | null;
  prix: number;
  disponible: number;
  a_choisir: boolean;
}

/** An id of ours as `fold` leaves it. */
const FOLDED_ID = /^[0-9a-f]{8}( [0-9a-f]{4}){3} [0-9a-f]{12}$/;

/**
 * Articles on sale by what a WhatsApp catalogue calls them, folded: the seller's own reference, or the id that we gave the product or the size or colour where he
 * listed it under that. His own reference goes first.
 */
@Injectable()
export class Articles {
  constructor(private readonly db: Database) {}

  async byReference(sellerId: string, references: string[]): Promise<Map<string, Article>> {
    if (references.length === 0) return new Map();
    const rows = await this.db.rows<Row>(
      `select translate(v.id_variante::text, '-', ' ') as reference, p.id_produit, v.id_variante, p.nom_produit, v.taille, v.couleur, v.prix_unitaire::float8 as prix,
              v.disponible, false as a_choisir, 1 as rang
         from variantes_copie v join produits_copie p using (id_produit)
        where v.id_utilisateur = $1 and v.id_variante = any($3::uuid[]) and v.actif and p.actif
       union all
       select translate(p.id_produit::text, '-', ' '), p.id_produit, null, p.nom_produit, null, null, p.prix_unitaire::float8, p.disponible, p.a_variantes, 2
         from produits_copie p where p.id_utilisateur = $1 and p.id_produit = any($3::uuid[]) and p.actif
       union all
       select v.reference, p.id_produit, v.id_variante, p.nom_produit, v.taille, v.couleur, v.prix_unitaire::float8 as prix, v.disponible, false, 3
         from variantes_copie v join produits_copie p using (id_produit)
        where v.id_utilisateur = $1 and v.reference = any($2::text[]) and v.actif and p.actif
       union all
       select p.reference, p.id_produit, null, p.nom_produit, null, null, p.prix_unitaire::float8, p.disponible, p.a_variantes, 4
         from produits_copie p where p.id_utilisateur = $1 and p.reference = any($2::text[]) and p.actif
        order by rang`,
      [sellerId, references, references.filter((one) => FOLDED_ID.test(one)).map((one) => one.replaceAll(' ', '-'))],
    );
    return new Map(rows.map((row) => [row.reference, article(row)]));
  }
}

function article(row: Row): Article {
  const about = { reference: row.reference, productName: row.nom_produit };
  if (row.a_choisir) return { ...about, productId: row.id_produit };
  return {
    ...about,
    offer: {
      productId: row.id_produit,
      ...(row.id_variante ? { variantId: row.id_variante } : {}),
      productName: row.nom_produit,
      ...(row.taille ? { size: row.taille } : {}),
      ...(row.couleur ? { color: row.couleur } : {}),
      unitPrice: row.prix,
      available: row.disponible,
    },
  };
}
