import { atLocalHour, nextFreeSlot } from './slots.js';

const rules = { firstHour: 14, lastHour: 16, perHour: 2 };
const now = new Date('2026-11-22T23:30:00Z');
const slotWith = (taken: Record<string, number>, timeZone = 'Africa/Abidjan', openDays: number[] | null = null) =>
  nextFreeSlot(now, { timeZone, openDays }, rules, (slot) => taken[slot.toISOString()] ?? 0).toISOString();

describe('the next free slot', () => {
  it('is tomorrow at 14:00 for a courier with nothing planned', () => {
    expect(slotWith({})).toBe('2026-11-23T14:00:00.000Z');
  });

  it('is the next hour when the first is full', () => {
    expect(slotWith({ '2026-11-23T14:00:00.000Z': 2, '2026-11-23T15:00:00.000Z': 1 })).toBe('2026-11-23T15:00:00.000Z');
  });

  it('is the day after when the whole day is full', () => {
    const full = { '2026-11-23T14:00:00.000Z': 2, '2026-11-23T15:00:00.000Z': 2, '2026-11-23T16:00:00.000Z': 2 };
    expect(slotWith(full)).toBe('2026-11-24T14:00:00.000Z');
  });

  it("counts days and hours by the seller's clock", () => {
    // In Paris it is already the 23rd.
    expect(slotWith({}, 'Europe/Paris')).toBe('2026-11-24T13:00:00.000Z');
    expect(slotWith({}, 'America/New_York')).toBe('2026-11-23T19:00:00.000Z');
  });

  it('is on no day on which the shop is closed', () => {
    // 23 November 2026 is a Monday.
    expect(slotWith({}, 'Africa/Abidjan', [2, 3, 4, 5, 6])).toBe('2026-11-24T14:00:00.000Z');
    expect(slotWith({}, 'Africa/Abidjan', [7])).toBe('2026-11-29T14:00:00.000Z');
    expect(slotWith({}, 'Europe/Paris', [1])).toBe('2026-11-30T13:00:00.000Z');
    const full = { '2026-11-24T14:00:00.000Z': 2, '2026-11-24T15:00:00.000Z': 2, '2026-11-24T16:00:00.000Z': 2 };
    expect(slotWith(full, 'Africa/Abidjan', [2])).toBe('2026-12-01T14:00:00.000Z');
  });

  it.each([
    ['the day summer time begins', '2026-03-28T12:00:00Z', 14, '2026-03-29T12:00:00.000Z'],
    ['the day summer time ends', '2026-10-24T12:00:00Z', 14, '2026-10-25T13:00:00.000Z'],
    ['just after the clocks change', '2026-03-28T12:00:00Z', 3, '2026-03-29T01:00:00.000Z'],
    ['the end of a year', '2026-12-31T12:00:00Z', 14, '2027-01-01T13:00:00.000Z'],
  ])('is right on %s', (_, today, hour, slot) => {
    expect(atLocalHour(new Date(today), 'Europe/Paris', 1, hour).toISOString()).toBe(slot);
  });
});
