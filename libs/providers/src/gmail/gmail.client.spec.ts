import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { ObservedCall } from '../breaker.js';
import { ProviderError } from '../provider-error.js';
import { failure, standIn, type Behaviour, type Seen, type StandIn } from '../../test/stand-in.js';
import { HistoryGone, MessageGone } from './errors.js';
import { GmailClient } from './gmail.client.js';
import type { MailTokens } from './mail.port.js';

const ME = '/gmail/v1/users/me';
const fault = (status: number, reason: string, message = 'refusé'): Behaviour => ({
  status,
  body: { error: { code: status, message, errors: [{ message, domain: 'global', reason }] } },
});
const soon = () => new Date(Date.now() + 3_600_000);
const added = (id: string, labelIds = ['INBOX', 'UNREAD']) => ({ messagesAdded: [{ message: { id, threadId: id, labelIds } }] });

describe('the Gmail client', () => {
  let google: StandIn;
  let gmail: GmailClient;
  let observed: ObservedCall[];
  let saved: MailTokens[];
  let api: (request: Seen) => Behaviour;
  let token: (request: Seen) => Behaviour;

  const connect = (options: object = {}) =>
    new GmailClient({
      clientId: 'client',
      clientSecret: 'secret',
      rootUrl: google.url,
      tokenUrl: `${google.url}/token`,
      timeoutMs: 2_000,
      observe: (call) => observed.push(call),
      ...options,
    });
  const mailbox = (tokens: Partial<MailTokens> = {}, client = gmail) =>
    client.mailbox(
      { refreshToken: '1//kouadio', accessToken: 'ya29.old', expiresAt: soon(), ...tokens },
      (fresh) => void saved.push(fresh),
    );
  const paths = () => google.seen.map((request) => request.path);

  beforeEach(async () => {
    token = () => ({ body: { access_token: 'ya29.new', expires_in: 3599, scope: 'openid email', token_type: 'Bearer' } });
    api = () => ({ status: 500 });
    google = await standIn((request) => (request.path === '/token' ? token(request) : api(request)));
    observed = [];
    saved = [];
    gmail = connect();
  });

  afterEach(async () => {
    await google.close();
    await gmail.close();
  });

  describe('reads', () => {
    it('who the mailbox belongs to, with the token, and never outside the given address', async () => {
      api = () => ({ body: { emailAddress: 'Kouadio.Boutique@gmail.com', historyId: '9000400' } });
      await expect(mailbox().profile()).resolves.toEqual({ address: 'kouadio.boutique@gmail.com', historyId: '9000400' });
      expect(google.seen[0]).toMatchObject({
        method: 'GET',
        path: `${ME}/profile`,
        headers: { authorization: 'Bearer ya29.old' },
      });
      expect(observed).toMatchObject([{ provider: 'gmail', kind: 'profile', ok: true }]);
    });

    it('a compressed answer', async () => {
      const body = gzipSync(JSON.stringify({ emailAddress: 'a@b.ci', historyId: '1' }));
      api = () => ({ headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body });
      expect((await mailbox().profile()).address).toBe('a@b.ci');
      expect(google.seen[0]?.headers['accept-encoding']).toContain('gzip');
    });

    it('watches the inbox for seven days', async () => {
      api = () => ({ body: { historyId: '9000400', expiration: '1795932800000' } });
      const watched = await mailbox().watch('projects/fluxasync/topics/gmail');
      expect(watched).toEqual({ historyId: '9000400', expiresAt: new Date(1795932800000) });
      expect(google.seen[0]).toMatchObject({ method: 'POST', path: `${ME}/watch` });
      expect(JSON.parse(google.seen[0]!.body)).toMatchObject({
        topicName: 'projects/fluxasync/topics/gmail',
        labelIds: ['INBOX'],
      });
    });

    it('stops watching, which answers with nothing', async () => {
      api = () => ({ status: 204, body: '' });
      await mailbox().stopWatching();
      expect(google.seen[0]).toMatchObject({ method: 'POST', path: `${ME}/stop` });
    });

    it('the history to its last page, each message once, and only what was received', async () => {
      api = ({ query }) =>
        query.get('pageToken') === 'p2'
          ? { body: { history: [added('m1'), added('m3')], historyId: '9000500' } }
          : {
              body: {
                history: [
                  added('m1'),
                  added('brouillon', ['DRAFT']),
                  added('envoi', ['SENT', 'INBOX']),
                  { labelsAdded: [{ message: { id: 'm2', labelIds: ['INBOX'] }, labelIds: ['INBOX'] }] },
                  { labelsAdded: [{ message: { id: 'lu', labelIds: ['INBOX'] }, labelIds: ['STARRED'] }] },
                  { id: '9000406', messages: [{ id: 'autre' }] },
                ],
                nextPageToken: 'p2',
                historyId: '9000412',
              },
            };
      // The first page's point: what came in between is found next time.
      await expect(mailbox().history('9000400')).resolves.toEqual({ messageIds: ['m1', 'm2', 'm3'], historyId: '9000412' });
      expect(google.seen).toHaveLength(2);
      expect(google.seen[0]?.query.get('startHistoryId')).toBe('9000400');
      expect(google.seen[0]?.query.getAll('historyTypes')).toEqual(['messageAdded', 'labelAdded']);
    });

    it('a history without change, and goes on past an empty page', async () => {
      api = () => ({ body: { historyId: '9000412' } });
      await expect(mailbox().history('9000412')).resolves.toEqual({ messageIds: [], historyId: '9000412' });
      api = ({ query }) => ({
        body: query.get('pageToken') ? { history: [added('m9')], historyId: '3' } : { historyId: '2', nextPageToken: 'p' },
      });
      await expect(mailbox().history('1')).resolves.toEqual({ messageIds: ['m9'], historyId: '2' });
    });

    it('no part of a history whose second page fails', async () => {
      api = ({ query }) =>
        query.get('pageToken') ? { status: 503 } : { body: { history: [added('m1')], historyId: '2', nextPageToken: 'p' } };
      expect(await failure(mailbox().history('1'), ProviderError)).toMatchObject({ action: 'retry' });
    });

    it('says when the history is forgotten', async () => {
      api = () => fault(404, 'notFound');
      expect(await failure(mailbox().history('1'), HistoryGone)).toMatchObject({ code: 'history_gone', outage: false });
    });

    it('gives up a history that never ends', async () => {
      api = () => ({ body: { historyId: '2', nextPageToken: 'again' } });
      await failure(mailbox().history('1'), HistoryGone);
      expect(google.seen).toHaveLength(200);
    });

    it('lists the recent inbox, with a point in history taken before', async () => {
      api = ({ path, query }) => {
        if (path.endsWith('/profile')) return { body: { emailAddress: 'a@b.ci', historyId: '77' } };
        return query.get('pageToken')
          ? { body: { messages: [{ id: 'm3' }] } }
          : { body: { messages: [{ id: 'm1' }, { id: 'm2' }], nextPageToken: 'p2' } };
      };
      await expect(mailbox().listRecent({ since: new Date('2026-11-20T10:00:00.900Z') })).resolves.toEqual({
        messageIds: ['m1', 'm2', 'm3'],
        historyId: '77',
      });
      expect(paths()).toEqual([`${ME}/profile`, `${ME}/messages`, `${ME}/messages`]);
      expect(google.seen[1]?.query.get('q')).toBe('in:inbox after:1795168800');
      await expect(mailbox().listRecent({ max: 1 })).resolves.toMatchObject({ messageIds: ['m1'] });
    });

    it('an empty inbox', async () => {
      api = ({ path }) => ({
        body: path.endsWith('/profile') ? { emailAddress: 'a@b.ci', historyId: '77' } : { resultSizeEstimate: 0 },
      });
      await expect(mailbox().listRecent()).resolves.toEqual({ messageIds: [], historyId: '77' });
    });

    it('a message, and its text that Gmail keeps aside', async () => {
      api = ({ path }) =>
        path.endsWith('/attachments/A1')
          ? { body: { size: 7, data: Buffer.from('Bonjour').toString('base64url') } }
          : {
              body: {
                id: '18c1',
                threadId: '18c0',
                labelIds: ['INBOX'],
                internalDate: '1795328000000',
                payload: {
                  mimeType: 'text/plain',
                  filename: '',
                  headers: [{ name: 'From', value: 'a@b.ci' }],
                  body: { attachmentId: 'A1', size: 7 },
                },
              },
            };
      expect(await mailbox().getMessage('18c1')).toMatchObject({ id: '18c1', text: 'Bonjour', from: { address: 'a@b.ci' } });
      expect(google.seen[0]?.query.get('format')).toBe('full');
      expect(paths()).toEqual([`${ME}/messages/18c1`, `${ME}/messages/18c1/attachments/A1`]);
    });

    it('says when a message is gone', async () => {
      api = () => fault(404, 'notFound');
      await failure(mailbox().getMessage('18c1'), MessageGone);
    });
  });

  describe('answers and archives', () => {
    const MESSAGE_ID = '<fluxasync.1@gmail.com>';
    const reply = (client = gmail, text = 'Bonjour, oui.\nLundi à 14 h') =>
      mailbox({}, client).reply({ answers: '18c1', messageId: MESSAGE_ID, from: 'kouadio@gmail.com', text });
    const original = (headers: Record<string, string>): Behaviour => ({
      body: {
        id: '18c1',
        threadId: '18c0',
        payload: { headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
      },
    });
    const asked = original({
      From: '=?UTF-8?Q?Aminata_Kon=C3=A9?= <Aminata@example.ci>',
      Subject: 'RE : Re: Commande de pagnes pour la fête de fin d’année, avec livraison',
      'Message-ID': '<a2@example.ci>',
      References: '<a0@example.ci>\r\n <a1@example.ci>',
    });
    const sentRaw = () => {
      const { raw, threadId } = JSON.parse(google.seen.at(-1)!.body) as { raw: string; threadId: string };
      return { threadId, raw: Buffer.from(raw, 'base64url').toString('latin1') };
    };

    it('the sender, in the thread, in words that every mail reader decodes', async () => {
      api = ({ path }) =>
        path.endsWith('/messages/send') ? { body: { id: '18d0', threadId: '18c0', labelIds: ['SENT'] } } : asked;
      await expect(reply()).resolves.toEqual({ id: '18d0' });
      expect(google.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
        `GET ${ME}/messages/18c1`,
        `POST ${ME}/messages/send`,
      ]);
      const { raw, threadId } = sentRaw();
      expect(threadId).toBe('18c0');
      // Pure ASCII in short lines: nothing on the way has to guess.
      expect(raw).toMatch(/^([\x20-\x7e]{0,78}\r\n)+$/);
      const { simpleParser } = await import('mailparser');
      const mail = await simpleParser(raw);
      expect(mail).toMatchObject({
        messageId: MESSAGE_ID,
        inReplyTo: '<a2@example.ci>',
        references: ['<a0@example.ci>', '<a1@example.ci>', '<a2@example.ci>'],
        subject: 'Re: Commande de pagnes pour la fête de fin d’année, avec livraison',
        from: { value: [{ address: 'kouadio@gmail.com' }] },
        to: { value: [{ name: 'Aminata Koné', address: 'aminata@example.ci' }] },
      });
      expect(mail.text?.trim()).toBe('Bonjour, oui.\nLundi à 14 h');
      expect(mail.headers.get('x-fluxasync-message-id')).toBe(MESSAGE_ID);
    });

    it('with headers of our own only, whatever the sender wrote into his', async () => {
      api = ({ path }) =>
        path.endsWith('/send')
          ? { body: { id: '18d0' } }
          : original({
              From: 'a@b.ci',
              Subject: '=?UTF-8?Q?Devis=0D=0ABcc:_voleur@example.ci?=',
              'Message-ID': '<a@b>\r\nBcc: voleur@example.ci',
            });
      await reply();
      expect(sentRaw().raw).not.toMatch(/^Bcc:/im);
      expect(sentRaw().raw).toMatch(/^In-Reply-To: <a@b>\r$/m);
    });

    it('nobody when the sender has no address', async () => {
      api = () => original({ From: 'Nike', Subject: 'Promo' });
      expect(await failure(reply(), ProviderError)).toMatchObject({ code: 'no_recipient', action: 'reject' });
      expect(google.seen).toHaveLength(1);
    });

    it.each<[string, Behaviour, Partial<ProviderError>]>([
      ['silence', 'hang', { code: 'timeout', action: 'unknown' }],
      ['a cut connection', 'reset', { code: 'connection_lost', action: 'unknown' }],
      ['an outage', fault(503, 'backendError'), { action: 'unknown', outage: true }],
      ['an answer that is no JSON', { body: '<html>' }, { code: 'bad_answer', action: 'unknown' }],
      ['an answer without an id', { body: {} }, { code: 'bad_answer', action: 'unknown' }],
      ['a limit', fault(429, 'rateLimitExceeded'), { action: 'wait' }],
      ['a missing right', fault(403, 'insufficientPermissions'), { code: 'insufficientPermissions', action: 'reconnect' }],
      ['a refusal', fault(400, 'invalidArgument'), { action: 'reject' }],
    ])('once: met with %s, the caller is told whether it may have left', async (_what, behaviour, expected) => {
      gmail = connect({ timeoutMs: 300 });
      api = ({ path }) => (path.endsWith('/send') ? behaviour : asked);
      expect(await failure(reply(), ProviderError)).toMatchObject(expected);
      expect(paths().filter((path) => path.endsWith('/send'))).toHaveLength(1);
    });

    it('never left when the message answered could not be read', async () => {
      gmail = connect({ timeoutMs: 300 });
      api = () => 'hang';
      expect(await failure(reply(), ProviderError)).toMatchObject({ code: 'timeout', action: 'retry' });
      api = () => fault(404, 'notFound');
      await failure(reply(), MessageGone);
    });

    it('finds what it sent by its Message-ID', async () => {
      api = () => ({ body: { messages: [{ id: '18d0' }] } });
      await expect(mailbox().findByMessageId(MESSAGE_ID, '18c1')).resolves.toBe('18d0');
      expect(google.seen[0]?.query.get('q')).toBe('rfc822msgid:fluxasync.1@gmail.com');
    });

    it('and in the thread when Gmail gave it another Message-ID', async () => {
      const sent = (id: string, value: string) => ({ id, payload: { headers: [{ name: 'X-FluxAsync-Message-ID', value }] } });
      api = ({ path }) => {
        if (path.endsWith('/messages')) return { body: { resultSizeEstimate: 0 } };
        if (path.endsWith('/messages/18c1')) return { body: { id: '18c1', threadId: '18c0' } };
        return { body: { messages: [{ id: '18c1', payload: {} }, sent('18cf', '<other@gmail.com>'), sent('18d0', MESSAGE_ID)] } };
      };
      await expect(mailbox().findByMessageId(MESSAGE_ID, '18c1')).resolves.toBe('18d0');
      expect(google.seen.at(-1)?.path).toBe(`${ME}/threads/18c0`);
      await expect(mailbox().findByMessageId('<never@gmail.com>', '18c1')).resolves.toBeUndefined();
    });

    it('and not when the whole thread is gone', async () => {
      api = ({ path }) => (path.endsWith('/messages') ? { body: {} } : fault(404, 'notFound'));
      await expect(mailbox().findByMessageId(MESSAGE_ID, '18c1')).resolves.toBeUndefined();
    });

    it('archives by taking the message out of the inbox', async () => {
      api = () => ({ body: { id: '18c1', labelIds: [] } });
      await mailbox().archive('18c1');
      expect(google.seen[0]).toMatchObject({ method: 'POST', path: `${ME}/messages/18c1/modify` });
      expect(JSON.parse(google.seen[0]!.body)).toEqual({ removeLabelIds: ['INBOX'] });
      api = () => fault(404, 'notFound');
      await failure(mailbox().archive('18c1'), MessageGone);
    });
  });

  describe('renews the access token', () => {
    const profile = { body: { emailAddress: 'a@b.ci', historyId: '1' } };

    it.each<[string, Partial<MailTokens>]>([
      ['when there is none', { accessToken: undefined }],
      ['shortly before it dies', { expiresAt: new Date(Date.now() + 20_000) }],
    ])('%s, stores it, and keeps the refresh token', async (_what, tokens) => {
      api = () => profile;
      await mailbox(tokens).profile();
      expect(paths()).toEqual(['/token', `${ME}/profile`]);
      expect(google.seen[1]?.headers.authorization).toBe('Bearer ya29.new');
      expect(Object.fromEntries(new URLSearchParams(google.seen[0]!.body))).toEqual({
        grant_type: 'refresh_token',
        refresh_token: '1//kouadio',
        client_id: 'client',
        client_secret: 'secret',
      });
      expect(saved).toMatchObject([{ refreshToken: '1//kouadio', accessToken: 'ya29.new', scopes: ['openid', 'email'] }]);
      expect(saved[0]!.expiresAt!.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
    });

    it('once when it is refused, and asks again', async () => {
      api = ({ headers }) => (headers.authorization === 'Bearer ya29.new' ? profile : fault(401, 'authError'));
      await mailbox().profile();
      expect(paths()).toEqual([`${ME}/profile`, '/token', `${ME}/profile`]);
    });

    it('only once: refused again, the seller must connect again', async () => {
      api = () => fault(401, 'authError');
      expect(await failure(mailbox().profile(), ProviderError)).toMatchObject({ code: 'authError', action: 'reconnect' });
      expect(google.seen).toHaveLength(3);
    });

    it('once for calls at the same time', async () => {
      api = () => profile;
      const box = mailbox({ accessToken: undefined });
      await Promise.all([box.profile(), box.profile(), box.profile()]);
      expect(paths().filter((path) => path === '/token')).toHaveLength(1);
    });

    it('not on a rate limit', async () => {
      api = () => fault(403, 'userRateLimitExceeded');
      await failure(mailbox().profile(), ProviderError);
      expect(google.seen).toHaveLength(1);
    });

    it('and takes a new refresh token when one comes', async () => {
      token = () => ({ body: { access_token: 'ya29.new', expires_in: 3599, refresh_token: '1//next' } });
      await expect(mailbox().refresh()).resolves.toMatchObject({ refreshToken: '1//next' });
    });

    it.each<[string, Behaviour, Partial<ProviderError>]>([
      [
        'a grant that is dead',
        { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } },
        { code: 'invalid_grant', action: 'reconnect', scope: 'account' },
      ],
      [
        'an application refused',
        { status: 401, body: { error: 'invalid_client' } },
        { code: 'invalid_client', action: 'reject' },
      ],
      ['too many requests', { status: 429, headers: { 'retry-after': '9' }, body: {} }, { action: 'wait', retryAfterMs: 9_000 }],
      ['an outage', { status: 503, body: '<html>' }, { code: 'http_503', action: 'retry', outage: true }],
      ['an answer without a token', { body: {} }, { code: 'bad_answer', action: 'retry' }],
      ['a cut connection', 'reset', { code: 'connection_lost', action: 'retry' }],
    ])('unless it meets %s', async (_what, behaviour, expected) => {
      token = () => behaviour;
      expect(await failure(mailbox().refresh(), ProviderError)).toMatchObject({ provider: 'gmail', ...expected });
      expect(saved).toEqual([]);
    });
  });

  describe('connects a mailbox', () => {
    it('asks for consent each time, so that a refresh token comes', () => {
      const url = new URL(gmail.consentUrl('https://fluxasync.test/back', 'etat'));
      expect(url.origin + url.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth');
      expect(Object.fromEntries(url.searchParams)).toMatchObject({
        prompt: 'consent',
        access_type: 'offline',
        state: 'etat',
        response_type: 'code',
      });
    });

    it('exchanges the code for tokens, and refuses a consent without a refresh token', async () => {
      token = () => ({ body: { access_token: 'ya29', expires_in: 3599, refresh_token: '1//r' } });
      await expect(gmail.exchangeCode('code', 'https://fluxasync.test/back')).resolves.toMatchObject({ refreshToken: '1//r' });
      expect(new URLSearchParams(google.seen[0]!.body).get('redirect_uri')).toBe('https://fluxasync.test/back');
      token = () => ({ body: { access_token: 'ya29', expires_in: 3599 } });
      const error = await failure(gmail.exchangeCode('code', 'https://fluxasync.test/back'), ProviderError);
      expect(error).toMatchObject({ code: 'no_refresh_token', action: 'reconnect' });
    });

    it('not under an address with a path, which would be dropped', () =>
      expect(() => connect({ rootUrl: `${google.url}/gmail` })).toThrow(/no path/));
  });

  it.each<[string, Behaviour, Partial<ProviderError>]>([
    ['a rate limit', fault(403, 'userRateLimitExceeded'), { action: 'wait', retryAfterMs: 60_000, scope: 'account' }],
    ["the project's daily limit", fault(403, 'dailyLimitExceeded'), { action: 'wait', scope: 'provider' }],
    ['too many at a time', fault(429, 'rateLimitExceeded'), { action: 'wait', outage: false }],
    [
      'a limit with Retry-After',
      { ...(fault(429, 'rateLimitExceeded') as object), headers: { 'retry-after': '7' } },
      { retryAfterMs: 7_000 },
    ],
    ['a missing scope', fault(403, 'insufficientPermissions'), { action: 'reconnect' }],
    ['a domain that forbids it', fault(403, 'domainPolicy'), { action: 'stop-account' }],
    ['an API that is off', fault(403, 'accessNotConfigured'), { action: 'stop-account', scope: 'provider' }],
    ['a mailbox that is off', fault(400, 'failedPrecondition'), { action: 'stop-account' }],
    ['a wrong request', fault(400, 'invalidArgument'), { action: 'reject', outage: false }],
    ['an outage', fault(500, 'backendError'), { action: 'retry', outage: true }],
    ["a gateway's HTML 502", { status: 502, body: '<html>' }, { code: 'http_502', action: 'retry', outage: true }],
    ['an answer that is no JSON', { body: '<html>' }, { code: 'bad_answer', action: 'retry' }],
    [
      'an answer cut short',
      { headers: { 'content-length': '500' }, body: '{"emailAddress":' },
      { action: 'retry', outage: true },
    ],
    ['an answer without what it is for', { body: {} }, { code: 'bad_answer', action: 'retry' }],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, { action: 'retry' }],
    ['a cut connection', 'reset', { code: 'connection_lost', action: 'retry' }],
    ['silence', 'hang', { code: 'timeout', action: 'retry', outage: true }],
  ])('classifies %s, without trying again by itself', async (_what, behaviour, expected) => {
    gmail = connect({ timeoutMs: 300 });
    api = () => behaviour;
    expect(await failure(mailbox().profile(), ProviderError)).toMatchObject({ provider: 'gmail', ...expected });
    expect(google.seen).toHaveLength(1);
  });

  it.each<Behaviour>(['reset', { status: 503 }, { body: '<html>' }])(
    'carries no token in the error of %j, for errors are logged',
    async (behaviour) => {
      api = () => behaviour;
      const error = await failure(mailbox().profile(), ProviderError);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('ya29');
    },
  );

  it('waits until the moment Gmail writes into its text', async () => {
    api = () =>
      fault(
        403,
        'userRateLimitExceeded',
        `User-rate limit exceeded.  Retry after ${new Date(Date.now() + 90_000).toISOString()}`,
      );
    const { retryAfterMs } = await failure(mailbox().profile(), ProviderError);
    expect(retryAfterMs).toBeGreaterThan(80_000);
    expect(retryAfterMs).toBeLessThanOrEqual(90_000);
  });

  it('stops calling while Gmail is down', async () => {
    gmail = connect({ breaker: { window: 2, minimumCalls: 2 } });
    api = () => ({ status: 503 });
    for (let call = 0; call < 2; call++) await failure(mailbox().profile(), ProviderError);
    expect(await failure(mailbox().profile(), ProviderError)).toMatchObject({ code: 'circuit_open', action: 'wait' });
    expect(google.seen).toHaveLength(2);
  });
});
