import { AdjustStock, GetProduct, ListProduct, ListProducts, UpdateProduct } from '#contracts';
import { asks } from '../route.js';

const tag = 'Catalogue';

export const catalogueRoutes = [
  asks('POST /v1/products', ListProduct, { tag, status: 201 }),
  asks('GET /v1/products', ListProducts, { tag }),
  asks('GET /v1/products/:productId', GetProduct, { tag }),
  asks('PATCH /v1/products/:productId', UpdateProduct, { tag }),
  asks('POST /v1/products/:productId/stock', AdjustStock, { tag }),
];
