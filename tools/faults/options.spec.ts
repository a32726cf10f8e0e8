import { helpText, readFaultOptions } from './options.js';

const NAMES = ['calm', 'burst'];

describe('what npm run faults is asked for', () => {
  it('ends in its time, also the everyday run, unless it is given more or less', () => {
    expect(readFaultOptions([], NAMES)).toMatchObject({ quick: false, minutes: 45, report: 'docs/reliability.md' });
    expect(readFaultOptions(['--quick'], NAMES)).toMatchObject({ quick: true, minutes: 12, report: undefined });
    expect(readFaultOptions(['--minutes', '3'], NAMES)).toMatchObject({ minutes: 3 });
    expect(() => readFaultOptions(['--minutes', 'soon'], NAMES)).toThrow('--minutes is a whole number');
  });

  it('has a seed of its own where none is given, to be repeated by', () => {
    expect(readFaultOptions(['--quick'], NAMES)).toMatchObject({ seed: expect.any(Number) as number });
  });

  it('is told to whoever asks, with the rows of the everyday run', () => {
    expect(readFaultOptions(['--help'], NAMES)).toBe('help');
    const help = helpText([{ name: 'calm', quick: true }, { name: 'burst' }], [{ name: 'no-inbox', quick: true }]);
    expect(help).toMatch(/core rows +calm\nother rows +burst\ncore mutants +no-inbox\n/);
  });
});
