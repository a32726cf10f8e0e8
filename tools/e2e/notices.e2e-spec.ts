import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { ListNotifications } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { notificationsService } from '../../apps/notifications/src/notifications.service-definition.js';
import { aDelivery, kouadio, noticesEnv, PLATFORM } from '../../apps/notifications/test/a-shop.js';
import { readSandboxEnv } from '../../apps/sandbox/src/sandbox.env.js';
import { type RunningSandbox, startSandbox } from '../../apps/sandbox/src/start-sandbox.js';
import { call } from '../launcher/http.js';

const COURIER = '+2250711223344';
const NOTICES = 60;
const EVERY_MS = 6_000;

/** Notices at the sandbox, which counts as Meta does. Its clock and the slots that are kept go on together, so that minutes need not be waited for. */
describe('notices of the platform', () => {
  let world: World;
  let sandbox: RunningSandbox;
  let service: RunningService;
  const webhooks = createServer((request, response) => void request.resume().on('end', () => response.end()));

  beforeAll(async () => {
    world = await startWorld();
    await new Promise<void>((resolve) => webhooks.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(webhooks.address() as AddressInfo).port}/webhooks`;
    const given = {
      WHATSAPP_APP_SECRET: 'secret',
      WHATSAPP_VERIFY_TOKEN: 'verifie',
      GMAIL_PUSH_SERVICE_ACCOUNT: 'push@essai.example',
    };
    const urls = { WHATSAPP_WEBHOOK_URL: url, GMAIL_PUSH_URL: url, GMAIL_PUSH_AUDIENCE: url };
    sandbox = await startSandbox(readSandboxEnv({ ...given, ...urls, SANDBOX_PORT: '0' }), pino({ level: 'silent' }));
    const env = noticesEnv(sandbox.url);
    const number = {
      phoneNumberId: PLATFORM,
      businessAccountId: env.PLATFORM_BUSINESS_ACCOUNT_ID,
      accessToken: env.PLATFORM_WHATSAPP_TOKEN,
    };
    await control('accounts', { ...number, phone: '+2252720000001', name: 'FluxAsync', pairLimit: true, throughput: 80 });
    await control('phones', { phone: COURIER, name: 'Mamadou' });
    service = await world.start(notificationsService, { ...env, WHATSAPP_TIMEOUT_MS: '5000' });
    await world.start(notificationsService, { ...env, WHATSAPP_TIMEOUT_MS: '5000' });
  }, 90_000);
  afterAll(async () => {
    await world?.stop();
    await sandbox?.close();
    webhooks.closeAllConnections();
    webhooks.close();
  });

  const control = (path: string, body: object) => call('POST', `${sandbox.url}/__sandbox/${path}`, body);
  const ledger = () => call('GET', `${sandbox.url}/__sandbox/ledger`) as Promise<Ledger>;
  const toCourier = async () => (await ledger()).sends.filter(({ waId }) => `+${waId}` === COURIER).length;
  /** Six seconds go by for both sides. */
  const goesBy = async () => {
    await control('clock', { advanceMs: EVERY_MS });
    await service.db.asWorker(() =>
      service.db.run(`update cadences_destinataire set creneau = creneau - interval '${EVERY_MS} milliseconds'`),
    );
  };

  it(`${NOTICES} to one courier all leave, none is refused for its pace, and nobody else waits for them`, async () => {
    const sellerId = newId();
    await world.publish(kouadio(sellerId));
    const deliveries = Array.from({ length: NOTICES }, (_, i) =>
      aDelivery(sellerId, { courierPhone: COURIER, deliveryPhone: `+22505987${String(10_000 + i)}` }),
    );
    for (const delivery of deliveries) await world.publish(delivery);
    // At least so many: on a slow machine the courier may be due the next ones by its own clock.
    await eventually(async () => expect(await toCourier()).toBeGreaterThanOrEqual(44), { withinMs: 30_000 });
    // The customers of all sixty are told at once, though the courier's notices are in the same queue.
    await eventually(
      async () => {
        const { livreur = 0, ...others } = await waiting(sellerId);
        expect(others).toEqual({});
        expect(livreur).toBeLessThanOrEqual(NOTICES - 44);
      },
      { withinMs: 20_000 },
    );
    for (let sent = 45; sent <= NOTICES; sent++) {
      await goesBy();
      await eventually(async () => expect(await toCourier()).toBeGreaterThanOrEqual(sent), { withinMs: 10_000 });
    }
    const { refusals } = await ledger();
    expect(refusals.filter(({ code }) => code === 131056 || code === 130429)).toEqual([]);
    await eventually(async () => {
      const { items } = await world.ask(ListNotifications, { recipient: 'courier', limit: 100 }, sellerId);
      expect(items.map(({ state }) => state)).toEqual(Array.from({ length: NOTICES }, () => 'sent'));
    });
  }, 90_000);

  /** Notices that have not left, by whom they go to. */
  const waiting = async (sellerId: string): Promise<Record<string, number>> => {
    const rows = await service.db.asWorker(() =>
      service.db.rows<{ role: string; n: number }>(
        `select role_destinataire as role, count(*)::int as n from notifications where id_utilisateur = $1 and etat = 'en_attente' group by 1`,
        [sellerId],
      ),
    );
    return Object.fromEntries(rows.map(({ role, n }) => [role, n]));
  };
});

interface Ledger {
  sends: { waId: string }[];
  refusals: { code: number | string }[];
}
