import {
  EmailAccountDisconnectedV1,
  EmailAnalysedV1,
  EmailReceivedV1,
  EmailsApiUsedV1,
  fact,
  MailboxReconnectNeededV1,
} from '#contracts';
import { newId } from '#database';
import { eventually } from '#testing';
import { aKouadio, mailWorld } from './mail-world.js';

const t = mailWorld();
const { start, connect, push, mails, mailbox, connected } = t;

describe('mail', () => {
  it("of the story: the supplier's mail is stored, understood and told, in the chain of its push", async () => {
    const [service, kouadio, chain] = [await start(), aKouadio(), newId()];
    await connected(service, kouadio);
    await eventually(() => expect(t.google.calls('/watch')).toBe(1));
    t.google.receive();
    await push(kouadio, chain);
    const [mail] = await eventually(async () => {
      const found = await mails(kouadio);
      expect(found[0]?.analysis).toBeDefined();
      return found;
    });
    expect(mail).toMatchObject({
      from: 'fournisseur@nike-ci.com',
      subject: 'Nouveau stock Nike disponible - Livraison urgent',
      priority: 'important',
      accountId: kouadio.accountId,
      analysis: { classification: 'urgent', action: 'repondre_urgent', confidence: 0.95 },
    });
    expect(mail!.analysis!.summary).toContain('Le nouveau stock de Nike Air Max 90 est disponible : 50 paires.');
    const received = await t.world.heard(EmailReceivedV1, (e) => e.emailId === mail!.id);
    const analysed = await t.world.heard(EmailAnalysedV1, (e) => e.emailId === mail!.id);
    expect([received.meta.correlationId, analysed.meta.correlationId]).toEqual([chain, chain]);
    expect(analysed.event).toMatchObject({ priority: 'important', confidence: 0.95, accountId: kouadio.accountId });
    await t.world.heard(
      EmailsApiUsedV1,
      (e, meta) => meta.sellerId === kouadio.sellerId && e.operation === 'message' && e.calls === 1,
    );
    expect(await mails(aKouadio())).toEqual([]);
  });

  it('announced by two pushes at once, to two replicas, becomes one row', async () => {
    const service = await start();
    await start();
    const kouadio = aKouadio();
    await connected(service, kouadio);
    t.google.historyDelayMs = 150;
    t.google.receive();
    await Promise.all([push(kouadio), push(kouadio)]);
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(1));
    t.google.receive({ subject: 'Arrivage' });
    await Promise.all([push(kouadio), push(kouadio)]);
    await eventually(async () => {
      const row = await mailbox(service, kouadio);
      expect([row!.demandes - row!.relevees, (await mails(kouadio)).length]).toEqual([0, 2]);
    });
    expect(t.google.readingsAtOnce).toBe(1);
    await eventually(async () =>
      expect((await t.world.all(EmailReceivedV1)).filter(({ meta }) => meta.sellerId === kouadio.sellerId)).toHaveLength(2),
    );
  });

  it('is read again from the inbox, without duplicates, when Gmail no longer remembers the history', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    t.google.receive({ subject: 'Avant la connexion', receivedAt: new Date(Date.now() - 3_600_000) });
    await connected(service, kouadio);
    t.google.receive({ subject: 'Premier' });
    await push(kouadio);
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(1));
    t.google.forgottenBefore = 100;
    t.google.receive({ subject: 'Second' });
    await push(kouadio);
    await eventually(async () => expect((await mails(kouadio)).map((m) => m.subject)).toEqual(['Second', 'Premier']));
    await eventually(async () => expect((await mailbox(service, kouadio))!.dernier_historique).toBe(t.google.point(3)));
  });

  it('of the days since the mailbox was connected is read also when its first reading comes late', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    const day = 86_400_000;
    t.google.receive({ subject: 'Avant', receivedAt: new Date(Date.now() - 5 * day) });
    t.google.receive({ subject: 'Entre-temps', receivedAt: new Date(Date.now() - 2 * day) });
    // Gmail takes the first reading only three days after the linking.
    t.google.consentRevoked = true;
    await connect(kouadio);
    await eventually(async () => expect((await mailbox(service, kouadio))?.etat).toBe('reconnexion_requise'));
    await service.db.asWorker(() =>
      service.db.run("update boites set date_connexion = now() - interval '3 days' where id_compte_email = $1", [
        kouadio.accountId,
      ]),
    );
    t.google.consentRevoked = false;
    await connect(kouadio, 2);
    await eventually(async () => expect((await mailbox(service, kouadio))?.dernier_historique).toBe(t.google.point(2)));
    expect((await mails(kouadio)).map((m) => m.subject)).toEqual(['Entre-temps']);
  });

  it('is not lost when a later page fails: the place in the history moves only at the end', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    await connected(service, kouadio);
    t.google.pageSize = 2;
    t.google.failingPages.add(1);
    for (let i = 0; i < 5; i++) t.google.receive({ subject: `Mail ${i}` });
    await push(kouadio);
    await eventually(async () => expect(await mailbox(service, kouadio)).toMatchObject({ code_probleme: 'http_500' }));
    expect((await mailbox(service, kouadio))!.dernier_historique).toBe(t.google.point(0));
    t.google.failingPages.clear();
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(5), { withinMs: 20_000 });
    expect((await mailbox(service, kouadio))!.dernier_historique).toBe(t.google.point(5));
  });

  it('is neither lost nor doubled when Gmail fails in the middle of a reading', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    await connected(service, kouadio);
    const ids = Array.from({ length: 15 }, (_, i) => t.google.receive({ subject: `Mail ${i}` }));
    t.google.failing.add(ids[12]!);
    await push(kouadio);
    await eventually(async () => expect(await mailbox(service, kouadio)).toMatchObject({ code_probleme: 'http_500' }));
    expect(await mails(kouadio)).toHaveLength(10);
    expect((await mailbox(service, kouadio))!.dernier_historique).toBe(t.google.point(0));
    t.google.failing.clear();
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(15), { withinMs: 20_000 });
    await eventually(async () => expect((await mailbox(service, kouadio))!.dernier_historique).toBe(t.google.point(15)));
    // The ten that were stored are not fetched again; of the batch in hand two had been, and then the one that failed.
    expect(t.google.calls('/messages/')).toBe(10 + 3 + 5);
  });

  it('that was deleted before it could be read does not hold up the rest', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    await connected(service, kouadio);
    t.google.unreadable.add(t.google.receive());
    t.google.receive({ subject: 'Lisible' });
    await push(kouadio);
    await eventually(async () => expect((await mailbox(service, kouadio))!.dernier_historique).toBe(t.google.point(2)));
    expect((await mails(kouadio)).map((m) => m.subject)).toEqual(['Lisible']);
  });

  it('is found by the poll when no push comes', async () => {
    const [service, kouadio] = [await start({ MAIL_POLL_MS: '300' }), aKouadio()];
    await connected(service, kouadio);
    t.google.receive();
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(1));
  });

  it('rests when the consent is dead, tells the seller once, and goes on when he connects again', async () => {
    const [service, kouadio] = [await start({ MAIL_POLL_MS: '200' }), aKouadio()];
    t.google.consentRevoked = true;
    await connect(kouadio);
    await eventually(async () => expect((await mailbox(service, kouadio))?.etat).toBe('reconnexion_requise'));
    const told = await t.world.heard(MailboxReconnectNeededV1, (e) => e.accountId === kouadio.accountId);
    expect(told.event.email).toBe(kouadio.email);
    await eventually(async () => expect((await mailbox(service, kouadio)) ?? {}).toMatchObject({ bail: null }));
    const asked = t.google.calls('/token');
    await push(kouadio);
    t.google.receive();
    t.google.consentRevoked = false;
    await connect(kouadio, 2);
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(1));
    // One renewal after the new consent (two when watch and reading start together): a mailbox that rests asks for nothing.
    expect(t.google.calls('/token') - asked).toBeLessThanOrEqual(2);
    expect(
      (await t.world.all(MailboxReconnectNeededV1)).filter(({ event }) => event.accountId === kouadio.accountId),
    ).toHaveLength(1);
  });

  it('stops when the seller disconnects, and a late linking does not bring it back', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    await connected(service, kouadio);
    const gone = fact(
      EmailAccountDisconnectedV1,
      { accountId: kouadio.accountId, reason: 'seller' },
      { sellerId: kouadio.sellerId, key: kouadio.accountId, version: 3 },
    );
    await t.world.publish(gone);
    await eventually(async () =>
      expect(await mailbox(service, kouadio)).toMatchObject({ etat: 'deconnectee', jeton_scelle: null }),
    );
    expect(t.google.calls('/stop')).toBe(1);
    await connect(kouadio, 2);
    const last = aKouadio();
    await connected(service, last);
    expect((await mailbox(service, kouadio))!.etat).toBe('deconnectee');
  });

  it('is analysed by Gemini when there is a key, and by the offline rules when Gemini fails', async () => {
    const [service, kouadio] = [await start({ GEMINI_API_KEY: 'AQ.test' }), aKouadio()];
    await connected(service, kouadio);
    t.google.gemini = JSON.stringify({ classification: 'commande', summary: 'Un devis.', action: 'verifier', confidence: 0.9 });
    t.google.receive({ subject: 'Devis' });
    await push(kouadio);
    await eventually(async () =>
      expect((await mails(kouadio))[0]?.analysis).toMatchObject({
        classification: 'commande',
        summary: 'Un devis.',
        confidence: 0.9,
      }),
    );
    t.google.gemini = 503;
    t.google.receive();
    await push(kouadio);
    await eventually(async () =>
      expect((await mails(kouadio))[0]?.analysis).toMatchObject({ classification: 'urgent', confidence: 0.95 }),
    );
    const analyses = await service.db.asWorker(() =>
      service.db.rows('select moteur, modele, raison_repli from analyses_emails where id_utilisateur = $1 order by id_email', [
        kouadio.sellerId,
      ]),
    );
    expect(analyses).toEqual([
      { moteur: 'gemini', modele: 'gemini-3.5-flash-lite', raison_repli: null },
      { moteur: 'hors_ligne', modele: null, raison_repli: expect.stringMatching(/UNAVAILABLE|INTERNAL|503/) as string },
    ]);
    const used = await t.world.heard(
      EmailsApiUsedV1,
      (e, meta) => meta.sellerId === kouadio.sellerId && e.provider === 'gemini' && e.errors === 0,
    );
    expect(used.event).toMatchObject({ inputTokens: 120, outputTokens: 30, model: 'gemini-3.5-flash-lite' });
    expect(used.event.costFcfa).toBeGreaterThan(0);
  });
});
