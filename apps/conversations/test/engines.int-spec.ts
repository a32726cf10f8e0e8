import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConversationsApiUsedV1, ListConversations, TakeOverConversation } from '#contracts';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { ReadReceipts } from '../src/outbound/read-receipts.js';
import { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop, startConversations } from './shop.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('with a key for Gemini', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let gemini: Server;
  /** What the model says; undefined: it is overloaded. */
  let says: string | undefined;
  /** Held until this is done. */
  let thinks = Promise.resolve();

  beforeAll(async () => {
    const reply = (response: ServerResponse) => {
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
    };
    gemini = createServer((request, response) => {
      request.resume();
      void thinks.then(() => reply(response));
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
    const [conversation] = (await world.ask(ListConversations, {}, shop.sellerId)).items;
    expect(event.conversationId).toBe(conversation!.id);
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

  it('shows that somebody writes for as long as it thinks, unless a person takes over', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    service.get<ReadReceipts>(ReadReceipts).renewEveryMs = 100;
    let go = () => {};
    thinks = new Promise((resolve) => (go = resolve));
    says = 'Quelle est votre pointure ?';
    const item = awa.item('Bonjour');
    const dots = () => whatsapp.dots.filter((wamid) => wamid === item['id']).length;
    await shop.update('message', item, awa.contact);
    await eventually(() => expect(dots()).toBeGreaterThan(3));
    const [conversation] = (await world.ask(ListConversations, {}, shop.sellerId)).items;
    await world.ask(TakeOverConversation, { conversationId: conversation!.id }, shop.sellerId);
    await pause(300);
    const shown = dots();
    await pause(500);
    expect(dots()).toBe(shown);
    go();

    const fatou = new Customer(whatsapp, 'Fatou');
    await fatou.writes(shop, 'Bonjour');
    await fatou.reads(/pointure/);
    const after = whatsapp.dots.length;
    await pause(500);
    expect(whatsapp.dots.length).toBeLessThanOrEqual(after + 1);
  });
});
