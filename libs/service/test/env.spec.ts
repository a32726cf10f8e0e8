import { describeEnv, EnvError, loadEnv, rules, ServiceEnv, variable } from '#service';

class KitchenEnv extends ServiceEnv {
  @variable('OVEN_DEGREES', rules.integer(0, 300), 'how hot', { default: '180' }) degrees!: number;
  @variable('RECIPE_KEY', rules.text('a key of 8 letters', /^[a-z]{8}$/), 'opens the book', { secret: true }) key!: string;
  @variable('WINE', rules.flag(), 'with wine', { optional: true }) wine?: boolean;
}

const complete = { DATABASE_URL: 'postgres://u:p@h/db', NATS_URL: 'nats://h:4222', RECIPE_KEY: 'abcdefgh' };

describe('an env class', () => {
  it('reads each variable by its rule, with its default', () => {
    expect(loadEnv(KitchenEnv, { ...complete, OVEN_DEGREES: '200', WINE: 'true' })).toMatchObject({
      degrees: 200,
      wine: true,
      databasePoolSize: 10,
    });
    expect(loadEnv(KitchenEnv, complete)).toMatchObject({ degrees: 180 });
    expect(loadEnv(KitchenEnv, complete).wine).toBeUndefined();
  });

  it('lists every problem at once, and never the value of a secret', () => {
    const problems = (() => {
      try {
        loadEnv(KitchenEnv, { NATS_URL: 'http://nowhere', OVEN_DEGREES: 'hot', RECIPE_KEY: 'Geheim123' });
        return [];
      } catch (error) {
        return (error as EnvError).problems;
      }
    })();
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).toMatch(/DATABASE_URL is missing/);
    expect(problems.join('\n')).toMatch(/OVEN_DEGREES must be a whole number from 0 to 300, is "hot"/);
    expect(problems.join('\n')).not.toMatch(/Geheim123|nowhere/);
  });

  it('takes an empty variable as one that is not set', () => {
    expect(loadEnv(KitchenEnv, { ...complete, OVEN_DEGREES: ' ' }).degrees).toBe(180);
  });

  it('describes itself, inherited variables included', () => {
    expect(describeEnv(KitchenEnv).map((v) => v.name)).toEqual(expect.arrayContaining(['DATABASE_URL', 'OVEN_DEGREES', 'WINE']));
  });
});
