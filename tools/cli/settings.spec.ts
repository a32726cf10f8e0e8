import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shellQuoted } from '../launcher/data-dir.js';
import { Settings, titleOf } from './settings.js';

const folder = mkdtempSync(join(tmpdir(), 'fluxasync-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (env: Record<string, string>) => Settings.read({ FLUXASYNC_DIR: folder, ...env }, '/');
const ADMIN = 'postgres://postgres:p@db:5433/fluxasync_bd';

describe('where the platform is', () => {
  it('one database for all services, or one of their own for some', () => {
    const settings = read({ DATABASE_URL: ADMIN, ORDERS_ADMIN_DATABASE_URL: 'postgres://a@other/fluxasync_bd' });
    expect(settings.places().map(({ url, services }) => [titleOf(url), services.length])).toEqual([
      ['db:5433/fluxasync_bd', 7],
      ['other:5432/fluxasync_bd', 1],
    ]);
    expect(settings.adminUrl('accounts')).toBe(ADMIN);
    expect(() => settings.onePlace('report')).toThrow(/needs one database that holds every schema; here they are in 2/);
  });

  it('takes the names that npm start uses as well', () => {
    expect(
      read({ DATABASE_URL: ADMIN, EMAIL_INTELLIGENCE_DATABASE_URL: 'postgres://a@mail/x' }).adminUrl('email-intelligence'),
    ).toBe('postgres://a@mail/x');
  });

  it('reads what npm start wrote, whatever a password is made of', () => {
    const address = "postgres://postgres:it's\\$HOME@localhost:5432/fluxasync_bd";
    writeFileSync(join(folder, 'env'), `export DATABASE_URL=${shellQuoted(address)}\nexport NATS_URL='nats://127.0.0.1:4222'\n`);
    expect(read({}).adminUrl('orders')).toBe(address);
    expect(read({}).requireNats()).toBe('nats://127.0.0.1:4222');
  });

  it('never mixes the broker of one installation with the database of another', () => {
    writeFileSync(join(folder, 'env'), `export DATABASE_URL='${ADMIN}'\nexport NATS_URL='nats://127.0.0.1:4222'\n`);
    expect(read({ DATABASE_URL: 'postgres://p@elsewhere/x' }).natsUrl).toBeUndefined();
    expect(() => read({}).onDatabase('copie').requireNats()).toThrow(/leave --database out/);
    expect(titleOf(read({}).onDatabase('copie').adminUrl('orders'))).toBe('db:5433/copie');
  });

  it('says what an address looks like, without repeating a wrong one', () => {
    expect(() => read({ DATABASE_URL: 'secret@nowhere' }).adminUrl('orders')).toThrow(
      /^DATABASE_URL is not an address like postgres:/,
    );
  });
});

describe('passwords of the roles', () => {
  it('each role its own, from one secret', () => {
    const settings = read({ DATABASE_URL: ADMIN, FLUXASYNC_ROLE_SECRET: 'a-secret-of-some-length' });
    expect(settings.rolePassword('orders')).toHaveLength(32);
    expect(settings.rolePassword('orders')).not.toBe(settings.rolePassword('accounts'));
    expect(settings.reportsPassword()).toHaveLength(32);
  });

  it('none when the operator gave none, and no weak secret', () => {
    expect(read({ DATABASE_URL: ADMIN }).rolePassword('orders')).toBeUndefined();
    expect(() => read({ DATABASE_URL: ADMIN, FLUXASYNC_ROLE_SECRET: 'short' }).rolePassword('orders')).toThrow(/fewer than 16/);
  });
});
