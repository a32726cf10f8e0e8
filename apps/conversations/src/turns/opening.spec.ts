import { opensAt, opensNext } from './opening.js';

const workdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '08:00', closes: '12:30' },
  { weekday, opens: '14:00', closes: '19:00' },
]);
const SHOP = [...workdays, { weekday: 6, opens: '09:00', closes: '24:00' }];
const next = (now: string, zone = 'Africa/Abidjan') => opensNext(SHOP, zone, new Date(now))?.toISOString();

describe('when a shop opens next', () => {
  it.each([
    ['on a Monday before it opens', '2026-11-23T06:10:00Z', '2026-11-23T08:00:00.000Z'],
    ['over noon', '2026-11-23T12:30:00Z', '2026-11-23T14:00:00.000Z'],
    ['in the evening', '2026-11-23T19:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['after midnight on Sunday', '2026-11-29T00:00:00Z', '2026-11-30T08:00:00.000Z'],
  ])('%s', (_when, now, opens) => expect(next(now)).toBe(opens));

  it.each(['2026-11-23T08:00:00Z', '2026-11-23T18:59:59Z', '2026-11-28T23:59:00Z'])('it is open at %s', (now) =>
    expect(next(now)).toBeUndefined(),
  );

  it('by the clocks of its own time zone, the day they change too', () => {
    expect(next('2026-11-23T07:30:00Z', 'Europe/Paris')).toBeUndefined();
    expect(next('2026-10-25T12:00:00Z', 'Europe/Paris')).toBe('2026-10-26T07:00:00.000Z');
    expect(
      opensNext([{ weekday: 7, opens: '08:00', closes: '12:00' }], 'Europe/Paris', new Date('2026-03-28T20:00:00Z')),
    ).toEqual(new Date('2026-03-29T06:00:00Z'));
  });

  it('in a week, where it is open once and was so today', () =>
    expect(
      opensNext([{ weekday: 1, opens: '08:00', closes: '09:00' }], 'Africa/Abidjan', new Date('2026-11-23T10:00:00Z')),
    ).toEqual(new Date('2026-11-30T08:00:00Z')));

  it('is not known where nobody said', () => expect(opensNext([], 'Africa/Abidjan', new Date())).toBeUndefined());
});

it.each([
  ['2026-11-23T14:00:00Z', 'à 14h00'],
  ['2026-11-24T08:00:00Z', 'demain à 8h00'],
  ['2026-11-26T08:30:00Z', 'jeudi à 8h30'],
])('a customer reads %s as « %s »', (opens, words) =>
  expect(opensAt(new Date(opens), 'Africa/Abidjan', new Date('2026-11-23T12:45:00Z'))).toBe(words),
);
