import {
  AddVariant,
  AdjustStock,
  ArchiveProduct,
  GetMedia,
  GetProduct,
  ImportProducts,
  invalid,
  ListProduct,
  ListProducts,
  ListStockMovements,
  ProductView,
  RemoveVariant,
  requestSpec,
  UpdateProduct,
  UpdateVariant,
} from '#contracts';
import { type Ask, asks, composes } from '../route.js';

const catalogue = { tag: 'Catalogue', scope: 'catalogue' } as const;

/** Only who keeps the files knows whether a photo is the shop's, and a picture. */
async function assertPhotos({ photos = [] }: { photos?: string[] }, ask: Ask): Promise<void> {
  const files = await Promise.all([...new Set(photos)].map((mediaId) => ask(GetMedia, { mediaId })));
  if (files.some(({ kind }) => kind !== 'image'))
    throw invalid('a photo is a picture', [{ field: 'photos', problem: 'names a file that is no picture' }]);
}

export const catalogueRoutes = [
  composes('POST /v1/products', ListProduct, ProductView, {
    ...catalogue,
    status: 201,
    says: requestSpec(ListProduct).says,
    asks: [GetMedia, ListProduct],
    compose: async (question, ask) => {
      await assertPhotos(question, ask);
      return ask(ListProduct, question);
    },
  }),
  asks('GET /v1/products', ListProducts, catalogue),
  asks('POST /v1/products/import', ImportProducts, catalogue),
  asks('GET /v1/products/:productId', GetProduct, catalogue),
  composes('PATCH /v1/products/:productId', UpdateProduct, ProductView, {
    ...catalogue,
    says: requestSpec(UpdateProduct).says,
    asks: [GetMedia, UpdateProduct],
    compose: async (question, ask) => {
      await assertPhotos(question, ask);
      return ask(UpdateProduct, question);
    },
  }),
  asks('DELETE /v1/products/:productId', ArchiveProduct, { ...catalogue, status: 204 }),
  asks('POST /v1/products/:productId/stock', AdjustStock, catalogue),
  asks('GET /v1/products/:productId/stock-movements', ListStockMovements, catalogue),
  asks('POST /v1/products/:productId/variants', AddVariant, { ...catalogue, status: 201 }),
  asks('PATCH /v1/products/:productId/variants/:variantId', UpdateVariant, catalogue),
  asks('DELETE /v1/products/:productId/variants/:variantId', RemoveVariant, catalogue),
];
