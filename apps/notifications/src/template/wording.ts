import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { TemplateDraft } from '#providers';
import { type NoticeTemplate, TEMPLATE_CATEGORY, TEMPLATE_LANGUAGE } from './templates.js';

const PLACEHOLDER = /\{(\w+)\}/g;
/** WhatsApp takes 1 024 characters for a whole text; the longest of ours has eight values. */
const LONGEST_VALUE = 250;

/** Names of a text's values, in its order: WhatsApp numbers them so. */
export const placeholdersOf = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!);

/** A text with its values, as people read it. */
export const write = (text: string, values: Record<string, string>): string =>
  text.replace(PLACEHOLDER, (_, name: string) => values[name]!);

/** A value as WhatsApp takes it: one line, never empty, not too long. */
export function asValue(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim() || '—';
  const letters = [...line];
  return letters.length > LONGEST_VALUE ? `${letters.slice(0, LONGEST_VALUE - 1).join('')}…` : line;
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
  const day = at.toLocaleDateString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  return `${day} à ${at.toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone })}`;
}
