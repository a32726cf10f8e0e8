import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  AssistantBudgetReachedV1,
  ConversationsApiUsedV1,
  ListConversations,
  ListMessages,
  OrderAgreedV1,
  TakeOverConversation,
  UpdateAssistantSettings,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import { ReadReceipts } from '../src/outbound/read-receipts.js';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

interface GeminiRequest {
  contents: { parts: { text?: string; inlineData?: { mimeType: string; data: string } }[] }[];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('with a key for Gemini', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];
  let gemini: Server;
  /** What the model says; undefined: it is overloaded. */
  let says: string | undefined;
  /** What was asked of it, and what it says instead where that is a matter of what was asked. */
  let asked: GeminiRequest[] = [];
  let saysTo: ((request: GeminiRequest) => string | undefined) | undefined;
  /** Held until this is done. */
  let thinks = Promise.resolve();

  beforeAll(async () => {
    const reply = (request: GeminiRequest, response: ServerResponse) => {
      asked.push(request);
      const text = saysTo ? saysTo(request) : says;
      response.writeHead(text === undefined ? 503 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          text === undefined
            ? { error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } }
            : {
                candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP' }],
                usageMetadata: { promptTokenCount: 1_000, candidatesTokenCount: 20, totalTokenCount: 1_020 },
                modelVersion: 'gemini-3.5-flash-lite',
              },
        ),
      );
    };
    gemini = createServer((request, response) => {
      void Promise.all([json(request), thinks]).then(([body]) => reply(body as GeminiRequest, response));
    });
    await new Promise<void>((resolve) => gemini.listen(0, '127.0.0.1', resolve));
    ({ world, whatsapp, service, stop } = await startStage({
      GEMINI_API_KEY: 'AQ.test',
      GEMINI_API_URL: `http://127.0.0.1:${(gemini.address() as AddressInfo).port}`,
      FCFA_PER_USD: '600',
    }));
  }, STAGE_MS);

  afterAll(async () => {
    await stop?.();
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

  it('answers without the model once the seller’s day is spent, and tells him once', async () => {
    const shop = await new Shop(world, service).open();
    await world.ask(UpdateAssistantSettings, { dailyTokens: 1_500 }, shop.sellerId);
    const awa = new Customer(whatsapp, 'Awa');
    says = 'Avec plaisir, quelle est votre pointure ?';
    for (const [word, answers] of [
      ['Bonjour, je cherche des Nike', 1],
      ['Je réfléchis', 2],
    ] as const) {
      await awa.writes(shop, word);
      await eventually(() => expect(whatsapp.to(awa.phone)).toHaveLength(answers));
    }
    const { event } = await world.heard(AssistantBudgetReachedV1, (_e, meta) => meta.sellerId === shop.sellerId);
    expect(event).toMatchObject({ tokens: 2_040, dailyTokens: 1_500, dailyFcfa: 0 });
    asked = [];
    const binta = new Customer(whatsapp, 'Binta');
    await binta.writes(shop, 'Bonjour, le Nike Air Max 90 est à combien ?');
    await binta.reads(/45\.000 FCFA/);
    await awa.writes(shop, 'Le Puma Suede Classic alors ?');
    await awa.reads(/30\.000 FCFA/);
    expect(asked).toEqual([]);
    expect((await world.all(AssistantBudgetReachedV1)).filter(({ meta }) => meta.sellerId === shop.sellerId)).toHaveLength(1);

    await world.ask(UpdateAssistantSettings, { dailyTokens: 0 }, shop.sellerId);
    await binta.writes(shop, 'Et en 42 ?');
    await binta.reads(/Avec plaisir/);
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

  describe('a voice note', () => {
    const sound = Buffer.from('OggS and what she says');
    const inlined = (request: GeminiRequest) =>
      request.contents.flatMap(({ parts }) => parts).find((part) => part.inlineData)?.inlineData;
    const wordsOf = (request: GeminiRequest) =>
      request.contents.flatMap(({ parts }) => parts.map((part) => part.text ?? '')).join('\n');

    async function speaks(shop: Shop, customer: Customer, mimeType = 'audio/ogg; codecs=opus'): Promise<void> {
      const voice = whatsapp.media.keep(newId(), { bytes: sound, mimeType });
      await customer.writes(shop, '', { type: 'audio', audio: { ...voice, voice: true }, text: undefined });
    }

    afterEach(() => (saysTo = undefined));

    it('is written down once and answered like any message; the seller reads it too', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      asked = [];
      saysTo = (request) =>
        inlined(request) ? 'Bonjour, le Nike Air Max en 38 fait combien ?' : 'Le Nike Air Max 90 en 38 est à 45.000 FCFA.';
      await speaks(shop, awa);
      await awa.reads(/45\.000 FCFA/);
      const heard = asked.filter(inlined);
      expect(heard.map(inlined)).toEqual([{ mimeType: 'audio/ogg', data: sound.toString('base64') }]);
      const thought = asked.find((request) => !inlined(request));
      expect(wordsOf(thought!)).toContain('<client>Bonjour, le Nike Air Max en 38 fait combien ?</client>');

      await awa.writes(shop, 'Merci');
      await eventually(() => expect(whatsapp.to(awa.phone)).toHaveLength(2));
      expect(asked.filter(inlined)).toHaveLength(1);
      const [conversation] = (await world.ask(ListConversations, {}, shop.sellerId)).items;
      const { items } = await world.ask(ListMessages, { conversationId: conversation!.id }, shop.sellerId);
      expect(items.map((one) => one.text)).toContain('Message vocal : Bonjour, le Nike Air Max en 38 fait combien ?');
      const { event } = await world.heard(
        ConversationsApiUsedV1,
        (e, meta) => meta.sellerId === shop.sellerId && e.operation === 'generateContent.transcribe',
      );
      expect(event).toMatchObject({ model: 'gemini-3.5-flash-lite', calls: 1, errors: 0, inputTokens: 1_000 });
    });

    it.each([
      ['Gemini is down', 'audio/ogg; codecs=opus', undefined],
      ['nothing can be understood', 'audio/ogg; codecs=opus', '[inaudible]'],
      ['its sound is of a kind nobody reads', 'audio/amr', 'never asked'],
    ])('is answered by a polite request to write when %s', async (_why, mimeType, transcript) => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      saysTo = (request) => (inlined(request) ? transcript : undefined);
      await speaks(shop, awa, mimeType);
      await awa.reads(/écri/);
    });

    it('confirms no order, whatever the model hears in it', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      saysTo = () => undefined;
      await awa.writes(shop, 'Je prends la Nike Air Max 90 en 38, livraison Cocody, Angré 7ème tranche, Villa 123');
      const recap = await awa.reads(/À payer à la réception/);
      const answers = whatsapp.to(awa.phone).length;
      saysTo = (request) => (inlined(request) ? 'Oui, je confirme la commande' : undefined);
      await speaks(shop, awa);
      await eventually(() => expect(whatsapp.to(awa.phone)).toHaveLength(answers + 1));
      await awa.presses(shop, recap.buttons[0]!.id, 'Confirmer');
      const { event } = await world.heard(OrderAgreedV1, (_e, meta) => meta.sellerId === shop.sellerId);
      expect(event.lines).toHaveLength(1);
      const agreed = (await world.all(OrderAgreedV1)).filter(({ meta }) => meta.sellerId === shop.sellerId);
      expect(agreed).toHaveLength(1);
      const [pressed] = await shop.rows<{ date: Date }>(
        'select date_enregistrement as date from messages where id_utilisateur = $1 and identifiant_bouton is not null',
        [shop.sellerId],
      );
      expect(new Date(agreed[0]!.meta.occurredAt).getTime()).toBeGreaterThanOrEqual(pressed!.date.getTime());
    });
  });
});
