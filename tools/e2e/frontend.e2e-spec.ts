import { parse } from 'csv-parse/sync';
import { Webhook } from 'standardwebhooks';
import { answer, ApiProblem, everyItem, FluxAsync, type Session } from '#api-client';
import { eventually } from '#testing';
import { AD, digits } from '../launcher/cast.js';
import { Customer, codeOn } from './customer.js';
import { Page } from './page.js';
import { openShop, type Shop } from './shop.js';
import { WholePlatform } from './whole-platform.js';

const OWNER_PHONE = '+2250710101010';
const AGENT_PHONE = '+2250110101010';
const FATOU = { name: 'Fatou Bamba', phone: '+2250701020304' };
const KONAN = { name: 'Konan Yao', phone: '+2250505060708' };

/** What goes wrong of a call. */
const refusal = (call: Promise<unknown>): Promise<[number, string | undefined]> =>
  call.then(
    () => [200, undefined],
    (error: ApiProblem) => [error.status, error.code],
  );

describe('a frontend developer, from /docs and the client alone, builds', () => {
  let platform: WholePlatform;
  let shop: Shop;
  let page: Page;
  let api: FluxAsync['api'];

  beforeAll(async () => {
    platform = await WholePlatform.start();
    shop = await openShop(platform, { firstName: 'Zokou', digits: '10101010' });
    ({ api } = shop.flux);
    await platform.sandboxed('POST', 'phones', { waId: digits(OWNER_PHONE), phone: digits(OWNER_PHONE), name: 'Zokou' });
    page = await Page.open(shop.flux);
  }, 120_000);
  afterAll(async () => {
    await page?.close();
    await platform?.stop();
  }, 30_000);

  const customer = (person: typeof FATOU) => new Customer(platform, person, shop.phoneNumberId);
  const dashboard = () => answer(api.GET('/v1/dashboard'));
  const order = (orderId: string) => answer(api.GET('/v1/orders/{orderId}', { params: { path: { orderId } } }));
  const orderByHand = (quantity = 1) =>
    answer(
      api.POST('/v1/orders', {
        body: {
          prospectId: shop.ids.prospectId,
          customerName: 'Awa Koné',
          customerPhone: '+2250501020304',
          lines: [{ productId: shop.ids.productId, variantId: shop.ids.variantId, quantity }],
          deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
        },
      }),
    );
  const deliveryOf = (orderId: string) =>
    eventually(async () => {
      const { items } = await answer(api.GET('/v1/deliveries', { params: { query: { orderId } } }));
      expect(items).toHaveLength(1);
      return items[0]!;
    });

  describe('an inbox', () => {
    let conversationId: string;
    const konan = () => customer(KONAN);
    const inbox = (query: { unread?: boolean; label?: string; search?: string } = {}) =>
      answer(api.GET('/v1/conversations', { params: { query } }));
    const conversation = () => answer(api.GET('/v1/conversations/{conversationId}', { params: { path: { conversationId } } }));
    const messages = () =>
      answer(api.GET('/v1/conversations/{conversationId}/messages', { params: { path: { conversationId } } }));

    it('that a new message reaches at once, unread until somebody reads it', async () => {
      const before = await dashboard();
      await konan().write('Bonsoir, vous êtes ouverts ?');
      const told = await page.hears('conversation.started', () => true);
      ({ conversationId } = await page.hears('message.received', (facts) => facts.prospectId === told.prospectId));
      const { items } = await inbox();
      expect(items).toContainEqual(
        expect.objectContaining({ id: conversationId, customerName: KONAN.name, customerPhone: KONAN.phone, unread: 1 }),
      );
      expect(items.map(({ id }) => id).sort()).toEqual([conversationId, shop.ids.conversationId].sort());
      expect((await inbox({ unread: true })).items.map(({ id }) => id)).toContain(conversationId);
      expect((await dashboard()).inbox.unread).toBe(before.inbox.unread + 1);

      await answer(api.POST('/v1/conversations/{conversationId}/read', { params: { path: { conversationId } } }));
      await page.hears('conversation.changed', (facts) => facts.conversationId === conversationId && facts.unread === 0);
      expect((await conversation()).unread).toBe(0);
      expect((await inbox({ unread: true })).items.map(({ id }) => id)).not.toContain(conversationId);
      expect((await inbox({ unread: false })).items.map(({ id }) => id)).toContain(conversationId);
    });

    it('where whoever writes last comes first', async () => {
      // An answer to the other comes later than it was asked for, and counts too: she writes until she is heard last.
      const comesFirst = (who: Customer, id: string) =>
        eventually(async () => {
          await who.write('Alors ?');
          await eventually(async () => expect((await inbox()).items[0]!.id).toBe(id), { withinMs: 2_000 });
        });
      const awa = new Customer(platform, { name: 'Awa Koné', phone: '+2250501020304' }, shop.phoneNumberId);
      await comesFirst(awa, shop.ids.conversationId);
      await comesFirst(konan(), conversationId);
      expect((await inbox({ search: 'konan' })).items.map(({ id }) => id)).toEqual([conversationId]);
    });

    it('where the seller answers himself and the assistant falls silent until it is given back', async () => {
      const path = { conversationId };
      const sent = await answer(
        api.POST('/v1/conversations/{conversationId}/messages', { params: { path }, body: { text: 'Oui, jusqu’à 19 h.' } }),
      );
      expect(sent).toMatchObject({ direction: 'outbound', byAssistant: false, text: 'Oui, jusqu’à 19 h.' });
      await page.hears('message.sent', ({ messageId }) => messageId === sent.id);
      expect((await konan().answers()).at(-1)!.text).toBe('Oui, jusqu’à 19 h.');
      expect((await conversation()).status).toBe('human');
      const silentFrom = (await messages()).items.findIndex(({ id }) => id === sent.id);
      expect(silentFrom).toBeGreaterThanOrEqual(0);

      await konan().write('Merci, je passe');
      await eventually(async () => expect((await messages()).items.map(({ text }) => text)).toContain('Merci, je passe'));
      const back = await answer(api.POST('/v1/conversations/{conversationId}/give-back', { params: { path } }));
      expect(back.status).toBe('open');
      const backAt = Date.now();
      const reply = await konan().ask('Vous livrez à Yopougon ?');
      expect(reply.text).toBeTruthy();
      const since = (await messages()).items.filter(({ createdAt }) => createdAt > sent.createdAt);
      const first = since.findLast(({ byAssistant }) => byAssistant)!;
      // Both clocks are this machine's; the answer to what came meanwhile may be written in the instant of giving back.
      expect(Date.parse(first.createdAt)).toBeGreaterThan(backAt - 1_000);
      expect(since.map(({ text }) => text)).toEqual(expect.arrayContaining(['Merci, je passe', 'Vous livrez à Yopougon ?']));
    });

    it('with labels to filter by, edited safely, and notes that the customer never sees', async () => {
      const path = { conversationId };
      const { version } = await conversation();
      const label = (labels: string[], ifMatch: string) =>
        answer(
          api.PUT('/v1/conversations/{conversationId}/labels', {
            params: { path, header: { 'If-Match': ifMatch } },
            body: { labels },
          }),
        );
      const labelled = await label(['VIP', 'à rappeler'], `"${version}"`);
      expect(labelled.labels).toEqual(['VIP', 'à rappeler']);
      expect(await refusal(label([], `"${version}"`))).toEqual([412, 'VERSION_MISMATCH']);
      expect((await inbox({ label: 'VIP' })).items.map(({ id }) => id)).toEqual([conversationId]);
      expect((await answer(api.GET('/v1/labels'))).items).toContainEqual({ label: 'VIP', conversations: 1 });

      const note = await answer(
        api.POST('/v1/conversations/{conversationId}/notes', { params: { path }, body: { text: 'Paie toujours comptant' } }),
      );
      const notes = () => answer(api.GET('/v1/conversations/{conversationId}/notes', { params: { path } }));
      expect((await notes()).items).toMatchObject([{ id: note.id, text: 'Paie toujours comptant' }]);
      await answer(
        api.DELETE('/v1/conversations/{conversationId}/notes/{noteId}', { params: { path: { ...path, noteId: note.id } } }),
      );
      expect((await notes()).items).toEqual([]);
      expect(JSON.stringify(await konan().answers())).not.toContain('comptant');
    });
  });

  describe('an order board', () => {
    const column = async (status: 'preparing' | 'ready' | 'out-for-delivery' | 'delivered') =>
      (await answer(api.GET('/v1/orders', { params: { query: { status } } }))).items.map(({ id }) => id);

    it('that shows an order from the ad to the cash', async () => {
      const fatou = customer(FATOU);
      await fatou.ask('Bonjour, je suis intéressée par vos Nike Air Max Zokou', { referral: AD });
      await fatou.ask('Je fais du 38');
      const recap = await fatou.ask('Oui je la prends. Livrez-moi à Cocody, Angré 7ème tranche, Villa 123');
      const confirm = recap.choices!.find(({ id }) => id.startsWith('confirmer:'))!;
      await fatou.ask({ button: { id: confirm.id, messageId: recap.wamid } });
      const { orderId } = await page.hears('order.confirmed', ({ customerPhone }) => customerPhone === FATOU.phone);
      const { deliveryId } = await page.hears('delivery.planned', (facts) => facts.orderId === orderId);

      // With a courier it is prepared without anybody's hand.
      await eventually(async () => expect(await column('preparing')).toContain(orderId));
      await answer(api.POST('/v1/orders/{orderId}/status', { params: { path: { orderId } }, body: { to: 'ready' } }));
      expect(await column('ready')).toEqual([orderId]);
      const report = (body: { what: 'picked-up' | 'completed'; collected?: number }) =>
        answer(api.POST('/v1/deliveries/{deliveryId}/report', { params: { path: { deliveryId } }, body }));
      const { amountToCollect } = await report({ what: 'picked-up' });
      await eventually(async () => expect(await column('out-for-delivery')).toContain(orderId));
      await report({ what: 'completed', collected: amountToCollect });
      await page.hears('order.status-changed', (facts) => facts.orderId === orderId && facts.to === 'delivered');
      expect(await column('delivered')).toEqual([orderId]);

      const { items } = await answer(api.GET('/v1/orders/{orderId}/timeline', { params: { path: { orderId } } }));
      const steps = items.map(({ what }) => what);
      const story = [
        'ad-tapped',
        'first-message',
        'order-agreed',
        'order-confirmed',
        'delivery-planned',
        'order-preparing',
        'order-ready',
        'delivery-picked-up',
        'delivery-completed',
        'cash-collected',
      ];
      expect(steps.filter((what) => story.includes(what))).toEqual(story);
      expect(items[0]).toMatchObject({ what: 'ad-tapped', says: expect.stringContaining(AD.headline) });
      expect(items.find(({ what }) => what === 'cash-collected')!.amount).toBe(amountToCollect);
      expect(steps).toContain('notice-sent');
      const times = items.map(({ at }) => Date.parse(at));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }, 60_000);

    it('whose orders are changed without overwriting anybody, and cancelled with their stock given back', async () => {
      const { productId, variantId } = shop.ids;
      const stock = async () => {
        const { variants } = await answer(api.GET('/v1/products/{productId}', { params: { path: { productId } } }));
        const { stock: all, reserved } = variants.find(({ id }) => id === variantId)!;
        return all - reserved;
      };
      const before = await stock();
      const { id: orderId, total } = await orderByHand();
      expect(await stock()).toBe(before - 1);
      // Its courier makes it another version than the one that was made.
      const { version } = await eventually(async () => {
        const now = await order(orderId);
        expect(now.status).toBe('preparing');
        return now;
      });
      const edit = (ifMatch: string, quantity: number) =>
        answer(
          api.PATCH('/v1/orders/{orderId}', {
            params: { path: { orderId }, header: { 'If-Match': ifMatch } },
            body: { lines: [{ productId, variantId, quantity }], reason: 'La cliente en veut d’autres' },
          }),
        );
      const edited = await edit(`"${version}"`, 3);
      expect([edited.total, edited.version > version]).toEqual([3 * total, true]);
      expect(await refusal(edit(`"${version}"`, 5))).toEqual([412, 'VERSION_MISMATCH']);
      await page.hears('order.edited', (facts) => facts.orderId === orderId);
      expect(await stock()).toBe(before - 3);
      const cancelled = await answer(
        api.POST('/v1/orders/{orderId}/cancel', { params: { path: { orderId } }, body: { reason: 'Elle a changé d’avis' } }),
      );
      expect(cancelled.status).toBe('cancelled');
      await page.hears('order.cancelled', (facts) => facts.orderId === orderId);
      expect(await stock()).toBe(before);
      expect((await order(orderId)).history.at(-1)).toMatchObject({ to: 'cancelled', reason: 'Elle a changé d’avis' });
      expect(await refusal(edit('*', 1))).toEqual([409, expect.any(String)]);
    });

    it('from which a delivery is given to another courier', async () => {
      const awa = await answer(
        api.POST('/v1/couriers', { body: { fullName: 'Awa la rapide', phone: '07 09 08 07 06', zones: ['Plateau'] } }),
      );
      const { id: orderId } = await orderByHand();
      const { id: deliveryId, version, courierId } = await deliveryOf(orderId);
      expect(courierId).toBe(shop.ids.courierId);
      const reassign = () =>
        answer(
          api.POST('/v1/deliveries/{deliveryId}/reassign', {
            params: { path: { deliveryId }, header: { 'If-Match': `"${version}"` } },
            body: { courierId: awa.id, reason: 'Mamadou est malade' },
          }),
        );
      expect(await reassign()).toMatchObject({ courierId: awa.id, courierName: 'Awa la rapide' });
      expect(await refusal(reassign())).toEqual([412, 'VERSION_MISMATCH']);
      const { items } = await answer(api.GET('/v1/orders/{orderId}/timeline', { params: { path: { orderId } } }));
      expect(items).toContainEqual(
        expect.objectContaining({
          what: 'delivery-reassigned',
          reason: expect.stringMatching(/Awa la rapide.*Mamadou est malade/),
        }),
      );
    });
  });

  describe('a dashboard', () => {
    it('whose figures move by themselves', async () => {
      // What earlier orders came to must have arrived before the next is counted.
      const { items } = await answer(api.GET('/v1/orders', { params: { query: { limit: 100 } } }));
      const turnover = items.filter(({ status }) => status !== 'cancelled').reduce((sum, one) => sum + one.total, 0);
      const details = await Promise.all(
        items.map(({ id: orderId }) => answer(api.GET('/v1/orders/{orderId}', { params: { path: { orderId } } }))),
      );
      // One that was only written down and called off was never an order that counts.
      const agreed = details.filter(({ history }) => history.some(({ to }) => to === 'confirmed'));
      const before = await eventually(async () => {
        const { today } = (await dashboard()).figures;
        expect([today.ordersCreated, today.revenue]).toEqual([agreed.length, turnover]);
        return today;
      });
      page.heard.length = 0;
      const { total } = await orderByHand();
      await page.hears('figures.updated', ({ revenue }) => revenue === before.revenue + total);
      const { today } = (await dashboard()).figures;
      expect([today.ordersCreated, today.revenue]).toEqual([before.ordersCreated + 1, before.revenue + total]);
    });

    it('with a file that a spreadsheet reads', async () => {
      const { data, response } = await api.GET('/v1/figures.csv', { parseAs: 'text' });
      expect(response.headers.get('content-disposition')).toMatch(/filename="chiffres_.*\.csv"/);
      const rows = parse<Record<string, string>>(String(data), { columns: true, delimiter: ';', bom: true });
      const { days } = await answer(api.GET('/v1/figures'));
      expect(rows.map((row) => [row.Jour, Number(row['Commandes créées']), Number(row["Chiffre d'affaires (FCFA)"])])).toEqual(
        days.map(({ day, ordersCreated, revenue }) => [day, ordersCreated, revenue]),
      );
      expect(rows.length).toBeGreaterThan(0);
    });

    it('whose three reports agree with the lists, to the franc', async () => {
      const orders = await fromAll(
        everyItem((cursor) => answer(api.GET('/v1/orders', { params: { query: { cursor, limit: 2 } } }))),
      );
      const lines = await fromAll(
        everyItem((cursor) => answer(api.GET('/v1/reports/orders', { params: { query: { cursor, limit: 2 } } }))),
      );
      expect(lines.map((line) => [line.numero_commande, line.nom_produit, line.quantite_commandee])).toEqual(
        orders.flatMap(({ number, lines: all }) => all.map(({ productName, quantity }) => [number, productName, quantity])),
      );
      expect(lines.filter((line) => line.statut_livraison === 'livree')).toHaveLength(1);
      const board = await answer(api.GET('/v1/reports/dashboard'));
      const prospects = await fromAll(everyItem((cursor) => answer(api.GET('/v1/prospects', { params: { query: { cursor } } }))));
      expect(board).toEqual({
        nom_vendeur: 'Kouadio Zokou',
        nombre_prospects: prospects.length,
        nombre_commandes: orders.length,
        chiffre_affaires: orders.reduce((sum, { total }) => sum + total, 0),
        livraisons_livrees: 1,
      });
      const fatou = prospects.find(({ fullName }) => fullName === FATOU.name)!;
      expect(fatou).toMatchObject({ source: 'pub_facebook', adHeadline: AD.headline });
      const path = { prospectId: fatou.id };
      const said = await answer(api.GET('/v1/reports/conversations/{prospectId}', { params: { path } }));
      const { items } = await answer(api.GET('/v1/conversations', { params: { query: path } }));
      const { items: messages } = await answer(
        api.GET('/v1/conversations/{conversationId}/messages', { params: { path: { conversationId: items[0]!.id } } }),
      );
      expect(said.items.map((line) => line.contenu_message)).toEqual(messages.map(({ text }) => text).reverse());
    });
  });

  it('a list of mails: marked, and answered from the shop’s own mailbox', async () => {
    const path = { emailId: shop.ids.emailId };
    const unread = async () => (await answer(api.GET('/v1/emails', { params: { query: { read: false } } }))).items.length;
    expect(await unread()).toBe(1);
    await answer(api.PATCH('/v1/emails/{emailId}', { params: { path }, body: { read: true } }));
    expect(await unread()).toBe(0);
    const act = await answer(
      api.POST('/v1/emails/{emailId}/acts', { params: { path }, body: { act: 'reply', text: 'Nous confirmons : 20 paires.' } }),
    );
    expect(act.act).toBe('reply');
    await eventually(async () => {
      const { acts } = await answer(api.GET('/v1/emails/{emailId}', { params: { path } }));
      expect(acts).toMatchObject([{ id: act.id, state: 'done' }]);
    });
    const { messages } = await platform.sandboxed<{ messages: { text: string; copies: number }[] }>(
      'GET',
      `mailboxes/${shop.email}/sent`,
    );
    expect(messages).toMatchObject([{ text: expect.stringContaining('Nous confirmons : 20 paires.'), copies: 1 }]);
  });

  it('notices: a list with what is new, read one by one or all at once, and wishes', async () => {
    const news = async () =>
      (await answer(api.GET('/v1/notifications', { params: { query: { recipient: 'seller', read: false, limit: 100 } } }))).items;
    const [first] = await news();
    expect((await dashboard()).unreadNotices).toBe((await news()).length);
    expect(await answer(api.POST('/v1/notifications/read', { body: { ids: [first!.id] } }))).toEqual({ marked: 1 });
    expect((await news()).map(({ id }) => id)).not.toContain(first!.id);
    await answer(api.POST('/v1/notifications/read', { body: {} }));
    expect([await news(), (await dashboard()).unreadNotices]).toEqual([[], 0]);

    const { items, version } = await answer(api.GET('/v1/notification-preferences'));
    const free = items.find(({ fixed }) => !fixed)!;
    const wish = (ifMatch: string) =>
      answer(
        api.PATCH('/v1/notification-preferences', {
          params: { header: { 'If-Match': ifMatch } },
          body: { preferences: [{ kind: free.kind, whatsapp: !free.whatsapp }] },
        }),
      );
    expect((await wish(`"${version}"`)).items).toContainEqual({ ...free, whatsapp: !free.whatsapp });
    expect(await refusal(wish(`"${version}"`))).toEqual([412, 'VERSION_MISMATCH']);
  });

  it('a team page: somebody is invited, sets a password with the code on the telephone and works as an agent', async () => {
    const email = 'adjoua.zokou@exemple.ci';
    const adjoua = platform.client();
    const code = await codeOn(platform, AGENT_PHONE);
    await answer(adjoua.api.POST('/v1/password-resets/confirm', { body: { email, code, password: 'mot-de-passe-adjoua' } }));
    await adjoua.signIn(email, 'mot-de-passe-adjoua');
    const me = await answer(adjoua.api.GET('/v1/me'));
    expect([me.seller.id, me.member]).toEqual([
      shop.sellerId,
      expect.objectContaining({ role: 'agent', status: 'active', firstName: 'Adjoua' }),
    ]);
    expect((await answer(adjoua.api.GET('/v1/orders'))).items.length).toBeGreaterThan(0);
    expect(await refusal(answer(adjoua.api.GET('/v1/api-keys')))).toEqual([403, 'ROLE_FORBIDS']);
    const used = await adjoua.api.POST('/v1/password-resets/confirm', { body: { email, code, password: 'encore-une-fois' } });
    expect([used.response.status, used.error?.code]).toEqual([400, 'CODE_REFUSED']);
  });

  describe('sign-in', () => {
    it('that ends everywhere when a refresh token is used twice', async () => {
      const kept: (Session | undefined)[] = [];
      const flux = new FluxAsync({ baseUrl: platform.url, onSession: (session) => kept.push(session) });
      const first = await flux.signIn(shop.email, shop.password);
      const second = await flux.renew();
      const third = await flux.renew();
      const thief = new FluxAsync({ baseUrl: platform.url, session: first });
      expect((await refusal(thief.renew()))[0]).toBe(401);
      expect((await refusal(flux.renew()))[0]).toBe(401);
      expect(kept).toEqual([first, second, third, undefined]);
    });

    it('whose password is forgotten and set anew with a code from the telephone, which ends all sessions', async () => {
      const email = shop.email;
      const elsewhere = platform.client();
      await elsewhere.signIn(email, shop.password);
      const stranger = platform.client();
      const ask = (address: string) => stranger.api.POST('/v1/password-resets', { body: { email: address } });
      const known = await ask(email);
      const unknown = await ask('personne@exemple.ci');
      expect([known.response.status, unknown.response.status]).toEqual([202, 202]);
      const code = await codeOn(platform, OWNER_PHONE);
      await answer(stranger.api.POST('/v1/password-resets/confirm', { body: { email, code, password: 'tout-nouveau-mot' } }));
      expect(await refusal(stranger.signIn(email, shop.password))).toEqual([401, 'CREDENTIALS_REFUSED']);
      expect((await refusal(elsewhere.renew()))[0]).toBe(401);
      await shop.flux.signIn(email, 'tout-nouveau-mot');
      expect((await answer(api.GET('/v1/sessions'))).items).toMatchObject([{ current: true }]);
    });
  });

  it('a program that hears of events by webhook, signed, and has one sent again', async () => {
    const endpoint = await answer(
      api.POST('/v1/webhook-endpoints', { body: { url: `${platform.receiverUrl}/site`, events: ['message.received'] } }),
    );
    const posts = () => platform.received.filter(({ path }) => path === '/crochet/site');
    await eventually(async () => {
      if (posts().length === 0) await customer(KONAN).write('Encore moi');
      await eventually(() => expect(posts().length).toBeGreaterThan(0), { withinMs: 3_000 });
    });
    const [post] = posts();
    const verified = new Webhook(endpoint.secret!).verify(post!.body, post!.headers as Record<string, string>);
    expect(verified).toMatchObject({ type: 'message.received', data: { conversationId: expect.any(String) } });
    const path = { endpointId: endpoint.id };
    const delivery = await eventually(async () => {
      const { items } = await answer(api.GET('/v1/webhook-endpoints/{endpointId}/deliveries', { params: { path } }));
      expect(items[0]).toMatchObject({ state: 'delivered', status: 200, eventId: (verified as { id: string }).id });
      return items[0]!;
    });
    const sent = posts().length;
    await answer(
      api.POST('/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/replay', {
        params: { path: { ...path, deliveryId: delivery.id } },
      }),
    );
    await eventually(() => expect(posts()).toHaveLength(sent + 1));
    expect([posts().at(-1)!.body, posts().at(-1)!.headers['webhook-id']]).toEqual([post!.body, post!.headers['webhook-id']]);
  });

  it('a long list, page by page, in which nothing is missed or shown twice while things are added', async () => {
    const names = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => `Modèle ${String(from + i).padStart(3, '0')}`);
    const add = (all: string[]) =>
      answer(
        api.POST('/v1/products/import', { body: { csv: ['nom,prix,stock', ...all.map((name) => `${name},1000,5`)].join('\n') } }),
      );
    expect(await add(names(0, 130))).toMatchObject({ applied: true, created: 130 });
    let pages = 0;
    const seen = await fromAll(
      everyItem(async (cursor) => {
        const products = await answer(api.GET('/v1/products', { params: { query: { cursor, limit: 40 } } }));
        await add(names(200 + 10 * pages, 205 + 10 * pages++));
        return products;
      }),
    );
    expect(pages).toBe(4);
    const shown = seen.map(({ name }) => name);
    expect(new Set(shown).size).toBe(shown.length);
    expect([...shown].sort()).toEqual([...names(0, 130), 'Nike Air Max Zokou'].sort());
  });

  it('writes that are repeated when their answer is lost, and done once', async () => {
    const path = { conversationId: shop.ids.conversationId };
    const note = (text: string) =>
      api.POST('/v1/conversations/{conversationId}/notes', {
        params: { path, header: { 'Idempotency-Key': 'note-de-la-page-1' } },
        body: { text },
      });
    const [first, again, other] = [await note('Rappeler lundi'), await note('Rappeler lundi'), await note('Rappeler mardi')];
    expect([first.response.status, first.response.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect([again.response.status, again.response.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(again.data).toEqual(first.data);
    expect([other.response.status, other.error?.code]).toEqual([422, expect.stringMatching(/IDEMPOTENCY/)]);
  });

  it('pages that ask whether anything changed before they load it again', async () => {
    const path = { orderId: shop.ids.orderId };
    const { response } = await api.GET('/v1/orders/{orderId}', { params: { path } });
    const etag = response.headers.get('etag')!;
    const again = await api.GET('/v1/orders/{orderId}', { params: { path }, headers: { 'If-None-Match': etag } });
    expect([etag, again.response.status]).toEqual([expect.stringMatching(/^"\d[\w-]*"$/), 304]);
    await answer(
      api.PATCH('/v1/orders/{orderId}', {
        params: { path, header: { 'If-Match': etag } },
        body: { deliveryAddress: 'Marcory, Zone 4' },
      }),
    );
    const changed = await api.GET('/v1/orders/{orderId}', { params: { path }, headers: { 'If-None-Match': etag } });
    expect([changed.response.status, changed.data?.deliveryAddress]).toEqual([200, 'Marcory, Zone 4']);
  });

  it('all of it from a page that loads everything from here', async () => {
    const docs = await fetch(`${platform.url}/docs`);
    const html = await docs.text();
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1]!);
    expect([docs.status, assets.length]).toEqual([200, 4]);
    for (const asset of [...assets, '/v1/openapi.json']) {
      const response = await fetch(new URL(asset, platform.url));
      expect([asset, response.status, (await response.arrayBuffer()).byteLength > 100]).toEqual([asset, 200, true]);
      expect(new URL(asset, platform.url).origin).toBe(new URL(platform.url).origin);
    }
  });
});

async function fromAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
