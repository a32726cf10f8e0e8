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

/** Articles on sale by the seller's own references, folded. */
@Injectable()
export class Articles {
  constructor(private readonly db: Database) {}

  async byReference(sellerId: string, references: string[]): Promise<Map<string, Article>> {
    if (references.length === 0) return new Map();
    const rows = await this.db.rows<Row>(
      `select v.reference, p.id_produit, v.id_variante, p.nom_produit, v.taille, v.couleur, v.prix_unitaire::float8 as prix, v.disponible, false as a_choisir
         from variantes_copie v join produits_copie p using (id_produit)
        where v.id_utilisateur = $1 and v.reference = any($2::text[]) and v.actif and p.actif
       union all
       select p.reference, p.id_produit, null, p.nom_produit, null, null, p.prix_unitaire::float8, p.disponible, p.a_variantes
         from produits_copie p where p.id_utilisateur = $1 and p.reference = any($2::text[]) and p.actif`,
      [sellerId, references],
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
