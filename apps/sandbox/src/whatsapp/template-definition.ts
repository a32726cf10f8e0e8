import { randomInt } from 'node:crypto';
import { GraphError } from './graph-error.js';
import type { Fields } from './send/fields.js';
import { variablesOf } from './send/template-rules.js';
import type { Template, TemplateComponent } from './whatsapp.js';

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'] as const;

/**
 * Reads a template as its author submits it.
 * @throws GraphError 100 when name, category, language, body or variables break Meta's rules
 */
export function newTemplate(businessAccountId: string, request: Fields): Template {
  const name = request.text('name', 512);
  if (!/^[a-z0-9_]+$/.test(name))
    throw GraphError.parameter('Param name may hold lowercase alphanumeric characters and underscores only.');
  const language = request.text('language', 8);
  const category = request.oneOf('category', CATEGORIES);
  const parameterFormat = request.has('parameter_format')
    ? request.oneOf('parameter_format', ['POSITIONAL', 'NAMED'])
    : 'POSITIONAL';
  const components = request.list('components', 1, 10).map(component);
  const body = components.find((one) => one.type === 'BODY');
  if (!body) throw GraphError.parameter('A component of type BODY is required.');
  for (const one of components) checkVariables(one.text ?? '', parameterFormat);
  const id = String(1_689_556_900_000_000 + randomInt(100_000_000_000));
  return { id, businessAccountId, name, language, category, parameterFormat, components };
}

const LIMITS: Record<string, number> = { HEADER: 60, BODY: 1024, FOOTER: 60 };

function component(fields: Fields): TemplateComponent {
  const type = fields.text('type').toUpperCase();
  if (type === 'BUTTONS') return { type, buttons: fields.list('buttons', 1, 10).map(button) };
  const limit = LIMITS[type];
  if (limit === undefined)
    throw GraphError.parameter(`Param ${fields.name('type')} must be one of {HEADER, BODY, FOOTER, BUTTONS}.`);
  const format = type === 'HEADER' ? fields.oneOf('format', ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION']) : undefined;
  if (format !== undefined && format !== 'TEXT') return { type, format };
  return { type, text: fields.text('text', limit), ...(format === undefined ? {} : { format }) };
}

function button(fields: Fields): NonNullable<TemplateComponent['buttons']>[number] {
  const type = fields.oneOf('type', ['QUICK_REPLY', 'URL', 'PHONE_NUMBER']);
  const text = fields.text('text', 25);
  if (type === 'URL') return { type, text, url: fields.text('url', 2000) };
  if (type === 'PHONE_NUMBER') return { type, text, phone_number: fields.text('phone_number', 20) };
  return { type, text };
}

/** Positional variables must count 1, 2, 3…; named ones must be lowercase words. */
function checkVariables(text: string, format: 'POSITIONAL' | 'NAMED'): void {
  const fine = (variable: string, index: number) =>
    format === 'POSITIONAL' ? variable === String(index + 1) : /^[a-z][a-z0-9_]*$/.test(variable);
  if (!variablesOf(text).every(fine))
    throw GraphError.parameter(`Variables of "${text}" do not fit the ${format} parameter format.`);
}
