import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { SandboxState } from '../../state/sandbox-state.js';
import { STATE } from '../../tokens.js';
import type { Chat } from '../chat-book.js';
import { GraphError } from '../graph-error.js';
import { ReadReceipt } from '../read-receipt.js';
import { StatusProgress } from '../status-progress.js';
import { newWamid } from '../wamid.js';
import type { Account, Message, Price, Status } from '../whatsapp.js';
import { checkContent, type Checked } from './content-rules.js';
import type { Fields } from './fields.js';
import { SendLimits } from './limits.js';
import { MediaRules } from './media-rules.js';
import { readRecipient, type Recipient } from './recipient.js';
import { renderTemplate, sendableTemplate } from './template-rules.js';

const HOUR = 3_600_000;
const RESTRICTED = { spam: 131048, misclassified: 131064 };

/** What was asked to go wrong after the message is accepted. */
export interface AfterAcceptance {
  /** A code that comes as a `failed` status. */
  readonly statusError?: number;
  readonly statusLost?: readonly Status[];
}

/** An accepted send. */
export interface Accepted {
  /** Meta's answer. */
  readonly answer: unknown;
  readonly wamid: string;
  /** When the first status was posted once. */
  readonly told: Promise<void>;
}

/** `POST /{phone-number-id}/messages` with a message: checks it, keeps it, starts its way to the phone. */
@Injectable()
export class SendMessage {
  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly progress: StatusProgress,
    private readonly readReceipt: ReadReceipt,
    private readonly limits: SendLimits,
    private readonly media: MediaRules,
  ) {}

  /**
   * Accepts a message. When it returns, the message is in the journal; accepted is not delivered.
   * @param statusAtOnce the first status is posted without the usual pause
   * @throws GraphError by the rules of the API
   */
  accept(account: Account, request: Fields, after: AfterAcceptance = {}, statusAtOnce = false): Accepted {
    const kind = request.optionalText('recipient_type') ?? 'individual';
    if (kind !== 'individual') throw GraphError.parameter('Param recipient_type must be one of {INDIVIDUAL}.');
    const callbackData = request.optionalText('biz_opaque_callback_data', 512);
    const contextId = request.optionalObject('context')?.text('message_id');
    const recipient = readRecipient(this.state.whatsapp, account, request);
    const type = request.optionalText('type') ?? 'text';
    const template = type === 'template' ? this.templateOf(account, recipient, request.object('template')) : undefined;
    const checked = template?.checked ?? checkContent(type, request);
    this.media.check(account, checked.content);

    const chat = this.state.whatsapp.chats.get(account.phoneNumberId, recipient.waId);
    if (type === 'reaction') knownMessage(chat, checked);
    this.limits.take(account, recipient.waId);
    const refusal = this.refusalOf(account, recipient, chat, template?.category);
    if (refusal !== undefined && account.refusals === 'sync') throw new GraphError(refusal);

    const lost = refusal ?? after.statusError;
    const message: Message = {
      wamid: newWamid('outbound', recipient.waId),
      direction: 'outbound',
      phoneNumberId: account.phoneNumberId,
      waId: recipient.waId,
      at: this.state.now(),
      ...checked,
      ...this.priceOf(chat, template?.category),
      ...(recipient.byUserId ? { byUserId: true } : {}),
      ...(contextId === undefined ? {} : { contextId }),
      ...(callbackData === undefined ? {} : { callbackData }),
      ...(lost === undefined ? {} : { refusal: lost }),
      ...(after.statusLost === undefined ? {} : { lostStatuses: after.statusLost }),
      ...(recipient.coerced ? { stranger: true } : {}),
      statuses: {},
    };
    this.state.record({ type: 'message-recorded', message });
    this.readReceipt.stopTyping(account.phoneNumberId, recipient.waId);
    const told = this.progress.start(message, statusAtOnce);
    return { answer: answerTo(recipient, message), wamid: message.wamid, told };
  }

  private templateOf(account: Account, to: Recipient, send: Fields): { checked: Checked; category: string } {
    const name = send.text('name');
    const language = send.object('language').text('code');
    const template = sendableTemplate(this.state.whatsapp.templatesOf(account.businessAccountId), name, language);
    if (to.byUserId && template.category === 'AUTHENTICATION') throw new GraphError(131062);
    const checked = { content: { type: 'template', template: send.value }, bubble: renderTemplate(template, send) };
    return { checked, category: template.category.toLowerCase() };
  }

  private refusalOf(account: Account, to: Recipient, chat: Chat | undefined, category: string | undefined): number | undefined {
    if (to.waId === account.phone || to.phone?.phone === account.phone) throw new GraphError(131021);
    // A number made by coercion is somebody's: the sender sees success, which is what makes the mistake expensive.
    if (to.coerced && !to.phone) return undefined;
    if (!to.phone) return 131026;
    if (category === undefined && !this.windowOpen(chat)) return 131047;
    if (category === 'marketing' && this.state.whatsapp.hasStoppedMarketing(account.phoneNumberId, to.waId)) return 131050;
    if (account.restricted && category !== undefined && (category === 'marketing' || !this.windowOpen(chat)))
      return RESTRICTED[account.restricted];
    return undefined;
  }

  private windowOpen(chat: Chat | undefined): boolean {
    return chat?.lastInboundAt !== undefined && this.state.now() - chat.lastInboundAt < 24 * HOUR;
  }

  private priceOf(chat: Chat | undefined, category: string | undefined): Pick<Message, 'price' | 'conversation'> {
    if (chat?.lastAdAt !== undefined && this.state.now() - chat.lastAdAt < 72 * HOUR) {
      const id = createHash('md5').update(`${chat.phoneNumberId} ${chat.waId} ${chat.lastAdAt}`).digest('hex');
      const price: Price = { billable: false, type: 'free_entry_point', category: 'referral_conversion' };
      return { price, conversation: { id, expiresAt: chat.lastAdAt + 72 * HOUR } };
    }
    if (category === undefined || (category === 'utility' && this.windowOpen(chat)))
      return { price: { billable: false, type: 'free_customer_service', category: category ?? 'service' } };
    return { price: { billable: true, type: 'regular', category } };
  }
}

/** One reacts to a message of the same chat only. */
function knownMessage(chat: Chat | undefined, { content }: Checked): void {
  const id = (content['reaction'] as { message_id: string }).message_id;
  if (!chat?.messages.some((message) => message.wamid === id))
    throw new GraphError(131009, `reaction['message_id']: message ${id} is not of this conversation.`);
}

function answerTo(recipient: Recipient, message: Message): unknown {
  const contact = recipient.byUserId ? { user_id: recipient.input } : { wa_id: recipient.waId };
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input: recipient.input, ...contact }],
    messages: [{ id: message.wamid, ...(message.content.type === 'template' ? { message_status: 'accepted' } : {}) }],
  };
}
