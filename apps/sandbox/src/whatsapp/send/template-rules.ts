import { GraphError } from '../graph-error.js';
import type { Bubble, Choice, Template } from '../whatsapp.js';
import { type Fields, lengthOf } from './fields.js';

/** Longest text of a template with its parameters filled in. */
const BODY = 1024;
const KNOWN_PARTS: ReadonlySet<string> = new Set(['HEADER', 'BODY', 'BUTTON']);
const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** The distinct variables of a template's text, in order: `['1', '2']` or `['prenom', 'numero']`. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/**
 * The template a send names, when its state lets it be sent.
 * @throws GraphError 132001 when there is no approved one of this name and language, 132015 paused, 132016 disabled
 */
export function sendableTemplate(templates: readonly Template[], name: string, language: string): Template {
  const template = templates.find((one) => one.name === name && one.language === language);
  const status = template?.status ?? 'APPROVED';
  if (template && status === 'PAUSED') throw new GraphError(132015, `Template (${name}) is paused`);
  if (template && status === 'DISABLED') throw new GraphError(132016, `Template (${name}) is disabled`);
  if (!template || status !== 'APPROVED') throw new GraphError(132001, `template name (${name}) does not exist in ${language}`);
  return template;
}

/**
 * Writes a template out with the parameters of a send.
 * @throws GraphError 132000 when the parameters are too many or too few, 132012 when their kind or name does not fit
 */
export function renderTemplate(template: Template, send: Fields): Bubble {
  const given = send.has('components') ? send.list('components', 0, 12) : [];
  const part = (type: string) => template.components.find((component) => component.type === type);
  const parametersOf = (type: string) =>
    given.filter((component) => component.text('type').toUpperCase() === type).flatMap((component) => parameters(component));

  const header = part('HEADER');
  const headerText =
    header?.format === undefined || header.format === 'TEXT'
      ? header && fill(template, header.text ?? '', parametersOf('HEADER'))
      : mediaHeader(header.format, parametersOf('HEADER'));
  const unknown = given.map((one) => one.text('type').toUpperCase()).find((type) => !KNOWN_PARTS.has(type));
  if (unknown)
    throw GraphError.parameter(`Param template['components'] type must be one of {HEADER, BODY, BUTTON}, not ${unknown}.`);
  const text = fill(template, part('BODY')?.text ?? '', parametersOf('BODY'));
  if (lengthOf(text) > BODY) throw new GraphError(132005, `${template.name}: the text is longer than ${BODY} characters`);
  const footer = part('FOOTER')?.text;
  return {
    text,
    template: template.name,
    choices: buttons(template, given),
    ...(headerText === undefined ? {} : { header: headerText }),
    ...(footer === undefined ? {} : { footer }),
  };
}

function parameters(component: Fields): Fields[] {
  return component.has('parameters') ? component.list('parameters', 0, 100) : [];
}

function fill(template: Template, text: string, given: readonly Fields[]): string {
  const variables = variablesOf(text);
  if (variables.length !== given.length)
    throw new GraphError(
      132000,
      `${template.name}: number of localizable_params (${given.length}) does not match the expected number of params (${variables.length})`,
    );
  const values = new Map<string, string>();
  given.forEach((parameter, index) => {
    const name = template.parameterFormat === 'NAMED' ? parameter.optionalText('parameter_name') : variables[index];
    if (name === undefined || !variables.includes(name))
      throw new GraphError(132012, `${template.name}: Parameter name is missing or unknown: ${name ?? '(none)'}`);
    values.set(name, valueOf(parameter));
  });
  return text.replace(PLACEHOLDER, (_, name: string) => values.get(name) ?? '');
}

function valueOf(parameter: Fields): string {
  const type = parameter.text('type');
  if (type === 'text') {
    const text = parameter.text('text', 32_768);
    if (/[\n\t]| {5}/.test(text))
      throw new GraphError(132018, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces');
    return text;
  }
  if (type === 'currency' || type === 'date_time') return parameter.object(type).text('fallback_value');
  throw new GraphError(132012, `Parameter of type ${type} does not fit a text component`);
}

function mediaHeader(format: string, given: readonly Fields[]): string {
  const kind = format.toLowerCase();
  if (given.length !== 1)
    throw new GraphError(132012, `header: Format mismatch, expected ${format}, received ${given.length} parameters`);
  const type = given[0]?.text('type');
  if (type !== kind) throw new GraphError(132012, `header: Format mismatch, expected ${format}, received ${type?.toUpperCase()}`);
  const file = kind === 'location' ? undefined : given[0]?.object(kind);
  if (file && !file.has('id') && !file.has('link')) throw file.missing('id');
  return { image: '📷 Photo', video: '🎬 Vidéo', document: '📄 Document', location: '📍 Position' }[kind] ?? format;
}

/** The template's buttons; the payload of a quick reply is its own text unless the send names another. */
function buttons(template: Template, given: readonly Fields[]): Choice[] {
  const defined = template.components.find((component) => component.type === 'BUTTONS')?.buttons ?? [];
  const sent = given.filter((component) => component.text('type').toLowerCase() === 'button');
  for (const button of sent)
    if (defined[Number(button.value['index'])] === undefined)
      throw new GraphError(132012, `button: index ${String(button.value['index'])} does not exist in the template`);
  return defined.map((button, index): Choice => {
    const mine = sent.filter((one) => Number(one.value['index']) === index);
    const wrong = mine.find((one) => one.text('sub_type').toUpperCase() !== button.type);
    if (wrong) throw new GraphError(132012, `button ${index}: sub_type ${wrong.text('sub_type')} does not fit ${button.type}`);
    const first = mine.flatMap((one) => parameters(one))[0];
    if (button.type !== 'URL')
      return { kind: 'quick_reply', id: first?.optionalText('payload', 256) ?? button.text, title: button.text };
    const variable = variablesOf(button.url ?? '').length > 0;
    if (variable && !first) throw new GraphError(132000, `${template.name}: button ${index} needs one parameter for its URL`);
    return { kind: 'link', id: (button.url ?? '').replace(PLACEHOLDER, () => first?.text('text') ?? ''), title: button.text };
  });
}
