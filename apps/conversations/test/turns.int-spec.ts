import {
  ListConversations,
  ListMessages,
  MessageFailedV1,
  OrderAgreedV1,
  SellerUpdatedV1,
  TakeOverConversation,
} from '#contracts';
import type { RunningService } from '#service';
import { newId } from '#database';
import { eventually, type World } from '#testing';
import type { ConversationsEnv } from '../src/conversations.env.js';
import { type DueConversation, DueConversations } from '../src/turns/due-conversations.js';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop, startConversations } from './shop.js';
import { emptyStage, type EmptyStage, STAGE_MS } from './stage.js';

const PEOPLE = 100;
const IN_A_BURST = 5;
const BURST_MS = 3_000;
const DEBOUNCE_MS = 2_500;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let world: World;
let whatsapp: FakeWhatsApp;
let service: RunningService;
let stop: EmptyStage['stop'];

beforeAll(async () => {
  ({ world, whatsapp, stop } = await emptyStage());
}, STAGE_MS);

afterAll(() => stop?.());

describe('turns over three replicas', () => {
  let replicas: RunningService[];

  beforeAll(async () => {
    const start = () => startConversations(world, whatsapp, { TURN_DEBOUNCE_MS: String(DEBOUNCE_MS) });
    service = await start();
    replicas = [service, await start(), await start()];
  }, 90_000);

  // Those that follow do not wait so long for the end of a burst.
  afterAll(() => Promise.all(replicas.map((replica) => replica.stop())), 30_000);

  /** By telephone: one, and one more for each time that a machine with other work left her unheard for as long as a pause takes. */
  async function burstsHeard(shop: Shop): Promise<Map<string, number>> {
    const rows = await shop.rows<{ phone: string; bursts: number }>(
      `select numero_telephone as phone, (1 + count(*) filter (where silence >= $2::int * interval '1 ms'))::int as bursts from (
         select p.numero_telephone, m.date_enregistrement - lag(m.date_enregistrement) over (partition by p.id_prospect order by m.date_enregistrement) as silence
           from messages m join conversations c using (id_conversation) join prospects p using (id_prospect)
          where c.id_utilisateur = $1 and m.direction_message = 'entrant') heard group by 1`,
      [shop.sellerId, DEBOUNCE_MS],
    );
    return new Map(rows.map(({ phone, bursts }) => [phone, bursts]));
  }

  it('answer each of a hundred bursts once, to its last word', async () => {
    const shop = await new Shop(world, service).open();
    const people = Array.from({ length: PEOPLE }, (_, i) => new Customer(whatsapp, `Cliente ${i}`));
    await Promise.all(
      people.map(async (one) => {
        await pause(Math.random() * 500);
        for (let i = 1; i <= IN_A_BURST; i += 1) {
          await one.writes(shop, i < IN_A_BURST ? `Bonjour ${i}` : 'La Nike Air Max 90 en 38 est à combien ?');
          if (i < IN_A_BURST) await pause((BURST_MS - 500) / IN_A_BURST);
        }
      }),
    );
    await eventually(async () => expect(await shop.rows('select from messages where a_repondre limit 1')).toEqual([]), {
      withinMs: 60_000,
    });
    const bursts = await burstsHeard(shop);
    for (const one of people) {
      await one.reads(/45\.000 FCFA/);
      const replies = whatsapp.to(one.phone).length;
      expect(replies).toBeLessThanOrEqual(bursts.get(one.phone)!);
    }
    expect(await shop.rows('select error from dead_letter')).toEqual([]);
  }, 150_000);

  it('answer each of many who write at once what she asked herself', async () => {
    const shop = await new Shop(world, service).open();
    const asked = [
      ['Nike Air Max 90', /45\.000 FCFA/],
      ['Adidas Stan Smith', /35\.000 FCFA/],
      ['Puma Suede Classic', /30\.000 FCFA/],
    ] as const;
    const people = Array.from({ length: 24 }, (_, i) => new Customer(whatsapp, `Cliente ${i}`));
    await Promise.all(people.map((one, i) => one.writes(shop, `La ${asked[i % 3]![0]} est à combien ?`)));
    await Promise.all(people.map((one, i) => one.reads(asked[i % 3]![1], 40_000)));
    for (const [i, one] of people.entries())
      for (const other of asked.filter((_, at) => at !== i % 3))
        expect(whatsapp.to(one.phone).filter(({ body }) => other[1].test(JSON.stringify(body)))).toEqual([]);
  }, 60_000);

  it('answer the one customer of a quiet shop before all of those who write to a busy one at once', async () => {
    const [busy, quiet] = [await new Shop(world, service).open(), await new Shop(world, service).open()];
    const crowd = Array.from({ length: 150 }, (_, i) => new Customer(whatsapp, `Cliente ${i}`));
    const awa = new Customer(whatsapp, 'Awa');
    await Promise.all(crowd.map((one) => one.writes(busy, 'Bonjour')));
    await awa.writes(quiet, 'Bonjour');
    await awa.reads(/Bonjour/, 40_000);
    expect(crowd.filter(({ phone }) => whatsapp.to(phone).length > 0).length).toBeLessThan(crowd.length / 2);
    await Promise.all(crowd.map((one) => one.reads(/Bonjour/, 60_000)));

    // While much is still to be stored, a long file has one turn at a time; customers of a shop that has few are all thought about.
    const others = Array.from({ length: 3 }, (_, i) => new Customer(whatsapp, `Passante ${i}`));
    await Promise.all(others.map((one) => one.writes(quiet, 'Bonjour')));
    await Promise.all(others.map((one) => one.reads(/Bonjour/, 40_000)));
    const { db } = service;
    const turns = new DueConversations(db, { thinkingMs: 1_000 } as ConversationsEnv);
    const taken = await db
      .asWorker(async () => {
        await db.run(
          'update conversations set tour_prevu = now(), bail_tour = null, bail_tour_fin = null where id_utilisateur = any($1)',
          [[busy.sellerId, quiet.sellerId]],
        );
        throw new Taken(await turns.take(newId(), 20, 1));
      })
      .catch((error: unknown) => (error instanceof Taken ? error.turns : Promise.reject(error as Error)));
    const of = (shop: Shop) => taken.filter((turn) => turn.id_utilisateur === shop.sellerId);
    expect([of(busy), of(quiet)].map((list) => list.length)).toEqual([1, 4]);
  }, 120_000);
});

/** Leaves a transaction without a trace, with what was seen in it. */
class Taken extends Error {
  constructor(readonly turns: DueConversation[]) {
    super('seen');
  }
}

describe('turns', () => {
  beforeAll(async () => {
    service = await startConversations(world, whatsapp, { TURN_DEBOUNCE_MS: '400' });
  }, 30_000);

  const conversationOf = async (shop: Shop) => (await world.ask(ListConversations, {}, shop.sellerId)).items[0]!;
  const said = async (shop: Shop) =>
    (await world.ask(ListMessages, { conversationId: (await conversationOf(shop)).id }, shop.sellerId)).items;

  it.concurrent(
    'say once, to who waits for a person while the shop is closed, when it opens',
    async () => {
      const shop = await new Shop(world, service).open();
      const tomorrow = ((new Date().getUTCDay() + 7) % 7) + 1;
      await shop.tell(
        SellerUpdatedV1,
        shop.sellerId,
        {
          lastName: 'Kouadio',
          firstName: 'Jean',
          email: 'kouadio@gmail.com',
          phone: '+2250712345678',
          country: "Côte d'Ivoire",
          sector: 'chaussures',
          shopName: 'Kouadio Chaussures',
          timeZone: 'Africa/Abidjan',
          hours: [{ weekday: tomorrow, opens: '08:00', closes: '18:00' }],
        },
        2,
      );
      await eventually(async () =>
        expect(
          await shop.rows('select from vendeurs_copie where id_utilisateur = $1 and creneaux is not null', [shop.sellerId]),
        ).toHaveLength(1),
      );
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Je veux parler au vendeur');
      await awa.reads(/Jean.*elle ouvre demain à 8h00/s);
      for (const word of ['Allô ?', 'Vous êtes là ?']) await awa.writes(shop, word);
      await eventually(async () => expect((await said(shop)).filter((one) => one.direction === 'inbound')).toHaveLength(3));
      expect(whatsapp.to(awa.phone)).toHaveLength(1);

      // Who waits since the shop was open hears it with the next message, once.
      const binta = new Customer(whatsapp, 'Binta');
      await binta.writes(shop, 'Je veux parler au vendeur');
      await binta.reads(/demain/);
      await shop.rows("delete from messages where id_utilisateur = $1 and cle_unique like 'ferme:%'", [shop.sellerId]);
      for (const word of ['Allô ?', 'Répondez svp']) await binta.writes(shop, word);
      await binta.reads(
        /C'est bien noté\. La boutique est fermée pour le moment, elle ouvre demain à 8h00\. Jean vous répondra ici\./,
      );
      await eventually(async () =>
        expect(
          await shop.rows("select from messages where id_utilisateur = $1 and paroles = 'Répondez svp'", [shop.sellerId]),
        ).toHaveLength(1),
      );
      expect(whatsapp.to(binta.phone)).toHaveLength(2);
    },
    60_000,
  );

  it.concurrent(
    'tell who writes on for minutes once that her words arrive, and go on where she takes back her wish for a person',
    async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Je veux parler au vendeur');
      await awa.reads(/Je passe la main à Jean/);
      await awa.writes(shop, 'Allô ?');
      await eventually(async () => expect((await said(shop)).filter((one) => one.direction === 'inbound')).toHaveLength(2));
      expect(whatsapp.to(awa.phone)).toHaveLength(1);
      await shop.rows("update passages_conversation set date_passage = now() - interval '3 minutes' where id_utilisateur = $1", [
        shop.sellerId,
      ]);
      for (const word of ['Vous êtes là ?', 'Répondez svp']) await awa.writes(shop, word);
      await awa.reads(/Jean a bien vos messages/);
      await eventually(async () => expect((await said(shop)).filter((one) => one.direction === 'inbound')).toHaveLength(4));
      expect(whatsapp.to(awa.phone)).toHaveLength(2);
      await awa.writes(shop, 'non c’est bon, laissez');
      await awa.reads(/je reste avec vous/);
      await awa.writes(shop, 'La Nike est à combien ?');
      await awa.reads(/45\.000 FCFA/);
    },
  );

  it.concurrent('take the order of who presses its recap while she waits for a person', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Je prends la Nike en 38, Cocody Angré villa 12');
    const recap = await awa.reads(/Vous confirmez/);
    await awa.writes(shop, 'Je veux parler au vendeur');
    await awa.reads(/Je passe la main à Jean/);
    await awa.presses(shop, recap.buttons[0]!.id, recap.buttons[0]!.title);
    await awa.reads(/Je transmets votre commande/);
  });

  it.concurrent(
    'take back what has not left when the shop takes the conversation up, and keep it when she only writes again',
    async () => {
      const shop = await new Shop(world, service).open();
      const pauseNumber = (until: string) =>
        shop.rows(`update comptes_copie set pause_jusqu_a = ${until} where id_utilisateur = $1`, [shop.sellerId]);
      const waiting = () =>
        shop.rows<{ statut_message: string }>(
          "select statut_message from messages where id_utilisateur = $1 and direction_message = 'sortant' order by numero_ordre",
          [shop.sellerId],
        );
      await pauseNumber("now() + interval '1 hour'");
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour, la Nike Air Max 90 ?');
      await eventually(async () => expect(await waiting()).toEqual([{ statut_message: 'en_attente' }]));
      await awa.writes(shop, 'Du 38');
      await eventually(async () =>
        expect(await waiting()).toEqual([{ statut_message: 'en_attente' }, { statut_message: 'en_attente' }]),
      );

      await world.ask(TakeOverConversation, { conversationId: (await conversationOf(shop)).id }, shop.sellerId);
      expect(await waiting()).toEqual([{ statut_message: 'echec' }, { statut_message: 'echec' }]);
      const { event } = await world.heard(MessageFailedV1, (_e, meta) => meta.sellerId === shop.sellerId);
      expect(event).toMatchObject({ code: 'reprise_par_la_boutique' });
      await pauseNumber('null');
      const binta = new Customer(whatsapp, 'Binta');
      await binta.writes(shop, 'Bonjour');
      await binta.reads(/./);
      expect(whatsapp.to(awa.phone)).toEqual([]);
    },
    60_000,
  );

  it.concurrent(
    'agree at the price and the fee that her recap showed',
    async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour, je prends la Nike Air Max 90 en 38, livraison Cocody, Angré 7ème tranche, Villa 123');
      const recap = await awa.reads(/À payer à la réception : 47\.000 FCFA/);
      await awa.presses(shop, recap.buttons[0]!.id, 'Confirmer');
      const { event } = await world.heard(OrderAgreedV1, (_e, meta) => meta.sellerId === shop.sellerId);
      expect(event).toMatchObject({ lines: [{ quantity: 1, agreedPrice: 45_000 }], deliveryFee: 2_000 });
    },
    60_000,
  );
});
