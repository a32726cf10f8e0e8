import {
  ConversationHandedOverV1,
  ConversationsApiUsedV1,
  type ConversationView,
  CourierRepliedV1,
  type EventMeta,
  fact,
  GiveBackConversation,
  ListConversations,
  ListMessages,
  MessageFailedV1,
  MessageReceivedV1,
  MessageSentV1,
  ProspectCreatedV1,
  ReplyToCustomer,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import { ForgetEchoes } from '../src/inbound/forget-echoes.js';
import type { Assistant } from '../src/assistant/assistant.js';
import { inboundMetrics } from '../src/inbound/metrics.js';
import { ShopSubscriber } from '../src/shop.subscriber.js';
import { ASSISTANT } from '../src/turns/turn.worker.js';
import { ApiUsageBook } from '../src/usage/api-usage.book.js';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop, startConversations } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the WhatsApp channel', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];
  let replica: RunningService;

  beforeAll(async () => {
    const stage = await startStage({ TURN_DEBOUNCE_MS: '400' }, 2);
    ({ world, whatsapp, service, stop } = stage);
    replica = stage.replicas[1]!;
  }, STAGE_MS);

  afterAll(() => stop?.());

  const conversationOf = (shop: Shop): Promise<ConversationView> =>
    eventually(async () => {
      const [conversation] = (await world.ask(ListConversations, {}, shop.sellerId)).items;
      if (!conversation) throw new Error('no conversation yet');
      return conversation;
    });
  const messagesOf = async (shop: Shop) => {
    const { id } = await conversationOf(shop);
    return (await world.ask(ListMessages, { conversationId: id, limit: 100 }, shop.sellerId)).items;
  };
  const status = (shop: Shop, wamid: string, said: string, more: Record<string, unknown> = {}) =>
    shop.update('status', { id: wamid, status: said, timestamp: String(Math.floor(Date.now() / 1_000)), ...more });

  it.concurrent(
    'makes of fifty messages at once from a new number one person, one conversation, fifty messages and one answer',
    async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa', undefined, 'CI.24681357902468135790');
      await Promise.all(Array.from({ length: 50 }, (_, i) => awa.writes(shop, `message ${i + 1}`)));
      await eventually(async () => expect((await messagesOf(shop)).filter((m) => m.direction === 'inbound')).toHaveLength(50));
      await awa.reads(/./);
      await pause(1_000);
      const [counts] = await shop.rows<Record<string, number>>(
        `select (select count(*)::int from prospects where id_utilisateur = $1) as prospects,
              (select count(*)::int from conversations where id_utilisateur = $1) as conversations,
              (select count(*)::int from messages where id_utilisateur = $1 and direction_message = 'sortant') as answers,
              (select count(*)::int from messages where id_utilisateur = $1 and a_repondre) as unanswered`,
        [shop.sellerId],
      );
      expect(counts).toEqual({ prospects: 1, conversations: 1, answers: 1, unanswered: 0 });
      const of = <T>(all: { meta: { sellerId: string | null }; event: T }[]) =>
        all.filter(({ meta }) => meta.sellerId === shop.sellerId);
      expect(of(await world.all(ProspectCreatedV1))).toHaveLength(1);
      expect(of(await world.all(MessageReceivedV1))).toHaveLength(50);
    },
  );

  it.concurrent('stores a message once that WhatsApp delivers twice, at the same time or later', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    const item = awa.item('Bonjour');
    await Promise.all([1, 2, 3].map(() => shop.update('message', item, awa.contact)));
    await awa.reads(/Bonjour/);
    await shop.update('message', item, awa.contact);
    await pause(900);
    expect(await messagesOf(shop)).toHaveLength(2);
    expect(whatsapp.to(awa.phone)).toHaveLength(1);
  });

  it.concurrent('knows a person by any of his names', async () => {
    const shop = await new Shop(world, service).open();
    const bsuid = 'CI.11112222333344445555';
    const old = new Customer(whatsapp, 'Yao', '22504030201', bsuid);
    const now = new Customer(whatsapp, 'Yao', '2250504030299', bsuid);
    await old.writes(shop, 'Bonjour');
    await old.reads(/Bonjour/);
    await now.writes(shop, 'C’est encore moi');
    await eventually(async () => expect((await messagesOf(shop)).filter((m) => m.direction === 'inbound')).toHaveLength(2));
    const stranger = new Customer(whatsapp, 'Koffi', '2250504030299', 'CI.99998888777766665555');
    await stranger.writes(shop, 'Bonjour, j’ai repris ce numéro');
    await eventually(async () =>
      expect(
        await shop.rows('select nom_complet, numero_telephone from prospects where id_utilisateur = $1 order by 1', [
          shop.sellerId,
        ]),
      ).toEqual([
        { nom_complet: 'Koffi', numero_telephone: '+2250504030299' },
        { nom_complet: 'Yao', numero_telephone: '+2250504030299' },
      ]),
    );
  });

  it.concurrent('follows a person to a new number, and takes the next owner of the old one for somebody else', async () => {
    const shop = await new Shop(world, service).open();
    const [before, after] = [new Customer(whatsapp, 'Yao'), new Customer(whatsapp, 'Yao')];
    await before.writes(shop, 'Bonjour');
    await before.reads(/Bonjour/);
    await before.writes(shop, '', { type: 'system', system: { type: 'user_changed_number', wa_id: after.waId } });
    await eventually(async () =>
      expect((await messagesOf(shop))[0]!.text).toBe(`Le client a changé de numéro : ${before.phone} est devenu ${after.phone}`),
    );
    await after.writes(shop, 'Avez-vous des Puma ?');
    await after.reads(/Puma/);
    await before.writes(shop, 'Bonjour, je suis nouveau ici');
    await eventually(async () =>
      expect(
        await shop.rows('select numero_telephone from prospects where id_utilisateur = $1 order by id_prospect', [shop.sellerId]),
      ).toEqual([{ numero_telephone: after.phone }, { numero_telephone: before.phone }]),
    );
  });

  it.concurrent('answers neither a reaction nor what is a day old, and keeps what it does not know', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Bonjour', { timestamp: String(Math.floor(Date.now() / 1_000) - 25 * 3_600) });
    await awa.writes(shop, '', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } });
    await eventually(async () => expect(await messagesOf(shop)).toHaveLength(1));
    await pause(800);
    expect(whatsapp.to(awa.phone)).toHaveLength(0);
    await awa.writes(shop, '', { type: 'unsupported', unsupported: { type: 'poll_creation' } });
    await eventually(async () => expect((await messagesOf(shop)).map((m) => m.type)).toContain('non_pris_en_charge'));
    await awa.reads(/./);
  });

  it.concurrent('keeps a status that names no message', async () => {
    const shop = await new Shop(world, service).open();
    await shop.update('status', { status: 'sent', timestamp: String(Math.floor(Date.now() / 1_000)) });
    await eventually(async () =>
      expect(await shop.rows('select motif from mises_a_jour_gardees where id_utilisateur = $1', [shop.sellerId])).toEqual([
        { motif: 'illisible' },
      ]),
    );
  });

  it.concurrent('applies a status that comes before the send’s answer, and one that names only the wamid', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    whatsapp.answers(shop, () => ({
      kind: 'accept',
      before: async (sent) => {
        await status(shop, sent.wamid, 'read');
        await status(shop, sent.wamid, 'sent');
        await pause(500);
      },
    }));
    await awa.writes(shop, 'Bonjour');
    const { wamid } = await awa.reads(/Bonjour/);
    await eventually(async () => expect((await messagesOf(shop))[0]!.state).toBe('read'));
    await status(shop, wamid, 'delivered');
    await status(shop, wamid, 'failed', { errors: [{ code: 131026, title: 'undeliverable' }] });
    await pause(500);
    expect((await messagesOf(shop))[0]!.state).toBe('read');
    expect((await world.all(MessageSentV1)).filter(({ event }) => event.wamid === wamid)).toHaveLength(1);
  });

  it.concurrent('does not send again what a status confirms after the connection broke', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    whatsapp.answers(shop, () => ({ kind: 'accept-silently' }));
    await awa.writes(shop, 'Bonjour');
    const sent = await awa.reads(/Bonjour/);
    await eventually(async () => expect((await messagesOf(shop))[0]!.state).toBe('unknown'));
    await status(shop, sent.wamid, 'sent', { biz_opaque_callback_data: sent.callbackData });
    await eventually(async () => expect((await messagesOf(shop))[0]!.state).toBe('sent'));
    await pause(2_500);
    expect(whatsapp.to(awa.phone)).toHaveLength(1);
    expect((await world.all(MessageSentV1)).filter(({ event }) => event.messageId === sent.callbackData)).toHaveLength(1);
  });

  it.concurrent('sends once more when no status ever comes', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    let calls = 0;
    whatsapp.answers(shop, () => ({ kind: ++calls === 1 ? 'accept-silently' : 'accept' }));
    await awa.writes(shop, 'Bonjour');
    await eventually(async () => expect((await messagesOf(shop))[0]!.state).toBe('sent'));
    expect(whatsapp.to(awa.phone).map((one) => one.callbackData)).toHaveLength(2);
    expect(new Set(whatsapp.to(awa.phone).map((one) => one.callbackData)).size).toBe(1);
  });

  it.concurrent('finds the message of a worker that died in the middle of a send, waits, and sends it once more', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    const number = (pausedUntil: string) =>
      shop.rows('update comptes_copie set pause_jusqu_a = $2 where id_utilisateur = $1 returning 1', [
        shop.sellerId,
        pausedUntil,
      ]);
    await number('2999-01-01');
    await awa.writes(shop, 'Bonjour');
    await eventually(async () => expect(await messagesOf(shop)).toHaveLength(2));
    await shop.rows(
      `update messages set statut_message = 'en_envoi', bail_envoi = gen_random_uuid(), bail_envoi_fin = now() - interval '1 s'
        where id_utilisateur = $1 and direction_message = 'sortant' returning 1`,
      [shop.sellerId],
    );
    await eventually(async () => expect((await messagesOf(shop))[0]!.state).toBe('unknown'));
    await number('2000-01-01');
    await awa.reads(/Bonjour/);
    expect(whatsapp.to(awa.phone)).toHaveLength(1);
  });

  it.concurrent('gives up a message whose resend was left unknown too, says so, and lets the conversation go on', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Bonjour');
    await awa.reads(/Bonjour/);
    await eventually(async () => expect((await messagesOf(shop))[0]!.state).not.toBe('sending'));
    await shop.rows(
      `update messages set statut_message = 'en_envoi', renvois = 1, bail_envoi = gen_random_uuid(), bail_envoi_fin = now() - interval '1 s'
        where id_utilisateur = $1 and direction_message = 'sortant' returning 1`,
      [shop.sellerId],
    );
    await eventually(async () => expect((await messagesOf(shop))[0]).toMatchObject({ state: 'failed' }));
    await world.heard(MessageFailedV1, (e, meta) => meta.sellerId === shop.sellerId && e.code === 'envoi_inconnu');
    const before = whatsapp.to(awa.phone).length;
    await awa.writes(shop, 'Vous êtes là ?');
    await eventually(() => expect(whatsapp.to(awa.phone).length).toBeGreaterThan(before));
  });

  it.concurrent('writes nothing freely once 24 hours have passed since the customer wrote', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Bonjour');
    await awa.reads(/Bonjour/);
    const { id } = await conversationOf(shop);
    await shop.rows(
      `update conversations set dernier_entrant = now() - interval '25 hours' where id_conversation = $1 returning 1`,
      [id],
    );
    await expect(world.ask(ReplyToCustomer, { conversationId: id, text: 'Bonjour' }, shop.sellerId)).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
      kind: 'conflict',
    });
    expect(await conversationOf(shop)).toMatchObject({ status: 'open' });
  });

  it.concurrent('counts what was sent, minute by minute', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Bonjour');
    await awa.reads(/Bonjour/);
    await eventually(async () =>
      expect(
        await shop.rows(
          `update utilisation_en_cours set minute = minute - interval '1 minute' where id_utilisateur = $1 and operation = 'messages.send' returning 1`,
          [shop.sellerId],
        ),
      ).toHaveLength(1),
    );
    await service.get<ApiUsageBook>(ApiUsageBook).tell();
    const { event } = await world.heard(
      ConversationsApiUsedV1,
      (e, meta) => meta.sellerId === shop.sellerId && e.operation === 'messages.send',
    );
    expect(event).toMatchObject({ provider: 'whatsapp', calls: 1, errors: 0 });
  });

  it('counts read receipts by the second, and those of the last second before it stops', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    /** In the minute that runs, or told with one that is over. */
    const receipts = async () => {
      const running = await shop.rows<{ calls: number; errors: number }>(
        `select appels as calls, erreurs as errors from utilisation_en_cours where id_utilisateur = $1 and operation = 'messages.read'`,
        [shop.sellerId],
      );
      const told = (await world.all(ConversationsApiUsedV1))
        .filter(({ event, meta }) => meta.sellerId === shop.sellerId && event.operation === 'messages.read')
        .map(({ event }) => event);
      const sum = (of: 'calls' | 'errors') => [...running, ...told].reduce((all, one) => all + one[of], 0);
      return { calls: sum('calls'), errors: sum('errors') };
    };
    await awa.writes(shop, 'Bonjour');
    await awa.reads(/Bonjour/);
    await eventually(async () => expect(await receipts()).toEqual({ calls: 1, errors: 0 }));

    const another = await startConversations(world, whatsapp, { TURN_DEBOUNCE_MS: '400' });
    const book = another.get<ApiUsageBook>(ApiUsageBook);
    for (const ok of [true, true, false]) book.note(shop.sellerId, 'messages.read', { ok, latencyMs: 10 });
    await another.stop();
    await eventually(async () => expect(await receipts()).toEqual({ calls: 4, errors: 1 }));
  });

  it.concurrent('tries again after WhatsApp was unavailable', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    let calls = 0;
    whatsapp.answers(shop, () => (++calls === 1 ? { kind: 'refuse', status: 503, code: 2 } : { kind: 'accept' }));
    await awa.writes(shop, 'Bonjour');
    await awa.reads(/Bonjour/);
    expect(calls).toBe(2);
  });

  it.concurrent('keeps every table of a seller’s behind its policy', async () => {
    const shop = new Shop(world, service);
    expect(
      await shop.rows(
        `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id_utilisateur'
          where c.relnamespace = 'conversations'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
      ),
    ).toEqual([]);
  });

  describe('when a person answers', () => {
    /** What comes before each thought about one telephone's words. */
    const before = new Map<string, () => Promise<void>>();
    beforeAll(() => {
      for (const one of [service, replica]) {
        const assistant = one.get<Assistant>(ASSISTANT);
        const answer = assistant.answer.bind(assistant);
        assistant.answer = async (turn, tools) => {
          await before.get(turn.customer.phone ?? '')?.();
          return answer(turn, tools);
        };
      }
    });

    /** Holds every thought about what she wrote until let go. */
    function holdThoughts({ phone }: Customer) {
      let go = () => {};
      const gate = new Promise<void>((resolve) => (go = resolve));
      let thinking = 0;
      before.set(phone, () => {
        thinking += 1;
        return gate;
      });
      return {
        begun: () => eventually(() => expect(thinking).toBeGreaterThan(0)),
        letGo: () => {
          before.delete(phone);
          go();
        },
      };
    }

    it.concurrent('drops the answer that was being thought about', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      const thoughts = holdThoughts(awa);
      await awa.writes(shop, 'Bonjour');
      await thoughts.begun();
      const { id } = await conversationOf(shop);
      await world.ask(ReplyToCustomer, { conversationId: id, text: 'Bonjour Awa, c’est Jean.' }, shop.sellerId);
      thoughts.letGo();
      await awa.reads(/c’est Jean/);
      await awa.writes(shop, 'Ah, très bien');
      await pause(1_200);
      expect(whatsapp.to(awa.phone)).toHaveLength(1);
      expect(await conversationOf(shop)).toMatchObject({ status: 'human', handoverReason: 'Le vendeur répond lui-même' });
      const { event, meta } = await world.heard(ConversationHandedOverV1, (e) => e.conversationId === id);
      expect(event.customerName).toBe('Awa');
      expect(meta.actor).toBe(`seller:${shop.sellerId}`);

      await world.ask(GiveBackConversation, { conversationId: id }, shop.sellerId);
      await awa.writes(shop, 'Vous avez des Nike ?');
      await awa.reads(/Nike Air Max 90/);
    });

    it.concurrent('thinks anew when she wrote more meanwhile, and answers all of it once', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      const thoughts = holdThoughts(awa);
      await awa.writes(shop, 'Bonjour');
      await thoughts.begun();
      await awa.writes(shop, 'Vous avez des Puma ?');
      await eventually(async () => expect(await messagesOf(shop)).toHaveLength(2));
      thoughts.letGo();
      const reply = await awa.reads(/Puma/);
      expect(reply.text).toMatch(/^Bonjour/);
      await pause(1_000);
      expect(whatsapp.to(awa.phone)).toHaveLength(1);
    });

    it.concurrent('falls silent when the seller writes on his own phone, even in the middle of a thought', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      await awa.reads(/Bonjour/);
      const thoughts = holdThoughts(awa);
      await awa.writes(shop, 'Vous avez des Puma ?');
      await thoughts.begun();
      const echo = (to: string) => ({
        id: `wamid.echo.${to}`,
        from: '2250700112233',
        to,
        timestamp: String(Math.floor(Date.now() / 1_000)),
        type: 'text',
        text: { body: 'Oui c’est dispo, je vous mets de côté' },
      });
      await shop.update('echo', echo(awa.waId));
      await shop.update('echo', echo('2250700000001'));
      await eventually(async () => expect((await conversationOf(shop)).status).toBe('human'));
      thoughts.letGo();
      expect((await messagesOf(shop))[0]).toMatchObject({ direction: 'outbound', byAssistant: false, state: 'sent' });
      await awa.writes(shop, 'Merci');
      await pause(900);
      expect(whatsapp.to(awa.phone)).toHaveLength(1);
      await eventually(async () =>
        expect(await shop.rows('select motif from mises_a_jour_gardees where id_utilisateur = $1', [shop.sellerId])).toEqual([
          { motif: 'destinataire_inconnu' },
        ]),
      );
      const kept = async (days: number) => {
        await shop.rows(
          `update mises_a_jour_gardees set recu_le = now() - make_interval(days => $2) where id_utilisateur = $1 returning 1`,
          [shop.sellerId, days],
        );
        await service.get<ForgetEchoes>(ForgetEchoes).sweep();
        return (await shop.rows('select from mises_a_jour_gardees where id_utilisateur = $1', [shop.sellerId])).length;
      };
      expect([await kept(89), await kept(91)]).toEqual([1, 0]);
    });

    it.concurrent('calls one when the assistant keeps failing, and tells the customer', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      before.set(awa.phone, () => Promise.reject(new Error('no thought')));
      await awa.writes(shop, 'Bonjour');
      await awa.reads(/Jean vous répond personnellement/, 20_000);
      expect(await conversationOf(shop)).toMatchObject({ status: 'human', handoverReason: "L'assistant n'a pas pu répondre" });
    });
  });

  describe('updates without a seller', () => {
    const meta = ({ sellerId }: Shop): EventMeta => ({
      id: newId(),
      subject: 'whatsapp-account.connected',
      sellerId,
      key: sellerId,
      version: 1,
      occurredAt: new Date(),
      correlationId: newId(),
      actor: 'system',
    });
    const update = (phoneNumberId: string, item: Record<string, unknown>, kind: WhatsAppUpdateReceivedV1['kind'] = 'message') =>
      world.publish(
        fact(
          WhatsAppUpdateReceivedV1,
          {
            phoneNumberId,
            businessAccountId: 'WABA',
            kind,
            field: 'messages',
            item,
            receivedAt: new Date().toISOString(),
          },
          { sellerId: null, key: newId(), version: 1 },
        ),
      );
    const item = (more: Record<string, unknown>) => ({
      id: `wamid.${newId()}`,
      from: '2250711223344',
      timestamp: String(Math.floor(Date.now() / 1_000)),
      type: 'text',
      ...more,
    });

    it.concurrent('are a courier’s word when they come to the platform’s number, told once', async () => {
      const deliveryId = newId();
      const pressed = item({
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: `livraison:${deliveryId}:picked-up`, title: 'Récupéré' } },
      });
      const written = item({ text: { body: 'Livré, 47.000 FCFA' } });
      for (const one of [pressed, pressed, written]) await update('999000111', one);
      const { event } = await world.heard(CourierRepliedV1, (e) => e.wamid === written['id']);
      expect(event).toMatchObject({ fromPhone: '+2250711223344', action: 'completed', collected: 47_000 });
      const first = (await world.all(CourierRepliedV1)).filter(({ event: e }) => e.wamid === pressed['id']);
      expect(first).toHaveLength(1);
      expect(first[0]!.event).toMatchObject({ action: 'picked-up', deliveryId });
    });

    it.concurrent('are kept until their number is linked, then read', async () => {
      const shop = new Shop(world, service);
      await update(shop.phoneNumberId, item({ text: { body: 'Il y a quelqu’un ?' } }));
      await eventually(async () =>
        expect(
          await shop.rows('select motif from mises_a_jour_gardees where phone_number_id = $1', [shop.phoneNumberId]),
        ).toEqual([{ motif: 'numero_inconnu' }]),
      );
      const told = (await inboundMetrics.kept.get()).values.find(({ labels }) => labels.motif === 'numero_inconnu');
      expect(told?.value).toBeGreaterThan(0);
      await shop.open();
      await eventually(async () => expect((await messagesOf(shop)).at(-1)!.text).toBe('Il y a quelqu’un ?'));
      expect(await shop.rows('select from mises_a_jour_gardees where phone_number_id = $1', [shop.phoneNumberId])).toHaveLength(
        0,
      );
    });

    it.concurrent('are not put aside by one replica while another is just hearing of the link', async () => {
      const shop = new Shop(world, service);
      await service.db.asWorker(async () => {
        await service.get<ShopSubscriber>(ShopSubscriber).accountConnected(shop.link, meta(shop));
        await update(shop.phoneNumberId, item({ text: { body: 'Juste à ce moment' } }));
        // Long enough for the replicas to come to the message while the link is not committed.
        await pause(1_500);
      });
      await eventually(async () => expect((await messagesOf(shop)).at(-1)!.text).toBe('Juste à ce moment'));
    });

    it.concurrent('are kept apart, without alarm, when they concern the whole WhatsApp account', async () => {
      await update('', { event: 'APPROVED', message_template_name: 'nouvelle_commande' }, 'other');
      await eventually(async () =>
        expect(
          await service.db.asWorker(() => service.db.rows(`select motif from mises_a_jour_gardees where phone_number_id = ''`)),
        ).toEqual([{ motif: 'compte_entier' }]),
      );
    });
  });
});
