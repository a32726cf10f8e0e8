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
  /** One message per 6 s to the same person once a burst of 45 is spent (131056). Absent: no such limit. */
  readonly pairLimit?: boolean;
  /** Messages per second of this number (130429); Meta's standard is 80. Absent: no such limit. */
  readonly throughput?: number;
  /** The number may only answer (131048 for spam, 131064 for templates in the wrong category). Absent: it may write to anybody. */
  readonly restricted?: 'spam' | 'misclassified';
  /** Created templates wait for a review by the control API instead of being approved at once. */
  readonly reviewsTemplates?: boolean;
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
  /** true: the person goes by a username and businesses are not told the number. */
  readonly hidden?: boolean;
  readonly username?: string;
  /** true: the chat stands open on the screen, so that a message is read without having been `delivered`. */
  readonly open?: boolean;
  /** Whose phone it is on the page. */
  readonly role?: Role;
  /** The business number this phone also runs, in the WhatsApp Business app. */
  readonly shop?: string;
}

export type Role = 'customer' | 'seller' | 'courier';

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
  /** Absent is APPROVED. */
  readonly status?: TemplateStatus;
  /** Why it was rejected or paused, in Meta's words. */
  readonly reason?: string;
}

export const TEMPLATE_STATUSES = [
  'PENDING',
  'APPROVED',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'PENDING_DELETION',
] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

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

/** `played` is a voice note's first hearing. */
export type Status = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

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
  /** Follows the person when the number changes. */
  waId: string;
  readonly at: number;
  readonly content: Content;
  readonly bubble: Bubble;
  readonly contextId?: string;
  /** `biz_opaque_callback_data`. */
  readonly callbackData?: string;
  /** What Meta would charge for it; outbound messages only. */
  readonly price?: Price;
  /** The free window an ad opened, when it was sent in one. */
  readonly conversation?: { readonly id: string; readonly expiresAt: number };
  /** Sent to a business-scoped user id, so that the statuses name no number that is hidden. */
  readonly byUserId?: boolean;
  /** Written by the seller in his own app, not by the API. */
  readonly echo?: boolean;
  /** Statuses the webhook is never told of. */
  readonly lostStatuses?: readonly Status[];
  /** The refusal that will come as a `failed` status. */
  readonly refusal?: number;
  /** true when `to` lacked its `+` and the message went to whoever owns the number it became. */
  readonly stranger?: boolean;
  readonly statuses: Partial<Record<Status, number>>;
}

export type WhatsAppFact =
  | { type: 'account-registered'; account: Account }
  | { type: 'phone-registered'; phone: Phone }
  | { type: 'number-changed'; from: string; phone: Phone }
  | { type: 'preference-set'; phoneNumberId: string; waId: string; marketing: Preference; at: number }
  | { type: 'template-created'; template: Template }
  | { type: 'template-reviewed'; id: string; status: TemplateStatus; reason?: string }
  | { type: 'template-deleted'; businessAccountId: string; name: string }
  | { type: 'message-recorded'; message: Message }
  | { type: 'status-reached'; wamid: string; status: Status; at: number }
  | { type: 'read-marked'; read: ReadMark }
  | { type: 'send-refused'; refused: RefusedSend }
  | { type: 'media-stored'; media: Media }
  | { type: 'media-deleted'; id: string };

/** Whether somebody takes a business's marketing messages. */
export type Preference = 'stop' | 'resume';

/** The business said that it has read a message. */
export interface ReadMark {
  readonly phoneNumberId: string;
  readonly wamid: string;
  readonly typing: boolean;
  readonly at: number;
}

/** A call of a business that did not simply succeed: refused by a code, or struck by a fault that was asked for. */
export interface RefusedSend {
  readonly phoneNumberId: string;
  readonly at: number;
  readonly call: 'message' | 'read';
  /** Meta's code as text, or the fault's name: `131047`, `timeout-after`. */
  readonly outcome: string;
  readonly to?: string;
  readonly callbackData?: string;
  /** The message, when it was taken all the same. */
  readonly wamid?: string;
}

/** A file on the media store; its bytes lie beside the journal. */
export interface Media {
  readonly id: string;
  readonly mimeType: string;
  /** Hex. Webhooks carry the same digest in base64. */
  readonly sha256: string;
  readonly bytes: number;
  readonly at: number;
  /** Who gave it: a business by upload (kept 30 days) or a person (7 days). Absent in older journals. */
  readonly origin?: 'upload' | 'inbound';
  /** The number that uploaded it or was sent it; another may not look at it. */
  readonly phoneNumberId?: string;
  readonly filename?: string;
}
