import { readOptions, usesEmbeddedPostgres, WrongOptions } from './options.js';

const read = (argv: string[] = [], env: NodeJS.ProcessEnv = {}) => readOptions(argv, env, '/project');

function faultsOf(argv: string[], env: NodeJS.ProcessEnv = {}): readonly string[] {
  try {
    read(argv, env);
  } catch (error) {
    if (error instanceof WrongOptions) return error.faults;
    throw error;
  }
  return [];
}

describe('the options of npm start', () => {
  it('are: play the story, keep data in .fluxasync, servers of our own', () => {
    const options = read();
    expect(options).toMatchObject({
      help: false,
      reset: false,
      story: true,
      dir: '/project/.fluxasync',
      ports: {},
      logLevel: 'info',
    });
    expect(usesEmbeddedPostgres(options)).toBe(true);
  });

  it('takes a port from the command line before the environment', () => {
    const options = read(['--gateway-port', '9000', '--nats-port=4300'], {
      FLUXASYNC_GATEWAY_PORT: '9001',
      FLUXASYNC_PG_PORT: '5433',
    });
    expect(options.ports).toEqual({
      gateway: { port: 9000, from: '--gateway-port' },
      nats: { port: 4300, from: '--nats-port' },
      postgres: { port: 5433, from: 'FLUXASYNC_PG_PORT' },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(read([], { NATS_URL: '', FLUXASYNC_GATEWAY_PORT: ' ' })).toMatchObject({ ports: {}, natsUrl: undefined });
  });

  it('names everything that is wrong at once, each with its rule', () => {
    const faults = faultsOf(['--no-stroy'], {
      FLUXASYNC_GATEWAY_PORT: 'abc',
      FLUXASYNC_PG_PORT: '70000',
      NATS_URL: 'http://x',
      LOG_LEVEL: 'loud',
    });
    expect(faults).toEqual([
      "Unknown option '--no-stroy'",
      'FLUXASYNC_GATEWAY_PORT is "abc": a port is a whole number from 1 to 65535.',
      'FLUXASYNC_PG_PORT is "70000": a port is a whole number from 1 to 65535.',
      'NATS_URL is not an address like nats://user:password@host:4222.',
      'LOG_LEVEL is "loud": one of silent, fatal, error, warn, info, debug, trace.',
    ]);
  });

  it('does not repeat an address that may hold a password', () => {
    expect(faultsOf([], { DATABASE_URL: 'mysql://root:hunter2@db/x' }).join()).not.toContain('hunter2');
    expect(faultsOf([], { DATABASE_URL: 'postgres://root:hunter2@db' })).toHaveLength(1);
  });

  it('does not take the embedded servers of an earlier run for ones of the user, when the shell has sourced the env file', () => {
    const url = 'postgres://postgres:secret@127.0.0.1:5432/fluxasync_bd';
    const nats = 'nats://127.0.0.1:4222';
    const sourced = {
      DATABASE_URL: url,
      FLUXASYNC_EMBEDDED_DATABASE_URL: url,
      NATS_URL: nats,
      FLUXASYNC_EMBEDDED_NATS_URL: nats,
    };
    expect(read([], sourced)).toMatchObject({ databaseUrl: undefined, natsUrl: undefined });
    expect(read([], { ...sourced, NATS_URL: 'nats://bus:4222' }).natsUrl).toBe('nats://bus:4222');
  });

  it('wants a database for every service when there is none for all', () => {
    const faults = faultsOf([], { ORDERS_DATABASE_URL: 'postgres://u:p@db/orders' });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('EMAIL_INTELLIGENCE_DATABASE_URL');
    expect(faults[0]).not.toContain(' ORDERS_DATABASE_URL');
    const both = { ORDERS_DATABASE_URL: 'postgres://u:p@db/orders', DATABASE_URL: 'postgres://u:p@db/all' };
    expect(read([], both).serviceDatabaseUrls).toEqual({ orders: 'postgres://u:p@db/orders' });
  });

  it('refuses what cannot be meant together', () => {
    const env = { DATABASE_URL: 'postgres://u:p@db/all', NATS_URL: 'nats://bus:4222' };
    expect(faultsOf(['--pg-port', '5433'], env)).toHaveLength(1);
    expect(faultsOf(['--nats-port', '4223'], env)).toHaveLength(1);
    expect(faultsOf(['--reset'], env)).toHaveLength(1);
    expect(faultsOf(['--gateway-port', '9000', '--sandbox-port', '9000'])).toEqual([
      '--gateway-port and --sandbox-port are both 9000.',
    ]);
  });

  it('says that a flag lacks its value', () => {
    expect(faultsOf(['--gateway-port'])).toHaveLength(1);
    expect(faultsOf(['extra'])).toHaveLength(1);
  });
});
