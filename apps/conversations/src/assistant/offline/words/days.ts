import type { Said } from './phrase.js';

const hours = (openingHours: string | undefined): string => (openingHours ? ` Nos horaires : ${openingHours}.` : '');

/** What is said of a day of the week: when the shop is open, and that nothing is brought while it is closed. */
export const dayWords = {
  open: (day: string, openingHours: string | undefined): Said => [
    `Oui, la boutique est ouverte le ${day}.${hours(openingHours)}`,
    `Le ${day}, la boutique est ouverte.${hours(openingHours)}`,
  ],
  closed: (day: string, openingHours: string | undefined): Said => [
    `Non, la boutique est fermée le ${day}.${hours(openingHours)}`,
    `Le ${day}, la boutique est fermée.${hours(openingHours)}`,
  ],
  noDelivery: (day: string, openingHours: string | undefined): Said => [
    `Désolé, pas de livraison le ${day} : la boutique est fermée ce jour-là.${hours(openingHours)}`,
    `Le ${day}, personne ne livre : la boutique est fermée.${hours(openingHours)}`,
  ],
  openThen: (day: string): Said => [`La boutique est ouverte le ${day}.`, `Le ${day}, la boutique est ouverte.`],
};
