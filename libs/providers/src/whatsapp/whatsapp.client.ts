import { GuardedCalls, type BreakerOptions, type Observe } from '../breaker.js';
import { HttpCaller } from '../http/http-caller.js';
import { ProviderError } from '../provider-error.js';
import { readMediaId, readMediaInfo, readSent, readSuccess, readTemplate, readTemplatePage } from './answers.js';
import { Graph } from './graph.js';
import { assertDigest, assertSize, MediaDownload, mediaOriginsOf } from './media-download.js';
import { assertUploadable, type MediaFile, uploadForm } from './media-upload.js';
import { assertSendable } from './outbound-limits.js';
import type { OutboundMessage } from './outbound-message.js';
import type {
  DownloadLimits,
  ListedTemplate,
  MediaInfo,
  SentMessage,
  TemplateDraft,
  TemplateState,
  WhatsAppAccount,
  WhatsAppPort,
} from './whatsapp.port.js';
import { toWire } from './wire-message.js';

export interface WhatsAppClientOptions {
  /** Default `https://graph.facebook.com`; the sandbox's address in local runs. */
  baseUrl?: string;
  /** Default `v26.0`, supported by Meta since 29 July 2026. */
  version?: string;
  /** Whole call in milliseconds. Default 10 000. */
  timeoutMs?: number;
  /** Further origins media may come from: the sandbox's. */
  mediaOrigins?: string[];
  connections?: number;
  breaker?: BreakerOptions;
  observe?: Observe;
}

/** Enough for Meta's limit of 250 templates per business account, with room. */
const TEMPLATE_PAGES = 10;

/** WhatsApp Cloud API over kept-alive connections. One instance serves every seller: the account comes with each call. */
export class WhatsAppClient implements WhatsAppPort {
  private readonly http: HttpCaller;
  private readonly graph: Graph;
  private readonly media: MediaDownload;

  constructor(options: WhatsAppClientOptions = {}) {
    const baseUrl = new URL(options.baseUrl ?? 'https://graph.facebook.com');
    const timeoutMs = options.timeoutMs ?? 10_000;
    const guard = new GuardedCalls('whatsapp', options.observe, options.breaker);
    this.http = new HttpCaller({ provider: 'whatsapp', origin: baseUrl.origin, timeoutMs, connections: options.connections });
    this.graph = new Graph(baseUrl, options.version ?? 'v26.0', this.http, guard);
    const origins = mediaOriginsOf(baseUrl, options.mediaOrigins);
    // Media come from another service of Meta's: its failures must not stop the messages, so it has a circuit of its own.
    this.media = new MediaDownload(origins, new GuardedCalls('whatsapp', options.observe, options.breaker), timeoutMs);
  }

  async send(account: WhatsAppAccount, message: OutboundMessage): Promise<SentMessage> {
    assertSendable(message);
    return this.graph.call({
      kind: 'send',
      method: 'POST',
      path: `${encodeURIComponent(account.phoneNumberId)}/messages`,
      accessToken: account.accessToken,
      body: toWire(message),
      repeatable: false,
      read: readSent,
    });
  }

  async markRead(account: WhatsAppAccount, wamid: string, options: { typing?: boolean } = {}): Promise<void> {
    await this.graph.call({
      kind: 'mark-read',
      method: 'POST',
      path: `${encodeURIComponent(account.phoneNumberId)}/messages`,
      accessToken: account.accessToken,
      body: {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: wamid,
        ...(options.typing ? { typing_indicator: { type: 'text' } } : {}),
      },
      repeatable: true,
      read: readSuccess,
    });
  }

  async createTemplate(wabaId: string, accessToken: string, template: TemplateDraft): Promise<TemplateState> {
    const { parameterFormat, ...fields } = template;
    return this.graph.call({
      kind: 'template-create',
      method: 'POST',
      path: `${encodeURIComponent(wabaId)}/message_templates`,
      accessToken,
      body: { ...fields, ...(parameterFormat ? { parameter_format: parameterFormat } : {}) },
      repeatable: false,
      read: readTemplate,
    });
  }

  async listTemplates(wabaId: string, accessToken: string): Promise<ListedTemplate[]> {
    const templates: ListedTemplate[] = [];
    let after: string | undefined;
    for (let page = 0; page < TEMPLATE_PAGES; page++) {
      const query = new URLSearchParams({
        fields: 'id,name,language,status,category,components',
        limit: '100',
        ...(after ? { after } : {}),
      });
      const answer = await this.graph.call({
        kind: 'template-list',
        method: 'GET',
        path: `${encodeURIComponent(wabaId)}/message_templates?${query.toString()}`,
        accessToken,
        repeatable: true,
        read: readTemplatePage,
      });
      templates.push(...answer.templates);
      after = answer.after;
      if (after === undefined) return templates;
    }
    throw new ProviderError({
      provider: 'whatsapp',
      code: 'too_many_pages',
      action: 'reject',
      message: `whatsapp: the template list does not end after ${TEMPLATE_PAGES} pages`,
      explanationFr: 'La liste des modèles de message est trop longue.',
    });
  }

  async uploadMedia(account: WhatsAppAccount, file: MediaFile, options: { timeoutMs?: number } = {}): Promise<string> {
    assertUploadable(file);
    return this.graph.call({
      kind: 'media-upload',
      method: 'POST',
      path: `${encodeURIComponent(account.phoneNumberId)}/media`,
      accessToken: account.accessToken,
      form: uploadForm(file),
      timeoutMs: options.timeoutMs ?? 60_000,
      repeatable: true,
      read: readMediaId,
    });
  }

  async mediaInfo(account: WhatsAppAccount, mediaId: string): Promise<MediaInfo> {
    return this.graph.call({
      kind: 'media-info',
      method: 'GET',
      path: `${encodeURIComponent(mediaId)}?phone_number_id=${encodeURIComponent(account.phoneNumberId)}`,
      accessToken: account.accessToken,
      repeatable: true,
      read: readMediaInfo,
    });
  }

  async downloadMedia(account: WhatsAppAccount, mediaId: string, limits: DownloadLimits = {}) {
    const bounds = { maxBytes: limits.maxBytes ?? 16 * 1024 * 1024, timeoutMs: limits.timeoutMs ?? 30_000 };
    for (let attempt = 1; ; attempt++) {
      const info = await this.mediaInfo(account, mediaId);
      assertSize(info.sizeBytes, bounds.maxBytes);
      try {
        const { bytes } = await this.media.fetch(info.url, account.accessToken, bounds);
        assertDigest(bytes, info.sha256, limits.sha256);
        return { bytes, mimeType: info.mimeType };
      } catch (error) {
        // The address lives five minutes: asking once for a new one is Meta's documented remedy.
        const expired = error instanceof ProviderError && error.code === 'media_expired';
        if (!expired || attempt > 1) throw error;
      }
    }
  }

  /** Waits for running calls, then closes the connections. */
  async close(): Promise<void> {
    await Promise.all([this.http.close(), this.media.close()]);
  }
}
