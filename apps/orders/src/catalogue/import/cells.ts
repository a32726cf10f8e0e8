import { fold } from '#contracts';
import { MOST_IN_STOCK } from '../product.entity.js';

const MOST_FCFA = 1_000_000_000_000;

/** What a cell says, or in French why it cannot be read. */
export type Reading<T> = { value: T } | { problem: string };

/** Digits, in groups of three or not: `45 000`, `45.000`, `45000`. A comma is a decimal sign in French, so `45,000` is not 45000. */
const WHOLE = /^(?:\d+|\d{1,3}(?:[ .\u00A0\u202F]\d{3})+)$/;
const CURRENCY = /[ \u00A0\u202F]*(?:f[ \u00A0\u202F]?cfa|xof|f)$/i;

const wholeNumber = (cell: string): number | undefined => (WHOLE.test(cell) ? Number(cell.replaceAll(/\D/g, '')) : undefined);

/** A price in whole FCFA, with or without its currency. */
export function price(cell: string): Reading<number> {
  const value = wholeNumber(cell.replace(CURRENCY, ''));
  if (value === undefined) return { problem: `« ${shown(cell)} » n'est pas un prix en francs CFA entiers, par exemple 45000` };
  return value <= MOST_FCFA ? { value } : { problem: 'ce prix est trop grand' };
}

/** So many units, none below zero. */
export function units(cell: string): Reading<number> {
  if (/^[-\u2212]\s*\d/.test(cell)) return { problem: 'une quantité ne peut pas être négative' };
  const value = wholeNumber(cell);
  if (value === undefined) return { problem: `« ${shown(cell)} » n'est pas un nombre entier` };
  return value <= MOST_IN_STOCK ? { value } : { problem: `une quantité ne peut pas dépasser ${MOST_IN_STOCK}` };
}

/** Text of at most `max` characters. */
export const words =
  (max: number) =>
  (cell: string): Reading<string> =>
    cell.length <= max ? { value: cell } : { problem: `ce texte a plus de ${max} caractères` };

/** Other names, separated by `|`. */
export function aliases(cell: string): Reading<string[]> {
  const names = [...new Set(cell.split('|').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length > 50) return { problem: 'un produit a au plus 50 alias' };
  return names.every((name) => name.length <= 200) ? { value: names } : { problem: 'un alias a plus de 200 caractères' };
}

/** `oui` or `non`. */
export function yesNo(cell: string): Reading<boolean> {
  const said = fold(cell);
  if (said === 'oui' || said === 'non') return { value: said === 'oui' };
  return { problem: `« ${shown(cell)} » : écrivez oui ou non` };
}

/** A cell short enough to be quoted. */
const shown = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
