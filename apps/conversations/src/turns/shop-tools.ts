import { Injectable } from '@nestjs/common';
import type { AssistantTools, Offer, PlacedOrder } from '../assistant/assistant.js';
import { isOver } from '../assistant/offline/latest-order.js';
import { feeAt } from './delivery-fee.js';
import { type OrderRead, type ShopFacts, ShopReading, type Wanted, type WindowOrder } from './shop-reading.js';

/** What the assistant may look up, bound here to one seller and one prospect: no argument of a model can name another. */
@Injectable()
export class ShopTools {
  constructor(private readonly shop: ShopReading) {}

  for({ sellerId, prospectId }: { sellerId: string; prospectId: string }): AssistantTools {
    return new Tools(
      (wanted) => this.shop.read(sellerId, prospectId, wanted),
      (number) => this.shop.orderNumbered(sellerId, prospectId, number),
    );
  }
}

type Read = (wanted: Wanted) => Promise<ShopFacts>;
type ReadOrder = (number: string) => Promise<OrderRead | undefined>;

/** What is asked for at the same moment is read together. Where the shop delivers and what she ordered are read once, with whatever is asked for first; what it sells each time it is asked for. */
class Tools implements AssistantTools {
  private waiting: { wanted: Wanted; facts: Promise<ShopFacts> } | undefined;
  private service: Promise<ShopFacts> | undefined;

  constructor(
    private readonly read: Read,
    private readonly readOrder: ReadOrder,
  ) {}

  anew(): AssistantTools {
    return new Tools(this.read, this.readOrder);
  }

  async listCatalogue(first: WindowOrder = 'name'): Promise<Offer[]> {
    return (await this.ask((wanted) => wanted.windows.push(first))).windows.get(first)!;
  }

  async checkStock(productId: string, variantId?: string): Promise<Offer | undefined> {
    return (await this.offersOf([productId])).find((offer) => offer.variantId === variantId);
  }

  async offersOf(productIds: string[]): Promise<Offer[]> {
    const ids = productIds.filter(isUuid);
    if (ids.length === 0) return [];
    const { ofProducts } = await this.ask((wanted) => wanted.productIds.push(...ids));
    return ofProducts.filter(({ productId }) => ids.includes(productId));
  }

  async searchCatalogue(query: string): Promise<Offer[]> {
    const { found } = await this.ask((wanted) => wanted.queries.push(query));
    return found.get(query)!;
  }

  async deliveryFee(place: string) {
    return feeAt(place, (await this.ofService()).zones);
  }

  async deliveryZones(): Promise<string[]> {
    return (await this.ofService()).zones.map(({ zone }) => zone);
  }

  async orderStatus(number?: string): Promise<PlacedOrder | undefined> {
    const { orders } = await this.ofService();
    const known = number === undefined ? orders[0] : orders.find((order) => order.number === number);
    const order = known ?? (number === undefined ? undefined : await this.readOrder(number));
    return order && placed(order);
  }

  async openOrders(): Promise<PlacedOrder[]> {
    return (await this.ofService()).orders.filter(({ status }) => !isOver(status)).map(placed);
  }

  private ofService(): Promise<ShopFacts> {
    return this.service ?? this.ask(() => {});
  }

  private ask(add: (wanted: Wanted) => unknown): Promise<ShopFacts> {
    this.waiting ??= this.nextReading();
    add(this.waiting.wanted);
    return this.waiting.facts;
  }

  /** Begins when whoever asks now has asked for everything. */
  private nextReading(): NonNullable<typeof this.waiting> {
    const wanted: Wanted = { windows: [], productIds: [], queries: [], service: false };
    const facts = Promise.resolve().then(() => {
      this.waiting = undefined;
      return this.read(wanted);
    });
    // Hardly an answer does without.
    if (!this.service) [wanted.service, this.service] = [true, facts];
    return { wanted, facts };
  }
}

const placed = ({ number, status, plannedFor, lines, owed }: OrderRead): PlacedOrder => ({
  number,
  status,
  ...(plannedFor ? { plannedFor } : {}),
  ...(lines ? { lines } : {}),
  ...(owed ? { owed } : {}),
});

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
