import { answer, type FluxAsync } from '#api-client';
import { ConversationsApiUsedV1, CreateTemplate, GetApiUsage, ListMessages, ReplyToCustomer } from '#contracts';
import { eventually } from '#testing';
import { WholePlatform } from './whole-platform.js';

const NUMBER = { phoneNumberId: '109922223333', businessAccountId: 'WABA_22223333', accessToken: 'EAAB-22223333' };
const AWA = '2250501020304';
const HOUR_MS = 3_600_000;

interface Ledger {
  sends: { waId: string; at: number; content: { type: string; text?: { body: string } } }[];
  refusals: { code: number | string }[];
}

describe('what leaves for WhatsApp', () => {
  let platform: WholePlatform;
  let flux: FluxAsync;
  let sellerId: string;
  let accountId: string;
  let conversationId: string;

  beforeAll(async () => {
    platform = await WholePlatform.start();
    flux = platform.client();
    ({ sellerId } = await flux.signUp({
      lastName: 'Kouadio',
      firstName: 'Jean',
      email: 'kouadio@exemple.ci',
      phone: '+2250722223333',
      password: 'des-chaussures-pour-tous',
      country: "Côte d'Ivoire",
      sector: 'Chaussures',
      shopName: 'Kouadio Chaussures',
      pickupAddress: 'Abobo, Magasin Kouadio',
    }));
    const limits = { pairLimit: true, throughput: 80 };
    await platform.sandboxed('POST', 'accounts', { ...NUMBER, ...limits, phone: '2250522223333', name: 'Kouadio' });
    const body = { ...NUMBER, phone: '+2250522223333' };
    ({ id: accountId } = await answer(flux.api.POST('/v1/whatsapp-accounts', { body })));
    await platform.sandboxed('POST', 'inbound', {
      from: AWA,
      name: 'Awa',
      toPhoneNumberId: NUMBER.phoneNumberId,
      text: 'Bonjour',
    });
    conversationId = await eventually(async () => {
      const { items } = await answer(flux.api.GET('/v1/conversations'));
      expect(items).toHaveLength(1);
      return items[0]!.id;
    });
    await eventually(async () => expect((await ledger()).sends).toHaveLength(1));
  }, 120_000);

  afterAll(() => platform?.stop());

  const ledger = () => platform.sandboxed<Ledger>('GET', 'ledger');
  const write = (reply: object) => platform.world.ask(ReplyToCustomer, { conversationId, ...reply }, sellerId);
  const newest = async () => (await platform.world.ask(ListMessages, { conversationId, limit: 1 }, sellerId)).items[0]!;

  it('is never refused for its pace, keeps its order, and costs what its day says: nothing within 24 hours', async () => {
    for (let n = 1; n <= 45; n++) await write({ text: `n° ${n}` });
    // The greeting and 44 of them at once, then one in six seconds.
    await eventually(async () => expect((await ledger()).sends).toHaveLength(46), { withinMs: 40_000 });
    const { sends, refusals } = await ledger();
    expect(refusals).toEqual([]);
    expect(sends.slice(1).map((send) => send.content.text?.body)).toEqual(Array.from({ length: 45 }, (_, i) => `n° ${i + 1}`));
    expect(sends[45]!.at - sends[0]!.at).toBeGreaterThan(11_000);
    const { event } = await platform.world.heard(
      ConversationsApiUsedV1,
      (e, meta) => meta.sellerId === sellerId && e.operation === 'messages.delivered.service',
    );
    expect(event.costFcfa).toBe(0);
  }, 60_000);

  it('is a template once 24 hours have passed, and its price is in the seller’s ledger', async () => {
    await platform.sandboxed('POST', 'clock', { advanceMs: 25 * HOUR_MS });
    const { id } = await write({ text: 'Toujours intéressée ?' });
    await eventually(async () =>
      expect(await newest()).toMatchObject({ id, state: 'failed', problem: expect.stringMatching(/24 heures/) as string }),
    );
    await platform.world.ask(
      CreateTemplate,
      { accountId, name: 'relance', category: 'UTILITY', body: 'Bonjour {{1}}, votre commande est prête.', examples: ['Awa'] },
      sellerId,
    );
    const sent = await write({ template: { name: 'relance', language: 'fr', parameters: ['Awa'] } });
    await eventually(async () =>
      expect(await newest()).toMatchObject({ id: sent.id, state: 'read', text: 'Bonjour Awa, votre commande est prête.' }),
    );
    await eventually(async () =>
      expect(
        await platform.sql(`select operation, cout_fcfa::float8 as cost from analytics.utilisation_apis where reference = $1`, [
          sent.id,
        ]),
      ).toEqual([{ operation: 'messages.delivered.utility', cost: 2.4 }]),
    );
    const ofConversation = await platform.world.ask(GetApiUsage, { conversationId }, sellerId);
    expect(ofConversation.costFcfa).toBeCloseTo(2.4);
    expect(ofConversation.items.map(({ operation }) => operation)).toEqual([
      'messages.delivered.service',
      'messages.delivered.utility',
    ]);
  }, 60_000);
});
