import { TEMPLATE_CATEGORIES, type TemplateView } from '#contracts';
import type { ListedTemplate } from '#providers';

const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** What is filled into a text, in the order in which it is numbered; the same one twice is filled in once. */
export const placeholders = (body: string): string[] => [...new Set([...body.matchAll(PLACEHOLDER)].map((match) => match[1]!))];

/** The text as the customer reads it. */
export function filledIn(body: string, values: readonly string[]): string {
  const names = placeholders(body);
  return body.replace(PLACEHOLDER, (whole, name: string) => values[indexOf(names, name)] ?? whole);
}

/** `{{2}}` is the second value wherever it stands; a named one is the value at its place. */
const indexOf = (names: string[], name: string) => (/^\d+$/.test(name) ? Number(name) - 1 : names.indexOf(name));

/** How many values a text takes. */
export function parameterCount(body: string): number {
  const names = placeholders(body);
  return names.every((name) => /^\d+$/.test(name)) ? Math.max(0, ...names.map(Number)) : names.length;
}

/** A template as others see it; undefined for one of a category that is not ours to use. */
export function templateView(template: ListedTemplate): TemplateView | undefined {
  const category = TEMPLATE_CATEGORIES.find((known) => known === template.category);
  const body = template.components.find((one) => one['type'] === 'BODY')?.['text'];
  if (!category) return undefined;
  return {
    name: template.name,
    language: template.language,
    category,
    status: template.status,
    ...(typeof body === 'string' && body !== '' ? { body: body.slice(0, 1_024), parameters: parameterCount(body) } : {}),
  };
}

/** Named values (`{{prenom}}`) have to be sent by their names. */
export const valuesFor = (body: string, values: string[]): string[] | Record<string, string> => {
  const names = placeholders(body);
  return names.length > 0 && names.every((name) => !/^\d+$/.test(name))
    ? Object.fromEntries(names.map((name, i) => [name, values[i]!]))
    : values;
};

/** Parts besides the text that need a value of their own, which a reply does not give: a picture above it, a link that is completed. */
export const needsMore = ({ components }: ListedTemplate): boolean =>
  components.some(
    (one) =>
      (one['type'] === 'HEADER' && (one['format'] !== 'TEXT' || /\{\{/.test(String(one['text'])))) ||
      (one['type'] === 'BUTTONS' &&
        Array.isArray(one['buttons']) &&
        one['buttons'].some((b: { url?: string }) => /\{\{/.test(b.url ?? ''))),
  );
