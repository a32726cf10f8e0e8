import { GraphError } from '../graph-error.js';
import type { Bubble, Content } from '../whatsapp.js';
import type { Fields } from './fields.js';
import { interactiveBubble } from './interactive-rules.js';

/** A message body that passed Meta's rules, and what the phone shows of it. */
export interface Checked {
  readonly content: Content;
  readonly bubble: Bubble;
}

const CAPTION = 1024;
const plain = (text: string): Bubble => ({ text, choices: [] });

type Rule = (body: Fields) => Bubble;

const RULES: Record<string, Rule> = {
  text: (body) => plain(body.text('body', 4096)),
  image: (body) => media(body, '📷 Photo', true),
  video: (body) => media(body, '🎬 Vidéo', true),
  document: (body) => media(body, `📄 ${body.optionalText('filename', 240) ?? 'Document'}`, true),
  audio: (body) => media(body, '🎤 Message vocal', false),
  sticker: (body) => media(body, '🏷️ Autocollant', false),
  interactive: interactiveBubble,
  location: (body) => {
    body.number('latitude', -90, 90);
    body.number('longitude', -180, 180);
    const place = [body.optionalText('name', 1000), body.optionalText('address', 1000)].filter(Boolean).join(', ');
    return plain(`📍 ${place || 'Position'}`);
  },
  contacts: (body) => {
    const name = body.object('name');
    return plain(`👤 ${name.text('formatted_name')}`);
  },
  reaction: (body) => {
    body.text('message_id');
    const emoji = body.value['emoji'];
    // The empty emoji takes a reaction back, so it is the one text that may be empty.
    if (typeof emoji !== 'string') throw body.missing('emoji');
    return plain(emoji === '' ? 'Réaction retirée' : emoji);
  },
};

export const SENDABLE_TYPES: readonly string[] = [...Object.keys(RULES), 'template'];

/**
 * Checks one free-form body by Meta's rules and limits.
 * @throws GraphError 100, 131008, 131009 or 131051
 */
export function checkContent(type: string, message: Fields): Checked {
  const rule = RULES[type];
  if (!rule) throw GraphError.parameter(`Param type must be one of {${SENDABLE_TYPES.join(', ').toUpperCase()}}.`);
  if (type === 'contacts') {
    const cards = message.list('contacts', 1, 257);
    const text = cards.map((card) => rule(card).text).join('\n');
    return { content: { type, contacts: message.value['contacts'] }, bubble: plain(text) };
  }
  const body = message.object(type);
  return { content: { type, [type]: body.value }, bubble: rule(body) };
}

/** Media is named by the id of an upload or by a link, by one of them and not both. */
function media(body: Fields, label: string, captioned: boolean): Bubble {
  const id = body.optionalText('id');
  const link = body.optionalText('link');
  if ((id === undefined) === (link === undefined))
    throw new GraphError(131008, `Exactly one of ${body.name('id')} and ${body.name('link')} is required.`);
  if (link !== undefined && !/^https?:$/.test(URL.parse(link)?.protocol ?? ''))
    throw new GraphError(131009, `${body.name('link')} is not a valid URL.`);
  if (!captioned && body.has('caption'))
    throw GraphError.parameter(`Param ${body.name('caption')} is not allowed for this type.`);
  const caption = captioned ? body.optionalText('caption', CAPTION) : undefined;
  return plain(caption === undefined ? label : `${label}\n${caption}`);
}
