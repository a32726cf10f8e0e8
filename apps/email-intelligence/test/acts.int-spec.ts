import {
  ActOnEmail,
  EmailAccountDisconnectedV1,
  EmailAnsweredV1,
  EmailsApiUsedV1,
  type EmailView,
  fact,
  GetEmail,
  GetMailboxHealth,
  ListEmails,
  MailboxReconnectNeededV1,
  MarkEmail,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually } from '#testing';
import type { FakeMail } from './fake-google.js';
import { aKouadio, type Kouadio, mailWorld } from './mail-world.js';

const t = mailWorld();
const QUICK = { GMAIL_TIMEOUT_MS: '300', MAIL_RECONCILE_MS: '100' };
const TEXT = 'Bonjour, réservez-moi 10 paires.';

/** A shop that got mails, all analysed; newest first. */
async function aShopWithMail(
  ...received: Partial<FakeMail>[]
): Promise<{ service: RunningService; kouadio: Kouadio; found: EmailView[] }> {
  const [service, kouadio] = [await t.start(QUICK), aKouadio()];
  await t.connected(service, kouadio);
  for (const mail of received) t.google.receive(mail);
  await t.push(kouadio);
  const found = await eventually(async () => {
    const mails = await t.mails(kouadio);
    expect(mails.filter(({ analysis }) => analysis)).toHaveLength(received.length);
    return mails;
  });
  return { service, kouadio, found };
}

const get = (kouadio: Kouadio, emailId: string) => t.world.ask(GetEmail, { emailId }, kouadio.sellerId);
const reply = (kouadio: Kouadio, emailId: string, text = TEXT) =>
  t.world.ask(ActOnEmail, { emailId, act: 'reply', text }, kouadio.sellerId);
const archive = (kouadio: Kouadio, emailId: string) => t.world.ask(ActOnEmail, { emailId, act: 'archive' }, kouadio.sellerId);
const health = (kouadio: Kouadio) => t.world.ask(GetMailboxHealth, { accountId: kouadio.accountId }, kouadio.sellerId);

/** The mail's acts once none of them is under way any more. */
const settled = (kouadio: Kouadio, emailId: string) =>
  eventually(
    async () => {
      const { acts } = await get(kouadio, emailId);
      expect(acts.filter(({ state }) => state === 'pending')).toEqual([]);
      return acts;
    },
    { withinMs: 15_000 },
  );

describe('a mail', () => {
  it('is marked as read and as dealt with, and is found by every filter, page by page', async () => {
    const { kouadio, found } = await aShopWithMail(
      { subject: 'Facture 12', text: 'Veuillez régler la facture ci-jointe.' },
      {},
      { subject: 'Soldes', from: 'Nike <promo@nike-ci.com>', text: 'Promotion : -50 %, se désabonner' },
      {},
    );
    const [fourth, third, second, first] = found as [EmailView, EmailView, EmailView, EmailView];
    expect(found.map(({ read, handled }) => [read, handled])).toEqual(Array(4).fill([false, false]));
    const mark = (emailId: string, marks: object) => t.world.ask(MarkEmail, { emailId, ...marks }, kouadio.sellerId);
    expect(await mark(second.id, { read: true })).toMatchObject({ id: second.id, read: true, handled: false });
    expect(await mark(second.id, { handled: true })).toMatchObject({ read: true, handled: true });
    await mark(first.id, { read: true });
    expect(await mark(first.id, { read: false })).toMatchObject({ read: false, handled: false });
    expect(await mark(first.id, {})).toMatchObject({ read: false, handled: false });

    const ids = async (question: Omit<ListEmails, 'answer'>) => (await t.mails(kouadio, question)).map(({ id }) => id);
    expect(await ids({ read: true })).toEqual([second.id]);
    expect(await ids({ read: false })).toEqual([fourth.id, third.id, first.id]);
    expect(await ids({ handled: true })).toEqual([second.id]);
    expect(await ids({ handled: false, priority: fourth.priority })).toContain(fourth.id);
    expect(await ids({ accountId: newId() })).toEqual([]);
    expect(await ids({ accountId: kouadio.accountId })).toHaveLength(4);
    for (const { priority, analysis } of found) {
      const same = { priority, classification: analysis!.classification };
      expect(await ids({ priority })).toEqual(found.filter((mail) => mail.priority === priority).map(({ id }) => id));
      expect(await ids(same)).toEqual(
        found
          .filter((mail) => mail.priority === priority && mail.analysis!.classification === same.classification)
          .map(({ id }) => id),
      );
    }
    expect(new Set(found.map(({ analysis }) => analysis!.classification)).size).toBeGreaterThan(1);
    const wanted = { classification: fourth.analysis!.classification, limit: 1 };
    const page = await t.world.ask(ListEmails, wanted, kouadio.sellerId);
    const next = await t.world.ask(ListEmails, { ...wanted, cursor: page.nextCursor! }, kouadio.sellerId);
    expect([...page.items, ...next.items].map(({ id }) => id)).toEqual([fourth.id, second.id]);
    expect(next.nextCursor).toBeUndefined();
  });

  it('is read whole with its analysis, by its own seller only', async () => {
    const { kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    expect(await get(kouadio, emailId)).toMatchObject({
      text: 'Le nouveau stock de Nike Air Max 90 est disponible : 50 paires.',
      textCut: false,
      analysis: { classification: 'urgent' },
      acts: [],
    });
    const other = aKouadio();
    const unknown = { code: 'EMAIL_NOT_FOUND', kind: 'not-found' };
    await expect(get(other, emailId)).rejects.toMatchObject(unknown);
    await expect(t.world.ask(MarkEmail, { emailId, read: true }, other.sellerId)).rejects.toMatchObject(unknown);
    await expect(reply(other, emailId)).rejects.toMatchObject(unknown);
    await expect(archive(other, emailId)).rejects.toMatchObject(unknown);
    await expect(health({ ...other, accountId: kouadio.accountId })).rejects.toMatchObject({
      code: 'EMAIL_ACCOUNT_NOT_FOUND',
      kind: 'not-found',
    });
    expect(await get(kouadio, emailId)).toMatchObject({ read: false, acts: [] });
    expect(await health(kouadio)).toMatchObject({ state: 'working', lastReadAt: expect.any(String) as string });
  });
});

describe('an answer', () => {
  it('leaves from the mailbox in the thread of the mail, which is then dealt with', async () => {
    const { kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    const asked = await reply(kouadio, emailId);
    expect(asked).toMatchObject({ act: 'reply', state: 'pending' });
    expect(await settled(kouadio, emailId)).toMatchObject([
      { id: asked.id, state: 'done', doneAt: expect.any(String) as string },
    ]);
    expect(await get(kouadio, emailId)).toMatchObject({ handled: true });
    const [sent] = t.google.sent;
    expect(sent).toMatchObject({ threadId: 'mail-1', messageId: `<fluxasync.${asked.id}@gmail.com>` });
    expect(sent!.raw).toContain('<fournisseur@nike-ci.com>');
    expect(sent!.raw).toContain('In-Reply-To: <mail-1@nike-ci.com>');
    expect(sent!.raw).toContain(Buffer.from(TEXT).toString('base64'));
    const answered = await t.world.heard(EmailAnsweredV1, (e) => e.actionId === asked.id);
    expect(answered).toMatchObject({ event: { emailId }, meta: { sellerId: kouadio.sellerId, key: emailId, version: 3 } });
    expect(answered.meta.actor).toMatch(/^seller:/);
    await t.world.heard(
      EmailsApiUsedV1,
      (e, meta) => meta.sellerId === kouadio.sellerId && e.operation === 'send' && e.calls === 1 && e.errors === 0,
    );
  });

  it.each([
    ['and Gmail shows it under its Message-ID', false],
    ['and Gmail gave it another Message-ID', true],
  ])('leaves once though what Gmail said of it was lost, %s', async (_, rewrites) => {
    const { kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    t.google.rewritesMessageIds = rewrites;
    t.google.sendFaults.push('silence-after');
    await reply(kouadio, emailId);
    expect(await settled(kouadio, emailId)).toMatchObject([{ state: 'done' }]);
    expect(t.google.sent).toHaveLength(1);
    expect(t.google.calls('/messages/send')).toBe(1);
  });

  it('that Gmail never took leaves at the second try', async () => {
    const { kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    t.google.sendFaults.push('silence-before');
    await reply(kouadio, emailId);
    expect(await settled(kouadio, emailId)).toMatchObject([{ state: 'done' }]);
    expect(t.google.sent).toHaveLength(1);
    expect(t.google.calls('rfc822msgid')).toBe(1);
  });

  it('is not tried a third time when two sends were never confirmed: the seller looks himself', async () => {
    const { kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    t.google.sendFaults.push('silence-before', 'silence-before', 'silence-before');
    await reply(kouadio, emailId);
    expect(await settled(kouadio, emailId)).toMatchObject([
      {
        state: 'failed',
        problem: 'Gmail n’a pas confirmé l’envoi. Vérifiez dans vos messages envoyés si la réponse est partie.',
      },
    ]);
    expect(t.google.calls('/messages/send')).toBe(2);
    expect(await get(kouadio, emailId)).toMatchObject({ handled: false });
  });

  it('that was under way when the service died is looked for, not sent again', async () => {
    const { service, kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    await reply(kouadio, emailId);
    await settled(kouadio, emailId);
    // As a death between Gmail's answer and its record leaves it, once the lease is over.
    await service.db.asWorker(() =>
      service.db.run(
        "update actions_emails set etat = 'en_cours', date_fin = null, bail = gen_random_uuid(), pas_avant = now() where id_email = $1",
        [emailId],
      ),
    );
    expect(await settled(kouadio, emailId)).toMatchObject([{ state: 'done' }]);
    expect(t.google.calls('rfc822msgid')).toBe(1);
    expect(t.google.sent).toHaveLength(1);
  });

  it('asked for twice while it is under way is one answer; another text is another one', async () => {
    const { kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    t.google.sendFaults.push('silence-after');
    const [one, same, other] = await Promise.all([
      reply(kouadio, emailId),
      reply(kouadio, emailId, ` ${TEXT}\n`),
      reply(kouadio, emailId, 'Et 2 de plus.'),
    ]);
    expect(same.id).toBe(one.id);
    expect(other.id).not.toBe(one.id);
    expect(await settled(kouadio, emailId)).toMatchObject([{ state: 'done' }, { state: 'done' }]);
    expect(t.google.sent).toHaveLength(2);
  });

  it('fails with what to do when the right to send was not given; mail is still read', async () => {
    const { kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    t.google.sendFaults.push('no-right');
    await reply(kouadio, emailId);
    expect(await settled(kouadio, emailId)).toMatchObject([
      { state: 'failed', problem: 'La boîte doit être reliée à nouveau avec le droit d’envoyer.' },
    ]);
    expect(await health(kouadio)).toMatchObject({ state: 'working' });
  });

  it('fails when the consent is dead, and the seller is told that his mailbox rests', async () => {
    const { service, kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    t.google.consentRevoked = true;
    // A new version has no access token yet.
    await service.db.asWorker(() =>
      service.db.run('update boites set version = 2 where id_compte_email = $1', [kouadio.accountId]),
    );
    await reply(kouadio, emailId);
    expect(await settled(kouadio, emailId)).toMatchObject([
      { state: 'failed', problem: expect.stringContaining('reconnectez-la') as string },
    ]);
    await t.world.heard(MailboxReconnectNeededV1, (e) => e.accountId === kouadio.accountId);
    expect(await health(kouadio)).toMatchObject({
      state: 'reconnect-needed',
      problem: expect.stringContaining('reconnectez-la') as string,
    });
    await expect(reply(kouadio, emailId)).rejects.toMatchObject({ code: 'EMAIL_ACCOUNT_RECONNECT_NEEDED', kind: 'conflict' });
  });

  it('has a text, goes to a person, and needs a mailbox that is linked', async () => {
    const { service, kouadio, found } = await aShopWithMail({ from: 'Nike <promo@nike-ci.com>' }, {});
    const [mail, newsletter] = found as [EmailView, EmailView];
    const field = { code: 'VALIDATION_FAILED', facts: { fields: [{ field: 'text' }] } };
    await expect(reply(kouadio, mail.id, ' \n')).rejects.toMatchObject(field);
    await expect(t.world.ask(ActOnEmail, { emailId: mail.id, act: 'reply' }, kouadio.sellerId)).rejects.toMatchObject(field);
    await expect(
      t.world.ask(ActOnEmail, { emailId: mail.id, act: 'archive', text: 'x' }, kouadio.sellerId),
    ).rejects.toMatchObject(field);
    await expect(reply(kouadio, newsletter.id)).rejects.toMatchObject({ code: 'EMAIL_NOT_ANSWERABLE', kind: 'conflict' });
    const gone = { accountId: kouadio.accountId, reason: 'seller' as const };
    await t.world.publish(
      fact(EmailAccountDisconnectedV1, gone, { sellerId: kouadio.sellerId, key: kouadio.accountId, version: 3 }),
    );
    await eventually(async () => expect(await t.mailbox(service, kouadio)).toMatchObject({ etat: 'deconnectee' }));
    await expect(reply(kouadio, mail.id)).rejects.toMatchObject({ code: 'EMAIL_ACCOUNT_DISCONNECTED', kind: 'conflict' });
    expect(await health(kouadio)).toMatchObject({ state: 'reconnect-needed' });
  });
});

describe('archiving', () => {
  it('takes a mail out of the inbox, also a newsletter', async () => {
    const { kouadio, found } = await aShopWithMail({ from: 'Nike <promo@nike-ci.com>' });
    const [{ id: emailId }] = found as [EmailView];
    expect(await archive(kouadio, emailId)).toMatchObject({ act: 'archive', state: 'pending' });
    expect(await settled(kouadio, emailId)).toMatchObject([{ act: 'archive', state: 'done' }]);
    expect(t.google.archived).toEqual(['mail-1']);
    expect((await t.world.all(EmailAnsweredV1)).filter(({ event }) => event.emailId === emailId)).toEqual([]);
  });

  it('of a mail that is no longer in the mailbox fails and says so', async () => {
    const { kouadio, found } = await aShopWithMail({});
    const [{ id: emailId }] = found as [EmailView];
    t.google.unreadable.add('mail-1');
    await archive(kouadio, emailId);
    expect(await settled(kouadio, emailId)).toMatchObject([
      { state: 'failed', problem: "Cet e-mail n'existe plus dans la boîte." },
    ]);
  });
});
