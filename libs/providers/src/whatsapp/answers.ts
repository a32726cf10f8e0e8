import type { ListedTemplate, MediaInfo, SentMessage, TemplateState } from './whatsapp.port.js';

/** Readers of Meta's answers: undefined when what we need is not there, so that the caller can say so. */

export function readSent(json: unknown): SentMessage | undefined {
  const body = json as { messages?: Array<{ id?: unknown }>; contacts?: Array<{ wa_id?: unknown }> } | undefined;
  const wamid = body?.messages?.[0]?.id;
  const waId = body?.contacts?.[0]?.wa_id;
  if (typeof wamid !== 'string' || wamid === '') return undefined;
  return { wamid, ...(typeof waId === 'string' ? { waId } : {}) };
}

export function readMediaId(json: unknown): string | undefined {
  const id = (json as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

export const readSuccess = (json: unknown): true | undefined =>
  (json as { success?: unknown } | undefined)?.success === true ? true : undefined;

export function readTemplate(json: unknown): TemplateState | undefined {
  const body = json as { id?: unknown; status?: unknown; category?: unknown } | undefined;
  if (typeof body?.id !== 'string' || typeof body.status !== 'string') return undefined;
  return { id: body.id, status: body.status, category: typeof body.category === 'string' ? body.category : '' };
}

export interface TemplatePage {
  templates: ListedTemplate[];
  after?: string;
}

export function readTemplatePage(json: unknown): TemplatePage | undefined {
  const body = json as { data?: unknown; paging?: { cursors?: { after?: unknown }; next?: unknown } } | undefined;
  if (!Array.isArray(body?.data)) return undefined;
  const templates = (body.data as Array<Record<string, unknown>>).map((row) => ({
    id: String(row['id']),
    name: String(row['name']),
    language: String(row['language']),
    status: String(row['status']),
    category: String(row['category']),
    components: Array.isArray(row['components']) ? (row['components'] as Record<string, unknown>[]) : [],
  }));
  const after = body.paging?.cursors?.after;
  // `next` is an address with its own host: only its presence is used, the token never follows it.
  return { templates, ...(body.paging?.next !== undefined && typeof after === 'string' ? { after } : {}) };
}

export function readMediaInfo(json: unknown): MediaInfo | undefined {
  const body = json as Record<string, unknown> | undefined;
  if (typeof body?.['url'] !== 'string' || !URL.canParse(body['url']) || typeof body['sha256'] !== 'string') return undefined;
  return {
    id: String(body['id']),
    url: body['url'],
    mimeType: String(body['mime_type']),
    sha256: body['sha256'],
    // A string of digits on the wire.
    sizeBytes: Number(body['file_size']),
  };
}
