import type { OpeningSlot } from './events/accounts.js';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const DAY = String.raw`(lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?)s?\b`;
const NAMED = new RegExp(String.raw`\b${DAY}`, 'g');
const RANGE = new RegExp(String.raw`\b${DAY}\.?\s*(?:au|a|-|–|—|jusqu'?(?:au|a)?|jusqu’au)\s*${DAY}`, 'g');
const EVERY_DAY = /\b(tous les jours|7\s*(?:j|jours)?\s*(?:\/|sur)\s*7|non[- ]stop)/;
/** « fermé le dimanche et le lundi », « sauf dimanche » */
const CLOSED = new RegExp(
  String.raw`\b(?:fermee?s?|sauf|excepte|hors|repos|pas (?:ouverte?s? )?)\s*:?\s*(?:le |les |tous les )?${DAY}(?:\s*(?:et|,)\s*(?:le |les )?${DAY})?`,
  'g',
);
/** « dimanche : fermé » */
const DAY_CLOSED = new RegExp(String.raw`\b${DAY}\s*:?\s*(?:c'?est\s+)?ferme`, 'g');

/**
 * The days of the week on which a shop is open, by its slots or, where it has none, by what it wrote for its customers.
 * @returns 1 Monday to 7 Sunday, in order; undefined where nobody said
 */
export function openingDays(shop: { hours?: readonly OpeningSlot[]; openingHours?: string }): number[] | undefined {
  const slots = new Set(shop.hours?.map(({ weekday }) => weekday));
  const open = slots.size > 0 ? slots : daysIn(shop.openingHours ?? '');
  return open.size > 0 ? [...open].sort() : undefined;
}

function daysIn(written: string): Set<number> {
  const text = written
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  const closed = new Set([...text.matchAll(CLOSED), ...text.matchAll(DAY_CLOSED)].flatMap(([, ...days]) => days.flatMap(dayOf)));
  const left = text.replace(CLOSED, ' ').replace(DAY_CLOSED, ' ');
  const ranges = [...left.matchAll(RANGE)].flatMap(([, from, to]) => between(dayOf(from)[0]!, dayOf(to)[0]!));
  const named = [...left.matchAll(NAMED)].flatMap(([, day]) => dayOf(day));
  const all = EVERY_DAY.test(text) || (closed.size > 0 && named.length === 0) ? between(1, 7) : [];
  return new Set([...all, ...ranges, ...named].filter((day) => !closed.has(day)));
}

/** « mar » and « mardi » are the same day; several begin with « m » and none with the same three letters. */
const dayOf = (name: string | undefined): number[] =>
  name ? [DAYS.findIndex((day) => day.startsWith(name.slice(0, 3))) + 1] : [];

/** « samedi au lundi » goes over the end of the week. */
const between = (from: number, to: number): number[] =>
  Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from - 1 + i) % 7) + 1);
