import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Module } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  type ApiKeyView,
  type Caller,
  CreateApiKey,
  DomainError,
  InviteMember,
  type Manifest,
  type QuestionOf,
} from '#contracts';
import { OnRequest, Requests } from '#bus';
import { Database, newId, protect, serviceTables } from '#database';
import { defineService, type RunningService, ServiceEnv } from '#service';
import { eventually, startWorld, type World } from '#testing';

class Once1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('accounts'));
    await q.query('create table effects (id uuid primary key, id_utilisateur uuid not null, name text not null)');
    await q.query(protect('accounts', 'effects'));
  }
  async down(): Promise<void> {
    throw new Error('not undone');
  }
}

/** In the place of accounts: every request has an effect; how it goes, its name says. */
@Injectable()
class Door {
  static refuses = false;
  /** What a slow request waits for. */
  static gate = Promise.resolve();

  constructor(private readonly db: Database) {}

  @OnRequest(CreateApiKey)
  async create({ name, scopes }: QuestionOf<CreateApiKey>, { sellerId }: Caller): Promise<ApiKeyView> {
    const id = newId();
    await this.db.run('insert into effects values ($1, $2, $3)', [id, sellerId, name]);
    if (name === 'slow') await Door.gate;
    if (Door.refuses) throw new DomainError('API_KEYS_FULL', 'conflict');
    return { id, name, scopes, hint: 'abcd', key: 'shown once', createdAt: '2026-11-23T09:05:00.000Z' } as unknown as ApiKeyView;
  }

  @OnRequest(InviteMember, { transaction: false })
  async invite(): Promise<never> {
    return Promise.resolve({} as never);
  }
}

@Module({ providers: [Door] })
class OnceModule {}

const manifest: Manifest = {
  service: 'accounts',
  says: 'probe',
  publishes: [],
  consumes: [],
  answers: [CreateApiKey, InviteMember],
  asks: [],
};

const onceService = defineService({
  module: OnceModule,
  manifest,
  env: ServiceEnv,
  entities: [],
  migrations: [Once1764000000000],
});

describe('a request that is to happen once', () => {
  let world: World;
  let service: RunningService;
  let requests: Requests;
  let sellerId: string;

  beforeAll(async () => {
    world = await startWorld();
    service = await world.start(onceService);
    await world.start(onceService);
    requests = new Requests(world.connection);
  }, 60_000);
  beforeEach(() => {
    sellerId = newId();
    Door.refuses = false;
  });
  afterEach(() => openGate());
  afterAll(() => world?.stop());

  let openGate: () => void = () => undefined;
  /** From here on slow requests wait until {@link openGate}. */
  const shutGate = () => {
    Door.gate = new Promise((resolve) => (openGate = resolve));
  };
  /** Database sessions of requests that are being worked on. */
  const underWay = () =>
    world.postgres.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'fluxasync-accounts' and state = 'idle in transaction' and query like 'insert into effects%'`,
      [],
      world.databaseName,
    );
  const create = (id: string, { name = 'quick', again = false, timeoutMs = 5_000, seller = sellerId } = {}) =>
    requests.ask(
      CreateApiKey,
      { name, scopes: ['orders:read'] },
      { sellerId: seller, actor: `seller:${seller}`, correlationId: newId() },
      { timeoutMs, once: { id, again } },
    );
  const rows = <T>(sql: string) => service.db.asWorker(() => service.db.rows<T>(sql, [sellerId]));
  const effects = () => rows<{ id: string }>('select id from effects where id_utilisateur = $1');

  it('and whose answer got lost after it was committed has one effect, and is answered as it was, save for what is shown once', async () => {
    const id = newId();
    shutGate();
    await expect(create(id, { name: 'slow', timeoutMs: 100 })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await eventually(async () => expect(await underWay()).toHaveLength(1));
    await expect(create(id, { name: 'slow', again: true })).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_FLIGHT' });
    openGate();
    await eventually(async () => expect(await effects()).toHaveLength(1));
    const [effect] = await effects();
    for (let i = 0; i < 3; i += 1) {
      const answer = await create(id, { name: 'slow', again: true });
      expect(answer).toMatchObject({ id: effect!.id, name: 'slow', hint: 'abcd' });
      expect(answer.key).toBeUndefined();
    }
    expect(await effects()).toHaveLength(1);
    expect(JSON.stringify(await rows('select answer from answered where id_utilisateur = $1'))).not.toContain('shown once');
  });

  it('and was lost before it was committed is simply made', async () => {
    const id = newId();
    shutGate();
    const cut = create(id, { name: 'slow' }).catch((error: unknown) => error as DomainError);
    const [one] = await eventually(async () => {
      const sessions = await underWay();
      expect(sessions).toHaveLength(1);
      return sessions;
    });
    await world.postgres.query('select pg_terminate_backend($1)', [one!.pid], world.databaseName);
    openGate();
    expect(((await cut) as DomainError).kind).toMatch(/unavailable|internal/);
    expect(await effects()).toHaveLength(0);
    const made = await create(id, { again: true });
    expect(made.key).toBe('shown once');
    expect(await effects()).toEqual([{ id: made.id }]);
  });

  it('has one effect however many ask for it at once, of whatever replica', async () => {
    const id = newId();
    Door.gate = pause(400);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => create(id, { name: 'slow' })));
    const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.id] : []));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as DomainError).code] : []));
    expect(await effects()).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set((await effects()).map((effect) => effect.id)));
    expect(refusals.filter((code) => code !== 'IDEMPOTENCY_IN_FLIGHT')).toEqual([]);
  });

  it('and was refused leaves nothing behind, and may succeed later', async () => {
    const id = newId();
    Door.refuses = true;
    await expect(create(id)).rejects.toMatchObject({ code: 'API_KEYS_FULL' });
    Door.refuses = false;
    expect(await create(id, { again: true })).toMatchObject({ key: 'shown once' });
    expect(await effects()).toHaveLength(1);
  });

  it('is each seller’s own', async () => {
    const [id, other] = [newId(), newId()];
    const mine = await create(id);
    expect((await create(id, { seller: other })).id).not.toBe(mine.id);
  });

  it('of an owner who commits where he likes is not made again: nobody knows how far it came', async () => {
    const invitation = {
      lastName: 'Yao',
      firstName: 'Adjoua',
      email: 'a@exemple.ci',
      phone: '0712345678',
      role: 'agent' as const,
    };
    const invite = (again: boolean) =>
      requests.ask(
        InviteMember,
        invitation,
        { sellerId, actor: `seller:${sellerId}`, correlationId: newId() },
        { once: { id: newId(), again } },
      );
    await invite(false);
    await expect(invite(true)).rejects.toMatchObject({ code: 'IDEMPOTENCY_OUTCOME_UNKNOWN', kind: 'conflict' });
  });

  it('is forgotten after two days, when its key is', async () => {
    await create(newId());
    const kept = newId();
    await create(kept);
    await service.db.asWorker(() =>
      service.db.run("update answered set at = at - interval '49 h' where id_utilisateur = $1 and id_demande <> $2", [
        sellerId,
        kept,
      ]),
    );
    service.workers.wake('retention');
    await eventually(async () =>
      expect(await rows('select id_demande as id from answered where id_utilisateur = $1')).toEqual([{ id: kept }]),
    );
  });
});
