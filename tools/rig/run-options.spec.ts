import { readRunOptions, wholeNumber } from './run-options.js';

const asked = { names: ['calm', 'burst'], seed: () => 7, page: 'docs/page.md' };

describe('what a command on a rig is asked for', () => {
  it('is everything, written into its page, unless said', () => {
    expect(readRunOptions([], asked)).toEqual({
      quick: false,
      only: [],
      seed: 7,
      json: undefined,
      report: 'docs/page.md',
      own: {},
    });
  });

  it('is a part, told on the screen alone', () => {
    const part = readRunOptions(['--only', 'burst', '--seed', '1', '--json', 'out.json'], asked);
    expect(part).toMatchObject({ quick: false, only: ['burst'], seed: 1, json: 'out.json', report: undefined });
    expect(readRunOptions(['--quick'], asked)).toMatchObject({ quick: true, report: undefined });
    expect(readRunOptions(['--quick', '--report', 'x.md'], asked)).toMatchObject({ report: 'x.md' });
  });

  it('is refused when there is no such row, no such number, or no such option', () => {
    expect(() => readRunOptions(['--only', 'tempest'], asked)).toThrow('There are: calm, burst');
    for (const bad of ['1.5', '-1', '', 'x']) expect(() => wholeNumber('--seed', bad)).toThrow('whole number');
    expect(() => readRunOptions(['--seed', '1.5'], asked)).toThrow('whole number');
    expect(() => readRunOptions(['--profile', 'x'], asked)).toThrow('--profile');
  });

  it('has options of its own beside them', () => {
    const own = { profile: { type: 'string' as const } };
    expect(readRunOptions(['--profile', 'x'], { ...asked, own })).toMatchObject({ own: { profile: 'x' } });
  });
});
