import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '#contracts';
import { PROJECT_ROOT } from '#testing';
import { BOUNDARIES, CALL_BOUNDARIES } from './boundaries.js';

const named = (text: string) => [...text.matchAll(/[fF]ailpoint\('([a-z0-9_]+)'\)/g)].map((match) => match[1]!);

function pointsIn(folder: string): string[] {
  return readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
    .flatMap((file) => named(readFileSync(join(PROJECT_ROOT, folder, file), 'utf8')));
}

const inTheBus = pointsIn('libs/bus/src');
const patchedInto = (service: ServiceName) =>
  CALL_BOUNDARIES.filter(({ file }) => file.startsWith(`apps/${service}/`)).flatMap(({ to }) => named(to));

describe('where a service is killed', () => {
  it('is every failpoint of the bus', () => {
    expect(inTheBus.length).toBeGreaterThan(3);
    for (const point of inTheBus) expect(SERVICES.some((service) => BOUNDARIES[service].includes(point))).toBe(true);
  });

  it.each(SERVICES)('is every failpoint of %s, and no place that is not there', (service) => {
    const own = new Set([...pointsIn(`apps/${service}/src`), ...patchedInto(service)]);
    expect([...own].filter((point) => !BOUNDARIES[service].includes(point))).toEqual([]);
    expect(BOUNDARIES[service].filter((point) => !own.has(point) && !inTheBus.includes(point))).toEqual([]);
  });
});
