import {
  EmailAccountConnectedV1,
  EmailAccountDisconnectedV1,
  EmailAnalysedV1,
  EmailReceivedV1,
  EmailsApiUsedV1,
  type EmailView,
  fact,
  GmailPushReceivedV1,
  ListEmails,
  MailboxReconnectNeededV1,
} from '#contracts';
import { newId } from '#database';
import { SecretBox } from '#providers';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { emailIntelligenceService } from '../src/email-intelligence.service-definition.js';
import { FakeGoogle } from './fake-google.js';

const KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
const box = SecretBox.fromEnv(KEYS);

let world: World;
let google: FakeGoogle;
let running: RunningService[] = [];

beforeAll(async () => {
  world = await startWorld();
}, 90_000);
afterAll(() => world.stop());

beforeEach(() => {
  google = new FakeGoogle();
});
afterEach(async () => {
  for (const service of running) await service.stop();
  running = [];
  await google.stop();
});

async function start(env: NodeJS.ProcessEnv = {}): Promise<RunningService> {
  const url = google.asked.length > 0 || running.length > 0 ? address : (address = await google.start());
  const service = await world.start(emailIntelligenceService, {
    FLUXASYNC_ENCRYPTION_KEYS: KEYS,
    GMAIL_API_URL: url,
    GOOGLE_OAUTH_URL: url,
    GEMINI_API_URL: url,
    GOOGLE_CLIENT_ID: 'client',
    GOOGLE_CLIENT_SECRET: 'secret',
    GMAIL_PUBSUB_TOPIC: 'projects/fluxasync/topics/gmail',
    ...env,
  });
  running.push(service);
  return service;
}
let address = '';

interface Kouadio {
  sellerId: string;
  accountId: string;
  email: string;
}

const aKouadio = (): Kouadio => ({ sellerId: newId(), accountId: newId(), email: `kouadio.${newId()}@gmail.com` });

async function connect({ sellerId, accountId, email }: Kouadio, version = 1): Promise<void> {
  const sealedToken = box.seal('refresh-token', `comptes_email.jeton_acces|${sellerId}`);
  await world.publish(
    fact(EmailAccountConnectedV1, { accountId, provider: 'gmail', email, sealedToken }, { sellerId, key: accountId, version }),
  );
}

const push = ({ sellerId, email }: Kouadio, correlationId?: string) =>
  world.publish(
    fact(GmailPushReceivedV1, { emailAddress: email, historyId: '1', pushId: newId() }, { sellerId, key: email, version: 1 }),
    newId(),
    correlationId,
  );

const mails = async ({ sellerId }: Kouadio): Promise<EmailView[]> => (await world.ask(ListEmails, {}, sellerId)).items;

const mailbox = async (service: RunningService, { accountId }: Kouadio) =>
  (
    await service.db.asWorker(() =>
      service.db.rows<{
        etat: string;
        dernier_historique: string | null;
        demandes: number;
        relevees: number;
        jeton_scelle: string | null;
      }>('select * from boites where id_compte_email = $1', [accountId]),
    )
  )[0];

/** Connected, watched and read once, so that what follows comes by the history. */
async function connected(service: RunningService, kouadio: Kouadio): Promise<void> {
  await connect(kouadio);
  await eventually(async () => {
    const row = await mailbox(service, kouadio);
    expect(row?.dernier_historique).toBe(google.point(google.mails.length));
    expect(row?.relevees).toBe(row?.demandes);
  });
}

describe('mail', () => {
  it("of the story: the supplier's mail is stored, understood and told, in the chain of its push", async () => {
    const [service, kouadio, chain] = [await start(), aKouadio(), newId()];
    await connected(service, kouadio);
    await eventually(() => expect(google.calls('/watch')).toBe(1));
    google.receive();
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
    const received = await world.heard(EmailReceivedV1, (e) => e.emailId === mail!.id);
    const analysed = await world.heard(EmailAnalysedV1, (e) => e.emailId === mail!.id);
    expect([received.meta.correlationId, analysed.meta.correlationId]).toEqual([chain, chain]);
    expect(analysed.event).toMatchObject({ priority: 'important', confidence: 0.95, accountId: kouadio.accountId });
    await world.heard(
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
    google.historyDelayMs = 150;
    google.receive();
    await Promise.all([push(kouadio), push(kouadio)]);
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(1));
    google.receive({ subject: 'Arrivage' });
    await Promise.all([push(kouadio), push(kouadio)]);
    await eventually(async () => {
      const row = await mailbox(service, kouadio);
      expect([row!.demandes - row!.relevees, (await mails(kouadio)).length]).toEqual([0, 2]);
    });
    expect(google.readingsAtOnce).toBe(1);
    await eventually(async () =>
      expect((await world.all(EmailReceivedV1)).filter(({ meta }) => meta.sellerId === kouadio.sellerId)).toHaveLength(2),
    );
  });

  it('is read again from the inbox, without duplicates, when Gmail no longer remembers the history', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    google.receive({ subject: 'Avant la connexion', receivedAt: new Date(Date.now() - 3_600_000) });
    await connected(service, kouadio);
    google.receive({ subject: 'Premier' });
    await push(kouadio);
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(1));
    google.forgottenBefore = 100;
    google.receive({ subject: 'Second' });
    await push(kouadio);
    await eventually(async () => expect((await mails(kouadio)).map((m) => m.subject)).toEqual(['Second', 'Premier']));
    await eventually(async () => expect((await mailbox(service, kouadio))!.dernier_historique).toBe(google.point(3)));
  });

  it('of the days since the mailbox was connected is read also when its first reading comes late', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    const day = 86_400_000;
    google.receive({ subject: 'Avant', receivedAt: new Date(Date.now() - 5 * day) });
    google.receive({ subject: 'Entre-temps', receivedAt: new Date(Date.now() - 2 * day) });
    // Gmail takes the first reading only three days after the linking.
    google.consentRevoked = true;
    await connect(kouadio);
    await eventually(async () => expect((await mailbox(service, kouadio))?.etat).toBe('reconnexion_requise'));
    await service.db.asWorker(() =>
      service.db.run("update boites set date_connexion = now() - interval '3 days' where id_compte_email = $1", [
        kouadio.accountId,
      ]),
    );
    google.consentRevoked = false;
    await connect(kouadio, 2);
    await eventually(async () => expect((await mailbox(service, kouadio))?.dernier_historique).toBe(google.point(2)));
    expect((await mails(kouadio)).map((m) => m.subject)).toEqual(['Entre-temps']);
  });

  it('is not lost when a later page fails: the place in the history moves only at the end', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    await connected(service, kouadio);
    google.pageSize = 2;
    google.failingPages.add(1);
    for (let i = 0; i < 5; i++) google.receive({ subject: `Mail ${i}` });
    await push(kouadio);
    await eventually(async () => expect(await mailbox(service, kouadio)).toMatchObject({ code_probleme: 'http_500' }));
    expect((await mailbox(service, kouadio))!.dernier_historique).toBe(google.point(0));
    google.failingPages.clear();
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(5), { withinMs: 20_000 });
    expect((await mailbox(service, kouadio))!.dernier_historique).toBe(google.point(5));
  });

  it('is neither lost nor doubled when Gmail fails in the middle of a reading', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    await connected(service, kouadio);
    const ids = Array.from({ length: 15 }, (_, i) => google.receive({ subject: `Mail ${i}` }));
    google.failing.add(ids[12]!);
    await push(kouadio);
    await eventually(async () => expect(await mailbox(service, kouadio)).toMatchObject({ code_probleme: 'http_500' }));
    expect(await mails(kouadio)).toHaveLength(10);
    expect((await mailbox(service, kouadio))!.dernier_historique).toBe(google.point(0));
    google.failing.clear();
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(15), { withinMs: 20_000 });
    await eventually(async () => expect((await mailbox(service, kouadio))!.dernier_historique).toBe(google.point(15)));
    // The ten that were stored are not fetched again; of the batch in hand two had been, and then the one that failed.
    expect(google.calls('/messages/')).toBe(10 + 3 + 5);
  });

  it('that was deleted before it could be read does not hold up the rest', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    await connected(service, kouadio);
    google.unreadable.add(google.receive());
    google.receive({ subject: 'Lisible' });
    await push(kouadio);
    await eventually(async () => expect((await mailbox(service, kouadio))!.dernier_historique).toBe(google.point(2)));
    expect((await mails(kouadio)).map((m) => m.subject)).toEqual(['Lisible']);
  });

  it('is found by the poll when no push comes', async () => {
    const [service, kouadio] = [await start({ MAIL_POLL_MS: '300' }), aKouadio()];
    await connected(service, kouadio);
    google.receive();
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(1));
  });

  it('rests when the consent is dead, tells the seller once, and goes on when he connects again', async () => {
    const [service, kouadio] = [await start({ MAIL_POLL_MS: '200' }), aKouadio()];
    google.consentRevoked = true;
    await connect(kouadio);
    await eventually(async () => expect((await mailbox(service, kouadio))?.etat).toBe('reconnexion_requise'));
    const told = await world.heard(MailboxReconnectNeededV1, (e) => e.accountId === kouadio.accountId);
    expect(told.event.email).toBe(kouadio.email);
    await eventually(async () => expect((await mailbox(service, kouadio)) ?? {}).toMatchObject({ bail: null }));
    const asked = google.calls('/token');
    await push(kouadio);
    google.receive();
    google.consentRevoked = false;
    await connect(kouadio, 2);
    await eventually(async () => expect(await mails(kouadio)).toHaveLength(1));
    // One renewal after the new consent (two when watch and reading start together): a mailbox that rests asks for nothing.
    expect(google.calls('/token') - asked).toBeLessThanOrEqual(2);
    expect((await world.all(MailboxReconnectNeededV1)).filter(({ event }) => event.accountId === kouadio.accountId)).toHaveLength(
      1,
    );
  });

  it('stops when the seller disconnects, and a late linking does not bring it back', async () => {
    const [service, kouadio] = [await start(), aKouadio()];
    await connected(service, kouadio);
    const gone = fact(
      EmailAccountDisconnectedV1,
      { accountId: kouadio.accountId, reason: 'seller' },
      { sellerId: kouadio.sellerId, key: kouadio.accountId, version: 3 },
    );
    await world.publish(gone);
    await eventually(async () =>
      expect(await mailbox(service, kouadio)).toMatchObject({ etat: 'deconnectee', jeton_scelle: null }),
    );
    expect(google.calls('/stop')).toBe(1);
    await connect(kouadio, 2);
    const last = aKouadio();
    await connected(service, last);
    expect((await mailbox(service, kouadio))!.etat).toBe('deconnectee');
  });

  it('is analysed by Gemini when there is a key, and by the offline rules when Gemini fails', async () => {
    const [service, kouadio] = [await start({ GEMINI_API_KEY: 'AQ.test' }), aKouadio()];
    await connected(service, kouadio);
    google.gemini = JSON.stringify({ classification: 'commande', summary: 'Un devis.', action: 'verifier', confidence: 0.9 });
    google.receive({ subject: 'Devis' });
    await push(kouadio);
    await eventually(async () =>
      expect((await mails(kouadio))[0]?.analysis).toMatchObject({
        classification: 'commande',
        summary: 'Un devis.',
        confidence: 0.9,
      }),
    );
    google.gemini = 503;
    google.receive();
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
    const used = await world.heard(
      EmailsApiUsedV1,
      (e, meta) => meta.sellerId === kouadio.sellerId && e.provider === 'gemini' && e.errors === 0,
    );
    expect(used.event).toMatchObject({ inputTokens: 120, outputTokens: 30, model: 'gemini-3.5-flash-lite' });
    expect(used.event.costFcfa).toBeGreaterThan(0);
  });
});
