import { openingWeek } from './opening-hours.js';

const slot = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

describe('the opening hours of a week', () => {
  it('are put in the order of the week; a day may have a break, and end at midnight', () => {
    expect(openingWeek([slot(2, '08:00', '24:00'), slot(1, '14:00', '18:00'), slot(1, '08:00', '14:00')])).toEqual([
      slot(1, '08:00', '14:00'),
      slot(1, '14:00', '18:00'),
      slot(2, '08:00', '24:00'),
    ]);
  });

  it.each([
    ['closes before it opens', [slot(1, '08:00', '12:00'), slot(2, '18:00', '08:00')], ['hours.1']],
    ['never is open', [slot(1, '08:00', '08:00')], ['hours.0']],
    [
      'overlaps another of its day',
      [slot(3, '08:00', '12:00'), slot(4, '11:00', '12:00'), slot(3, '11:59', '18:00')],
      ['hours.2'],
    ],
    [
      'lies within another',
      [slot(3, '08:00', '18:00'), slot(3, '09:00', '10:00'), slot(3, '17:00', '19:00')],
      ['hours.1', 'hours.2'],
    ],
  ])('are refused where a slot %s', (_what, hours, fields) => {
    expect(() => openingWeek(hours)).toThrow(
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        facts: expect.objectContaining({ fields: fields.map((field) => expect.objectContaining({ field })) }),
      }),
    );
  });
});
