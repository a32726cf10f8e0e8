import { openingDays } from './opening-days.js';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

describe('the days on which a shop is open', () => {
  it.each([
    ['du lundi au samedi, de 8h à 19h', [1, 2, 3, 4, 5, 6]],
    ['Lun-Sam 8h-19h', [1, 2, 3, 4, 5, 6]],
    ['Lundi à vendredi 8h30 à 18h, samedi 9h-13h', [1, 2, 3, 4, 5, 6]],
    ['Du mardi au dimanche', [2, 3, 4, 5, 6, 7]],
    ['samedi au lundi', [1, 6, 7]],
    ['tous les jours de 9h à 20h', WEEK],
    ['7j/7', WEEK],
    ['7 jours sur 7 sauf le dimanche', [1, 2, 3, 4, 5, 6]],
    ['Ouvert 8h-20h, fermé le dimanche', [1, 2, 3, 4, 5, 6]],
    ['9h-19h. Dimanche : fermé', [1, 2, 3, 4, 5, 6]],
    ['du lundi au samedi, fermé le mercredi', [1, 2, 4, 5, 6]],
    ['fermé le dimanche et le lundi', [2, 3, 4, 5, 6]],
    ['les mercredis et samedis', [3, 6]],
    ['de 8h à 19h', undefined],
    ['', undefined],
  ])('« %s »', (openingHours, days) => {
    expect(openingDays({ openingHours })).toEqual(days);
  });

  it('are those of its slots, where it has any', () => {
    const hours = [6, 1].map((weekday) => ({ weekday, opens: '08:00', closes: '12:00' }));
    expect(openingDays({ hours, openingHours: 'tous les jours' })).toEqual([1, 6]);
    expect(openingDays({ hours: [], openingHours: 'lundi' })).toEqual([1]);
  });
});
