import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { answer, ApiProblem } from '#api-client';
import { Mailroom } from './mailroom.js';
import type { Rig } from './rig.js';
import type { Seeded } from './seeded.js';
import { patiently, type RigShop } from './shops.js';
import { drawStorm, postsOf, type StormPlan } from './storm-plan.js';
import { openTalks } from './storm.js';

/** What a crowd did so far; what was acknowledged to it must still be there afterwards. */
export interface CrowdBooks {
  /** Ids of customers' messages: written, and so promised once their webhook was answered 200. */
  readonly written: Set<string>;
  /** Orders that the API has confirmed to sellers. */
  readonly orders: Set<string>;
  /** Addresses of orders of which sellers were told that nobody knows whether they were taken (503, and 409 to the same key): there may be one, never two. */
  readonly uncertain: Set<string>;
  /** Purchases that customers agreed to in a talk: their taps were delivered. */
  agreed: number;
  /** Gmail's ids of mails that arrived in mailboxes which the platform reads. */
  readonly mails: ReadonlySet<string>;
  /** Answers of the API by status, `none` where none came. */
  readonly api: Record<string, number>;
}

const CUSTOMERS_EACH = 12;
const MAIL_EVERY_MS = 1_500;
const GREETING_MS = 30_000;
const PHRASES = [
  'Bonjour, vous avez la Air Max ?',
  'Je fais du 40',
  'Oui je la prends. Livrez-moi à Cocody, Angré 7ème tranche, Villa',
];

/** Taken the first time, though the answer came too late: the refusal says who it is. */
function knownBefore(error: unknown): { id: string } {
  const { prospectId } = ((error as ApiProblem).problem?.facts ?? {}) as { prospectId?: string };
  if (!(error instanceof ApiProblem) || error.code !== 'PROSPECT_KNOWN' || prospectId === undefined) throw error;
  return { id: prospectId };
}

export interface Bubble {
  wamid: string;
  direction: string;
  choices?: { id: string; title: string }[];
}

/** Sellers and customers of a few shops: customers who write, customers who buy in a talk, and sellers who enter orders by hand. All by the public doors. */
export class Crowd {
  readonly mailroom: Mailroom;
  readonly books: CrowdBooks;
  private readonly talks: StormPlan;
  private readonly prospects = new Map<RigShop, string>();
  private storms = 0;
  private buyers = 0;
  private going = false;
  private parts: Promise<unknown>[] = [];

  private constructor(
    private readonly rig: Rig,
    private readonly shops: readonly RigShop[],
    private readonly chance: Seeded,
  ) {
    this.mailroom = new Mailroom(rig, shops, chance);
    const mails = this.mailroom.arrived;
    this.books = { written: new Set(), orders: new Set(), uncertain: new Set(), agreed: 0, api: {}, mails };
    this.talks = this.draw(1);
  }

  /** Everybody has said hello. @param chance decides what is written and when */
  static async gather(rig: Rig, shops: readonly RigShop[], chance: Seeded): Promise<Crowd> {
    const crowd = new Crowd(rig, shops, chance);
    for (const id of await openTalks(rig, crowd.talks, shops)) crowd.books.written.add(id);
    for (const [n, shop] of shops.entries()) {
      const phone = `+22505${30_000_000 + n}`;
      await rig.sandboxed('POST', 'phones', { waId: phone.slice(1), phone: phone.slice(1), name: 'Cliente du comptoir' });
      const { id } = await patiently(() =>
        answer(shop.flux.api.POST('/v1/prospects', { body: { fullName: 'Cliente du comptoir', phone } })).catch(knownBefore),
      );
      crowd.prospects.set(shop, id);
    }
    if (rig.of('email-intelligence').length > 0) await crowd.mailroom.open();
    return crowd;
  }

  /** Begins to write, buy and sell, until {@link rest}. @param perSecond webhooks @param clerks whether sellers enter orders and customers buy */
  stir({ perSecond = 20, clerks = true }: { perSecond?: number; clerks?: boolean } = {}): void {
    this.going = true;
    this.parts = [
      this.write(perSecond),
      ...(clerks ? this.shops.map((shop) => this.enterOrders(shop)) : []),
      ...(clerks ? [this.buy()] : []),
      ...(this.rig.of('email-intelligence').length > 0 ? [this.mailroom.deliver(MAIL_EVERY_MS, () => this.going)] : []),
    ];
  }

  /** Nobody begins anything more. Resolves once everything that was begun has been answered. */
  async rest(): Promise<void> {
    this.going = false;
    await Promise.all(this.parts);
  }

  /** Many webhooks at once, as fast as they are taken. */
  async burst(webhooks: number, atOnce: number): Promise<void> {
    const plan = this.draw(webhooks);
    for (const { wamid } of plan.messages) this.books.written.add(wamid);
    await this.rig.edge.deliverAll(postsOf(plan, this.numbers, Date.now()), atOnce);
  }

  /** Customers of one shop alone, more than it ever had, who write until `going` says otherwise. @returns how many webhooks were taken */
  async shout(shop: RigShop, { customers, perSecond }: { customers: number; perSecond: number }, going: () => boolean) {
    const size = { seed: this.chance.between(1, 2 ** 30), sellers: 1, customersEach: customers, webhooks: 4_000, repeated: 0 };
    const plan = drawStorm(size);
    for (const id of await openTalks(this.rig, plan, [shop])) this.books.written.add(id);
    const posts = postsOf(plan, [shop.number], Date.now());
    const began = Date.now();
    let taken = 0;
    const line = async () => {
      for (const post of posts) {
        if (!going()) return;
        for (const id of post.ids) this.books.written.add(id);
        await this.rig.edge.deliver(post);
        taken += 1;
        await pause(Math.max(0, began + (taken * 1_000) / perSecond - Date.now()));
      }
    };
    await Promise.all(Array.from({ length: 32 }, line));
    return taken;
  }

  /** Somebody who never wrote before says hello to a shop. @returns who, and after how many ms the first answer was on her phone; undefined when none came */
  async greet(shop: RigShop): Promise<{ waId: string; wamid: string; ms: number | undefined }> {
    const waId = `22505${60_000_000 + (this.buyers += 1)}`;
    const wamid = `wamid.${randomUUID()}`;
    this.books.written.add(wamid);
    const inbound = {
      from: waId,
      name: `Passante ${this.buyers}`,
      toPhoneNumberId: shop.number.phoneNumberId,
      text: PHRASES[0],
      wamid,
    };
    const began = performance.now();
    await this.rig.sandboxed('POST', 'inbound', inbound);
    while (performance.now() - began < GREETING_MS) {
      if ((await this.said(shop, waId)).length > 0) return { waId, wamid, ms: performance.now() - began };
      await pause(40);
    }
    return { waId, wamid, ms: undefined };
  }

  /** What a shop has said to somebody. */
  async said(shop: RigShop, waId: string): Promise<Bubble[]> {
    const path = `phones/${waId}/thread?phoneNumberId=${shop.number.phoneNumberId}`;
    const { messages } = await this.rig.sandboxed<{ messages: Bubble[] }>('GET', path);
    return messages.filter(({ direction }) => direction === 'outbound');
  }

  /** Numbers of the shops, in order. */
  get numbers() {
    return this.shops.map(({ number }) => number);
  }

  /** Makes some of the customers' next sends go wrong in each of the ways there are. */
  async trouble(): Promise<number> {
    const { troubles, customers } = this.draw(1);
    for (const { customer, fault } of troubles) {
      const { seller, waId } = customers[customer]!;
      await this.rig.sandboxed('POST', 'faults', { phoneNumberId: this.shops[seller]!.number.phoneNumberId, to: waId, ...fault });
    }
    return troubles.length;
  }

  /** The same customers, other words. */
  private draw(webhooks: number): StormPlan {
    this.storms += 1;
    return drawStorm({
      seed: this.chance.between(1, 2 ** 30),
      sellers: this.shops.length,
      customersEach: CUSTOMERS_EACH,
      webhooks,
      repeated: 0.2,
    });
  }

  private async write(perSecond: number): Promise<void> {
    while (this.going) {
      const plan = this.draw(200);
      const posts = postsOf(plan, this.numbers, Date.now());
      const wrote = new Set<Promise<unknown>>();
      for (const post of posts) {
        if (!this.going) break;
        for (const id of post.ids) this.books.written.add(id);
        const sent = this.rig.edge.deliver(post).finally(() => wrote.delete(sent));
        wrote.add(sent);
        // A platform that takes nothing for a while is not buried: Meta too has so many hands.
        while (wrote.size >= 64) await Promise.race(wrote);
        await pause(1_000 / perSecond);
      }
      await Promise.all(wrote);
    }
  }

  /** One order after the other, each under a key of its own and again until it is answered. */
  private async enterOrders(shop: RigShop): Promise<void> {
    while (this.going) {
      await this.enterOrder(shop);
      await pause(this.chance.between(500, 1_500));
    }
  }

  private async enterOrder(shop: RigShop): Promise<void> {
    const key = randomUUID();
    const order = {
      prospectId: this.prospects.get(shop),
      customerName: 'Cliente du comptoir',
      customerPhone: '+2250530000000',
      lines: [{ ...this.chance.pick(shop.goods), quantity: this.chance.between(1, 2) }],
      // Each order has an address of its own: two at one address are one order taken twice.
      deliveryAddress: `Cocody, Angré 7ème tranche, Villa ${key}`,
    };
    for (let wait = 200; ; wait = Math.min(wait * 2, 2_000)) {
      const { status, id } = await this.ask(shop, key, order);
      this.books.api[status] = (this.books.api[status] ?? 0) + 1;
      if (id !== undefined) return void this.books.orders.add(id);
      // The gateway's own word: it was asked before and knows no answer.
      if (status === '409') return void this.books.uncertain.add(order.deliveryAddress);
      await pause(wait);
    }
  }

  private async ask(shop: RigShop, key: string, order: object): Promise<{ status: string; id?: string }> {
    try {
      const response = await fetch(`${this.rig.gatewayUrl}/v1/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${shop.apiKey}`, 'idempotency-key': key },
        body: JSON.stringify(order),
        signal: AbortSignal.timeout(10_000),
      });
      const body = (await response.json().catch(() => ({}))) as { id?: string };
      return { status: String(response.status), ...(response.ok && body.id ? { id: body.id } : {}) };
    } catch {
      return { status: 'none' };
    }
  }

  /** One customer after the other asks, chooses, and taps on the recap. */
  private async buy(): Promise<void> {
    while (this.going) await this.purchase(this.chance.pick(this.shops)).catch(() => undefined);
  }

  private async purchase(shop: RigShop): Promise<void> {
    const waId = `22501${50_000_000 + (this.buyers += 1)}`;
    const tap = (wamid: string, id: string, title: string) => ({
      type: 'interactive',
      context: { from: shop.number.phone.slice(1), id: wamid },
      interactive: { type: 'button_reply', button_reply: { id, title } },
    });
    const opening = `wamid.${randomUUID()}`;
    this.books.written.add(opening);
    await this.rig.sandboxed('POST', 'inbound', {
      from: waId,
      name: `Acheteuse ${this.buyers}`,
      toPhoneNumberId: shop.number.phoneNumberId,
      text: PHRASES[0],
      wamid: opening,
    });
    let bubbles = await this.answers(shop, waId, 1);
    for (const [step, text] of PHRASES.slice(1).entries()) {
      if (bubbles === undefined) return;
      await this.say(shop, waId, { type: 'text', text: { body: step === 1 ? `${text} ${this.buyers}` : text } });
      bubbles = await this.answers(shop, waId, step + 2);
    }
    const recap = bubbles?.findLast(({ choices }) => choices?.some(({ id }) => id.startsWith('confirmer:')));
    const button = recap?.choices?.find(({ id }) => id.startsWith('confirmer:'));
    if (!recap || !button) return;
    await this.say(shop, waId, tap(recap.wamid, button.id, button.title));
    this.books.agreed += 1;
  }

  private async say(shop: RigShop, waId: string, content: object): Promise<void> {
    const wamid = `wamid.${randomUUID()}`;
    this.books.written.add(wamid);
    const { phoneNumberId, businessAccountId, phone } = shop.number;
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: phone.slice(1), phone_number_id: phoneNumberId },
      contacts: [{ profile: { name: 'Acheteuse' }, wa_id: waId }],
      messages: [{ from: waId, id: wamid, timestamp: String(Math.floor(Date.now() / 1_000)), ...content }],
    };
    const entry = [{ id: businessAccountId, changes: [{ field: 'messages', value }] }];
    await this.rig.edge.deliver({ body: JSON.stringify({ object: 'whatsapp_business_account', entry }), ids: [wamid] });
  }

  /** What the shop has said, once it has said so much; undefined when that takes too long. */
  private async answers(shop: RigShop, waId: string, many: number): Promise<Bubble[] | undefined> {
    for (const end = Date.now() + 12_000; Date.now() < end && this.going;) {
      const said = await this.said(shop, waId);
      if (said.length >= many) return said;
      await pause(150);
    }
    return undefined;
  }
}
