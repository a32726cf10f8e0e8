import { CreateApiKey, ListApiKeys, RevokeApiKey } from '#contracts';
import { asks } from '../route.js';

const owners = { tag: 'API keys', owner: true } as const;

export const apiKeyRoutes = [
  asks('POST /v1/api-keys', CreateApiKey, { ...owners, status: 201 }),
  asks('GET /v1/api-keys', ListApiKeys, owners),
  asks('DELETE /v1/api-keys/:keyId', RevokeApiKey, owners),
];
