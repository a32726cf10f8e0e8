import { readFaultOptions } from './options.js';

const NAMES = ['calm', 'burst'];

describe('what npm run faults is asked for', () => {
  it('is everything, written into the docs, unless said', () => {
    expect(readFaultOptions(['--seed', '7'], NAMES)).toMatchObject({
      quick: false,
      only: [],
      seed: 7,
      report: 'docs/reliability.md',
    });
  });

  it('is a part, told on the screen alone', () => {
    const asked = readFaultOptions(['--only', 'burst', '--seed', '1', '--json', 'out.json'], NAMES);
    expect(asked).toEqual({ quick: false, only: ['burst'], seed: 1, json: 'out.json', report: undefined });
  });

  it('is refused when there is no such row, or no such seed', () => {
    expect(() => readFaultOptions(['--only', 'tempest'], NAMES)).toThrow('There are: calm, burst');
    expect(() => readFaultOptions(['--seed', '1.5'], NAMES)).toThrow('whole number');
  });

  it('has a seed of its own otherwise, to be repeated by', () => {
    expect(readFaultOptions(['--quick'], NAMES)).toMatchObject({ seed: expect.any(Number) as number });
  });
});
