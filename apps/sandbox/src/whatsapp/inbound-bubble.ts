import type { Bubble, Content } from './whatsapp.js';

const LABELS: Record<string, string> = {
  image: '📷 Photo',
  video: '🎬 Vidéo',
  audio: '🎤 Message vocal',
  document: '📄 Document',
  sticker: '🏷️ Autocollant',
  location: '📍 Position',
  contacts: '👤 Contact',
  order: '🛒 Panier',
  reaction: '👍 Réaction',
};

/** What a person sees of what he wrote or tapped himself. */
export function inboundBubble(content: Content): Bubble {
  const body = (content[content.type] ?? {}) as Record<string, unknown>;
  const chosen = (body['button_reply'] ?? body['list_reply']) as { title?: unknown } | undefined;
  const text = [body['body'], body['text'], body['caption'], body['emoji'], chosen?.title, placeOf(body)].find(
    (value) => typeof value === 'string' && value !== '',
  );
  const label = LABELS[content.type];
  const written = typeof text === 'string' ? text : undefined;
  const referral = content['referral'] as { headline?: unknown } | undefined;
  const header = typeof referral?.headline === 'string' ? { header: `Publicité : ${referral.headline}` } : {};
  return {
    ...header,
    text: [content.type === 'reaction' && written ? undefined : label, written].filter(Boolean).join('\n') || content.type,
    choices: [],
  };
}

/** Name and address of a place, when it has them. */
function placeOf(body: Record<string, unknown>): string {
  return [body['name'], body['address']].filter((value) => typeof value === 'string' && value !== '').join(', ');
}
