import { createRemoteJWKSet, jwtVerify } from 'jose';
import { AUDIENCE, eventually, PUSH_ACCOUNT, startReceiver, startTestSandbox } from './harness.js';
import type { Receiver, TestSandbox } from './harness.js';

const EMAIL = 'kouadio@gmail.com';
const SUPPLIER = {
  to: EMAIL,
  from: 'Équipe Nike <fournisseur@nike-ci.com>',
  subject: 'Nouveau stock Nike disponible - Livraison urgent',
  text: "Bonjour, c'est arrivé : 50 paires à 1 < 2 jours.",
};

interface Token {
  access_token: string;
  refresh_token?: string;
  id_token?: string;
}
interface Message {
  id: string;
  snippet: string;
  labelIds: string[];
  payload: { mimeType: string; headers: { name: string; value: string }[]; body: { data?: string }; parts?: unknown[] };
  raw: string;
}

describe('Gmail', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;
  let token: string;

  beforeEach(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
    await sandbox.control('mailboxes', { email: EMAIL, refreshToken: '1//refresh' });
    token = ((await refresh()).body as Token).access_token;
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const form = async (path: string, fields: Record<string, string>) => {
    const reply = await fetch(`${sandbox.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: reply.status, body: (await reply.json()) as unknown };
  };
  const refresh = (refreshToken = '1//refresh') =>
    form('/token', { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'c', client_secret: 's' });
  const get = async (path: string) => (await sandbox.call('GET', `/gmail/v1/users/me/${path}`, undefined, token)).json as unknown;
  const watch = () =>
    sandbox.call('POST', '/gmail/v1/users/me/watch', { topicName: 'projects/p/topics/gmail', labelIds: ['INBOX'] }, token);

  it('pushes a signed notification when a watch starts and when mail comes', async () => {
    const started = (await watch()).json as { historyId: string; expiration: string };
    expect(Number(started.expiration)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
    await sandbox.control('mail', SUPPLIER);
    await eventually(() => receiver.received.length === 2);
    const push = JSON.parse(receiver.received[1]?.raw.toString() ?? '') as { message: { data: string }; subscription: string };
    expect(push).toMatchObject({
      subscription: 'projects/p/subscriptions/gmail-push',
      message: { messageId: expect.any(String) },
    });
    const told = JSON.parse(Buffer.from(push.message.data, 'base64').toString()) as { emailAddress: string; historyId: number };
    expect(told.emailAddress).toBe(EMAIL);
    expect(told.historyId).toBeGreaterThan(Number(started.historyId));

    const jwt = receiver.received[1]?.headers.authorization?.replace('Bearer ', '') ?? '';
    const keys = createRemoteJWKSet(new URL(`${sandbox.url}/oauth2/v3/certs`));
    const { payload } = await jwtVerify(jwt, keys, { audience: AUDIENCE, issuer: 'https://accounts.google.com' });
    expect(payload).toMatchObject({ email: PUSH_ACCOUNT, email_verified: true });
  });

  it('pushes again until any 2xx comes', async () => {
    const answers = [500, 503, 204];
    receiver.answerWith(() => answers.shift() ?? 500);
    await watch();
    await eventually(async () => {
      const { json } = await sandbox.call('GET', '/__sandbox/ledger');
      return (json as { pushes: { attempts: number; deliveredAt?: number }[] }).pushes[0]?.deliveredAt !== undefined;
    });
    expect(receiver.received).toHaveLength(3);
  });

  it('shows the way from a history id to the message: ids with gaps, Gmail’s shapes, encoded headers', async () => {
    const { historyId } = (await get('profile')) as { historyId: string };
    expect(await get(`history?startHistoryId=${historyId}`)).toEqual({ historyId });
    await sandbox.control('mail', SUPPLIER);
    const history = (await get(`history?startHistoryId=${historyId}&historyTypes=messageAdded&labelId=INBOX`)) as {
      history: { id: string; messagesAdded: { message: { id: string; labelIds: string[] } }[] }[];
    };
    const added = history.history[0]?.messagesAdded[0]?.message;
    expect(added?.labelIds).toContain('INBOX');
    const mail = (await get(`messages/${added?.id}?format=full`)) as Message;
    expect(mail.payload.parts).toBeUndefined();
    expect(Buffer.from(mail.payload.body.data ?? '', 'base64url').toString()).toBe(SUPPLIER.text);
    expect(mail.snippet).toContain('c&#39;est arrivé : 50 paires à 1 &lt; 2');
    expect(mail.payload.headers).toContainEqual({ name: 'Subject', value: SUPPLIER.subject });
    expect(mail.payload.headers.find((header) => header.name === 'From')?.value).toMatch(
      /^=\?UTF-8\?B\?.*\?= <fournisseur@nike-ci.com>$/,
    );
    const raw = (await get(`messages/${added?.id}?format=raw`)) as Message;
    expect(Buffer.from(raw.raw, 'base64url').toString()).toContain('\r\nSubject: Nouveau stock Nike disponible');
  });

  it('keeps attachments apart and finds mail by q', async () => {
    const attachments = [{ filename: 'bon.pdf', mimeType: 'application/pdf', data: Buffer.from('%PDF').toString('base64') }];
    const { json } = await sandbox.control('mail', { ...SUPPLIER, html: '<p>Bonjour</p>', attachments });
    const { id } = json as { id: string };
    const mail = (await get(`messages/${id}`)) as Message;
    const [body, file] = mail.payload.parts as { partId: string; mimeType: string; body: { attachmentId?: string } }[];
    expect([mail.payload.mimeType, body?.mimeType, body?.partId]).toEqual(['multipart/mixed', 'multipart/alternative', '0']);
    expect(await get(`messages/${id}/attachments/${file?.body.attachmentId}`)).toEqual({ size: 4, data: 'JVBERg' });
    expect(await get('messages?q=in:inbox%20newer_than:7d%20after:1700000000%20from:nike')).toMatchObject({ messages: [{ id }] });
    expect(await get('messages?q=-in:inbox')).toEqual({ resultSizeEstimate: 0 });
  });

  it('notes changed labels in the history', async () => {
    const { id, historyId } = (await sandbox.control('mail', SUPPLIER)).json as { id: string; historyId: string };
    await sandbox.call('POST', `/gmail/v1/users/me/messages/${id}/modify`, { removeLabelIds: ['UNREAD'] }, token);
    expect(await get(`history?startHistoryId=${historyId}`)).toMatchObject({
      history: [{ labelsRemoved: [{ labelIds: ['UNREAD'], message: { id, labelIds: ['INBOX', 'CATEGORY_PERSONAL'] } }] }],
    });
  });

  const raw = (headers: Record<string, string>, text = 'Bonjour, merci !') =>
    Buffer.from(
      `${Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\r\n')}\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n${text}`,
    ).toString('base64url');
  const send = (body: object) => sandbox.call('POST', '/gmail/v1/users/me/messages/send', body, token);
  const sent = async () =>
    ((await sandbox.call('GET', `/__sandbox/mailboxes/${EMAIL}/sent`)).json as { messages: Record<string, unknown>[] }).messages;
  const messageIdOf = async (id: string) =>
    ((await get(`messages/${id}?format=metadata`)) as Message).payload.headers.find(({ name }) => name === 'Message-ID')?.value ??
    '';
  const answerTo = async (id: string, messageId = '<flux.1@gmail.com>') => ({
    To: 'fournisseur@nike-ci.com',
    Subject: `Re: ${SUPPLIER.subject}`,
    'Message-ID': messageId,
    'In-Reply-To': await messageIdOf(id),
  });

  it('keeps a sent answer in its thread, out of the inbox, and finds it by its Message-ID', async () => {
    const { id, threadId, historyId } = (await sandbox.control('mail', SUPPLIER)).json as Record<
      'id' | 'threadId' | 'historyId',
      string
    >;
    const reply = await send({ raw: raw(await answerTo(id)), threadId });
    expect(reply).toMatchObject({ status: 200, json: { threadId, labelIds: ['SENT'] } });
    expect(await sent()).toMatchObject([{ threadId, messageId: '<flux.1@gmail.com>', text: 'Bonjour, merci !', copies: 1 }]);
    const sentId = (reply.json as { id: string }).id;
    expect(await get('messages?q=rfc822msgid:flux.1@gmail.com')).toMatchObject({ messages: [{ id: sentId }] });
    expect(await get('messages?q=rfc822msgid:flux.2@gmail.com')).toEqual({ resultSizeEstimate: 0 });
    expect(await get(`threads/${threadId}?format=metadata`)).toMatchObject({ messages: [{ id }, { id: sentId }] });
    expect(await get(`history?startHistoryId=${historyId}&labelId=INBOX`)).not.toHaveProperty('history');
  });

  it('starts a thread of its own for an answer that refers to nothing in the thread, or has another subject', async () => {
    const { id, threadId } = (await sandbox.control('mail', SUPPLIER)).json as { id: string; threadId: string };
    const answer = await answerTo(id);
    for (const headers of [
      { ...answer, 'In-Reply-To': '<x@y>' },
      { ...answer, Subject: 'Autre chose' },
    ])
      expect(((await send({ raw: raw(headers), threadId })).json as { threadId: string }).threadId).not.toBe(threadId);
    expect((await send({ raw: raw(answer), threadId: 'nowhere' })).status).toBe(404);
    expect((await send({ raw: raw({ Subject: 'À personne' }) })).status).toBe(400);
    expect((await send({})).status).toBe(400);
  });

  it('takes a message and falls silent when told to, and may give it a Message-ID of its own', async () => {
    await sandbox.control('mailboxes', { email: EMAIL, refreshToken: '1//refresh', rewritesMessageIds: true });
    const { id, threadId } = (await sandbox.control('mail', SUPPLIER)).json as { id: string; threadId: string };
    const body = { raw: raw(await answerTo(id)), threadId };
    await sandbox.control('faults', { email: EMAIL, sendError: 'reset-before' });
    await sandbox.control('faults', { email: EMAIL, sendError: 'reset-after' });
    await sandbox.control('faults', { email: EMAIL, sendError: '403-scope' });
    await expect(send(body)).rejects.toThrow();
    expect(await sent()).toHaveLength(0);
    await expect(send(body)).rejects.toThrow();
    expect(await sent()).toHaveLength(1);
    expect((await send(body)).json).toMatchObject({ error: { errors: [{ reason: 'insufficientPermissions' }] } });
    expect(await get('messages?q=rfc822msgid:flux.1@gmail.com')).toEqual({ resultSizeEstimate: 0 });
  });

  it('lets a mailbox whose owner only granted reading neither send nor archive', async () => {
    const scopes = 'https://www.googleapis.com/auth/gmail.readonly';
    await sandbox.control('mailboxes', { email: EMAIL, refreshToken: '1//refresh', scopes });
    token = ((await refresh()).body as Token).access_token;
    const { id, threadId } = (await sandbox.control('mail', SUPPLIER)).json as { id: string; threadId: string };
    expect((await send({ raw: raw(await answerTo(id)), threadId })).status).toBe(403);
    const archived = await sandbox.call('POST', `/gmail/v1/users/me/messages/${id}/modify`, { removeLabelIds: ['INBOX'] }, token);
    expect(archived.status).toBe(403);
  });

  it('answers 404 when the history asked for is forgotten', async () => {
    const { historyId } = (await sandbox.control('mail', SUPPLIER)).json as { historyId: string };
    await sandbox.control('mail', SUPPLIER);
    await sandbox.control('faults', { email: EMAIL, forgetHistory: true });
    expect(await get(`history?startHistoryId=${historyId}`)).toMatchObject({
      error: { code: 404, errors: [{ reason: 'notFound' }] },
    });
  });

  it('refuses an unknown or expired access token, and plays the armed fault once', async () => {
    await sandbox.control('faults', { email: EMAIL, mailError: '403-rate' });
    expect(await get('profile')).toMatchObject({
      error: { code: 403, errors: [{ reason: 'userRateLimitExceeded', domain: 'usageLimits' }] },
    });
    expect(await get('profile')).toMatchObject({ emailAddress: EMAIL });
    await sandbox.control('clock', { advanceMs: 3_600_000 });
    expect(await get('profile')).toMatchObject({
      error: { code: 401, status: 'UNAUTHENTICATED', errors: [{ reason: 'authError' }] },
    });
  });

  it('lets the owner consent: code once, refresh token only when asked again, id token for openid', async () => {
    const ask = (extra: string) =>
      sandbox.call(
        'GET',
        `/o/oauth2/v2/auth?response_type=code&client_id=c&redirect_uri=http://gateway.test/back&state=xyz&scope=openid%20gmail.modify&access_type=offline${extra}`,
      );
    const trade = async (extra: string) => {
      const location = new URL((await ask(extra)).headers.get('location') ?? '');
      expect(location.searchParams.get('state')).toBe('xyz');
      const code = location.searchParams.get('code') ?? '';
      const fields = {
        grant_type: 'authorization_code',
        code,
        client_id: 'c',
        client_secret: 's',
        redirect_uri: 'http://gateway.test/back',
      };
      return { first: await form('/token', fields), again: await form('/token', fields) };
    };
    const { first, again } = await trade('&prompt=consent');
    expect(first.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3599,
      refresh_token: '1//refresh',
      id_token: expect.any(String),
    });
    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await trade('')).first.body).not.toHaveProperty('refresh_token');
  });

  it('answers 400 invalid_grant for a revoked grant, and its access tokens die with it', async () => {
    expect((await form(`/revoke?token=${token}`, {})).status).toBe(200);
    expect(await refresh()).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    });
    expect(await get('profile')).toMatchObject({ error: { code: 401 } });
  });
});
