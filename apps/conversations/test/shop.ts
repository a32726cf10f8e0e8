import {
  DeliveryZonesUpdatedV1,
  type EventClass,
  fact,
  ProductListedV1,
  type ProductFacts,
  SellerRegisteredV1,
  WhatsAppAccountConnectedV1,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { newId } from '#database';
import { SecretBox } from '#providers';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import { conversationsService } from '../src/conversations.service-definition.js';
import type { FakeWhatsApp } from './fake-whatsapp.js';

export const KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
const box = SecretBox.fromEnv(KEYS);
let serial = 0;

/** Starts the service against the fake, quick enough for tests. */
export const startConversations = (world: World, whatsapp: FakeWhatsApp, env: NodeJS.ProcessEnv = {}): Promise<RunningService> =>
  world.start(conversationsService, {
    FLUXASYNC_ENCRYPTION_KEYS: KEYS,
    WHATSAPP_API_URL: whatsapp.url,
    WHATSAPP_TIMEOUT_MS: '2000',
    TURN_DEBOUNCE_MS: '150',
    UNKNOWN_WAIT_MS: '1500',
    PLATFORM_PHONE_NUMBER_ID: '999000111',
    ...env,
  });

/** Kouadio's shop as the other services tell of it. */
export class Shop {
  readonly sellerId = newId();
  readonly accountId = newId();
  readonly phoneNumberId = `10998${String(++serial).padStart(6, '0')}`;
  readonly products: ProductFacts[];

  constructor(
    private readonly world: World,
    private readonly service: RunningService,
    /** Left to sell of the Nike in 38. */
    nikes = 4,
  ) {
    this.products = [
      this.product('Nike Air Max 90', 45_000, [
        ['38', nikes],
        ['39', 3],
        ['42', 3],
      ]),
      this.product('Adidas Stan Smith', 35_000, [
        ['38', 5],
        ['40', 10],
      ]),
      this.product('Puma Suede Classic', 30_000, [['40', 8]]),
    ];
  }

  /** That its number is linked. */
  get link(): WhatsAppAccountConnectedV1 {
    return {
      accountId: this.accountId,
      phoneNumberId: this.phoneNumberId,
      businessAccountId: 'WABA_123456',
      phone: '+2250700112233',
      sealedToken: box.seal(`token-of-${this.phoneNumberId}`, `comptes_whatsapp.access_token|${this.sellerId}`),
    };
  }

  /** Tells of the shop and waits until it is known. */
  async open(): Promise<this> {
    await this.tell(SellerRegisteredV1, this.sellerId, {
      lastName: 'Kouadio',
      firstName: 'Jean',
      email: 'kouadio@gmail.com',
      phone: '+2250712345678',
      country: "Côte d'Ivoire",
      sector: 'chaussures',
      shopName: 'Kouadio Chaussures',
      timeZone: 'Africa/Abidjan',
    });
    await this.tell(WhatsAppAccountConnectedV1, this.accountId, this.link);
    for (const product of this.products) await this.tell(ProductListedV1, product.productId, product);
    await this.tell(DeliveryZonesUpdatedV1, this.sellerId, {
      zones: [
        { zone: 'Cocody', fee: 2_000 },
        { zone: 'Marcory', fee: 2_000 },
      ],
    });
    await eventually(async () => {
      const [known] = await this.rows<{ n: number }>(
        `select (select count(*) from produits_copie where id_utilisateur = $1) + (select count(*) from zones_copie where id_utilisateur = $1)
              + (select count(*) from comptes_copie where id_utilisateur = $1) + (select count(*) from vendeurs_copie where id_utilisateur = $1) as n`,
        [this.sellerId],
      );
      expect(Number(known!.n)).toBe(6);
    });
    return this;
  }

  tell<T extends object>(contract: EventClass<T>, key: string, payload: T, version = 1): Promise<string> {
    return this.world.publish(fact(contract, payload, { sellerId: this.sellerId, key, version }));
  }

  /** An item of a webhook for this shop's number. */
  update(
    kind: WhatsAppUpdateReceivedV1['kind'],
    item: Record<string, unknown>,
    contact?: Record<string, unknown>,
  ): Promise<string> {
    return this.tell(WhatsAppUpdateReceivedV1, this.phoneNumberId, {
      phoneNumberId: this.phoneNumberId,
      businessAccountId: 'WABA_123456',
      kind,
      field: 'messages',
      item,
      ...(contact ? { contact } : {}),
      receivedAt: new Date().toISOString(),
    });
  }

  /** Rows of the service's tables, all sellers. */
  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.service.db.asWorker(() => this.service.db.rows<T>(sql, parameters));
  }

  private product(name: string, unitPrice: number, sizes: [string, number][]): ProductFacts {
    return {
      productId: newId(),
      name,
      unitPrice,
      available: sizes.reduce((sum, [, n]) => sum + n, 0),
      aliases: [],
      active: true,
      variants: sizes.map(([size, available]) => ({ variantId: newId(), size, unitPrice, available, active: true })),
    };
  }
}

/** A customer with a telephone, who writes to shops and reads what they answer. */
export class Customer {
  private count = 0;
  readonly waId: string;

  constructor(
    private readonly whatsapp: FakeWhatsApp,
    readonly name: string,
    waId = `22505987${String(10_000 + ++serial)}`,
    readonly bsuid?: string,
  ) {
    this.waId = waId;
  }

  get phone(): string {
    return `+${this.waId}`;
  }

  /** One message's item as WhatsApp sends it. */
  item(text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      id: `wamid.in${this.waId}.${String(++this.count).padStart(3, '0')}`,
      from: this.waId,
      ...(this.bsuid ? { from_user_id: this.bsuid } : {}),
      timestamp: String(Math.floor(Date.now() / 1_000)),
      type: 'text',
      text: { body: text },
      ...more,
    };
  }

  get contact(): Record<string, unknown> {
    return { profile: { name: this.name }, wa_id: this.waId, ...(this.bsuid ? { user_id: this.bsuid } : {}) };
  }

  async writes(shop: Shop, text: string, more: Record<string, unknown> = {}): Promise<void> {
    await shop.update('message', this.item(text, more), this.contact);
  }

  async presses(shop: Shop, id: string, title: string): Promise<void> {
    await this.writes(shop, '', {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id, title } },
      text: undefined,
    });
  }

  /** Waits for a message that says this. */
  reads(what: RegExp, withinMs = 20_000) {
    return eventually(
      () => {
        const found = this.whatsapp.to(this.phone).find((one) => what.test(one.text));
        if (!found)
          throw new Error(
            `no ${what} among: ${this.whatsapp
              .to(this.phone)
              .map((one) => one.text)
              .join(' | ')}`,
          );
        return found;
      },
      { withinMs },
    );
  }
}
