import {
  AddVariant,
  AdjustStock,
  ArchiveProduct,
  GetProduct,
  ImportProducts,
  ListProduct,
  ListProducts,
  ListStockMovements,
  RemoveVariant,
  UpdateProduct,
  UpdateVariant,
} from '#contracts';
import { asks } from '../route.js';

const catalogue = { tag: 'Catalogue', scope: 'catalogue' } as const;

export const catalogueRoutes = [
  asks('POST /v1/products', ListProduct, { ...catalogue, status: 201 }),
  asks('GET /v1/products', ListProducts, catalogue),
  asks('POST /v1/products/import', ImportProducts, catalogue),
  asks('GET /v1/products/:productId', GetProduct, catalogue),
  asks('PATCH /v1/products/:productId', UpdateProduct, catalogue),
  asks('DELETE /v1/products/:productId', ArchiveProduct, { ...catalogue, status: 204 }),
  asks('POST /v1/products/:productId/stock', AdjustStock, catalogue),
  asks('GET /v1/products/:productId/stock-movements', ListStockMovements, catalogue),
  asks('POST /v1/products/:productId/variants', AddVariant, { ...catalogue, status: 201 }),
  asks('PATCH /v1/products/:productId/variants/:variantId', UpdateVariant, catalogue),
  asks('DELETE /v1/products/:productId/variants/:variantId', RemoveVariant, catalogue),
];
