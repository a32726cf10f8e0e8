import { GetSeller, RefreshSession, SignIn, SignOut, SignUp, UpdateSeller } from '#contracts';
import { asks } from '../route.js';

// Answers that carry tokens are not stored, so these take no Idempotency-Key: an address signs up once anyway, and signing in twice is two sessions.
const publicly = { tag: 'Sessions', access: 'public', idempotent: false } as const;

export const sellerRoutes = [
  asks('POST /v1/sellers', SignUp, { ...publicly, status: 201 }),
  asks('POST /v1/sessions', SignIn, { ...publicly, status: 201 }),
  asks('POST /v1/sessions/refresh', RefreshSession, publicly),
  asks('DELETE /v1/sessions', SignOut, { ...publicly, status: 204 }),
  asks('GET /v1/seller', GetSeller, { tag: 'Seller' }),
  asks('PATCH /v1/seller', UpdateSeller, { tag: 'Seller' }),
];
