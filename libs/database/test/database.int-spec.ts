import { type AddressInfo, connect, createServer } from 'node:net';
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
  type Statement,
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

function loginUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.username = requestRole('orders');
  url.password = PASSWORD;
  return url.href;
}

/** The same server, and what it is sent: one text for each time that something comes. */
async function listenedTo(server: URL) {
  const sent: string[] = [];
  const ear = createServer((client) => {
    const onward = connect(Number(server.port), server.hostname);
    client.on('data', (bytes) => void sent.push(bytes.toString('latin1')));
    client.pipe(onward).pipe(client);
  });
  await new Promise<void>((resolve) => void ear.listen(0, '127.0.0.1', resolve));
  const through = new URL(server);
  through.host = `127.0.0.1:${(ear.address() as AddressInfo).port}`;
  return { through: through.href, sent, close: () => void ear.close() };
}

describe('the database', () => {
  let server: LocalPostgres;
  let adminUrl: string;
  let url: string;
  let db: Database;
  const migrate = (migrations: MigrationClass[]) =>
    migrateService({ service: 'orders', adminUrl, password: PASSWORD, migrations });

  beforeAll(async () => {
    server = await startPostgres();
    adminUrl = await server.createDatabase('fluxasync_bd');
    await prepareDatabase({ adminUrl });
    await migrate([First1764000000000]);
    url = loginUrl(adminUrl);
    db = await Database.connect({ service: 'orders', url });
  }, 60_000);
  afterAll(async () => {
    await db?.close();
    await server?.stop();
  });

  /** As the service's login, but on a connection that nobody has prepared. */
  const byHand = async (sql: string, parameters: unknown[] = []) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client.query(sql, parameters).finally(() => client.end());
  };
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
      expect((await byHand('select * from orders.things')).rows).toEqual([]);
      await expect(byHand('insert into orders.things values ($1, $2, $3)', [newId(), kouadio, 'y'])).rejects.toThrow(
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

    it('a query outside a transaction is an error, not an empty answer, and a statement whose transaction never began writes nothing', async () => {
      await expect(db.rows('select 1')).rejects.toThrow(/no transaction is open/);
      await expect(db.dataSource.query('insert into inbox values ($1, $2)', [newId(), 'nobody'])).rejects.toThrow(/read-only/);
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

    describe('what is gathered', () => {
      const seller = newId();
      const written: string[][] = [];
      const told: { name: string }[] = [];
      const write = (items: string[]): Statement => {
        written.push(items);
        const sql = 'insert into things select i, $2, n from unnest($1::uuid[], $3::text[]) t(i, n) returning name';
        return {
          sql,
          parameters: [items.map(newId), seller, items],
          told: (rows: { name: string }[]) => void told.push(...rows),
        };
      };

      it('is written in one go before the transaction commits, and not at all when it is rolled back', async () => {
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
        expect(told.map(({ name }) => name)).toEqual(['one', 'three', 'two']);
        expect(await names(seller)).toEqual(['one', 'three', 'two']);
      });

      it('takes all of the transaction with it when it cannot be written, and tells why', async () => {
        const woken: string[] = [];
        const failing = db.asSeller(seller, async () => {
          await db.run('insert into things values ($1, $2, $3)', [newId(), seller, 'five']);
          db.gather(write, ['six', 'one']);
          db.gather(() => ({ sql: 'select 1', parameters: [] }), ['after it']);
          db.afterCommit(() => woken.push('committed'));
        });
        await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'things_name_key' });
        expect(await names(seller)).toEqual(['one', 'three', 'two']);
        expect(woken).toEqual([]);
      });

      it('travels with the commit, as the first statement does with what begins the transaction: two round trips, or one', async () => {
        const { through, sent, close } = await listenedTo(new URL(url));
        const far = await Database.connect({ service: 'orders', url: through, poolSize: 1 });
        try {
          sent.length = 0;
          await far.asSeller(seller, async () => {
            await far.run('insert into things values ($1, $2, $3)', [newId(), seller, 'seven']);
            far.gather(write, ['eight']);
          });
          expect(sent).toHaveLength(2);
          expect(sent.map((bytes) => /begin|commit/.exec(bytes)?.[0])).toEqual(['begin', 'commit']);
          sent.length = 0;
          await far.asSeller(seller, () => Promise.resolve(far.gather(write, ['nine'])));
          expect(sent).toHaveLength(1);
          expect(await names(seller)).toEqual(['eight', 'nine', 'one', 'seven', 'three', 'two']);
        } finally {
          await far.close();
          close();
        }
      });
    });

    it('that cannot begin tells why, not what became of its statements', async () => {
      const stranger = await Database.connect({ service: 'accounts', url });
      try {
        await expect(stranger.asWorker(() => stranger.rows('select 1'))).rejects.toThrow(/role "fluxasync_accounts_worker"/);
      } finally {
        await stranger.close();
      }
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
      await expect(byHand('create table mine (id int)')).rejects.toThrow(/permission denied/);
      await expect(byHand('delete from migrations')).rejects.toThrow(/permission denied/);
      await expect(byHand('alter table things disable row level security')).rejects.toThrow(/must be owner/);
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
