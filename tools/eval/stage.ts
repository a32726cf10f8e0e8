import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import {
  ConversationsApiUsedV1,
  eventSpec,
  fact,
  ListProduct,
  RecordPayment,
  RegisterCourier,
  SellerRegisteredV1,
  SetZoneFees,
  WhatsAppAccountConnectedV1,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { toMeta } from '#bus';
import { newId } from '#database';
import { SecretBox } from '#providers';
import { startWorld, type World } from '#testing';
import { conversationsService } from '../../apps/conversations/src/conversations.service-definition.js';
import { FakeWhatsApp } from '../../apps/conversations/test/fake-whatsapp.js';
import { deliveriesService } from '../../apps/deliveries/src/deliveries.service-definition.js';
import { ordersService } from '../../apps/orders/src/orders.service-definition.js';
import type { Product, Shop } from './shop.js';

const KEYS = `essai:${randomBytes(32).toString('base64')}`;
const ACTORS = [conversationsService, ordersService, deliveriesService] as const;
/** A burst of a customer's lies within this pause; 0 would answer its first message before the second is there. */
const SETTLES_MS = '150';
const PATIENCE_MS = 60_000;

/** A shop that is open on the platform. */
export interface OpenShop {
  sellerId: string;
  phoneNumberId: string;
  shop: Shop;
}

/**
 * Conversations, orders and deliveries as they run in production, on a PostgreSQL and a nats-server of their own, with a stand-in for WhatsApp: what a customer reads is
 * what was handed to it, and an order is a row of `commandes`.
 */
export class Stage {
  private serial = 0;
  /** Events that somebody here consumes and has not dealt with yet, by seller: id → schemas that wait for it. */
  private readonly pending = new Map<string, Map<string, string[]>>();

  private constructor(
    readonly world: World,
    readonly whatsapp: FakeWhatsApp,
    readonly pool: Pool,
  ) {}

  /** @param env of the service of conversations: a key for Gemini makes the model answer. */
  static async open(
    env: NodeJS.ProcessEnv = {},
    conversations: typeof conversationsService = conversationsService,
  ): Promise<Stage> {
    const [world, whatsapp] = await Promise.all([startWorld(), FakeWhatsApp.start()]);
    const stage = new Stage(world, whatsapp, new Pool({ connectionString: world.adminUrl, max: 8 }));
    stage.listen();
    await world.start(ordersService);
    await world.start(deliveriesService);
    await world.start(conversations, {
      FLUXASYNC_ENCRYPTION_KEYS: KEYS,
      WHATSAPP_API_URL: whatsapp.url,
      TURN_DEBOUNCE_MS: SETTLES_MS,
      PLATFORM_PHONE_NUMBER_ID: '999000111',
      ...env,
    });
    return stage;
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.world.stop();
    await this.whatsapp.stop();
  }

  /** A telephone nobody else has, as WhatsApp writes it. */
  newNumber(): string {
    return `22507${String(10_000_000 + ++this.serial)}`;
  }

  /** Signs the seller up, links his number, lists what he sells and where he delivers, and waits until all of it is known. */
  async openShop(shop: Shop): Promise<OpenShop> {
    const open = { sellerId: newId(), phoneNumberId: `2099${String(10_000_000 + ++this.serial)}`, shop };
    const { sellerId, phoneNumberId } = open;
    const phone = `+${this.newNumber()}`;
    await this.tell(SellerRegisteredV1, sellerId, sellerId, {
      ...shop.seller,
      email: `${sellerId}@exemple.ci`,
      phone,
      country: "Côte d'Ivoire",
      sector: shop.sector,
      shopName: shop.name,
      pickupAddress: `Abidjan, ${shop.name}`,
      timeZone: 'Africa/Abidjan',
      openingHours: shop.openingHours,
    });
    const accountId = newId();
    await this.tell(WhatsAppAccountConnectedV1, sellerId, accountId, {
      accountId,
      phoneNumberId,
      businessAccountId: `WABA_${phoneNumberId}`,
      phone: `+${this.newNumber()}`,
      sealedToken: SecretBox.fromEnv(KEYS).seal('token', `comptes_whatsapp.access_token|${sellerId}`),
    });
    // Two at a time: with a dozen shops that open side by side, the service's connections are all in use.
    for (let at = 0; at < shop.products.length; at += 2)
      await Promise.all(shop.products.slice(at, at + 2).map((product) => this.listProduct(sellerId, product)));
    const zones = shop.zones.map(({ zone }) => zone);
    await this.world.ask(RegisterCourier, { fullName: 'Mamadou Diabaté', phone: `+${this.newNumber()}`, zones }, sellerId);
    await this.world.ask(SetZoneFees, { zones: shop.zones }, sellerId);
    await this.quiet(sellerId);
    return open;
  }

  /** A webhook's item for this shop. */
  update({ sellerId, phoneNumberId }: OpenShop, item: Record<string, unknown>, contact: Record<string, unknown>): Promise<void> {
    return this.tell(WhatsAppUpdateReceivedV1, sellerId, phoneNumberId, {
      phoneNumberId,
      businessAccountId: `WABA_${phoneNumberId}`,
      kind: 'message',
      field: 'messages',
      item,
      contact,
      receivedAt: new Date().toISOString(),
    });
  }

  /** How many calls the model answered; where it did not, the offline assistant has. */
  async modelCalls(): Promise<number> {
    const used = (await this.world.all(ConversationsApiUsedV1)).filter(({ event }) => event.provider === 'gemini');
    return used.reduce((total, { event }) => total + event.calls - event.errors, 0);
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.pool.query(sql, parameters)).rows as T[];
  }

  /** Waits until nothing is on its way for this seller: no event, no turn, no message. @throws Error after a minute */
  async quiet(sellerId: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    // Twice in a row: what one look misses between two tables, the next one finds.
    for (let calm = 0; calm < 2;) {
      calm = (await this.isQuiet(sellerId)) ? calm + 1 : 0;
      if (Date.now() > end) throw new Error('the platform did not come to rest within a minute');
      if (calm < 2) await new Promise((resolve) => setTimeout(resolve, calm === 1 ? 10 : 80));
    }
  }

  /** The shop writes down money that came by Wave for the latest order. @param amount FCFA. @throws Error where nothing was ordered */
  async books(sellerId: string, amount: number): Promise<void> {
    const [order] = await this.rows<{ id: string }>(
      'select id_commande as id from orders.commandes where id_utilisateur = $1 order by id_commande desc limit 1',
      [sellerId],
    );
    if (!order) throw new Error('money was booked for an order that is not there');
    await this.world.ask(RecordPayment, { orderId: order.id, method: 'wave', amount }, sellerId);
  }

  /** Moves what was said back in time, as if the customer had done something else in between. */
  async timePasses(sellerId: string, seconds: number): Promise<void> {
    const back = (...columns: string[]) => columns.map((c) => `${c} = ${c} - $2::int * interval '1 second'`).join(', ');
    const { pool } = this;
    await pool.query(
      `update conversations.messages set ${back('date_creation', 'date_enregistrement', 'date_envoi')} where id_utilisateur = $1`,
      [sellerId, seconds],
    );
    await pool.query(
      `update conversations.conversations set ${back('dernier_entrant', 'date_dernier_message')} where id_utilisateur = $1`,
      [sellerId, seconds],
    );
  }

  private listProduct(sellerId: string, { name, price, floor, variants, stock, ...product }: Product) {
    return this.world.ask<ListProduct>(
      ListProduct,
      {
        ...product,
        name,
        unitPrice: price,
        ...(floor === undefined ? {} : { floorPrice: floor }),
        ...(variants.length > 0
          ? { variants: variants.map(({ price: unitPrice, ...variant }) => ({ ...variant, unitPrice })) }
          : { stock: stock ?? 0 }),
      },
      sellerId,
    );
  }

  private async isQuiet(sellerId: string): Promise<boolean> {
    const [{ busy } = { busy: true }] = await this.rows<{ busy: boolean }>(
      `select exists (select from conversations.conversations where id_utilisateur = $1 and (tour_prevu is not null or bail_tour is not null) and statut_conversation = 'ouverte')
           or exists (select from conversations.messages where id_utilisateur = $1 and statut_message in ('en_attente', 'en_envoi', 'inconnu'))
           or ${ACTORS.map(({ manifest }) => `exists (select from ${manifest.service}.outbox where id_utilisateur = $1)`).join(' or ')} as busy`,
      [sellerId],
    );
    if (busy) return false;
    await this.world.connection.flush();
    const pending = this.pending.get(sellerId);
    if (!pending || pending.size === 0) return true;
    for (const schema of new Set([...pending.values()].flat())) {
      const waiting = [...pending].filter(([, schemas]) => schemas.includes(schema)).map(([id]) => id);
      const done = await this.rows<{ event_id: string }>(
        `select event_id from ${schema}.inbox where event_id = any($1::uuid[])`,
        [waiting],
      );
      for (const { event_id: id } of done) {
        const left = pending.get(id)!.filter((one) => one !== schema);
        if (left.length > 0) pending.set(id, left);
        else pending.delete(id);
      }
    }
    return pending.size === 0;
  }

  private async tell<T extends object>(
    contract: Parameters<typeof fact<T>>[0],
    sellerId: string,
    key: string,
    payload: T,
  ): Promise<void> {
    await this.world.publish(fact(contract, payload, { sellerId, key, version: 1 }));
    await this.world.connection.flush();
  }

  /** Hears every event that one of the services here must deal with. */
  private listen(): void {
    const readers = new Map<string, string[]>();
    for (const { manifest } of ACTORS)
      for (const contract of manifest.consumes) {
        const subject = typeof contract === 'string' ? contract : eventSpec(contract).subject;
        readers.set(subject, [...(readers.get(subject) ?? []), manifest.service]);
      }
    for (const [subject, schemas] of readers)
      this.world.connection.subscribe(subject, {
        callback: (_error, message) => {
          const { id, sellerId } = toMeta(subject, message.headers!);
          if (!sellerId) return;
          if (!this.pending.has(sellerId)) this.pending.set(sellerId, new Map());
          this.pending.get(sellerId)!.set(id, schemas);
        },
      });
  }
}
