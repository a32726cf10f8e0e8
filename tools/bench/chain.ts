import { setTimeout as pause } from 'node:timers/promises';
import { type Fact, fact, OrderAgreedV1 } from '#contracts';
import { newId } from '#database';
import { PLATFORM_NUMBER } from '../launcher/cast.js';
import type { Seeded } from '../rig/seeded.js';
import { type BenchCustomer, seatCustomers } from './customers.js';
import { cpuBetween, readCpu } from './cpu.js';
import { type BenchShop, openShops } from './shops.js';
import type { Stage } from './stage.js';

/** How far the chains are: each number is a step that every chain takes once (notices three times). */
export interface Progress {
  readonly orders: number;
  readonly deliveries: number;
  readonly notices: number;
  readonly receipts: number;
  readonly figures: number;
}

type LastSteps = Pick<Progress, 'notices' | 'receipts' | 'figures'>;

export interface ChainRun {
  readonly seconds: number;
  /** Chains whose last step was done when the time was over. */
  readonly done: number;
  readonly perSecond: number;
  /** From the last agreement to the end of the last chain. */
  readonly drainSeconds: number;
  readonly chains: number;
  /** CPU seconds per chain, by process. */
  readonly cpu: readonly (readonly [string, number])[];
}

const NOTICES = 3;

/** Agreements at the height of one conversation's decision, and what becomes of them. */
export class Chains {
  private agreed = 0;

  private constructor(
    private readonly stage: Stage,
    private readonly customers: readonly BenchCustomer[],
    private readonly chance: Seeded,
  ) {}

  static async prepare(stage: Stage, chance: Seeded, { shops = 200, customersEach = 40 } = {}): Promise<Chains> {
    return Chains.prepareOn(stage, await openShops(stage, shops), chance, customersEach);
  }

  static async prepareOn(stage: Stage, shops: readonly BenchShop[], chance: Seeded, customersEach: number): Promise<Chains> {
    return new Chains(stage, chance.shuffled(await seatCustomers(stage, shops, customersEach)), chance);
  }

  /** Customers agree, so many at once. */
  async agree(count: number): Promise<void> {
    const facts = Array.from({ length: count }, (): Fact => {
      const { shop, prospectId, conversationId, waId } = this.customers[this.agreed++ % this.customers.length]!;
      const { productId, variantId, size } = this.chance.pick(shop.goods);
      const agreementId = newId();
      return fact(
        OrderAgreedV1,
        {
          agreementId,
          conversationId,
          prospectId,
          customerName: 'Aminata Traoré',
          customerPhone: `+${waId}`,
          lines: [{ productId, variantId, size, quantity: 1 }],
          deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
          deliveryPhone: `+${waId}`,
        },
        { sellerId: shop.sellerId, key: agreementId, version: 1 },
      ) as Fact;
    });
    await this.stage.put('conversations', facts);
  }

  /** Where they all are. */
  async progress(): Promise<Progress> {
    const [row] = await this.stage.look<{ orders: number; deliveries: number }>(
      'select (select count(*)::int from orders.commandes) as orders, (select count(*)::int from deliveries.livraisons) as deliveries',
    );
    return { ...row!, ...(await this.lastSteps()) };
  }

  /** The steps at the ends of a chain, which are not taken before its order and its delivery are there: looked at often, they cost the same however many there are. */
  private async lastSteps(): Promise<LastSteps> {
    const [row] = await this.stage.look<{ figures: number }>(
      'select coalesce(sum(commandes_creees), 0)::int as figures from analytics.sessions_analytiques',
    );
    const taken = await this.stage.taken();
    const notices = taken[PLATFORM_NUMBER.phoneNumberId] ?? 0;
    const all = Object.values(taken).reduce((sum, n) => sum + n, 0);
    return { figures: row!.figures, notices, receipts: all - notices };
  }

  /**
   * Keeps the platform busy for so long (as many chains under way as it is told, new ones as others end), then waits until every chain is at its end.
   * @throws when they do not come to an end
   */
  async play(seconds: number, underWay: number, say: (line: string) => void): Promise<ChainRun> {
    const [start, cpu] = [doneOf(await this.progress()), await readCpu(this.stage)];
    const first = this.agreed;
    const began = performance.now();
    let done = 0;
    for (let told = 0, left = seconds * 1_000; left > 0; left = began + seconds * 1_000 - performance.now()) {
      const missing = underWay - (this.agreed - first - done);
      if (missing >= 50) await this.agree(Math.min(missing, 500));
      await pause(Math.min(100, left));
      const now = await this.lastSteps();
      done = doneOf(now) - start;
      if (performance.now() - told > 5_000) {
        told = performance.now();
        say(`${done} of ${this.agreed - first} chains: ${JSON.stringify(now)}`);
      }
    }
    const lasted = (performance.now() - began) / 1_000;
    const inTime = done;
    const chains = this.agreed - first;
    const ended = performance.now();
    await this.drained(start + chains, say);
    const drainSeconds = (performance.now() - ended) / 1_000;
    const used = cpuBetween(cpu, await readCpu(this.stage));
    return {
      seconds: lasted,
      done: inTime,
      perSecond: inTime / lasted,
      drainSeconds,
      chains,
      cpu: used.map(([name, spent]) => [name, spent / chains] as const),
    };
  }

  private async drained(chains: number, say: (line: string) => void): Promise<void> {
    for (let before = -1, still = 0; ;) {
      const far = doneOf(await this.lastSteps());
      const now = far >= chains || far === before ? await this.progress() : undefined;
      if (now && doneOf(now) >= chains) return;
      still = far === before ? still + 1 : 0;
      before = far;
      if (still > 300) throw new Error(`the chains do not come to their end: ${JSON.stringify(now)} of ${chains}`);
      if (still % 50 === 49) say(`waiting: ${JSON.stringify(now)} of ${chains}`);
      await pause(100);
    }
  }
}

/** Chains that have taken every step. */
const doneOf = ({ orders = Infinity, deliveries = Infinity, notices, receipts, figures }: Partial<Progress> & LastSteps) =>
  Math.min(orders, deliveries, Math.floor(notices / NOTICES), receipts, figures);
