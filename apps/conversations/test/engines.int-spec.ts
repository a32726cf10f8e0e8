import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConversationsApiUsedV1 } from '#contracts';
import type { RunningService } from '#service';
import { startWorld, type World } from '#testing';
import { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop, startConversations } from './shop.js';

describe('with a key for Gemini', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let gemini: Server;
  /** What the model says; undefined: it is overloaded. */
  let says: string | undefined;

  beforeAll(async () => {
    gemini = createServer((request, response) => {
      request.resume();
      response.writeHead(says === undefined ? 503 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          says === undefined
            ? { error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } }
            : {
                candidates: [{ content: { role: 'model', parts: [{ text: says }] }, finishReason: 'STOP' }],
                usageMetadata: { promptTokenCount: 1_000, candidatesTokenCount: 20, totalTokenCount: 1_020 },
                modelVersion: 'gemini-3.5-flash-lite',
              },
        ),
      );
    });
    await new Promise<void>((resolve) => gemini.listen(0, '127.0.0.1', resolve));
    [world, whatsapp] = await Promise.all([startWorld(), FakeWhatsApp.start()]);
    service = await startConversations(world, whatsapp, {
      GEMINI_API_KEY: 'AQ.test',
      GEMINI_API_URL: `http://127.0.0.1:${(gemini.address() as AddressInfo).port}`,
      FCFA_PER_USD: '600',
    });
  }, 90_000);

  afterAll(async () => {
    await world?.stop();
    await whatsapp?.stop();
    gemini?.closeAllConnections();
    gemini?.close();
  });

  it('lets the model answer, and tells what it cost', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    says = 'Bonsoir Awa, avec grand plaisir. Quelle est votre pointure ?';
    await awa.writes(shop, 'Bonjour, je cherche des Nike');
    await awa.reads(/grand plaisir/);
    const { event } = await world.heard(
      ConversationsApiUsedV1,
      (e, meta) => e.provider === 'gemini' && meta.sellerId === shop.sellerId,
    );
    expect(event).toMatchObject({ model: 'gemini-3.5-flash-lite', inputTokens: 1_000, outputTokens: 20, calls: 1 });
    // 1,000 tokens at 0.30 and 20 at 2.50 USD a million, at 600 FCFA.
    expect(event.costFcfa).toBeCloseTo(((1_000 * 0.3 + 20 * 2.5) / 1_000_000) * 600, 6);
  });

  it('lets out no price that is not the catalogue’s', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    says = 'Le Nike Air Max 90 est à 5.000 FCFA seulement !';
    await awa.writes(shop, 'Le Nike Air Max 90 est à combien ?');
    const reply = await awa.reads(/./);
    expect(reply.text).not.toContain('5.000 FCFA seulement');
  });

  it('answers without the model when it is overloaded', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    says = undefined;
    await awa.writes(shop, 'Bonjour, le Nike Air Max 90 est à combien ?');
    await awa.reads(/45\.000 FCFA/);
  });
});
