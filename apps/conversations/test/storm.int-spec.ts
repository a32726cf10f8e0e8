import { MessageReceivedV1, MessageSentV1 } from '#contracts';
import { eventually } from '#testing';
import { Customer, Shop } from './shop.js';
import { startStage } from './stage.js';

const PEOPLE = 20;
const BURSTS = 3;
const IN_A_BURST = 5;

it('answers each of many bursts once over two replicas, with every webhook twice and every status in any order', async () => {
  const { world, whatsapp, service, stop } = await startStage({ TURN_DEBOUNCE_MS: '1500' }, 2);
  const shop = await new Shop(world, service).open();
  const status = (wamid: string, said: string, callbackData: string) =>
    shop.update('status', {
      id: wamid,
      status: said,
      timestamp: String(Math.floor(Date.now() / 1_000)),
      biz_opaque_callback_data: callbackData,
    });
  whatsapp.answer = () => ({
    kind: 'accept',
    before: async ({ wamid, callbackData }) => {
      await Promise.all(['read', 'sent', 'delivered', 'sent'].map((said) => status(wamid, said, callbackData)));
    },
  });
  const people = Array.from({ length: PEOPLE }, (_, i) => new Customer(whatsapp, `Cliente ${i}`));
  for (let burst = 1; burst <= BURSTS; burst += 1) {
    const items = people.flatMap((one) =>
      Array.from({ length: IN_A_BURST }, (_, i) => [one, one.item(`Bonjour ${burst}.${i}`)] as const),
    );
    const twice = [...items, ...items].sort(() => Math.random() - 0.5);
    await Promise.all(twice.map(([one, item]) => shop.update('message', item, one.contact)));
    await eventually(
      async () => {
        const [left] = await shop.rows<Record<string, number>>(
          `select (select count(*)::int from messages where direction_message = 'entrant') as stored,
                  (select count(*)::int from messages where a_repondre) as unanswered,
                  (select count(*)::int from messages where direction_message = 'sortant' and statut_message <> 'lu') as unread`,
        );
        expect(left).toEqual({ stored: burst * PEOPLE * IN_A_BURST, unanswered: 0, unread: 0 });
      },
      { withinMs: 60_000, everyMs: 200 },
    );
  }
  expect(await shop.rows('select count(*)::int as n from prospects')).toEqual([{ n: PEOPLE }]);
  expect(await shop.rows('select count(*)::int as n from conversations')).toEqual([{ n: PEOPLE }]);
  for (const one of people) expect(whatsapp.to(one.phone)).toHaveLength(BURSTS);
  await eventually(async () => expect(await world.all(MessageSentV1)).toHaveLength(PEOPLE * BURSTS));
  expect(await world.all(MessageReceivedV1)).toHaveLength(PEOPLE * BURSTS * IN_A_BURST);
  expect(await shop.rows('select error from dead_letter')).toEqual([]);
  await stop();
}, 240_000);
