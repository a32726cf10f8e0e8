import { Client } from 'pg';
import { createLocalJWKSet, jwtVerify } from 'jose';
import {
  AskPasswordReset,
  ConnectEmailAccount,
  ConnectWhatsAppAccount,
  DisconnectEmailAccount,
  DisconnectWhatsAppAccount,
  EmailAccountConnectedV1,
  EmailAccountDisconnectedV1,
  GetNumberRoutes,
  GetSeller,
  GetSigningKeys,
  ListEmailAccounts,
  ListWhatsAppAccounts,
  type QuestionOf,
  RefreshSession,
  ResetPassword,
  SecurityCodeIssuedV1,
  SellerRegisteredV1,
  SellerUpdatedV1,
  SignIn,
  SignOut,
  SignUp,
  UpdateSeller,
  WhatsAppAccountConnectedV1,
  WhatsAppAccountDisconnectedV1,
} from '#contracts';
import { REPORTS_ROLE } from '#database';
import { SecretBox } from '#providers';
import type { RunningService } from '#service';
import { startWorld, type World } from '#testing';
import { accountsService } from '../src/accounts.service-definition.js';
import { fingerprintOf } from '../src/session/refresh-token.js';
import { accountsEnv } from './accounts.env.js';

let count = 0;
const kouadio = (over: Partial<SignUp> = {}): QuestionOf<SignUp> => ({
  lastName: 'Kouadio',
  firstName: 'Jean',
  email: `kouadio${++count}@gmail.com`,
  phone: '07 12 34 56 78',
  password: 'chaussures-2026',
  country: "Côte d'Ivoire",
  sector: 'Chaussures',
  ...over,
});
const aNumber = (over: Partial<ConnectWhatsAppAccount> = {}) => ({
  businessAccountId: 'WABA_123456',
  phoneNumberId: String(109_988_776_655_000 + ++count),
  phone: '+225 07 00 11 22 33',
  accessToken: 'EAAG-secret-de-kouadio',
  ...over,
});

describe('accounts', () => {
  let world: World;
  let accounts: RunningService;
  const env = accountsEnv();
  const admin = <T extends object>(sql: string, values: unknown[] = []) =>
    world.postgres.query<T>(sql, values, world.databaseName);

  const asReports = async <T extends object>(sql: string) => {
    const client = new Client({ connectionString: world.adminUrl });
    await client.connect();
    try {
      await client.query(`set role ${REPORTS_ROLE}`);
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    world = await startWorld();
    accounts = await world.start(accountsService, env);
  }, 60_000);
  afterAll(() => world?.stop());

  describe('sign-up', () => {
    it('registers a seller, signs him in and tells the others once', async () => {
      const asked = kouadio();
      const { sellerId } = await world.ask(SignUp, asked);
      expect(await world.ask(GetSeller, {}, sellerId)).toMatchObject({
        id: sellerId,
        phone: '+2250712345678',
        shopName: 'Boutique Jean',
        timeZone: 'Africa/Abidjan',
      });
      const { event, meta } = await world.heard(SellerRegisteredV1, (e) => e.email === asked.email);
      expect(meta).toMatchObject({ sellerId, key: sellerId, version: 1, actor: `seller:${sellerId}` });
      expect(event).toMatchObject({ lastName: 'Kouadio', shopName: 'Boutique Jean' });
      expect(event).not.toHaveProperty('password');
    });

    it('refuses an e-mail that is taken, in whatever case, also of two at the same moment', async () => {
      const asked = kouadio();
      const both = await Promise.allSettled([
        world.ask(SignUp, asked),
        world.ask(SignUp, { ...asked, email: asked.email.toUpperCase() }),
      ]);
      expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(world.ask(SignUp, asked)).rejects.toMatchObject({ code: 'EMAIL_TAKEN', kind: 'conflict' });
      expect(await admin('select 1 from accounts.utilisateurs_fluxasync where adresse_email = $1', [asked.email])).toHaveLength(
        1,
      );
    });

    it.each([
      ['phone', { phone: '12' }],
      ['timeZone', { timeZone: 'Abidjan' }],
      ['password', { password: 'court' }],
    ])('names the field that is wrong: %s', async (field, over) => {
      await expect(world.ask(SignUp, kouadio(over))).rejects.toMatchObject({
        kind: 'invalid',
        facts: { fields: [expect.objectContaining({ field })] },
      });
    });
  });

  describe('sign-in', () => {
    it('gives a token of ten minutes that the published key verifies', async () => {
      const asked = kouadio();
      const { sellerId } = await world.ask(SignUp, asked);
      const session = await world.ask(SignIn, { email: asked.email.toUpperCase(), password: asked.password });
      const keys = createLocalJWKSet(await world.ask(GetSigningKeys, {}));
      const { payload, protectedHeader } = await jwtVerify(session.accessToken, keys, {
        issuer: 'fluxasync',
        audience: 'fluxasync-api',
        algorithms: ['EdDSA'],
      });
      expect(protectedHeader.kid).toBe('essai-1');
      expect(payload).toMatchObject({ sub: sellerId, role: 'owner' });
      expect(payload.exp! - payload.iat!).toBe(600);
    });

    it.each<[string, string, (email: string) => Promise<unknown>]>([
      ['password', 'CREDENTIALS_REFUSED', (email) => world.ask(SignIn, { email, password: 'mauvais-mot' })],
      ['code', 'CODE_REFUSED', (email) => world.ask(ResetPassword, { email, code: '0', password: 'sandales-2026' })],
    ])('answers an unknown account and a wrong %s alike, in like time', async (_what, code, tries) => {
      const asked = kouadio();
      const { sellerId } = await world.ask(SignUp, asked);
      await world.ask(AskPasswordReset, { email: asked.email });
      await world.heard(SecurityCodeIssuedV1, (_e, meta) => meta.sellerId === sellerId);
      const attempt = async (email: string) => {
        const begin = performance.now();
        const error = await tries(email).catch((e: unknown) => e);
        return { error, ms: performance.now() - begin };
      };
      const rounds = { unknown: [] as number[], wrong: [] as number[] };
      for (let i = 0; i < 9; i++) {
        await admin('delete from accounts.freins');
        await admin('update accounts.codes_securite set essais = 0');
        const unknown = await attempt('personne@gmail.com');
        const wrong = await attempt(asked.email);
        expect(unknown.error).toMatchObject({ code });
        expect(wrong.error).toEqual(unknown.error);
        rounds.unknown.push(unknown.ms);
        rounds.wrong.push(wrong.ms);
      }
      const median = (times: number[]) => times.sort((a, b) => a - b)[4]!;
      const ratio = median(rounds.unknown) / median(rounds.wrong);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
    });
  });

  describe('a refresh token', () => {
    it('is good once: a copy that comes back ends the whole family', async () => {
      const first = await world.ask(SignUp, kouadio());
      const second = await world.ask(RefreshSession, { refreshToken: first.refreshToken });
      const third = await world.ask(RefreshSession, { refreshToken: second.refreshToken });
      const reuse = world.ask(RefreshSession, { refreshToken: first.refreshToken });
      await expect(reuse).rejects.toMatchObject({ code: 'SESSION_ENDED', kind: 'unauthenticated' });
      await expect(world.ask(RefreshSession, { refreshToken: third.refreshToken })).rejects.toMatchObject({
        code: 'SESSION_ENDED',
      });
    });

    it('may be submitted twice at the same moment by the same client: the session goes on with one of the answers', async () => {
      const { refreshToken } = await world.ask(SignUp, kouadio());
      const both = await Promise.all([world.ask(RefreshSession, { refreshToken }), world.ask(RefreshSession, { refreshToken })]);
      const good = await admin<{ print: Buffer }>(
        'select empreinte as print from accounts.jetons_renouvellement where date_utilisation is null and date_remplacement is null',
      );
      const last = both.filter((answer) => good.some(({ print }) => print.equals(fingerprintOf(answer.refreshToken))));
      expect(last).toHaveLength(1);
      await world.ask(RefreshSession, { refreshToken: last[0]!.refreshToken });
    });

    it.each(['before', 'after'])(
      'is given anew to who lost the answer; the lost one, when somebody uses it %s the new one, ends the family at once',
      async (when) => {
        const { refreshToken } = await world.ask(SignUp, kouadio());
        const lost = await world.ask(RefreshSession, { refreshToken });
        const again = await world.ask(RefreshSession, { refreshToken });
        const newest = when === 'after' ? await world.ask(RefreshSession, { refreshToken: again.refreshToken }) : again;
        const over = { code: 'SESSION_ENDED', kind: 'unauthenticated' };
        await expect(world.ask(RefreshSession, { refreshToken: lost.refreshToken })).rejects.toMatchObject(over);
        await expect(world.ask(RefreshSession, { refreshToken: newest.refreshToken })).rejects.toMatchObject(over);
      },
    );

    it('ends the family when it comes back after the grace', async () => {
      const { refreshToken } = await world.ask(SignUp, kouadio());
      const next = await world.ask(RefreshSession, { refreshToken });
      await admin(
        "update accounts.jetons_renouvellement set date_utilisation = now() - interval '11 s' where date_utilisation is not null",
      );
      await expect(world.ask(RefreshSession, { refreshToken })).rejects.toMatchObject({ code: 'SESSION_ENDED' });
      await expect(world.ask(RefreshSession, { refreshToken: next.refreshToken })).rejects.toMatchObject({
        code: 'SESSION_ENDED',
      });
    });

    it('is refused after sign-out, after its end, and when nobody gave it', async () => {
      const { refreshToken } = await world.ask(SignUp, kouadio());
      await world.ask(SignOut, { refreshToken });
      await expect(world.ask(RefreshSession, { refreshToken })).rejects.toMatchObject({ code: 'SESSION_ENDED' });
      const { refreshToken: old } = await world.ask(SignUp, kouadio());
      await admin('update accounts.jetons_renouvellement set date_expiration = now()');
      await expect(world.ask(RefreshSession, { refreshToken: old })).rejects.toMatchObject({ code: 'SESSION_ENDED' });
      await expect(world.ask(RefreshSession, { refreshToken: 'inconnu' })).rejects.toMatchObject({ code: 'SESSION_ENDED' });
      await world.ask(SignOut, { refreshToken: 'inconnu' });
    });
  });

  it('tells of a changed profile once, and not of one that stayed as it was', async () => {
    const { sellerId } = await world.ask(SignUp, kouadio());
    const pickupAddress = 'Abobo, Magasin Kouadio Chaussures';
    await world.ask(UpdateSeller, { pickupAddress, phone: '0700000001' }, sellerId);
    await world.ask(UpdateSeller, { pickupAddress }, sellerId);
    await world.ask(UpdateSeller, { shopName: 'Kouadio Chaussures' }, sellerId);
    await world.heard(SellerUpdatedV1, (e, meta) => meta.sellerId === sellerId && e.shopName === 'Kouadio Chaussures');
    const told = (await world.all(SellerUpdatedV1)).filter(({ meta }) => meta.sellerId === sellerId);
    expect(told.map(({ meta }) => meta.version)).toEqual([2, 3]);
    expect(told[0]!.event).toMatchObject({ pickupAddress, phone: '+2250700000001', shopName: 'Boutique Jean' });
  });

  describe('a business number', () => {
    it('is linked with its token sealed for this seller, unlinked, and linked again under the same id', async () => {
      const { sellerId } = await world.ask(SignUp, kouadio());
      const number = aNumber();
      const linked = await world.ask(ConnectWhatsAppAccount, number, sellerId);
      expect(linked).toMatchObject({ status: 'connected', phone: '+2250700112233' });
      expect(JSON.stringify(linked)).not.toContain(number.accessToken);
      const { event } = await world.heard(WhatsAppAccountConnectedV1, (e) => e.accountId === linked.id);
      const box = SecretBox.fromEnv(env.FLUXASYNC_ENCRYPTION_KEYS);
      expect(box.open(event.sealedToken, `comptes_whatsapp.access_token|${sellerId}`)).toBe(number.accessToken);

      await world.ask(DisconnectWhatsAppAccount, { accountId: linked.id }, sellerId);
      const gone = await world.heard(WhatsAppAccountDisconnectedV1, (e) => e.accountId === linked.id);
      expect(gone.meta.version).toBe(2);
      const again = await world.ask(ConnectWhatsAppAccount, aNumber(), sellerId);
      expect(again.id).toBe(linked.id);
      expect((await world.ask(ListWhatsAppAccounts, {}, sellerId)).items).toEqual([again]);
    });

    it('is one for each seller, with one seller, until he lets it go', async () => {
      const [jean, awa] = [await world.ask(SignUp, kouadio()), await world.ask(SignUp, kouadio({ firstName: 'Awa' }))];
      const number = aNumber();
      const linked = await world.ask(ConnectWhatsAppAccount, number, jean.sellerId);
      await expect(world.ask(ConnectWhatsAppAccount, number, awa.sellerId)).rejects.toMatchObject({
        code: 'WHATSAPP_NUMBER_TAKEN',
        kind: 'conflict',
      });
      await expect(world.ask(ConnectWhatsAppAccount, aNumber(), jean.sellerId)).rejects.toMatchObject({
        code: 'WHATSAPP_ACCOUNT_ALREADY_LINKED',
      });
      await expect(world.ask(DisconnectWhatsAppAccount, { accountId: linked.id }, awa.sellerId)).rejects.toMatchObject({
        code: 'WHATSAPP_ACCOUNT_NOT_FOUND',
        kind: 'not-found',
      });
      await world.ask(ConnectWhatsAppAccount, { ...number, accessToken: 'EAAG-nouveau' }, jean.sellerId);
      await world.ask(DisconnectWhatsAppAccount, { accountId: linked.id }, jean.sellerId);
      await world.ask(ConnectWhatsAppAccount, number, awa.sellerId);
      const { routes } = await world.ask(GetNumberRoutes, {});
      expect(routes.filter((r) => r.phoneNumberId === number.phoneNumberId)).toEqual([
        expect.objectContaining({ sellerId: awa.sellerId, version: 1 }),
      ]);
    });
  });

  it('links and unlinks a mailbox, which no second seller can link meanwhile', async () => {
    const [jean, awa] = [await world.ask(SignUp, kouadio()), await world.ask(SignUp, kouadio({ firstName: 'Awa' }))];
    const mailbox = { provider: 'gmail' as const, email: 'Kouadio.Boutique@gmail.com', refreshToken: '1//jeton-secret' };
    const linked = await world.ask(ConnectEmailAccount, mailbox, jean.sellerId);
    expect(linked).toMatchObject({ email: 'kouadio.boutique@gmail.com', status: 'connected' });
    await world.heard(EmailAccountConnectedV1, (e) => e.accountId === linked.id);
    await expect(world.ask(ConnectEmailAccount, mailbox, awa.sellerId)).rejects.toMatchObject({ code: 'MAILBOX_TAKEN' });
    await world.ask(DisconnectEmailAccount, { accountId: linked.id }, jean.sellerId);
    await world.heard(EmailAccountDisconnectedV1, (e) => e.accountId === linked.id);
    expect((await world.ask(ListEmailAccounts, {}, jean.sellerId)).items[0]).toMatchObject({ status: 'disconnected' });
    await world.ask(ConnectEmailAccount, mailbox, awa.sellerId);
  });

  it('keeps no readable password or token in any table, and shows the reports role nothing of sign-in', async () => {
    const asked = kouadio();
    const session = await world.ask(SignUp, asked);
    await world.ask(ConnectWhatsAppAccount, aNumber({ accessToken: 'EAAG-tres-secret' }), session.sellerId);
    await world.ask(
      ConnectEmailAccount,
      { provider: 'gmail', email: `boite${count}@gmail.com`, refreshToken: '1//tres-secret' },
      session.sellerId,
    );
    await world.ask(AskPasswordReset, { email: asked.email });
    const { event } = await world.heard(SecurityCodeIssuedV1, (_e, meta) => meta.sellerId === session.sellerId);
    const code = SecretBox.fromEnv(env.FLUXASYNC_ENCRYPTION_KEYS).open(event.sealedCode, `security-code|${event.codeId}`);
    const tables = await admin<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'accounts'",
    );
    const dump = (
      await Promise.all(tables.map(({ name }) => admin<{ t: string }>(`select x::text as t from accounts.${name} x`)))
    ).flat();
    const text = dump.map(({ t }) => t).join('\n');
    expect(text).toContain(asked.email);
    for (const secret of [
      asked.password,
      code,
      code.replace(' ', ''),
      session.refreshToken,
      session.accessToken,
      'EAAG-tres-secret',
      '1//tres-secret',
    ])
      expect(text).not.toContain(secret);
    const [seen] = await asReports<{ hashes: number; tokens: number; codes: number; brakes: number; sellers: number }>(
      `select (select count(*)::int from accounts.codes_securite) as codes, (select count(*)::int from accounts.freins) as brakes,
              (select count(*)::int from accounts.identifiants_connexion) as hashes, (select count(*)::int from accounts.jetons_renouvellement) as tokens,
              (select count(*)::int from accounts.utilisateurs_fluxasync) as sellers`,
    );
    expect(seen).toMatchObject({ hashes: 0, tokens: 0, codes: 0, brakes: 0 });
    expect(seen!.sellers).toBeGreaterThan(0);
  });

  it("shows a seller's transaction his own rows alone", async () => {
    const { sellerId } = await world.ask(SignUp, kouadio());
    const rows = await accounts.db.asSeller(sellerId, () => accounts.db.rows('select * from utilisateurs_fluxasync'));
    expect(rows).toHaveLength(1);
    expect(await accounts.db.asSeller(sellerId, () => accounts.db.rows('select * from sessions'))).toHaveLength(0);
  });
});
