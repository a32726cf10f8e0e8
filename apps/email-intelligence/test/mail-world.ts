import { EmailAccountConnectedV1, type EmailView, fact, GmailPushReceivedV1, ListEmails } from '#contracts';
import { newId } from '#database';
import { SecretBox } from '#providers';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { emailIntelligenceService } from '../src/email-intelligence.service-definition.js';
import { FakeGoogle } from './fake-google.js';

const KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
const box = SecretBox.fromEnv(KEYS);

/** A shop with a mailbox. */
export interface Kouadio {
  sellerId: string;
  accountId: string;
  email: string;
}

export const aKouadio = (): Kouadio => ({ sellerId: newId(), accountId: newId(), email: `kouadio.${newId()}@gmail.com` });

interface MailboxRow {
  etat: string;
  dernier_historique: string | null;
  demandes: number;
  relevees: number;
  jeton_scelle: string | null;
}

/** One world for a spec file and a new Google for each of its tests; services stop with the test that started them. */
export function mailWorld() {
  let world: World;
  let google: FakeGoogle;
  let address: Promise<string> | undefined;
  let running: RunningService[] = [];

  beforeAll(async () => {
    world = await startWorld();
  }, 90_000);
  afterAll(() => world.stop());
  beforeEach(() => {
    google = new FakeGoogle();
    address = undefined;
  });
  afterEach(async () => {
    for (const service of running) await service.stop();
    running = [];
    await google.stop();
  });

  async function start(env: NodeJS.ProcessEnv = {}): Promise<RunningService> {
    const url = await (address ??= google.start());
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

  const mails = async ({ sellerId }: Kouadio, question: Omit<ListEmails, 'answer'> = {}): Promise<EmailView[]> =>
    (await world.ask(ListEmails, question, sellerId)).items;

  const mailbox = async (service: RunningService, { accountId }: Kouadio): Promise<MailboxRow | undefined> => {
    const rows = await service.db.asWorker(() =>
      service.db.rows<MailboxRow>('select * from boites where id_compte_email = $1', [accountId]),
    );
    return rows[0];
  };

  /** Connected, watched and read once, so that what follows comes by the history. */
  async function connected(service: RunningService, kouadio: Kouadio): Promise<void> {
    await connect(kouadio);
    await eventually(async () => {
      const row = await mailbox(service, kouadio);
      expect(row?.dernier_historique).toBe(google.point(google.mails.length));
      expect(row?.relevees).toBe(row?.demandes);
    });
  }

  return {
    get world() {
      return world;
    },
    get google() {
      return google;
    },
    start,
    connect,
    push,
    mails,
    mailbox,
    connected,
  };
}
