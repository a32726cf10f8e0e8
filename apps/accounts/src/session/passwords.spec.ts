import { hash } from '@node-rs/argon2';
import { Passwords } from './passwords.js';

describe('a password', () => {
  const passwords = new Passwords();

  it('is kept as argon2id with 19 MiB, two passes, one lane', async () => {
    expect(await passwords.hash('chaussures-2026')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('matches itself and nothing else, and nothing matches an unknown account', async () => {
    const stored = await passwords.hash('chaussures-2026');
    expect(await passwords.matches('chaussures-2026', stored)).toBe(true);
    expect(await passwords.matches('chaussures-2027', stored)).toBe(false);
    expect(await passwords.matches('chaussures-2026', undefined)).toBe(false);
  });

  it('is outdated when it was hashed at another cost', async () => {
    expect(passwords.isOutdated(await hash('x', { memoryCost: 4096, timeCost: 2, parallelism: 1 }))).toBe(true);
    expect(passwords.isOutdated(await passwords.hash('x'))).toBe(false);
  });

  it('is refused, not queued without end, in a flood of sign-ins', async () => {
    const results = await Promise.allSettled(Array.from({ length: 140 }, () => passwords.matches('x', undefined)));
    const busy = results.filter((r) => r.status === 'rejected');
    expect(busy).toHaveLength(38);
    expect((busy[0] as PromiseRejectedResult).reason).toMatchObject({ code: 'SIGN_IN_BUSY', kind: 'unavailable' });
    expect(await passwords.matches('x', undefined)).toBe(false);
  });
});
