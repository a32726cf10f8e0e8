/** An image, video, document or voice note: uploaded before (`id`) or fetched by Meta from an address (`link`). */
export type MediaSource = { id: string } | { link: string };

export interface ReplyButton {
  /** Comes back in the customer's answer; at most 256 characters. */
  id: string;
  /** At most 20 characters. */
  title: string;
}

export interface ListRow {
  /** At most 200 characters. */
  id: string;
  /** At most 24 characters. */
  title: string;
  /** At most 72 characters. */
  description?: string;
}

export interface ListSection {
  /** Needed as soon as there are two sections; at most 24 characters. */
  title?: string;
  rows: ListRow[];
}

/** Values of a template's text, by position or by name. */
export type TemplateValues = string[] | Record<string, string>;

export type TemplateButton =
  { index: number; kind: 'quick_reply'; payload: string } | { index: number; kind: 'url'; suffix: string };

export type OutboundContent =
  | { type: 'text'; body: string; previewUrl?: boolean }
  | { type: 'image'; media: MediaSource; caption?: string }
  | { type: 'document'; media: MediaSource; filename?: string; caption?: string }
  | { type: 'video'; media: MediaSource; caption?: string }
  /** A voice note when the file is `audio/ogg` with Opus, else an audio file. */
  | { type: 'audio'; media: MediaSource }
  /** Degrees; `name` and `address` are shown with the pin. */
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { type: 'buttons'; body: string; buttons: ReplyButton[]; header?: string; footer?: string }
  | { type: 'list'; body: string; button: string; sections: ListSection[]; header?: string; footer?: string }
  | { type: 'locationRequest'; body: string }
  /** One button that opens a page; its text has at most 20 characters. */
  | { type: 'link'; body: string; text: string; url: string; header?: string; footer?: string }
  | {
      type: 'template';
      name: string;
      /** `fr`, `fr_CI`… */
      language: string;
      header?: { text: TemplateValues } | { image: MediaSource } | { document: MediaSource; filename?: string };
      body?: TemplateValues;
      buttons?: TemplateButton[];
    }
  /** An empty emoji takes the reaction back. */
  | { type: 'reaction'; wamid: string; emoji: string };

/**
 * One message to one person. Free-form content is accepted by WhatsApp within 24 hours of the customer's last message only;
 * later a template is needed (error 131047).
 */
export interface OutboundMessage {
  /**
   * `+` and country code, then the number or the WhatsApp id as it came (`+2250504030201`, `+22504030201`), or the customer's
   * business-scoped id (`CI.2468…`) when no number is known. Without the `+` Meta would put the business's country code in front
   * and write to a stranger.
   */
  to: string | { bsuid: string };
  /** Our message id: comes back in every status, which is how a send without an answer is recognised. At most 512 bytes. */
  callbackData: string;
  /** The message this one quotes. */
  contextWamid?: string;
  content: OutboundContent;
}
