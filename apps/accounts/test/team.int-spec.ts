import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import {
  ApiKeyCreatedV1,
  ApiKeyRevokedV1,
  type ApiScope,
  AskPasswordReset,
  type Caller,
  CheckApiKey,
  ConnectEmailAccount,
  ConnectWhatsAppAccount,
  CreateApiKey,
  type CreatedApiKey,
  DisconnectEmailAccount,
  DisconnectWhatsAppAccount,
  GetMe,
  InviteMember,
  ListApiKeys,
  ListMembers,
  MemberInvitedV1,
  MemberRemovedV1,
  MemberUpdatedV1,
  RefreshSession,
  RemoveMember,
  ResendInvitation,
  ResetPassword,
  RevokeApiKey,
  SellerUpdatedV1,
  SessionEndedV1,
  SignUp,
  UpdateMember,
  UpdateSeller,
} from '#contracts';
import { newId } from '#database';
import { startWorld, type World } from '#testing';
import { accountsService } from '../src/accounts.service-definition.js';
import { accountsMigrations } from '../src/migrations/index.js';
import { fingerprintOf } from '../src/session/refresh-token.js';
import { Passwords } from '../src/session/passwords.js';
import { accountsEnv } from './accounts.env.js';
import { aPerson, callerOf, Gateway, PASSWORD } from './shop.fixture.js';

/** A shop as it was before there were teams. */
const EARLIER = { sellerId: newId(), email: 'ancienne@gmail.com', phone: '+2250700000007', refreshToken: 'jeton-ancien' };

describe('a team', () => {
  let world: World;
  let gateway: Gateway;
  const admin = <T extends object>(sql: string, values: unknown[] = []) =>
    world.postgres.query<T>(sql, values, world.databaseName);

  const signUpBeforeTeams = async () => {
    await world.migrate('accounts', accountsMigrations.slice(0, 1));
    const { sellerId, email, phone, refreshToken } = EARLIER;
    await admin(
      `insert into accounts.utilisateurs_fluxasync (id_utilisateur, nom, prenom, adresse_email, numero_telephone, pays, secteur_activite, nom_boutique, version)
       values ($1, 'Bamba', 'Aïcha', $2, $3, 'Mali', 'Mode', 'Boutique Aïcha', 3)`,
      [sellerId, email, phone],
    );
    await admin('insert into accounts.identifiants_connexion (id_utilisateur, mot_de_passe) values ($1, $2)', [
      sellerId,
      await new Passwords().hash(PASSWORD),
    ]);
    const sessionId = newId();
    await admin('insert into accounts.sessions (id_session, id_utilisateur) values ($1, $2)', [sessionId, sellerId]);
    await admin(
      "insert into accounts.jetons_renouvellement (empreinte, id_session, id_utilisateur, date_expiration) values ($1, $2, $3, now() + interval '1 day')",
      [fingerprintOf(refreshToken), sessionId, sellerId],
    );
  };

  beforeAll(async () => {
    world = await startWorld();
    await signUpBeforeTeams();
    const env = accountsEnv();
    await world.start(accountsService, env);
    gateway = new Gateway(world, env);
  }, 60_000);
  afterAll(() => world?.stop());

  it('begins with whoever signed the shop up, also before there were teams: he stays signed in, and signs in', async () => {
    const session = await gateway.ask(RefreshSession, { refreshToken: EARLIER.refreshToken });
    const { seller, member } = await gateway.ask(GetMe, {}, callerOf(session));
    expect(seller).toMatchObject({ id: EARLIER.sellerId, version: 3 });
    expect(member).toMatchObject({
      ...{ id: EARLIER.sellerId, firstName: 'Aïcha', email: EARLIER.email, phone: EARLIER.phone },
      ...{ role: 'owner', status: 'active', version: 1 },
    });
    expect(await gateway.trySignIn(EARLIER.email, PASSWORD)).toBe('signed in');
    expect(decodeJwt(session.accessToken)).not.toHaveProperty('act');
  });

  describe('an invitation', () => {
    it('goes to the telephone, is good for a week, and lets the new member set a password and sign in', async () => {
      const { caller, session } = await gateway.shop();
      const awa = aPerson('Awa');
      const invited = await gateway.ask(InviteMember, { ...awa, email: awa.email.toUpperCase(), role: 'agent' }, caller);
      expect(invited).toMatchObject({ ...awa, role: 'agent', status: 'invited', version: 1 });
      const { meta } = await world.heard(MemberInvitedV1, (e) => e.memberId === invited.id);
      expect(meta).toMatchObject({ sellerId: caller.sellerId, key: invited.id, version: 1, actor: caller.actor });
      expect(await gateway.trySignIn(awa.email, PASSWORD)).toBe('CREDENTIALS_REFUSED');

      const { code, purpose, expiresAt, firstName } = await gateway.code(awa.phone);
      expect({ purpose, firstName }).toEqual({ purpose: 'invitation', firstName: 'Awa' });
      expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
      await gateway.ask(ResetPassword, { email: awa.email, code, password: PASSWORD });
      const signedIn = await gateway.signIn(awa.email);
      expect(decodeJwt(signedIn.session.accessToken)).toMatchObject({
        ...{ sub: session.sellerId, role: 'agent', act: { sub: invited.id } },
      });
      const { member } = await gateway.ask(GetMe, {}, signedIn.caller);
      expect(member).toMatchObject({ id: invited.id, status: 'active', version: 2, lastSeenAt: expect.any(String) as string });
      expect((await gateway.ask(ListMembers, {}, signedIn.caller)).items.map(({ id }) => id)).toEqual([
        session.sellerId,
        invited.id,
      ]);
    });

    it('is sent again, by the owner or because the invited asks for a code, and not to who has a password', async () => {
      const owner = await gateway.shop();
      const awa = aPerson('Awa');
      const { id: memberId } = await gateway.ask(InviteMember, { ...awa, role: 'agent' }, owner.caller);
      const first = await gateway.code(awa.phone);
      await gateway.ask(ResendInvitation, { memberId }, owner.caller);
      const second = await gateway.code(awa.phone, 2);
      const reset = (code: string) => gateway.ask(ResetPassword, { email: awa.email, code, password: PASSWORD });
      await expect(reset(first.code)).rejects.toMatchObject({ code: 'CODE_REFUSED' });
      await gateway.ask(AskPasswordReset, { email: awa.email });
      const third = await gateway.code(awa.phone, 3);
      expect([second.purpose, third.purpose]).toEqual(['invitation', 'invitation']);
      await reset(third.code);
      await expect(gateway.ask(ResendInvitation, { memberId }, owner.caller)).rejects.toMatchObject({
        ...{ code: 'MEMBER_ALREADY_ACTIVE', kind: 'conflict' },
      });
    });

    it('is refused for an address that anybody has, also of two shops at the same moment, and nobody signs up with it', async () => {
      const [jean, yao] = [await gateway.shop(), await gateway.shop()];
      const awa = aPerson('Awa');
      const both = await Promise.allSettled(
        [jean, yao].map(({ caller }) => gateway.ask(InviteMember, { ...awa, role: 'agent' }, caller)),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const taken = { code: 'EMAIL_TAKEN', kind: 'conflict' };
      expect((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject(taken);
      const asFounder = { ...awa, email: jean.email.toUpperCase(), role: 'owner' as const };
      await expect(gateway.ask(InviteMember, asFounder, yao.caller)).rejects.toMatchObject(taken);
      await expect(gateway.ask(SignUp, { ...awa, password: PASSWORD, country: 'Mali', sector: 'Mode' })).rejects.toMatchObject(
        taken,
      );
    });

    it('goes out twenty times in a row, then waits', async () => {
      const { caller } = await gateway.shop();
      const { id: memberId } = await gateway.ask(InviteMember, { ...aPerson(), role: 'agent' }, caller);
      for (let i = 0; i < 19; i++) await gateway.ask(ResendInvitation, { memberId }, caller);
      await expect(gateway.ask(ResendInvitation, { memberId }, caller)).rejects.toMatchObject({
        ...{ code: 'TOO_MANY_INVITATIONS', kind: 'rate-limited', facts: { retryAfterSeconds: expect.any(Number) as number } },
      });
    });
  });

  describe('its founder', () => {
    it('stays, an owner', async () => {
      const owner = await gateway.shop();
      const { caller } = await gateway.member(owner, 'owner');
      const founder = { memberId: owner.session.sellerId };
      const stays = { code: 'TEAM_FOUNDER_STAYS', kind: 'conflict' };
      await expect(gateway.ask(RemoveMember, founder, caller)).rejects.toMatchObject(stays);
      await expect(gateway.ask(UpdateMember, { ...founder, role: 'agent' }, caller)).rejects.toMatchObject(stays);
      await gateway.ask(UpdateMember, { ...founder, role: 'owner' }, caller);
      await expect(admin(`update accounts.membres set role = 'agent' where id_membre = $1`, [founder.memberId])).rejects.toThrow(
        /membres_le_fondateur_reste/,
      );
    });

    it('has one name and telephone, whether they are changed in the profile or in the team', async () => {
      const { caller } = await gateway.shop();
      const me = () => gateway.ask(GetMe, {}, caller);
      await gateway.ask(UpdateSeller, { firstName: 'Jean-Marc', phone: '0700000021' }, caller);
      const person = { firstName: 'Jean-Marc', phone: '+2250700000021' };
      expect(await me()).toMatchObject({ seller: { ...person, version: 2 }, member: { ...person, version: 2 } });
      await gateway.ask(UpdateMember, { memberId: caller.memberId!, lastName: 'Koffi' }, caller);
      expect(await me()).toMatchObject({ seller: { lastName: 'Koffi', version: 3 }, member: { lastName: 'Koffi', version: 3 } });
      await world.heard(SellerUpdatedV1, (e, meta) => meta.sellerId === caller.sellerId && e.lastName === 'Koffi');
      await gateway.ask(UpdateSeller, { shopName: 'Chez Koffi' }, caller);
      expect((await me()).member).toMatchObject({ version: 3 });
    });
  });

  describe('a member', () => {
    it('who is demoted is signed out, has no say in the team at once, and gets a lesser token next time', async () => {
      const owner = await gateway.shop();
      const { session, caller, email, member } = await gateway.member(owner, 'owner');
      await gateway.ask(UpdateMember, { memberId: member.id, lastName: 'Koffi', role: 'owner' }, owner.caller);
      const { refreshToken } = await gateway.ask(RefreshSession, { refreshToken: session.refreshToken });
      await gateway.ask(UpdateMember, { memberId: member.id, role: 'agent' }, owner.caller);
      await world.heard(MemberUpdatedV1, (e) => e.memberId === member.id && e.role === 'agent');
      await world.heard(SessionEndedV1, (e) => e.sessionId === caller.sessionId);
      const forbidden = { code: 'ROLE_FORBIDS', kind: 'forbidden' };
      await expect(gateway.ask(UpdateMember, { memberId: member.id, role: 'owner' }, caller)).rejects.toMatchObject(forbidden);
      await expect(gateway.ask(InviteMember, { ...aPerson(), role: 'owner' }, caller)).rejects.toMatchObject(forbidden);
      await expect(gateway.ask(CreateApiKey, { name: 'caisse', scopes: ['orders:read'] }, caller)).rejects.toMatchObject(
        forbidden,
      );
      await expect(gateway.ask(RefreshSession, { refreshToken })).rejects.toMatchObject({ code: 'SESSION_ENDED' });
      const next = (await gateway.signIn(email)).session;
      expect(decodeJwt(next.accessToken)).toMatchObject({ role: 'agent', act: { sub: member.id } });
      expect((await world.all(SessionEndedV1)).filter(({ meta }) => meta.sellerId === caller.sellerId)).toHaveLength(1);
    });

    it('who is demoted or removed changes neither the shop nor its linked accounts, though his token still says owner', async () => {
      const owner = await gateway.shop();
      const { caller: demoted, member } = await gateway.member(owner, 'owner');
      const { caller: removed, member: gone } = await gateway.member(owner, 'owner');
      const number = { businessAccountId: '1', phoneNumberId: '2', phone: '0700000022', accessToken: 'EAAG' };
      const linked = await gateway.ask(ConnectWhatsAppAccount, number, demoted);
      const mailbox = { provider: 'gmail' as const, email: aPerson('Boite').email, refreshToken: '1//jeton' };
      const box = await gateway.ask(ConnectEmailAccount, mailbox, removed);
      await gateway.ask(UpdateMember, { memberId: member.id, role: 'agent' }, owner.caller);
      await gateway.ask(RemoveMember, { memberId: gone.id }, owner.caller);
      for (const caller of [demoted, removed])
        for (const change of [
          // The telephone that the founder's codes go to.
          () => gateway.ask(UpdateSeller, { phone: '0700000023' }, caller),
          () => gateway.ask(ConnectWhatsAppAccount, { ...number, accessToken: 'autre' }, caller),
          () => gateway.ask(DisconnectWhatsAppAccount, { accountId: linked.id }, caller),
          () => gateway.ask(ConnectEmailAccount, mailbox, caller),
          () => gateway.ask(DisconnectEmailAccount, { accountId: box.id }, caller),
        ])
          await expect(change()).rejects.toMatchObject({ code: 'ROLE_FORBIDS', kind: 'forbidden' });
    });

    it('who is removed is out: no session, no password, no code; his address is free', async () => {
      const owner = await gateway.shop();
      const { session, caller, email, member } = await gateway.member(owner);
      await gateway.ask(AskPasswordReset, { email });
      await gateway.code(member.phone, 2);
      await gateway.ask(RemoveMember, { memberId: member.id }, owner.caller);
      const { meta } = await world.heard(MemberRemovedV1, (e) => e.memberId === member.id);
      expect(meta.version).toBe(member.version + 2);
      await world.heard(SessionEndedV1, (e) => e.sessionId === caller.sessionId);
      await expect(gateway.ask(RefreshSession, { refreshToken: session.refreshToken })).rejects.toMatchObject({
        code: 'SESSION_ENDED',
      });
      await expect(gateway.ask(GetMe, {}, caller)).rejects.toMatchObject({ code: 'SESSION_ENDED', kind: 'unauthenticated' });
      expect(await gateway.trySignIn(email, PASSWORD)).toBe('CREDENTIALS_REFUSED');
      const [left] = await admin<{ n: number }>(
        `select ((select count(*) from accounts.identifiants_connexion where id_membre = $1) + (select count(*) from accounts.sessions where id_membre = $1)
               + (select count(*) from accounts.codes_securite where id_membre = $1))::int as n`,
        [member.id],
      );
      expect(left!.n).toBe(0);
      await expect(gateway.ask(RemoveMember, { memberId: member.id }, owner.caller)).rejects.toMatchObject({
        ...{ code: 'MEMBER_NOT_FOUND', kind: 'not-found' },
      });
      await gateway.ask(InviteMember, { ...aPerson(), email, role: 'agent' }, owner.caller);
    });

    it('is changed on the version that was read, and never by another shop', async () => {
      const [owner, other] = [await gateway.shop(), await gateway.shop()];
      const { id: memberId } = await gateway.ask(InviteMember, { ...aPerson(), role: 'agent' }, owner.caller);
      const change = (firstName: string, ifVersion: number) =>
        gateway.ask(UpdateMember, { memberId, firstName, ifVersion }, owner.caller);
      expect(await change('Fatou', 1)).toMatchObject({ firstName: 'Fatou', version: 2 });
      await expect(change('Mariam', 1)).rejects.toMatchObject({ code: 'VERSION_MISMATCH', kind: 'conflict' });
      for (const asked of [
        gateway.ask(UpdateMember, { memberId, role: 'owner' }, other.caller),
        gateway.ask(ResendInvitation, { memberId }, other.caller),
        gateway.ask(RemoveMember, { memberId }, other.caller),
      ])
        await expect(asked).rejects.toMatchObject({ code: 'MEMBER_NOT_FOUND', kind: 'not-found' });
      expect((await gateway.ask(ListMembers, {}, other.caller)).items).toHaveLength(1);
    });

    it('who is an owner and demotes or removes another, while that one does the same to him: one of them stays an owner', async () => {
      const founder = await gateway.shop();
      const [awa, yao] = [await gateway.member(founder, 'owner'), await gateway.member(founder, 'owner')];
      const outcomes = await Promise.allSettled([
        gateway.ask(UpdateMember, { memberId: yao.member.id, role: 'agent' }, awa.caller),
        gateway.ask(RemoveMember, { memberId: awa.member.id }, yao.caller),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
        code: 'ROLE_FORBIDS',
      });
      const { items } = await gateway.ask(ListMembers, {}, founder.caller);
      const owners = items.filter(({ role, status }) => role === 'owner' && status === 'active').map(({ id }) => id);
      expect(owners).toContain(founder.session.sellerId);
      expect(owners).toHaveLength(2);
    });
  });

  describe('a key of a program', () => {
    const fingerprint = (key: string) => createHash('sha256').update(key).digest('hex');
    const refused = { code: 'API_KEY_REFUSED', kind: 'unauthenticated' };
    const make = async (caller: Caller, over: Partial<CreateApiKey> = {}) => {
      const asked = { name: 'Caisse', scopes: ['orders:read', 'orders:write'] as ApiScope[], ...over };
      return (await gateway.ask(CreateApiKey, asked, caller)) as CreatedApiKey & { key: string };
    };

    it('is shown once, kept as a fingerprint, and stands for its shop with its scopes until it is revoked', async () => {
      const { caller, session } = await gateway.shop();
      const { key, ...made } = await make(caller);
      expect(key).toMatch(/^flux_[\w-]{43}$/);
      expect(key.startsWith(made.prefix)).toBe(true);
      expect(made).toMatchObject({ name: 'Caisse', createdBy: caller.memberId });
      const told = await world.heard(ApiKeyCreatedV1, (e) => e.keyId === made.id);
      expect(JSON.stringify(told)).not.toContain(key);
      const [row] = await admin<{ row: string }>('select c::text as row from accounts.cles_api c where id_cle = $1', [made.id]);
      expect(row!.row).not.toContain(key.slice(11));

      const check = () => gateway.ask(CheckApiKey, { fingerprint: fingerprint(key) });
      const grant = { keyId: made.id, sellerId: session.sellerId, scopes: ['orders:read', 'orders:write'] };
      expect(await check()).toEqual(grant);
      const program = { sellerId: session.sellerId, actor: `api-key:${made.id}` as const };
      const me = await gateway.ask(GetMe, {}, program);
      expect(me).toMatchObject({ seller: { id: session.sellerId }, scopes: grant.scopes });
      expect(me).not.toHaveProperty('member');
      await expect(gateway.ask(ListApiKeys, {}, program)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });

      const revoked = await gateway.ask(RevokeApiKey, { keyId: made.id }, caller);
      expect(revoked.revokedAt).toBeDefined();
      expect(await gateway.ask(RevokeApiKey, { keyId: made.id }, caller)).toEqual(revoked);
      await world.heard(ApiKeyRevokedV1, (e) => e.keyId === made.id);
      await expect(check()).rejects.toMatchObject(refused);
      expect((await gateway.ask(ListApiKeys, {}, caller)).items).toMatchObject([
        { id: made.id, lastUsedAt: expect.any(String) as string },
      ]);
    });

    it('notes its last use once a minute at most', async () => {
      const { caller } = await gateway.shop();
      const { key, id } = await make(caller);
      const use = async () => {
        await gateway.ask(CheckApiKey, { fingerprint: fingerprint(key) });
        const [row] = await admin<{ used: Date }>(
          'select derniere_utilisation as used from accounts.cles_api where id_cle = $1',
          [id],
        );
        return row!.used.getTime();
      };
      const first = await use();
      expect(await use()).toBe(first);
      await admin("update accounts.cles_api set derniere_utilisation = now() - interval '61 s' where id_cle = $1", [id]);
      expect(await use()).toBeGreaterThan(first);
    });

    it('ends by itself at a time to come, and is refused when nobody made it', async () => {
      const { caller } = await gateway.shop();
      await expect(make(caller, { expiresAt: new Date().toISOString() })).rejects.toMatchObject({
        ...{ kind: 'invalid', facts: { fields: [expect.objectContaining({ field: 'expiresAt' })] } },
      });
      const { key, id, expiresAt } = await make(caller, { expiresAt: new Date(Date.now() + 60_000).toISOString() });
      expect(await gateway.ask(CheckApiKey, { fingerprint: fingerprint(key) })).toMatchObject({ keyId: id, expiresAt });
      await admin('update accounts.cles_api set date_expiration = now() where id_cle = $1', [id]);
      await expect(gateway.ask(CheckApiKey, { fingerprint: fingerprint(key) })).rejects.toMatchObject(refused);
      await expect(gateway.ask(CheckApiKey, { fingerprint: fingerprint('flux_inconnue') })).rejects.toMatchObject(refused);
    });

    it('is one of fifty at most, also when two are made at the same moment, and of no other shop', async () => {
      const [owner, other] = [await gateway.shop(), await gateway.shop()];
      const { id: keyId } = await make(owner.caller);
      await admin(
        `insert into accounts.cles_api (id_cle, id_utilisateur, nom_cle, debut_cle, empreinte, portees, date_creation, version)
         select gen_random_uuid(), $1, 'caisse', 'flux_', sha256(i::text::bytea), '{orders:read}', now(), 1 from generate_series(1, 48) i`,
        [owner.session.sellerId],
      );
      const both = await Promise.allSettled([make(owner.caller), make(owner.caller)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(make(owner.caller)).rejects.toMatchObject({ code: 'API_KEYS_FULL', kind: 'conflict' });
      await expect(gateway.ask(RevokeApiKey, { keyId }, other.caller)).rejects.toMatchObject({
        ...{ code: 'API_KEY_NOT_FOUND', kind: 'not-found' },
      });
      expect((await gateway.ask(ListApiKeys, {}, other.caller)).items).toEqual([]);
      await gateway.ask(RevokeApiKey, { keyId }, owner.caller);
      await make(owner.caller);
    });
  });

  describe('the profile of its shop', () => {
    it('is changed on the version that was read', async () => {
      const { caller } = await gateway.shop();
      const change = (shopName: string, ifVersion: number) => gateway.ask(UpdateSeller, { shopName, ifVersion }, caller);
      expect(await change('Chez Jean', 1)).toMatchObject({ shopName: 'Chez Jean', version: 2 });
      await expect(change('Chez Yao', 1)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
      expect(await change('Chez Jean', 2)).toMatchObject({ version: 2 });
    });

    it('says when the shop is open, in the order of the week, until that is cleared', async () => {
      const { caller } = await gateway.shop();
      const monday = { weekday: 1, opens: '08:00', closes: '18:00' };
      const sunday = { weekday: 7, opens: '20:00', closes: '24:00' };
      const change = (over: Partial<UpdateSeller>) => gateway.ask(UpdateSeller, over, caller);
      expect(await change({ hours: [sunday, monday] })).toMatchObject({ hours: [monday, sunday], version: 2 });
      expect(await change({ hours: [monday, sunday] })).toMatchObject({ version: 2 });
      await world.heard(SellerUpdatedV1, (e, meta) => meta.sellerId === caller.sellerId && e.hours?.length === 2);
      await expect(change({ hours: [monday, { ...monday, opens: '17:00' }] })).rejects.toMatchObject({
        ...{ code: 'VALIDATION_FAILED', facts: { fields: [expect.objectContaining({ field: 'hours.1' })] } },
      });
      await change({ pickupAddress: 'Abobo', openingHours: '8 h à 18 h' });
      const cleared = await change({ hours: [], pickupAddress: '', openingHours: '' });
      for (const field of ['hours', 'pickupAddress', 'openingHours']) expect(cleared).not.toHaveProperty(field);
    });
  });
});
