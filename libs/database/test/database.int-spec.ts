import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DomainError } from '#contracts';
import {
  arm,
  assertSchemaCurrent,
  Database,
  isDuplicate,
  isRestoredCopy,
  type MigrationClass,
  migrateService,
  newId,
  prepareDatabase,
  protect,
  requestRole,
  serviceTables,
} from '#database';
import { type LocalPostgres, startPostgres } from '#testing';

class First1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('orders'));
    await q.query(
      `create table things (id uuid primary key, id_utilisateur uuid not null, name text not null unique); ${protect('orders', 'things')}`,
    );
  }
  async down(): Promise<void> {
    throw new Error('not undone');
  }
}
class Second1764000000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table things add column size text');
  }
  async down(): Promise<void> {
    throw new Error('not undone');
  }
}

const PASSWORD = 'test-only';

describe('the database', () => {
  let server: LocalPostgres;
  let adminUrl: string;
  let db: Database;
  const migrate = (migrations: MigrationClass[]) =>
    migrateService({ service: 'orders', adminUrl, password: PASSWORD, migrations });

  beforeAll(async () => {
    server = await startPostgres();
    adminUrl = await server.createDatabase('fluxasync_bd');
    await prepareDatabase({ adminUrl });
    await migrate([First1764000000000]);
    const url = new URL(adminUrl);
    url.username = requestRole('orders');
    url.password = PASSWORD;
    db = await Database.connect({ service: 'orders', url: url.href });
  }, 60_000);
  afterAll(async () => {
    await db?.close();
    await server?.stop();
  });

  const put = (seller: string, name: string) =>
    db.asSeller(seller, () =>
      db.run('insert into things (id, id_utilisateur, name) values ($1, $2, $3)', [newId(), seller, name]),
    );
  const names = async (seller: string) =>
    (await db.asSeller(seller, () => db.rows<{ name: string }>('select name from things order by name'))).map((r) => r.name);

  describe('tenancy', () => {
    const [kouadio, awa] = [newId(), newId()];
    beforeAll(async () => {
      await put(kouadio, 'Nike');
      await put(awa, 'Pagne');
    });

    it('a seller sees only what is his, without any filter in the query', async () => {
      expect(await names(kouadio)).toEqual(['Nike']);
      expect(await names(awa)).toEqual(['Pagne']);
    });

    it('a seller cannot write a row of another, nor change or delete one', async () => {
      await expect(
        db.asSeller(kouadio, () => db.run('insert into things values ($1, $2, $3)', [newId(), awa, 'x'])),
      ).rejects.toThrow(/row-level security/);
      expect(await db.asSeller(kouadio, () => db.run("update things set name = 'mine' where name = 'Pagne'"))).toBe(0);
      expect(await db.asSeller(kouadio, () => db.run('delete from things'))).toBe(1);
      expect(await names(awa)).toEqual(['Pagne']);
      await put(kouadio, 'Nike');
    });

    it('without a seller nothing is seen: it fails closed', async () => {
      expect(await db.dataSource.query('select * from things')).toEqual([]);
      await expect(db.dataSource.query('insert into things values ($1, $2, $3)', [newId(), kouadio, 'y'])).rejects.toThrow(
        /row-level security/,
      );
    });

    it('the seller does not leak to the next user of the connection', async () => {
      await Promise.all(Array.from({ length: 30 }, () => names(kouadio)));
      expect(await db.dataSource.query('select * from things')).toEqual([]);
    });

    it('the worker sees all sellers of its own schema, and only inside its transaction', async () => {
      expect(await db.asWorker(() => db.rows('select * from things'))).toHaveLength(2);
      expect(await db.dataSource.query('select * from things')).toEqual([]);
    });

    it("a seller's transaction cannot become another's, or the worker's", async () => {
      await expect(db.asSeller(kouadio, () => db.asSeller(awa, () => Promise.resolve()))).rejects.toThrow(/cannot turn/);
      await expect(db.asSeller(kouadio, () => db.asWorker(() => Promise.resolve()))).rejects.toThrow(/cannot turn/);
    });

    it('a query outside a transaction is an error, not an empty answer', async () => {
      await expect(db.rows('select 1')).rejects.toThrow(/no transaction is open/);
    });
  });

  describe('the unit of work', () => {
    it('is all or nothing, and after-commit actions run only when it committed', async () => {
      const seller = newId();
      const woken: string[] = [];
      await expect(
        db.asSeller(seller, async () => {
          await db.run('insert into things values ($1, $2, $3)', [newId(), seller, 'gone']);
          db.afterCommit(() => woken.push('rolled back'));
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      await db.asSeller(seller, async () => {
        db.afterCommit(() => woken.push('committed'));
        await db.asSeller(seller, () => db.run('insert into things values ($1, $2, $3)', [newId(), seller, 'kept']));
      });
      expect(await names(seller)).toEqual(['kept']);
      expect(woken).toEqual(['committed']);
    });

    it('keeps concurrent transactions apart', async () => {
      const sellers = Array.from({ length: 40 }, newId);
      await Promise.all(sellers.map((seller, i) => put(seller, `parallel-${i}`)));
      await Promise.all(sellers.map(async (seller, i) => expect(await names(seller)).toEqual([`parallel-${i}`])));
    });

    it('a failure that was caught inside does not pass for a commit', async () => {
      const seller = newId();
      const swallowed = db.asSeller(seller, async () => {
        await db.run('insert into things values ($1, $2, $3)', [newId(), seller, 'lost']);
        await db.run('select 1/0').catch(() => undefined);
      });
      await expect(swallowed).rejects.toThrow(/rolled back/);
      expect(await names(seller)).toEqual([]);
    });

    it('writes what was gathered in one go before it commits, and nothing when it is rolled back', async () => {
      const seller = newId();
      const written: string[][] = [];
      const write = async (items: string[]) => {
        written.push(items);
        for (const item of items) await db.run('insert into things values ($1, $2, $3)', [newId(), seller, item]);
      };
      await db.asSeller(seller, async () => {
        db.gather(write, ['one']);
        db.gather(write, ['three', 'two']);
        expect(written).toEqual([]);
        await Promise.resolve();
      });
      await expect(
        db.asSeller(seller, async () => {
          db.gather(write, ['four']);
          await Promise.reject(new Error('no'));
        }),
      ).rejects.toThrow('no');
      expect(written).toEqual([['one', 'three', 'two']]);
      expect(await names(seller)).toEqual(['one', 'three', 'two']);
    });

    it('prepares what it is asked often, and goes on when a migration changes what that answers', async () => {
      const seller = newId();
      await put(seller, 'often');
      const sql = 'select * from things where id_utilisateur = $1';
      const ask = () => db.asSeller(seller, () => db.rows<{ name: string; weight?: number }>(sql, [seller]));
      for (let n = 0; n < 40; n += 1) expect(await ask()).toHaveLength(1);
      const kept = () =>
        db.asSeller(seller, () =>
          db.rows<{ n: number }>('select count(*)::int as n from pg_prepared_statements where statement = $1', [sql]),
        );
      const tries = await Promise.all(Array.from({ length: 10 }, kept));
      expect(tries.some(([row]) => row!.n === 1)).toBe(true);
      const admin = new URL(adminUrl);
      const client = new Client({ connectionString: admin.href });
      await client.connect();
      await client.query('alter table orders.things add column weight int');
      const after = await ask().catch(ask);
      expect(after).toEqual([expect.objectContaining({ name: 'often', weight: null })]);
      await client.query('alter table orders.things drop column weight');
      await client.end();
      expect(await ask().catch(ask)).toHaveLength(1);
    });

    it("keeps the plans of a worker's statements, and of sellers' where it is told to, and leaves all others their own", async () => {
      const seller = newId();
      const mode = async () => {
        const [row] = await db.rows<{ mode: string }>(`select current_setting('plan_cache_mode') as mode`);
        return row!.mode;
      };
      expect(await db.asWorker(mode)).toBe('force_generic_plan');
      expect(await db.asSeller(seller, mode)).toBe('auto');
      expect(await db.keepingPlans(() => db.asSeller(seller, mode))).toBe('force_generic_plan');
      expect(await db.asSeller(seller, mode)).toBe('auto');
    });

    it("glances at all sellers' rows, writes nothing and leaves nothing behind", async () => {
      const seller = newId();
      await put(seller, 'glanced at');
      const seen = () => db.glance<{ n: number }>(`select count(*)::int as n from things where name = 'glanced at'`);
      expect(await seen()).toEqual([{ n: 1 }]);
      await expect(db.glance('delete from things')).rejects.toThrow(/read-only/);
      for (let n = 0; n < 12; n += 1) expect(await names(newId())).toEqual([]);
      expect(await seen()).toEqual([{ n: 1 }]);
    });

    it('tells a duplicate from other errors', async () => {
      const seller = newId();
      await put(seller, 'unique');
      const error: unknown = await put(seller, 'unique').catch((e: unknown) => e);
      expect(isDuplicate(error)).toBe(true);
      expect(isDuplicate(error, 'things_name_key')).toBe(true);
      expect(isDuplicate(error, 'another')).toBe(false);
    });
  });

  it('refuses a server whose commits are not synchronous', async () => {
    await server.query(`alter role ${requestRole('orders')} set synchronous_commit = off`);
    try {
      const options = db.dataSource.options as { url: string };
      await expect(Database.connect({ service: 'orders', url: options.url })).rejects.toMatchObject({ code: 'DATABASE_NOT_FIT' });
    } finally {
      await server.query(`alter role ${requestRole('orders')} reset synchronous_commit`);
    }
  });

  describe('migrations', () => {
    it('run once, when five replicas start together', async () => {
      const database = await server.createDatabase('together');
      const ran = await Promise.all(
        Array.from({ length: 5 }, () =>
          migrateService({ service: 'orders', adminUrl: database, migrations: [First1764000000000, Second1764000000001] }),
        ),
      );
      expect(ran.flat().sort()).toEqual(['First1764000000000', 'Second1764000000001']);
    });

    it('refuse to run against a newer schema, and a service refuses to start on an older or newer one', async () => {
      await expect(assertSchemaCurrent(db.dataSource, 'orders', [First1764000000000, Second1764000000001])).rejects.toMatchObject(
        { code: 'SCHEMA_IS_OLDER', facts: { missing: ['Second1764000000001'] } },
      );
      await migrate([First1764000000000, Second1764000000001]);
      await expect(migrate([First1764000000000])).rejects.toBeInstanceOf(DomainError);
      await expect(migrate([First1764000000000])).rejects.toMatchObject({
        code: 'SCHEMA_IS_NEWER',
        facts: { unknown: ['Second1764000000001'] },
      });
      await expect(assertSchemaCurrent(db.dataSource, 'orders', [First1764000000000])).rejects.toMatchObject({
        code: 'SCHEMA_IS_NEWER',
      });
      await expect(
        assertSchemaCurrent(db.dataSource, 'orders', [First1764000000000, Second1764000000001]),
      ).resolves.toBeUndefined();
    });

    it("the request role cannot touch the schema, other services' tables or the list of migrations", async () => {
      await expect(db.dataSource.query('create table mine (id int)')).rejects.toThrow(/permission denied/);
      await expect(db.dataSource.query('delete from migrations')).rejects.toThrow(/permission denied/);
      await expect(db.dataSource.query('alter table things disable row level security')).rejects.toThrow(/must be owner/);
    });
  });

  it('a restored copy knows that it is one, until it is armed', async () => {
    expect(await isRestoredCopy(db)).toBe(false);
    expect(await isRestoredCopy(db)).toBe(false);
    await db.close();
    await server.createDatabase('copy', { template: 'fluxasync_bd' });
    const url = new URL((db.dataSource.options as { url: string }).url);
    db = await Database.connect({ service: 'orders', url: url.href });
    url.pathname = '/copy';
    const copy = await Database.connect({ service: 'orders', url: url.href });
    try {
      expect(await isRestoredCopy(copy)).toBe(true);
      await arm(copy);
      expect(await isRestoredCopy(copy)).toBe(false);
    } finally {
      await copy.close();
    }
  });
});
