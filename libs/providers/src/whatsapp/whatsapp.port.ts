import type { MediaFile } from './media-upload.js';
import type { OutboundMessage } from './outbound-message.js';

/** A seller's number as Meta knows it. */
export interface WhatsAppAccount {
  phoneNumberId: string;
  accessToken: string;
}

export interface SentMessage {
  /** Meta's message id: opaque, case-sensitive. Accepted is not delivered: the statuses tell. */
  wamid: string;
  /** The recipient's WhatsApp id as Meta resolved it; absent when written to a business-scoped id. */
  waId?: string;
}

export interface TemplateDraft {
  name: string;
  /** `fr`, `fr_CI`… */
  language: string;
  category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  /** As Meta documents them: HEADER, BODY, FOOTER, BUTTONS with their examples. */
  components: ReadonlyArray<Record<string, unknown>>;
  /** `named` when the texts read `{{prenom}}` instead of `{{1}}`. */
  parameterFormat?: 'positional' | 'named';
}

export interface TemplateState {
  id: string;
  /** APPROVED, PENDING, REJECTED, PAUSED… */
  status: string;
  category: string;
}

export interface ListedTemplate extends TemplateState {
  name: string;
  language: string;
  /** As Meta documents them; empty when it told none. */
  components: Record<string, unknown>[];
}

export interface MediaInfo {
  id: string;
  /** Valid 5 minutes, and only with the account's token. */
  url: string;
  mimeType: string;
  /** Hex or base64. */
  sha256: string;
  sizeBytes: number;
}

export interface DownloadLimits {
  /** Default 16 MiB. */
  maxBytes?: number;
  /** Default 30 000. */
  timeoutMs?: number;
  /** Hex or base64, as the webhook gave it; checked besides the one of Meta's answer. */
  sha256?: string;
}

/** What FluxAsync asks of WhatsApp. Each method throws `ProviderError` and nothing else. */
export interface WhatsAppPort {
  /** Sends one message. Action `unknown` on error: it may be on its way; wait for a status with our callback data. */
  send(account: WhatsAppAccount, message: OutboundMessage): Promise<SentMessage>;
  /** Marks a customer's message (and those before it) as read; `typing` shows the dots until the answer, at most 25 s. */
  markRead(account: WhatsAppAccount, wamid: string, options?: { typing?: boolean }): Promise<void>;
  createTemplate(wabaId: string, accessToken: string, template: TemplateDraft): Promise<TemplateState>;
  /** Every template of the business account (at most 250 exist). */
  listTemplates(wabaId: string, accessToken: string): Promise<ListedTemplate[]>;
  /**
   * Uploads a file, to be sent by the id returned; the id dies after 30 days. Trying again does no harm: it leaves a second copy.
   */
  uploadMedia(account: WhatsAppAccount, file: MediaFile, options?: { timeoutMs?: number }): Promise<string>;
  mediaInfo(account: WhatsAppAccount, mediaId: string): Promise<MediaInfo>;
  /** Fetches what a customer sent, checked against its digest. */
  downloadMedia(account: WhatsAppAccount, mediaId: string, limits?: DownloadLimits): Promise<{ bytes: Buffer; mimeType: string }>;
}
