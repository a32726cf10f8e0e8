import type { EntityTarget, FindOptionsRelations, FindOptionsWhere } from 'typeorm';
import { assertVersion, type EventClass, type Fact, fact, notFound } from '#contracts';
import type { Database } from '#database';
import { type CallContext, currentContext, inContext } from './context.js';
import type { Outbox } from './outbox.js';
import { insertWhole, type Snapshot, snapshotOf, updateChanged } from './saving.js';

/** A thing with an identity, an owner and rules: an order, a courier, a conversation. It records what happens to it; its repository publishes that. */
export abstract class Aggregate {
  abstract id: string;
  abstract sellerId: string;
  /** Grows by one with every change; readers of its events keep the newest. */
  abstract version: number;

  private happened?: (() => Fact)[];

  /** Notes a fact; it leaves with the change that made it true. `payload` is read when the change is saved. */
  protected record<T extends object>(contract: EventClass<T>, payload: () => T): void {
    (this.happened ??= []).push(
      () => fact(contract, payload(), { sellerId: this.sellerId, key: this.id, version: this.version }) as unknown as Fact,
    );
  }

  /** Hands over what was recorded since the last time. */
  takeFacts(): Fact[] {
    const facts = (this.happened ?? []).map((make) => make());
    this.happened = undefined;
    return facts;
  }
}

/**
 * Loads and saves one kind of aggregate. Carries what nobody should have to remember: the owner's filter, the lock, the version and the events.
 */
export abstract class AggregateRepository<E extends Aggregate> {
  protected constructor(
    protected readonly db: Database,
    protected readonly outbox: Outbox,
    private readonly entity: EntityTarget<E>,
    /** The thing's name in errors, e.g. `order`. */
    private readonly what: string,
    private readonly relations: FindOptionsRelations<E> = {},
  ) {}

  /** Saves a new thing with its events, in the open transaction or one of its seller's own. */
  async add(thing: E): Promise<E> {
    return this.db.asSeller(thing.sellerId, async () => {
      await this.store(thing);
      await this.outbox.add(thing.takeFacts());
      return thing;
    });
  }

  /**
   * Saves new things with their events, in the open transaction of a worker: as many statements as for one.
   * @param chain what led to each; the current chain unless said
   */
  async addAll(things: readonly E[], chain: (thing: E) => CallContext = currentContext): Promise<void> {
    if (things.length === 0) return;
    const { metadata } = this.db.tx.getRepository(this.entity);
    await insertWhole(this.db.tx, (sql, parameters) => this.db.run(sql, parameters), metadata, things);
    for (const thing of things) await inContext(chain(thing), () => this.outbox.add(thing.takeFacts()));
  }

  /** @throws DomainError <WHAT>_NOT_FOUND when it is not there or not his */
  async get(id: string, sellerId: string): Promise<E> {
    return this.db.asSeller(sellerId, async () => {
      // By its id there is at most one; asked for one, TypeORM would look for ids first.
      const [found] = await this.db.tx
        .getRepository(this.entity)
        .find({ where: this.owned(id, sellerId), relations: this.relations });
      if (!found) throw notFound(this.what, id);
      return found;
    });
  }

  /**
   * Locks the thing, lets `change` apply the rule, saves it with its events: one transaction.
   * @param ifVersion change it only when it is still at this version
   * @throws DomainError <WHAT>_NOT_FOUND when it is not there or not his, VERSION_MISMATCH
   */
  async update(id: string, sellerId: string, change: (thing: E) => void | Promise<void>, ifVersion?: number): Promise<E> {
    return this.db.asSeller(sellerId, async () => {
      const repository = this.db.tx.getRepository(this.entity);
      // The lock first and alone: FOR UPDATE cannot be applied to the outer joins that relations make.
      const [locked] = await repository.find({
        where: this.owned(id, sellerId),
        loadEagerRelations: false,
        lock: { mode: 'pessimistic_write' },
      });
      if (!locked) throw notFound(this.what, id);
      const thing = Object.keys(this.relations).length > 0 ? await this.get(id, sellerId) : locked;
      assertVersion(thing.version, ifVersion);
      const before = snapshotOf(repository.metadata, thing);
      await change(thing);
      thing.version += 1;
      await this.store(thing, before);
      await this.outbox.add(thing.takeFacts());
      return thing;
    });
  }

  /** Writes the thing's rows. A repository that writes more with them does it here. @param before as it was read; absent for a new thing */
  protected async store(thing: E, before?: Snapshot): Promise<void> {
    const { metadata } = this.db.tx.getRepository(this.entity);
    const run = (sql: string, parameters: unknown[]) => this.db.run(sql, parameters);
    if (!before) return insertWhole(this.db.tx, run, metadata, [thing]);
    const more = await updateChanged(run, metadata, [thing], () => before);
    if (more.length > 0) await this.db.tx.getRepository(this.entity).save(thing);
  }

  private owned(id: string, sellerId: string): FindOptionsWhere<E> {
    return { id, sellerId } as unknown as FindOptionsWhere<E>;
  }
}
