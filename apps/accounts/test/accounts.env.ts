import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** What a test gives `accounts` besides database and broker. */
export const accountsEnv = () => ({
  ACCOUNTS_JWT_PRIVATE_KEY: JSON.stringify({
    ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
    kid: 'essai-1',
  }),
  FLUXASYNC_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
});
