import { GetAssistantSettings, GetMe, GetSeller, UpdateAssistantSettings, UpdateSeller } from '#contracts';
import { asks } from '../route.js';

const seller = { tag: 'Seller', scope: 'seller' } as const;
const assistant = { tag: 'Assistant', scope: 'conversations' } as const;

export const shopRoutes = [
  asks('GET /v1/me', GetMe, seller),
  asks('GET /v1/seller', GetSeller, seller),
  asks('PATCH /v1/seller', UpdateSeller, { tag: 'Seller', owner: true }),
  asks('GET /v1/assistant', GetAssistantSettings, assistant),
  asks('PATCH /v1/assistant', UpdateAssistantSettings, assistant),
];
