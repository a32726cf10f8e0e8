import type { SandboxState } from '../state/sandbox-state.js';
import { GraphError } from '../whatsapp/graph-error.js';
import type { Content, Message } from '../whatsapp/whatsapp.js';

const MEDIA_TYPES = ['image', 'video', 'audio', 'document', 'sticker'];

type Json = Readonly<Record<string, unknown>>;

/** A message as the phone shows it. `tick` is the last status reached. */
export function messageView(state: SandboxState, message: Message): Record<string, unknown> {
  const { wamid, direction, phoneNumberId, waId, at, content, bubble, statuses, callbackData } = message;
  const order = ['failed', 'played', 'read', 'delivered', 'sent'] as const;
  const tick = order.find((status) => statuses[status] !== undefined) ?? 'accepted';
  const contextId = message.contextId ?? textIn(content['context'], 'id');
  return {
    wamid,
    direction,
    phoneNumberId,
    waId,
    at,
    type: content.type,
    ...bubble,
    tick: tick === 'played' ? 'read' : tick,
    statuses,
    ...changesOf(content),
    ...mediaOf(state, content),
    ...placeOf(content),
    ...(message.echo ? { echo: true } : {}),
    ...(statuses.failed === undefined ? {} : { failure: new GraphError(message.refusal ?? 131000).asStatusError() }),
    ...(contextId === undefined ? {} : { contextId }),
    ...(callbackData === undefined ? {} : { callbackData }),
  };
}

/** The messages a reaction, an edit or a revocation is about. */
function changesOf(content: Content): Json {
  const body = content[content.type];
  if (content.type === 'reaction')
    return { reaction: { messageId: textIn(body, 'message_id'), emoji: textIn(body, 'emoji') ?? '' } };
  if (content.type === 'revoke') return { revoke: { messageId: textIn(body, 'original_message_id') } };
  if (content.type !== 'edit') return {};
  const edited = (body as { message?: { text?: unknown } } | undefined)?.message;
  return { edit: { messageId: textIn(body, 'original_message_id'), text: textIn(edited?.text, 'body') ?? '' } };
}

/** The file of a media message: on the control API when the sandbox has it, else where its sender says it is. */
function mediaOf(state: SandboxState, content: Content): Json {
  if (!MEDIA_TYPES.includes(content.type)) return {};
  const body = content[content.type];
  const id = textIn(body, 'id');
  const known = id === undefined ? undefined : state.whatsapp.media.get(id);
  const url = known ? `__sandbox/media/${known.id}` : textIn(body, 'link');
  return {
    media: {
      kind: content.type,
      ...(id === undefined ? {} : { id }),
      ...(url === undefined ? {} : { url }),
      ...(known ? { mimeType: known.mimeType, bytes: known.bytes } : {}),
      filename: textIn(body, 'filename') ?? known?.filename,
      caption: textIn(body, 'caption'),
    },
  };
}

function placeOf(content: Content): Json {
  if (content.type !== 'location') return {};
  const place = content['location'] as Json | undefined;
  return { location: { latitude: Number(place?.['latitude']), longitude: Number(place?.['longitude']) } };
}

function textIn(value: unknown, field: string): string | undefined {
  const found = (value as Json | undefined)?.[field];
  return typeof found === 'string' && found !== '' ? found : undefined;
}
