/** A business number on the Cloud API, with the token that may use it. */
export interface Account {
  readonly phoneNumberId: string;
  readonly businessAccountId: string;
  /** Digits only, with country code: `2250700112233`. */
  readonly phone: string;
  readonly accessToken: string;
  readonly name: string;
  /**
   * How the window and reachability refusals (131047, 131026) come: in the answer to the send, or as a `failed` status
   * after HTTP 200. Meta does both.
   */
  readonly refusals: 'sync' | 'async';
}

/** A person's telephone with WhatsApp on it. */
export interface Phone {
  readonly waId: string;
  /** Digits only; may differ from the WhatsApp id of accounts opened before 2021. */
  readonly phone: string;
  readonly name: string;
  /** Business-scoped user id, `CI.…`. */
  readonly userId: string;
  /** false: the person has switched blue ticks off. */
  readonly reads: boolean;
  /** true when somebody registered it, false when its first message did. */
  readonly shown: boolean;
}

export interface TemplateComponent {
  readonly type: string;
  readonly format?: string;
  readonly text?: string;
  readonly buttons?: readonly {
    readonly type: string;
    readonly text: string;
    readonly url?: string;
    readonly phone_number?: string;
  }[];
}

export interface Template {
  readonly id: string;
  readonly businessAccountId: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly parameterFormat: 'POSITIONAL' | 'NAMED';
  readonly components: readonly TemplateComponent[];
}

/** A button or list row as the phone's owner can tap it. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** `reply` and `row` come back as interactive replies, `quick_reply` as a template button; `link` opens a page. */
  readonly kind: 'reply' | 'row' | 'quick_reply' | 'link';
}

/** What the owner of the phone sees of a message, whatever its type. */
export interface Bubble {
  readonly header?: string;
  readonly text: string;
  readonly footer?: string;
  readonly choices: readonly Choice[];
  /** Label of the button that opens a list. */
  readonly listLabel?: string;
  /** Name of the template it was written from. */
  readonly template?: string;
}

export type Status = 'sent' | 'delivered' | 'read' | 'failed';

/** `{type, <type>: {...}}` as on the wire. */
export type Content = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Meta's price of a message: `category` is `service` for free-form, else the template's, lowercase. */
export interface Price {
  readonly billable: boolean;
  readonly type: 'regular' | 'free_customer_service' | 'free_entry_point';
  readonly category: string;
}

/** One WhatsApp message; inbound and outbound are the business's point of view. */
export interface Message {
  readonly wamid: string;
  readonly direction: 'inbound' | 'outbound';
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly at: number;
  readonly content: Content;
  readonly bubble: Bubble;
  readonly contextId?: string;
  /** `biz_opaque_callback_data`. */
  readonly callbackData?: string;
  /** What Meta would charge for it; outbound messages only. */
  readonly price?: Price;
  /** The refusal that will come as a `failed` status. */
  readonly refusal?: number;
  /** true when `to` lacked its `+` and the message went to whoever owns the number it became. */
  readonly stranger?: boolean;
  readonly statuses: Partial<Record<Status, number>>;
}

export type WhatsAppFact =
  | { type: 'account-registered'; account: Account }
  | { type: 'phone-registered'; phone: Phone }
  | { type: 'template-created'; template: Template }
  | { type: 'template-deleted'; businessAccountId: string; name: string }
  | { type: 'message-recorded'; message: Message }
  | { type: 'status-reached'; wamid: string; status: Status; at: number }
  | { type: 'media-stored'; media: Media }
  | { type: 'media-deleted'; id: string };

/** A file on the media store; its bytes lie beside the journal. */
export interface Media {
  readonly id: string;
  readonly mimeType: string;
  /** Hex. Webhooks carry the same digest in base64. */
  readonly sha256: string;
  readonly bytes: number;
  readonly at: number;
}
