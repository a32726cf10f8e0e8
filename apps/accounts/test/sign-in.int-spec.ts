import {
  AskPasswordReset,
  ChangePassword,
  EndOtherSessions,
  EndSession,
  GetMe,
  ListSessions,
  RefreshSession,
  ResetPassword,
  SessionEndedV1,
  SignOut,
  UpdateMember,
  UpdateSeller,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { accountsService } from '../src/accounts.service-definition.js';
import { ForgetSessions } from '../src/session/forget-sessions.js';
import { accountsEnv } from './accounts.env.js';
import { Gateway, PASSWORD } from './shop.fixture.js';

describe('signing in', () => {
  let world: World;
  let accounts: RunningService;
  let gateway: Gateway;
  const admin = <T extends object>(sql: string, values: unknown[] = []) =>
    world.postgres.query<T>(sql, values, world.databaseName);
  /** Codes that were asked for were issued, or found to be nobody's. */
  const settled = () =>
    eventually(async () => expect(await admin('select 1 as found from accounts.demandes_code')).toHaveLength(0));
  const times = <T>(n: number, work: () => Promise<T>) => Promise.all(Array.from({ length: n }, work));

  beforeAll(async () => {
    world = await startWorld();
    const env = accountsEnv();
    accounts = await world.start(accountsService, env);
    gateway = new Gateway(world, env);
  }, 60_000);
  afterAll(() => world?.stop());
  beforeEach(() => admin('delete from accounts.freins'));

  describe('with guesses', () => {
    it('is blocked after five, for longer each time, with the right password too, and alike for an address nobody has', async () => {
      const { email } = await gateway.shop();
      for (const address of [email, 'personne@gmail.com']) {
        for (let i = 0; i < 5; i++) expect(await gateway.trySignIn(address, 'mauvais')).toBe('CREDENTIALS_REFUSED');
        const blocked = await gateway.signIn(address, PASSWORD).catch((error: unknown) => error);
        expect(blocked).toMatchObject({ code: 'SIGN_IN_THROTTLED', kind: 'rate-limited' });
        const { retryAfterSeconds } = (blocked as { facts: { retryAfterSeconds: number } }).facts;
        expect(retryAfterSeconds).toBeGreaterThan(50);
        expect(retryAfterSeconds).toBeLessThanOrEqual(60);
        await admin('update accounts.freins set bloque_jusqua = now() where bloque_jusqua is not null');
        expect(await gateway.trySignIn(address, 'mauvais')).toBe('CREDENTIALS_REFUSED');
        const longer = await gateway.signIn(address, PASSWORD).catch((error: unknown) => error);
        expect((longer as typeof blocked & { facts: { retryAfterSeconds: number } }).facts.retryAfterSeconds).toBeGreaterThan(
          110,
        );
      }
      await admin(
        "update accounts.freins set dernier_essai = now() - interval '16 min', bloque_jusqua = now() - interval '16 min'",
      );
      expect(await gateway.trySignIn(email, PASSWORD)).toBe('signed in');
    });

    it('lets no more than five through when they come at the same moment', async () => {
      const { email } = await gateway.shop();
      const outcomes = await times(12, () => gateway.trySignIn(email.toUpperCase(), 'mauvais'));
      expect(outcomes.filter((code) => code === 'CREDENTIALS_REFUSED')).toHaveLength(5);
      expect(outcomes.filter((code) => code === 'SIGN_IN_THROTTLED')).toHaveLength(7);
    });

    it('counts anew after the right password', async () => {
      const { email } = await gateway.shop();
      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < 4; i++) await gateway.trySignIn(email, 'mauvais');
        expect(await gateway.trySignIn(email, PASSWORD)).toBe('signed in');
      }
    });

    it('blocks a network that tries many accounts, not the others; who signs in rightly from there costs it nothing', async () => {
      const { email } = await gateway.shop();
      const from = { address: '2001:db8:1:2::7' };
      for (let i = 0; i < 3; i++) expect(await gateway.trySignIn(email, PASSWORD, from)).toBe('signed in');
      for (let i = 0; i < 5; i++) await times(10, () => gateway.trySignIn(`${newId()}@gmail.com`, 'mauvais', from));
      expect(await gateway.trySignIn(email, PASSWORD, { address: '2001:db8:1:2:ffff::8' })).toBe('SIGN_IN_THROTTLED');
      expect(await gateway.trySignIn(email, PASSWORD, { address: '102.67.1.9' })).toBe('signed in');
    });

    it('lets everybody else behind a carrier’s address in once its block is over: right passwords neither prolong nor clear it', async () => {
      const { email } = await gateway.shop();
      const from = { address: '102.67.9.9' };
      for (let i = 0; i < 5; i++) await times(10, () => gateway.trySignIn(`${newId()}@gmail.com`, 'mauvais', from));
      expect(await gateway.trySignIn(email, PASSWORD, from)).toBe('SIGN_IN_THROTTLED');
      await admin('update accounts.freins set bloque_jusqua = now() where bloque_jusqua is not null');
      const network = () => admin('select essais, dernier_essai, bloque_jusqua from accounts.freins where essais >= 50');
      const before = await network();
      expect(before).toHaveLength(1);
      for (let i = 0; i < 3; i++) expect(await gateway.trySignIn(email, PASSWORD, from)).toBe('signed in');
      expect(await network()).toEqual(before);
      expect(await gateway.trySignIn(`${newId()}@gmail.com`, 'mauvais', from)).toBe('CREDENTIALS_REFUSED');
      const blocked = await gateway.signIn(email, PASSWORD, from).catch((error: unknown) => error);
      expect(blocked).toMatchObject({ code: 'SIGN_IN_THROTTLED', facts: { retryAfterSeconds: expect.any(Number) as number } });
      expect((blocked as { facts: { retryAfterSeconds: number } }).facts.retryAfterSeconds).toBeGreaterThan(110);
    });

    it('keeps no address that was tried', async () => {
      const email = `${newId()}@gmail.com`;
      await gateway.trySignIn(email, 'mauvais');
      const rows = await admin<{ row: string }>('select f::text as row, cle from accounts.freins f');
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(email);
    });
  });

  describe('the list of sessions', () => {
    it('tells where somebody is signed in, last used first, and which session is this one', async () => {
      const { email, session, caller } = await gateway.shop({ userAgent: 'Atelier/1.0', address: '102.67.1.1' });
      const phone = await gateway.signIn(email, PASSWORD, { userAgent: `Telephone/${'9'.repeat(300)}`, address: '102.67.1.2' });
      const listed = async () => (await gateway.ask(ListSessions, {}, caller)).items;
      expect(await listed()).toMatchObject([
        { id: phone.caller.sessionId, current: false, address: '102.67.1.2' },
        { id: caller.sessionId, current: true, userAgent: 'Atelier/1.0', address: '102.67.1.1' },
      ]);
      expect((await listed())[0]!.userAgent).toHaveLength(200);
      await gateway.ask(RefreshSession, { refreshToken: session.refreshToken }, { address: '102.67.1.3' });
      expect((await listed())[0]).toMatchObject({ current: true, userAgent: 'Atelier/1.0', address: '102.67.1.3' });
    });

    it('ends one, or all others, and never another member’s', async () => {
      const owner = await gateway.shop();
      const { email, caller } = await gateway.member(owner);
      const others = [await gateway.signIn(email), await gateway.signIn(email), await gateway.signIn(email)];
      await expect(gateway.ask(EndSession, { sessionId: caller.sessionId! }, owner.caller)).rejects.toMatchObject({
        code: 'SESSION_NOT_FOUND',
        kind: 'not-found',
      });
      await gateway.ask(EndSession, { sessionId: others[0]!.caller.sessionId! }, caller);
      await expect(gateway.ask(EndSession, { sessionId: others[0]!.caller.sessionId! }, caller)).rejects.toMatchObject({
        code: 'SESSION_NOT_FOUND',
      });
      expect(await gateway.ask(EndOtherSessions, {}, caller)).toEqual({ ended: 2 });
      expect((await gateway.ask(ListSessions, {}, caller)).items.map(({ id }) => id)).toEqual([caller.sessionId]);
      for (const { session } of others)
        await expect(gateway.ask(RefreshSession, { refreshToken: session.refreshToken })).rejects.toMatchObject({
          code: 'SESSION_ENDED',
        });
      expect((await gateway.ask(ListSessions, {}, owner.caller)).items).toHaveLength(1);
    });

    it('that is over ends no other, though its access token still runs', async () => {
      const owner = await gateway.shop();
      const thief = await gateway.signIn(owner.email);
      await gateway.ask(EndSession, { sessionId: thief.caller.sessionId! }, owner.caller);
      const over = { code: 'SESSION_ENDED', kind: 'unauthenticated' };
      await expect(gateway.ask(EndOtherSessions, {}, thief.caller)).rejects.toMatchObject(over);
      const { sessionId } = owner.caller;
      await expect(gateway.ask(EndSession, { sessionId: sessionId! }, thief.caller)).rejects.toMatchObject(over);
      expect((await gateway.ask(ListSessions, {}, owner.caller)).items.map(({ id }) => id)).toEqual([sessionId]);
    });

    it('tells of each session that ends, once, however it ends', async () => {
      const { email, phone, caller, session } = await gateway.shop();
      const out: string[] = [];
      const another = async () => {
        const signedIn = await gateway.signIn(email);
        out.push(signedIn.caller.sessionId!);
        return signedIn;
      };
      await gateway.ask(SignOut, { refreshToken: (await another()).session.refreshToken });
      await gateway.ask(EndSession, { sessionId: (await another()).caller.sessionId! }, caller);
      await Promise.all([another(), another()]);
      await gateway.ask(EndOtherSessions, {}, caller);
      const { refreshToken: copied } = (await another()).session;
      const { refreshToken: next } = await gateway.ask(RefreshSession, { refreshToken: copied });
      await gateway.ask(RefreshSession, { refreshToken: next });
      await expect(gateway.ask(RefreshSession, { refreshToken: copied })).rejects.toMatchObject({ code: 'SESSION_ENDED' });
      await another();
      await gateway.ask(ChangePassword, { currentPassword: PASSWORD, newPassword: 'sandales-2026' }, caller);
      await gateway.ask(RefreshSession, { refreshToken: session.refreshToken });
      await gateway.ask(AskPasswordReset, { email });
      await gateway.ask(ResetPassword, { email, code: (await gateway.code(phone)).code, password: PASSWORD });
      out.push(caller.sessionId!);
      const told = async () => (await world.all(SessionEndedV1)).filter(({ meta }) => meta.sellerId === caller.sellerId);
      await eventually(async () => expect((await told()).map(({ event }) => event.sessionId).toSorted()).toEqual(out.toSorted()));
    });

    it('is for people, not for programs with a key', async () => {
      const { caller } = await gateway.shop();
      const program = { sellerId: caller.sellerId, actor: `api-key:${newId()}` as const };
      await expect(gateway.ask(ListSessions, {}, program)).rejects.toMatchObject({ code: 'MEMBER_NEEDED', kind: 'forbidden' });
    });
  });

  describe('a changed password', () => {
    it('needs the one until now, and ends the other sessions', async () => {
      const { email, session, caller } = await gateway.shop();
      const other = await gateway.signIn(email);
      const change = (currentPassword: string) =>
        gateway.ask(ChangePassword, { currentPassword, newPassword: 'sandales-2026' }, caller);
      await expect(change('mauvais')).rejects.toMatchObject({ code: 'CREDENTIALS_REFUSED' });
      await change(PASSWORD);
      expect(await gateway.trySignIn(email, PASSWORD)).toBe('CREDENTIALS_REFUSED');
      expect(await gateway.trySignIn(email, 'sandales-2026')).toBe('signed in');
      await expect(gateway.ask(RefreshSession, { refreshToken: other.session.refreshToken })).rejects.toMatchObject({
        code: 'SESSION_ENDED',
      });
      await gateway.ask(RefreshSession, { refreshToken: session.refreshToken });
    });

    it('is changed once by two who change it at the same moment', async () => {
      const { email, caller } = await gateway.shop();
      const both = await Promise.allSettled(
        ['sandales-2026', 'mocassins-2026'].map((newPassword) =>
          gateway.ask(ChangePassword, { currentPassword: PASSWORD, newPassword }, caller),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await gateway.trySignIn(email, PASSWORD)).toBe('CREDENTIALS_REFUSED');
    });
  });

  describe('a forgotten password', () => {
    const reset = (email: string, code: string, password = 'sandales-2026') =>
      gateway.ask(ResetPassword, { email, code, password });
    const refused = { code: 'CODE_REFUSED', kind: 'invalid' };

    it('is set anew with a code of eight digits that goes to the telephone, once; all sessions end', async () => {
      const { email, phone, session, caller } = await gateway.shop();
      expect(await gateway.ask(AskPasswordReset, { email: email.toUpperCase() })).toEqual({});
      const { code, purpose, expiresAt, codeId, sealedCode } = await gateway.code(phone);
      expect(code).toMatch(/^\d{4} \d{4}$/);
      expect(purpose).toBe('password-reset');
      expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
      expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
      expect(sealedCode).not.toContain(code);
      const [kept] = await admin<{ row: string }>('select c::text as row from accounts.codes_securite c where id_code = $1', [
        codeId,
      ]);
      expect(kept!.row).toContain('$argon2id$');
      expect(kept!.row).not.toContain(code.replace(' ', ''));

      await reset(email, code.replace(' ', '-'));
      expect(await gateway.trySignIn(email, PASSWORD)).toBe('CREDENTIALS_REFUSED');
      expect(await gateway.trySignIn(email, 'sandales-2026')).toBe('signed in');
      await expect(gateway.ask(RefreshSession, { refreshToken: session.refreshToken })).rejects.toMatchObject({
        code: 'SESSION_ENDED',
      });
      await expect(reset(email, code)).rejects.toMatchObject(refused);
      expect((await gateway.ask(ListSessions, {}, caller)).items).toHaveLength(1);
    });

    it('is set by one of two who come with the same code at the same moment', async () => {
      const { email, phone } = await gateway.shop();
      await gateway.ask(AskPasswordReset, { email });
      const { code } = await gateway.code(phone);
      const passwords = ['sandales-2026', 'mocassins-2026'];
      const both = await Promise.allSettled(passwords.map((password) => reset(email, code, password)));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const won = both.findIndex(({ status }) => status === 'fulfilled');
      expect(await gateway.trySignIn(email, passwords[won]!)).toBe('signed in');
      expect(await gateway.trySignIn(email, passwords[1 - won]!)).toBe('CREDENTIALS_REFUSED');
    });

    it('is refused alike for an address nobody has, a wrong code, one that is over, one that was replaced, and one tried five times', async () => {
      const { email, phone } = await gateway.shop();
      const ask = () => gateway.ask(AskPasswordReset, { email });
      await ask();
      const first = await gateway.code(phone);
      await ask();
      const second = await gateway.code(phone, 2);
      const errors = [
        await reset('personne@gmail.com', '1234 5678').catch((e: unknown) => e),
        await reset(email, first.code).catch((e: unknown) => e),
        await reset(email, 'aucun chiffre').catch((e: unknown) => e),
      ];
      await admin('update accounts.codes_securite set date_expiration = now() where id_code = $1', [second.codeId]);
      errors.push(await reset(email, second.code).catch((e: unknown) => e));
      await admin(
        "update accounts.codes_securite set date_expiration = now() + interval '1 min', essais = 5 where id_code = $1",
        [second.codeId],
      );
      errors.push(await reset(email, second.code).catch((e: unknown) => e));
      expect(errors[0]).toMatchObject({ ...refused, facts: { fields: [expect.objectContaining({ field: 'code' })] } });
      for (const error of errors) expect(error).toEqual(errors[0]);
      await admin('update accounts.codes_securite set essais = 4 where id_code = $1', [second.codeId]);
      await reset(email, second.code);
    });

    it('is guessed at five times at most, also at the same moment, also at an address nobody has', async () => {
      const { email, phone } = await gateway.shop();
      await gateway.ask(AskPasswordReset, { email });
      const { code } = await gateway.code(phone);
      const wrong = code.startsWith('0') ? '1111 1111' : '0000 0000';
      for (const address of [email, 'personne@gmail.com']) {
        const outcomes = await times(9, () =>
          reset(address, wrong).then(
            () => 'set',
            (error: { code: string }) => error.code,
          ),
        );
        expect(outcomes.filter((outcome) => outcome === 'CODE_REFUSED')).toHaveLength(5);
        expect(outcomes.filter((outcome) => outcome === 'SIGN_IN_THROTTLED')).toHaveLength(4);
      }
      await admin('delete from accounts.freins');
      await expect(reset(email, code)).rejects.toMatchObject(refused);
    });

    it('sends three codes, then none for a while, and answers the same as ever and as for an address nobody has', async () => {
      const { email, phone } = await gateway.shop();
      for (let i = 0; i < 5; i++) {
        expect(await gateway.ask(AskPasswordReset, { email })).toEqual({});
        expect(await gateway.ask(AskPasswordReset, { email: 'personne@gmail.com' })).toEqual({});
      }
      await gateway.code(phone, 3);
      await settled();
      expect(await gateway.codes(phone)).toHaveLength(3);
    });

    it('leaves no session to who signs in with the old one at the same moment', async () => {
      const { caller, email, phone } = await gateway.shop();
      await gateway.ask(AskPasswordReset, { email });
      const { code } = await gateway.code(phone);
      await Promise.all([reset(email, code), ...Array.from({ length: 4 }, () => gateway.trySignIn(email, PASSWORD))]);
      expect((await gateway.ask(ListSessions, {}, caller)).items).toEqual([]);
    });

    it('lets its owner in at once, though somebody was guessing at the old one', async () => {
      const { email, phone } = await gateway.shop();
      for (let i = 0; i < 6; i++) await gateway.trySignIn(email, 'mauvais');
      await gateway.ask(AskPasswordReset, { email });
      await reset(email, (await gateway.code(phone)).code);
      expect(await gateway.trySignIn(email, 'sandales-2026')).toBe('signed in');
    });
  });

  it('goes on while the profile and the team of the shop are changed', async () => {
    const { caller, email } = await gateway.shop();
    const work = Array.from({ length: 4 }, (_, i) => [
      gateway.trySignIn(email, PASSWORD),
      gateway.ask(UpdateSeller, { firstName: `Jean ${i}` }, caller),
      gateway.ask(UpdateMember, { memberId: caller.memberId!, lastName: `Koffi ${i}` }, caller),
    ]).flat();
    const outcomes = await Promise.allSettled(work);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    const { seller, member } = await gateway.ask(GetMe, {}, caller);
    expect(member).toMatchObject({ lastName: seller.lastName, firstName: seller.firstName });
  });

  it('forgets counters, codes and keys that are over, and nothing that is not', async () => {
    const { caller, email, phone } = await gateway.shop();
    await gateway.ask(AskPasswordReset, { email });
    const { codeId } = await gateway.code(phone);
    await gateway.trySignIn(email, 'mauvais');
    const key = (revoked: string) =>
      admin(
        `insert into accounts.cles_api (id_cle, id_utilisateur, nom_cle, debut_cle, empreinte, portees, date_creation, date_revocation, version)
         values ($1, $2, 'caisse', 'flux_', sha256(convert_to($3::text, 'utf8')), '{orders:read}', now(), now() - $3::text::interval, 2)`,
        [newId(), caller.sellerId, revoked],
      );
    await key('89 days');
    await key('91 days');
    const left = async () => {
      await accounts.get(ForgetSessions).forget();
      const [rows] = await admin<{ brakes: number; codes: number; keys: number }>(
        `select (select count(*)::int from accounts.freins) as brakes, (select count(*)::int from accounts.codes_securite where id_code = $1) as codes,
                (select count(*)::int from accounts.cles_api where id_utilisateur = $2) as keys`,
        [codeId, caller.sellerId],
      );
      return rows;
    };
    expect(await left()).toEqual({ brakes: 2, codes: 1, keys: 1 });
    await admin("update accounts.freins set dernier_essai = now() - interval '25 hours'");
    await admin('update accounts.codes_securite set date_expiration = now()');
    expect(await left()).toEqual({ brakes: 0, codes: 0, keys: 1 });
  });
});
