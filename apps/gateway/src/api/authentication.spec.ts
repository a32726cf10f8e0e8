import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CallContext, Requests } from '#bus';
import { DomainError } from '#contracts';
import type { GatewayEnv } from '../gateway.env.js';
import { Authentication } from './authentication.js';
import type { EndedSessions } from './ended-sessions.js';

const chain: CallContext = { correlationId: 'c-1', actor: 'system' };
const env = { issuer: 'fluxasync', audience: 'fluxasync-api' } as GatewayEnv;
const noneEnded = { has: () => Promise.resolve(false) } as unknown as EndedSessions;
const clock = performance.now.bind(performance);

describe('the keys that access tokens are checked with', () => {
  afterEach(() => {
    performance.now = clock;
  });

  async function signedIn(accounts: { answers: 'keys' | 'none' | 'nothing' }) {
    const { privateKey, publicKey } = await generateKeyPair('Ed25519');
    const { x } = await exportJWK(publicKey);
    const key = { kid: 's1', kty: 'OKP', crv: 'Ed25519', x };
    const ask = () =>
      accounts.answers === 'nothing'
        ? new Promise((_, reject) => setTimeout(() => reject(new DomainError('SERVICE_UNAVAILABLE', 'unavailable')), 1_500))
        : Promise.resolve({ keys: accounts.answers === 'keys' ? [key] : [] });
    const authentication = new Authentication({ ask } as unknown as Requests, env, noneEnded);
    const sellerId = randomUUID();
    const token = await new SignJWT({ role: 'owner' })
      .setProtectedHeader({ alg: 'EdDSA', kid: 's1', typ: 'at+jwt' })
      .setSubject(sellerId)
      .setIssuer('fluxasync')
      .setAudience('fluxasync-api')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
    const enter = async () => (await authentication.identityOf(token, chain)).sellerId;
    expect(await enter()).toBe(sellerId);
    performance.now = () => clock() + 11 * 60_000;
    return { enter, sellerId };
  }

  it('go on while accounts has fallen silent, and hold callers up for a moment once', async () => {
    const accounts = { answers: 'keys' as 'keys' | 'nothing' };
    const { enter, sellerId } = await signedIn(accounts);
    accounts.answers = 'nothing';
    const began = clock();
    for (let call = 0; call < 20; call++) expect(await enter()).toBe(sellerId);
    expect(clock() - began).toBeLessThan(4_000);
  });

  it('are forgotten when accounts gave them up', async () => {
    const accounts = { answers: 'keys' as 'keys' | 'none' };
    const { enter } = await signedIn(accounts);
    accounts.answers = 'none';
    await expect(enter()).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
  });
});
