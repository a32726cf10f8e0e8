import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { TemplateDraft } from '#providers';
import { type NoticeTemplate, TEMPLATE_CATEGORY, TEMPLATE_LANGUAGE } from './templates.js';

const PLACEHOLDER = /\{(\w+)\}/g;
/** WhatsApp takes 1 024 characters for a whole text; our own words never need more than 170 of them. */
const MOST_LETTERS = 850;

/** Names of a text's values, in its order: WhatsApp numbers them so. */
export const placeholdersOf = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!);

/** A text with its values, as people read it. */
export const write = (text: string, values: Record<string, string>): string =>
  text.replace(PLACEHOLDER, (_, name: string) => values[name]!);

/** Values as WhatsApp takes them: each on one line and never empty, the longest ones cut until the whole fits. */
export function asValues(values: Record<string, string>): Record<string, string> {
  const lines = Object.entries(values).map(([name, value]) => [name, [...(value.replace(/\s+/g, ' ').trim() || '—')]] as const);
  const longest = longestThatFits(lines.map(([, letters]) => letters.length));
  return Object.fromEntries(lines.map(([name, letters]) => [name, cut(letters, longest)]));
}

const cut = (letters: readonly string[], longest: number): string =>
  letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');

/** The length to which the longest values have to be cut for all of them to fit; short ones keep what they have. */
function longestThatFits(lengths: number[]): number {
  let left = MOST_LETTERS;
  const ascending = [...lengths].sort((a, b) => a - b);
  for (const [i, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    if (length > share) return share;
    left -= length;
  }
  return MOST_LETTERS;
}

/** The template as Meta registers it: title and text in one body, values numbered from 1. */
export function templateDraft({ title, text, examples, buttons, whatsAppName }: NoticeTemplate): TemplateDraft {
  let number = 0;
  const body = `${title} — ${text.replace(PLACEHOLDER, () => `{{${(number += 1)}}}`)}`;
  return {
    name: whatsAppName,
    language: TEMPLATE_LANGUAGE,
    category: TEMPLATE_CATEGORY,
    components: [
      { type: 'BODY', text: body, example: { body_text: [examples] } },
      ...(buttons ? [{ type: 'BUTTONS', buttons: buttons.map((label) => ({ type: 'QUICK_REPLY', text: label })) }] : []),
    ],
  };
}

const GROUPED = new Intl.NumberFormat('de-DE');

/** 45000 → `45.000`, as prices are written in Côte d'Ivoire. */
export const francs = (amount: number): string => GROUPED.format(amount);

/** `+2250598765432` → `+225 05 98 76 54 32`: in pairs, as numbers are read out in Côte d'Ivoire (the library groups the last four). */
export function spaced(phone: string): string {
  const number = parsePhoneNumberFromString(phone);
  if (number?.country !== 'CI') return number?.formatInternational() ?? phone;
  return `+${number.countryCallingCode} ${number.nationalNumber.replace(/..(?=.)/g, '$& ')}`;
}

/** `lundi 23 novembre à 14:00`, in the seller's time zone. */
export function slot(instant: string, timeZone: string): string {
  const at = new Date(instant);
  const { day, time } = clockOf(timeZone);
  return `${day.format(at)} à ${time.format(at)}`;
}

/** By time zone: each is slow to make. */
const clocks = new Map<string, { day: Intl.DateTimeFormat; time: Intl.DateTimeFormat }>();

function clockOf(timeZone: string) {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = {
      day: new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone }),
      time: new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }),
    };
    clocks.set(timeZone, clock);
  }
  return clock;
}
