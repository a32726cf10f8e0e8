import type { MediaSource, OutboundContent, OutboundMessage, TemplateButton, TemplateValues } from './outbound-message.js';

type Json = Record<string, unknown>;

/** The message as `POST /{phone_number_id}/messages` takes it. */
export function toWire(message: OutboundMessage): Json {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...(typeof message.to === 'string' ? { to: message.to } : { recipient: message.to.bsuid }),
    ...(message.contextWamid === undefined ? {} : { context: { message_id: message.contextWamid } }),
    biz_opaque_callback_data: message.callbackData,
    ...contentToWire(message.content),
  };
}

function contentToWire(content: OutboundContent): Json {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: { body: content.body, preview_url: content.previewUrl ?? false } };
    case 'image':
      return { type: 'image', image: present({ ...source(content.media), caption: content.caption }) };
    case 'document':
      return {
        type: 'document',
        document: present({ ...source(content.media), filename: content.filename, caption: content.caption }),
      };
    case 'video':
      return { type: 'video', video: present({ ...source(content.media), caption: content.caption }) };
    case 'audio':
      return { type: 'audio', audio: source(content.media) };
    case 'buttons':
      return interactive('button', content, { buttons: content.buttons.map((reply) => ({ type: 'reply', reply })) });
    case 'list':
      return interactive('list', content, { button: content.button, sections: content.sections });
    case 'link':
      return interactive('cta_url', content, {
        name: 'cta_url',
        parameters: { display_text: content.text, url: content.url },
      });
    case 'location': {
      const { latitude, longitude, name, address } = content;
      return { type: 'location', location: present({ latitude, longitude, name, address }) };
    }
    case 'locationRequest':
      return interactive('location_request_message', content, { name: 'send_location' });
    case 'template':
      return { type: 'template', template: template(content) };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: content.wamid, emoji: content.emoji } };
  }
}

function interactive(type: string, frame: { body: string; header?: string; footer?: string }, action: Json): Json {
  const header = frame.header ? { type: 'text', text: frame.header } : undefined;
  const footer = frame.footer ? { text: frame.footer } : undefined;
  return { type: 'interactive', interactive: present({ type, header, body: { text: frame.body }, footer, action }) };
}

function template(content: Extract<OutboundContent, { type: 'template' }>): Json {
  const components: Json[] = [];
  if (content.header) components.push({ type: 'header', parameters: headerParameters(content.header) });
  if (content.body) components.push({ type: 'body', parameters: textParameters(content.body) });
  for (const button of content.buttons ?? []) components.push(buttonComponent(button));
  return present({
    name: content.name,
    language: { code: content.language },
    components: components.length > 0 ? components : undefined,
  });
}

function headerParameters(header: NonNullable<Extract<OutboundContent, { type: 'template' }>['header']>): Json[] {
  if ('text' in header) return textParameters(header.text);
  if ('image' in header) return [{ type: 'image', image: source(header.image) }];
  return [{ type: 'document', document: present({ ...source(header.document), filename: header.filename }) }];
}

function textParameters(values: TemplateValues): Json[] {
  if (Array.isArray(values)) return values.map((text) => ({ type: 'text', text }));
  return Object.entries(values).map(([name, text]) => ({ type: 'text', parameter_name: name, text }));
}

function buttonComponent(button: TemplateButton): Json {
  const parameter = button.kind === 'url' ? { type: 'text', text: button.suffix } : { type: 'payload', payload: button.payload };
  // The index is a string on the wire.
  return { type: 'button', sub_type: button.kind, index: String(button.index), parameters: [parameter] };
}

const source = (media: MediaSource): Json => ('id' in media ? { id: media.id } : { link: media.link });

const present = (fields: Json): Json => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
