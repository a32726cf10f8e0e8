import { patienceOf, plannedMinutes, STRIKES } from './budget.js';
import { MUTANTS } from './mutants.js';
import { ACTS } from './rows.js';

const ROWS = ACTS.flat();

describe('the time of a run', () => {
  it('is planned for every row, and for nothing else', () => {
    expect(Object.keys(STRIKES).toSorted()).toEqual(ROWS.map(({ name }) => name).toSorted());
  });

  it('is at most 35 min for everything at full strength', () => {
    expect(plannedMinutes({ acts: ACTS, mutants: MUTANTS.length, quick: false })).toBeLessThanOrEqual(35);
  });

  it('is at most 5 min for the core at its everyday strength', () => {
    const core = ROWS.filter(({ quick }) => quick);
    const mutants = MUTANTS.filter(({ quick }) => quick).length;
    expect(plannedMinutes({ acts: [core], mutants, quick: true })).toBeLessThanOrEqual(5);
  });

  it('leaves a strike on a busy machine several times what it takes on a quiet one', () => {
    expect(patienceOf('calm', true)).toBe(60 + 4 * STRIKES['calm']!.quick);
    expect(patienceOf('calm', false)).toBe(60 + 4 * STRIKES['calm']!.full);
  });
});
