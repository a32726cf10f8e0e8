import { Inject, Injectable } from '@nestjs/common';
import { SandboxState } from '../../state/sandbox-state.js';
import { STATE } from '../../tokens.js';
import { GraphError } from '../graph-error.js';
import { ReadReceipt } from '../read-receipt.js';
import { StatusProgress } from '../status-progress.js';
import { newWamid } from '../wamid.js';
import type { Account, Message, Price } from '../whatsapp.js';
import type { Chat } from '../whatsapp-book.js';
import { checkContent, type Checked } from './content-rules.js';
import type { Fields } from './fields.js';
import { readRecipient, type Recipient } from './recipient.js';
import { renderTemplate } from './template-rules.js';

const HOUR = 3_600_000;

/** `POST /{phone-number-id}/messages` with a message: checks it, keeps it, starts its way to the phone. */
@Injectable()
export class SendMessage {
  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly progress: StatusProgress,
    private readonly readReceipt: ReadReceipt,
  ) {}

  /**
   * Accepts a message. When it returns, the message is in the journal; accepted is not delivered.
   * @param lostFor a code that will come as a `failed` status although the send was accepted
   * @returns Meta's answer
   * @throws GraphError by the rules of the API
   */
  accept(account: Account, request: Fields, lostFor?: number): unknown {
    const kind = request.optionalText('recipient_type') ?? 'individual';
    if (kind !== 'individual') throw GraphError.parameter('Param recipient_type must be one of {INDIVIDUAL}.');
    const callbackData = request.optionalText('biz_opaque_callback_data', 512);
    const contextId = request.optionalObject('context')?.text('message_id');
    const recipient = readRecipient(this.state.whatsapp, account, request);
    const type = request.optionalText('type') ?? 'text';
    const template = type === 'template' ? this.templateOf(account, request.object('template')) : undefined;
    const checked = template?.checked ?? checkContent(type, request);

    const chat = this.state.whatsapp.chat(account.phoneNumberId, recipient.waId);
    const refusal = this.refusalOf(account, recipient, chat, template !== undefined);
    if (refusal !== undefined && account.refusals === 'sync') throw new GraphError(refusal);

    const lost = refusal ?? lostFor;
    const message: Message = {
      wamid: newWamid('outbound', recipient.waId),
      direction: 'outbound',
      phoneNumberId: account.phoneNumberId,
      waId: recipient.waId,
      at: this.state.now(),
      ...checked,
      price: this.priceOf(chat, template?.category),
      ...(contextId === undefined ? {} : { contextId }),
      ...(callbackData === undefined ? {} : { callbackData }),
      ...(lost === undefined ? {} : { refusal: lost }),
      ...(recipient.coerced ? { stranger: true } : {}),
      statuses: {},
    };
    this.state.record({ type: 'message-recorded', message });
    this.readReceipt.stopTyping(account.phoneNumberId, recipient.waId);
    this.progress.start(message);
    const contact = recipient.byUserId ? { user_id: recipient.input } : { wa_id: recipient.waId };
    return {
      messaging_product: 'whatsapp',
      contacts: [{ input: recipient.input, ...contact }],
      messages: [{ id: message.wamid, ...(type === 'template' ? { message_status: 'accepted' } : {}) }],
    };
  }

  private templateOf(account: Account, send: Fields): { checked: Checked; category: string } {
    const name = send.text('name');
    const language = send.object('language').text('code');
    const template = this.state.whatsapp.templates.find(
      (one) => one.businessAccountId === account.businessAccountId && one.name === name && one.language === language,
    );
    if (!template) throw new GraphError(132001, `template name (${name}) does not exist in ${language}`);
    const checked = { content: { type: 'template', template: send.value }, bubble: renderTemplate(template, send) };
    return { checked, category: template.category.toLowerCase() };
  }

  private refusalOf(account: Account, to: Recipient, chat: Chat | undefined, isTemplate: boolean): number | undefined {
    if (to.waId === account.phone || to.phone?.phone === account.phone) throw new GraphError(131021);
    // A number made by coercion is somebody's: the sender sees success, which is what makes the mistake expensive.
    if (to.coerced && !to.phone) return undefined;
    if (!to.phone) return 131026;
    if (!isTemplate && !this.windowOpen(chat)) return 131047;
    return undefined;
  }

  private windowOpen(chat: Chat | undefined): boolean {
    return chat?.lastInboundAt !== undefined && this.state.now() - chat.lastInboundAt < 24 * HOUR;
  }

  private priceOf(chat: Chat | undefined, category: string | undefined): Price {
    if (chat?.lastAdAt !== undefined && this.state.now() - chat.lastAdAt < 72 * HOUR)
      return { billable: false, type: 'free_entry_point', category: 'referral_conversion' };
    if (category === undefined || (category === 'utility' && this.windowOpen(chat)))
      return { billable: false, type: 'free_customer_service', category: category ?? 'service' };
    return { billable: true, type: 'regular', category };
  }
}
