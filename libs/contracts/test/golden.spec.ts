import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allEvents, assertStrict, checkOpen, type DomainError } from '#contracts';

const FOLDER = join(import.meta.dirname, '../golden');
const files = readdirSync(FOLDER);
const sample = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, unknown>;

/** Samples of what was once published. They are added to, never changed: an event that is stored somewhere must be readable for ever. */
describe('golden samples', () => {
  it('exist for every event', () => {
    expect(files.map((f) => f.replace(/\.v\d+\.json$/, ''))).toEqual(expect.arrayContaining(allEvents().map((e) => e.subject)));
  });

  it.each(files)('%s validates', (file) => {
    const spec = allEvents().find((e) => e.subject === file.replace(/\.v\d+\.json$/, ''));
    expect(spec).toBeDefined();
    expect(checkOpen(spec!.contract, sample(file))).toBeUndefined();
    expect(() => assertStrict(spec!.contract, sample(file))).not.toThrow();
  });

  it.each(files)('%s is refused, with the field named, when one of its required fields is missing', (file) => {
    const spec = allEvents().find((e) => e.subject === file.replace(/\.v\d+\.json$/, ''))!;
    const whole = sample(file);
    const field = Object.keys(whole).find((key) => checkOpen(spec.contract, { ...whole, [key]: undefined }) !== undefined);
    expect(field).toBeDefined();
    const { [field!]: _gone, ...rest } = whole;
    const error = checkOpen(spec.contract, rest) as DomainError;
    expect(error.facts.fields).toEqual([expect.objectContaining({ field })]);
  });
});
