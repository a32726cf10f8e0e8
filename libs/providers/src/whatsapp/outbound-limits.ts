import { ProviderError } from '../provider-error.js';
import type { ListSection, MediaSource, OutboundContent, OutboundMessage, ReplyButton } from './outbound-message.js';

const PHONE = /^\+[1-9]\d{7,14}$/;
const BSUID = /^[A-Z]{2}\.[A-Za-z0-9.]{1,136}$/;

/**
 * Checks a message against WhatsApp's limits before it leaves, so that the fault names the field instead of being code 131009.
 * Lengths are counted in code points.
 * @throws ProviderError `invalid_message`, action `reject`
 */
export function assertSendable(message: OutboundMessage): void {
  if (typeof message.to === 'string') must(PHONE.test(message.to), 'to', 'must be + and 8 to 15 digits with the country code');
  else must(BSUID.test(message.to.bsuid), 'to.bsuid', 'must be a country code, a dot and letters or digits');
  const bytes = Buffer.byteLength(message.callbackData, 'utf8');
  must(bytes >= 1 && bytes <= 512, 'callbackData', `must have 1 to 512 bytes, has ${bytes}`);
  if (message.contextWamid !== undefined) must(message.contextWamid.length > 0, 'contextWamid', 'is empty');
  assertContent(message.content);
}

function assertContent(content: OutboundContent): void {
  switch (content.type) {
    case 'text':
      return length(content.body, 'text.body', 1, 4096);
    case 'image':
    case 'video':
    case 'document':
      assertMedia(content.media, content.type);
      return optional(content.caption, `${content.type}.caption`, 1024);
    case 'audio':
      return assertMedia(content.media, 'audio');
    case 'buttons':
      assertFrame(content, 'buttons', 1024);
      return assertButtons(content.buttons);
    case 'list':
      assertFrame(content, 'list', 4096);
      length(content.button, 'list.button', 1, 20);
      return assertSections(content.sections);
    case 'link':
      assertFrame(content, 'link', 1024);
      length(content.text, 'link.text', 1, 20);
      return must(/^https?:$/.test(URL.parse(content.url)?.protocol ?? ''), 'link.url', 'must be an http(s) address');
    case 'location':
      must(Math.abs(content.latitude) <= 90, 'location.latitude', 'must be from -90 to 90 degrees');
      must(Math.abs(content.longitude) <= 180, 'location.longitude', 'must be from -180 to 180 degrees');
      optional(content.name, 'location.name', 1000);
      return optional(content.address, 'location.address', 1000);
    case 'locationRequest':
      return length(content.body, 'locationRequest.body', 1, 1024);
    case 'template':
      must(/^[a-z0-9_]{1,512}$/.test(content.name), 'template.name', 'must be lower-case letters, digits and _');
      return must(/^[a-z]{2,3}(_[A-Z]{2})?$/.test(content.language), 'template.language', 'must read like fr or fr_CI');
    case 'reaction':
      must(content.wamid.length > 0, 'reaction.wamid', 'is empty');
      return optional(content.emoji, 'reaction.emoji', 16);
  }
}

function assertFrame(frame: { body: string; header?: string; footer?: string }, name: string, bodyMax: number): void {
  length(frame.body, `${name}.body`, 1, bodyMax);
  optional(frame.header, `${name}.header`, 60);
  optional(frame.footer, `${name}.footer`, 60);
}

function assertButtons(buttons: ReplyButton[]): void {
  must(buttons.length >= 1 && buttons.length <= 3, 'buttons', `must be 1 to 3, are ${buttons.length}`);
  for (const button of buttons) {
    length(button.id, 'buttons.id', 1, 256);
    length(button.title, 'buttons.title', 1, 20);
  }
  unique(
    buttons.map((button) => button.id),
    'buttons.id',
  );
  unique(
    buttons.map((button) => button.title),
    'buttons.title',
  );
}

function assertSections(sections: ListSection[]): void {
  must(sections.length >= 1 && sections.length <= 10, 'list.sections', `must be 1 to 10, are ${sections.length}`);
  const rows = sections.flatMap((section) => section.rows);
  must(rows.length >= 1 && rows.length <= 10, 'list.rows', `must be 1 to 10 over all sections, are ${rows.length}`);
  for (const section of sections) {
    must(section.rows.length > 0, 'list.sections.rows', 'a section has no row');
    if (sections.length > 1) must(Boolean(section.title), 'list.sections.title', 'is needed when there are several sections');
    optional(section.title, 'list.sections.title', 24);
  }
  for (const row of rows) {
    length(row.id, 'list.rows.id', 1, 200);
    length(row.title, 'list.rows.title', 1, 24);
    optional(row.description, 'list.rows.description', 72);
  }
  unique(
    rows.map((row) => row.id),
    'list.rows.id',
  );
}

function assertMedia(media: MediaSource, field: string): void {
  if ('id' in media) return must(media.id.length > 0, `${field}.id`, 'is empty');
  must(URL.canParse(media.link) && /^https?:$/.test(new URL(media.link).protocol), `${field}.link`, 'must be an http(s) address');
}

function length(text: string, field: string, min: number, max: number): void {
  const count = [...text].length;
  must(count >= min && count <= max, field, `must have ${min} to ${max} characters, has ${count}`);
  must(min === 0 || text.trim().length > 0, field, 'is blank');
}

const optional = (text: string | undefined, field: string, max: number): void =>
  text === undefined ? undefined : length(text, field, 0, max);

const unique = (values: string[], field: string): void =>
  must(new Set(values).size === values.length, field, 'must differ from each other');

function must(holds: boolean, field: string, rule: string): void {
  if (holds) return;
  throw new ProviderError({
    provider: 'whatsapp',
    code: 'invalid_message',
    action: 'reject',
    message: `whatsapp: ${field} ${rule}`,
    explanationFr: "Le message dépasse ce que WhatsApp accepte ; il n'a pas été envoyé.",
  });
}
