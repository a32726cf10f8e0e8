import { setTimeout as pause } from 'node:timers/promises';
import { schemaNameOf, SERVICES } from '#contracts';
import { Database } from '#database';
import { eventually } from '#testing';
import { isForOwners, isPublic, type Operation, operationsOf, readDocument, scopeOf } from './api-document.js';
import { addressOf, aimed, leaksOf, sweep } from './sweep.js';
import { openShop, type Shop } from './shop.js';
import { WholePlatform } from './whole-platform.js';

interface Table {
  schema: string;
  name: string;
}

/** What a service did with third parties is summed up once a minute, and the sums are told: these grow without anybody's asking. */
const COUNTED_BY_THE_MINUTE = ['utilisation_en_cours', 'utilisation_apis', 'journaux_systeme', 'outbox', 'outbox_sent', 'inbox'];

/** Columns that move by themselves: a mailbox is looked into now and then, keys and sessions note when they were used. */
const RESTLESS = [
  'prochaine_releve',
  'derniere_releve',
  'releves',
  'demandes',
  'bail',
  'bail_jusqua',
  'date_derniere_utilisation',
];

describe('two shops that know the same customer', () => {
  let platform: WholePlatform;
  let zokou: Shop;
  let mariam: Shop;
  let operations: Operation[];
  let tables: Table[];
  /** Words that are in Zokou's rows and nowhere else. */
  let marks: string[];

  beforeAll(async () => {
    platform = await WholePlatform.start();
    zokou = await openShop(platform, { firstName: 'Zokou', digits: '10101010' });
    mariam = await openShop(platform, { firstName: 'Mariam', digits: '20202020' });
    operations = operationsOf(await readDocument(platform.url)).filter((operation) => !isPublic(operation));
    tables = await platform.sql<Table>(
      `select table_schema as schema, table_name as name from information_schema.columns
       where column_name = 'id_utilisateur' and table_schema = any($1)
       except select table_schema, table_name from information_schema.views`,
      [SERVICES.map(schemaNameOf)],
    );
    tables = tables.filter(({ name }) => !COUNTED_BY_THE_MINUTE.includes(name));
    marks = ['Zokou', 'zokou', '10101010', ...Object.values(zokou.ids).filter((id) => id !== zokou.ids.memberId)];
  }, 120_000);
  afterAll(() => platform?.stop(), 30_000);

  /** Every row of Zokou's, table by table, in one word each. */
  const rowsOfZokou = async () => {
    const prints: Record<string, string> = {};
    for (const { schema, name } of tables) {
      const [row] = await platform.sql<{ print: string }>(
        `select md5(coalesce(string_agg(row, '|' order by row), '')) as print from (
           select (to_jsonb(t) - $2::text[])::text as row from ${schema}.${name} t where id_utilisateur = $1) rows`,
        [zokou.sellerId, RESTLESS],
      );
      prints[`${schema}.${name}`] = row!.print;
    }
    return prints;
  };

  const settled = () =>
    eventually(
      async () => {
        const before = await rowsOfZokou();
        await pause(500);
        expect(await rowsOfZokou()).toEqual(before);
        return before;
      },
      { withinMs: 30_000 },
    );

  /** What Mariam gets to see of Zokou's. */
  const leaks = async () => leaksOf(await sweep(platform, operations, mariam.flux.token(), zokou.ids), marks);

  it("get 404 for each other's things at every operation, and no row is read or changed", async () => {
    expect(operations.length).toBeGreaterThan(90);
    expect(tables.length).toBeGreaterThan(30);
    const before = await settled();
    expect(await leaks()).toEqual([]);
    await pause(1_000);
    expect(await rowsOfZokou()).toEqual(before);
  }, 120_000);

  it("take no order for each other's customers, and sell no products of each other's", async () => {
    const order = (prospectId: string, { productId, variantId }: Shop['ids']) =>
      mariam.flux.api.POST('/v1/orders', {
        body: {
          prospectId,
          customerName: 'Awa Koné',
          customerPhone: '+2250501020304',
          lines: [{ productId, variantId, quantity: 1 }],
          deliveryAddress: 'Cocody',
        },
      });
    const strange = await order(zokou.ids.prospectId, mariam.ids);
    expect([strange.response.status, strange.error?.code]).toEqual([404, 'PROSPECT_NOT_FOUND']);
    const stolen = await order(mariam.ids.prospectId, zokou.ids);
    expect([stolen.response.status, stolen.error?.code]).toEqual([409, 'UNKNOWN_PRODUCT']);
  });

  it('keep their own side of the customer they share', async () => {
    const names = async ({ flux }: Shop) =>
      JSON.stringify((await flux.api.GET('/v1/conversations')).data) + JSON.stringify((await flux.api.GET('/v1/prospects')).data);
    expect(await names(mariam)).not.toMatch(/Zokou/);
    expect(await names(zokou)).toMatch(/Zokou/);
    expect(zokou.ids.prospectId).not.toBe(mariam.ids.prospectId);
  });

  describe('are held apart twice: by the filter of each query, and by row-level security', () => {
    const rows = Database.prototype.rows;
    /** A developer forgets the owner in the query of one order. */
    const forgetOneFilter = () => {
      Database.prototype.rows = function <T>(this: Database, sql: string, parameters?: unknown[]) {
        const forgotten = sql.includes('historique_commande')
          ? sql.replaceAll(/c\.id_utilisateur = \$(\d)/g, '$$$1::uuid is not null')
          : sql;
        return rows.call(this, forgotten, parameters) as Promise<T[]>;
      };
    };
    const security = async (state: 'disable' | 'enable') => {
      for (const { schema, name } of tables) await platform.sql(`alter table ${schema}.${name} ${state} row level security`);
    };
    afterEach(async () => {
      Database.prototype.rows = rows;
      await security('enable');
    });

    it('either alone holds', async () => {
      forgetOneFilter();
      expect(await leaks()).toEqual([]);
      Database.prototype.rows = rows;
      await security('disable');
      expect(await leaks()).toEqual([]);
    }, 120_000);

    it('without both, this sweep finds the way in', async () => {
      forgetOneFilter();
      await security('disable');
      expect(await leaks()).toEqual(
        expect.arrayContaining([expect.stringMatching(/^GET \/v1\/orders\/\{orderId\} answers 200/)]),
      );
    }, 120_000);
  });

  describe('let people and programs do what they are for', () => {
    const status = async (operation: Operation, token: string) => {
      const response = await fetch(new URL(addressOf(operation, mariam.ids), platform.url), {
        method: operation.method,
        headers: { authorization: `Bearer ${token}`, ...(operation.body ? { 'content-type': 'application/json' } : {}) },
        body: operation.body ? JSON.stringify(aimed(operation.body.example, mariam.ids)) : undefined,
      });
      return [response.status, ((await response.json().catch(() => ({}))) as { code?: string }).code];
    };

    /** The agent sets her password with the code on her telephone. */
    const agentToken = async () => {
      const email = 'adjoua.mariam@exemple.ci';
      const code = await eventually(async () => {
        const { messages } = await platform.sandboxed<{ messages: { text?: string }[] }>('GET', 'phones/2250120202020/thread');
        const found = messages.map(({ text }) => /\b(\d{4} ?\d{4})\b/.exec(text ?? '')?.[1]).find(Boolean);
        expect(found).toBeDefined();
        return found!;
      });
      const agent = platform.client();
      const set = await agent.api.POST('/v1/password-resets/confirm', { body: { email, code, password: mariam.password } });
      expect(set.response.status).toBe(204);
      return (await agent.signIn(email, mariam.password)).accessToken;
    };

    it('an agent does all but what is for owners: accounts, keys, team', async () => {
      const token = await agentToken();
      const forOwners = operations.filter(isForOwners);
      const names = forOwners.map(({ name }) => name).join('\n');
      expect(names).toMatch(/members[^]*api-keys|api-keys[^]*members/);
      expect(names).toMatch(/whatsapp-accounts/);
      for (const operation of forOwners)
        expect([operation.name, await status(operation, token)]).toEqual([operation.name, [403, 'ROLE_FORBIDS']]);
      for (const operation of operations.filter(
        ({ method, description }) => method === 'GET' && !description.includes('For owners only'),
      ))
        expect([operation.name, (await status(operation, token))[0]]).toEqual([operation.name, 200]);
    }, 60_000);

    it('a key opens what its scopes say and nothing else', async () => {
      const { data: key } = await mariam.flux.api.POST('/v1/api-keys', { body: { name: 'Tableau', scopes: ['figures:read'] } });
      for (const operation of operations) {
        const [code, problem] = await status(operation, key!.key!);
        const allowed = scopeOf(operation) === 'figures:read';
        expect([operation.name, allowed ? code : problem]).toEqual([
          operation.name,
          allowed ? 200 : expect.stringMatching(/SCOPE_MISSING|ROLE_FORBIDS/),
        ]);
      }
    }, 60_000);
  });
});
