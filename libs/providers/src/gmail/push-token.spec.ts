import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { failure, standIn, type StandIn } from '../../test/stand-in.js';
import { PushTokenError, PushTokenVerifier } from './push-token.js';

const AUDIENCE = 'https://fluxasync.test/webhooks/gmail';
const SENDER = 'push@fluxasync.iam.gserviceaccount.com';
const claims = { email: SENDER, email_verified: true, azp: '1', sub: '1' };

interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  jwk: object;
}

async function signingKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

describe("a Pub/Sub push's token", () => {
  let google: StandIn;
  let verifier: PushTokenVerifier;
  let key: SigningKey;
  /** Published beside it, for another algorithm than Pub/Sub signs with. */
  let otherKey: SigningKey;

  const token = (
    own: object = claims,
    { from = key, iss = 'https://accounts.google.com', aud = AUDIENCE as string | string[], exp = 3600, alg = 'RS256' } = {},
  ) =>
    new SignJWT({ ...own })
      .setProtectedHeader({ alg, kid: from.kid, typ: 'JWT' })
      .setIssuer(iss)
      .setAudience(aud)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + exp)
      .sign(from.privateKey);
  const refusal = async (authorization: string | undefined) =>
    (await failure(verifier.verify(authorization), PushTokenError)).kind;

  beforeAll(async () => {
    key = await signingKey('k1');
    otherKey = await signingKey('k2', 'PS256');
  });

  beforeEach(async () => {
    google = await standIn(() => ({ body: { keys: [key.jwk, otherKey.jwk] } }));
    verifier = new PushTokenVerifier({
      audience: AUDIENCE,
      email: SENDER,
      jwksUrl: `${google.url}/oauth2/v3/certs`,
      timeoutMs: 200,
    });
  });

  afterEach(() => google.close());

  it('of our subscription is accepted, and the keys are fetched once', async () => {
    await expect(verifier.verify(`Bearer ${await token()}`)).resolves.toMatchObject({ email: SENDER });
    await verifier.verify(`bearer ${await token()}`);
    expect(google.seen).toHaveLength(1);
  });

  it.each<[string, () => Promise<string>]>([
    ['another audience', () => token(claims, { aud: 'https://elsewhere.test' })],
    ['our audience among others', () => token(claims, { aud: [AUDIENCE, 'https://elsewhere.test'] })],
    ['another issuer', () => token(claims, { iss: 'https://accounts.evil.test' })],
    ['another sender', () => token({ ...claims, email: 'someone@gmail.com' })],
    ['no sender', () => token({ email_verified: true })],
    ['an address that is not verified', () => token({ ...claims, email_verified: false })],
    ['an address "verified" as text', () => token({ ...claims, email_verified: 'true' })],
    ['a date that is past', () => token(claims, { exp: -60 })],
    ['the right key id and another key', async () => token(claims, { from: await signingKey('k1') })],
    ['a key nobody knows', async () => token(claims, { from: await signingKey('k9') })],
    ['another algorithm', () => token(claims, { from: otherKey, alg: 'PS256' })],
  ])('with %s is refused', async (_what, make) => expect(await refusal(`Bearer ${await make()}`)).toBe('refused'));

  it('that is not signed, cut or absent is refused without asking for keys', async () => {
    const [head, body] = (await token()).split('.');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await refusal(undefined)).toBe('refused');
    expect(await refusal(`Bearer ${head}.${body}`)).toBe('refused');
    expect(await refusal(`Bearer ${unsigned}.${body}.`)).toBe('refused');
    expect(await refusal(`Basic ${head}`)).toBe('refused');
    expect(google.seen).toHaveLength(0);
  });

  it('cannot be judged while the keys cannot be fetched: neither accepted nor refused', async () => {
    google.play(() => ({ status: 503 }));
    expect(await refusal(`Bearer ${await token()}`)).toBe('unavailable');
    google.play(() => 'hang');
    expect(await refusal(`Bearer ${await token()}`)).toBe('unavailable');
    google.play(() => ({ body: { keys: 'none' } }));
    expect(await refusal(`Bearer ${await token()}`)).toBe('unavailable');
    google.play(() => ({ body: { keys: [key.jwk] } }));
    await expect(verifier.verify(`Bearer ${await token()}`)).resolves.toBeDefined();
  });
});
