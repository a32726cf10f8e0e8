import { event } from '../message.js';
import { count, day, fcfa, flag, id, instant, listOf, oneOf, phone, text, textList } from '../schema.js';
import { AgreedLine, ApiUsage } from './shared.js';

@event('prospect.created', { by: 'conversations', says: 'A new person wrote to a seller.' })
export class ProspectCreatedV1 {
  @id('The prospect') prospectId!: string;
  @text('Name on the WhatsApp profile', { max: 200, optional: true }) fullName?: string;
  @phone('Telephone, when WhatsApp gave it', { optional: true }) phone?: string;
  @text('Where he came from: `pub_facebook`, `direct` …', { max: 60 }) source!: string;
  @text('The ad he tapped', { max: 200, optional: true }) adId?: string;
  @text('Headline of the ad', { max: 300, optional: true }) adHeadline?: string;
}

@event('conversation.started', {
  by: 'conversations',
  says: 'A first conversation with a prospect began, or a closed one was reopened.',
})
export class ConversationStartedV1 {
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @id("The seller's WhatsApp account") whatsappAccountId!: string;
}

@event('message.received', { by: 'conversations', says: 'An inbound message is stored.' })
export class MessageReceivedV1 {
  @id('The message') messageId!: string;
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @text('WhatsApp message type', { max: 40 }) type!: string;
  @instant('When the customer sent it') sentAt!: string;
}

@event('message.sent', { by: 'conversations', says: 'WhatsApp took a message to a customer.' })
export class MessageSentV1 {
  @id('The message') messageId!: string;
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @flag('Written by the assistant') byAssistant!: boolean;
  @text('WhatsApp message id', { max: 300 }) wamid!: string;
}

@event('message.failed', { by: 'conversations', says: 'WhatsApp refused a message for good.' })
export class MessageFailedV1 {
  @id('The message') messageId!: string;
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @text('Error code', { max: 60 }) code!: string;
  @text('What it means, in French', { max: 500 }) explanation!: string;
}

@event('conversation.handed-over', {
  by: 'conversations',
  says: 'A human is needed in a conversation; the assistant is silent there. Said again when the customer writes on and nobody of the shop reads or answers.',
})
export class ConversationHandedOverV1 {
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @text('Name of the prospect', { max: 200, optional: true }) customerName?: string;
  @text('Why, in French', { max: 300 }) reason!: string;
}

@event('order.agreed', { by: 'conversations', says: 'The customer confirmed the recap: what, how many, where to.' })
export class OrderAgreedV1 {
  @id('Identity of this agreement; the same agreement makes one order') agreementId!: string;
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @text('Name of the customer', { max: 200 }) customerName!: string;
  @phone('Telephone of the customer') customerPhone!: string;
  @listOf('What was agreed', () => AgreedLine, { min: 1, max: 50 }) lines!: AgreedLine[];
  @text('Delivery address', { max: 400 }) deliveryAddress!: string;
  @phone('Whom the courier calls') deliveryPhone!: string;
  @fcfa('Delivery fee that the recap showed', { optional: true }) deliveryFee?: number;
}

@event('order.cancellation-asked', { by: 'conversations', says: 'The customer asked in the conversation to cancel an order.' })
export class OrderCancellationAskedV1 {
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @id('The order') orderId!: string;
  @text('Why, in French', { max: 300 }) reason!: string;
}

@event('order.edit-asked', {
  by: 'conversations',
  says: 'The customer asked in the conversation to change an order that has not left: where it goes, whom the courier calls, or what is in it.',
})
export class OrderEditAskedV1 {
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @id('The order') orderId!: string;
  @text('New delivery address; absent: as it is', { max: 400, optional: true }) deliveryAddress?: string;
  @phone('Whom the courier calls now; absent: as it is', { optional: true }) deliveryPhone?: string;
  @listOf('All of its lines from now on; absent: as they are', () => AgreedLine, { min: 1, max: 50, optional: true })
  lines?: AgreedLine[];
  @text('What she asked, in French', { max: 300 }) reason!: string;
}

@event('conversation.request-passed-on', {
  by: 'conversations',
  says: 'A customer wants something that only the shop can do (an invoice, an hour of delivery, another means of payment); the assistant goes on answering.',
})
export class ConversationRequestPassedOnV1 {
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @text('Name of the prospect', { max: 200, optional: true }) customerName?: string;
  @id('The order it is about', { optional: true }) orderId?: string;
  @text('Its number', { max: 30, optional: true }) orderNumber?: string;
  @text('What she wants, in French', { max: 300 }) wish!: string;
}

export const COURIER_ACTIONS = ['picked-up', 'completed', 'attempt-failed', 'text'] as const;

@event('courier.replied', {
  by: 'conversations',
  says: 'Somebody wrote to, or pressed a button of, the platform number that couriers answer to.',
})
export class CourierRepliedV1 {
  @phone('Who wrote') fromPhone!: string;
  @oneOf('What he reports', COURIER_ACTIONS) action!: (typeof COURIER_ACTIONS)[number];
  @id('The delivery, when a button named it', { optional: true }) deliveryId?: string;
  @text('What he wrote', { max: 4096, optional: true }) text?: string;
  @count('Cash he reports, in FCFA', { max: 1_000_000_000, optional: true }) collected?: number;
  @text('WhatsApp message id', { max: 300 }) wamid!: string;
}

@event('conversations.api-used', { by: 'conversations', says: 'Third parties were called for conversations.' })
export class ConversationsApiUsedV1 extends ApiUsage {}

@event('assistant.budget-reached', {
  by: 'conversations',
  says: 'The AI used up what the seller lets it cost in a day: the assistant without AI answers until his next day.',
})
export class AssistantBudgetReachedV1 {
  @day("The seller's day") day!: string;
  @count('Tokens used so far that day', { max: 1_000_000_000_000 }) tokens!: number;
  @fcfa('What they cost so far, rounded up') costFcfa!: number;
  @count('Tokens it may use in a day; 0: as many as it takes', { max: 1_000_000_000 }) dailyTokens!: number;
  @count('FCFA it may cost in a day; 0: as many as it takes', { max: 10_000_000 }) dailyFcfa!: number;
}

@event('conversation.changed', {
  by: 'conversations',
  says: 'What an inbox shows of a conversation changed: who answers, labels, read or not; not its messages.',
})
export class ConversationChangedV1 {
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @oneOf('`open`: the assistant answers; `human`: a person does', ['open', 'human', 'closed']) status!:
    'open' | 'human' | 'closed';
  @count('Messages of the customer that nobody of the shop has read') unread!: number;
  @textList('Labels', { max: 20 }) labels!: string[];
}

@event('prospect.merged', { by: 'conversations', says: 'Two prospects were one person: what is the other’s is this one’s now.' })
export class ProspectMergedV1 {
  @id('The one that stays') prospectId!: string;
  @id('The one that is gone') mergedId!: string;
}

@event('prospect.erased', {
  by: 'conversations',
  says: 'A person asked to be forgotten: whoever keeps his name, number or words removes them.',
})
export class ProspectErasedV1 {
  @id('The prospect') prospectId!: string;
}

@event('prospect.opted-out', { by: 'conversations', says: 'Somebody wants no more messages.' })
export class ProspectOptedOutV1 {
  @id('The prospect') prospectId!: string;
  @oneOf('How he said so', ['seller', 'customer', 'whatsapp']) by!: 'seller' | 'customer' | 'whatsapp';
}

@event('prospect.opted-in', { by: 'conversations', says: 'Somebody wants messages again.' })
export class ProspectOptedInV1 {
  @id('The prospect') prospectId!: string;
}

@event('whatsapp-account.suspended', {
  by: 'conversations',
  says: 'WhatsApp refuses everything from a business number until the seller does something; what customers write is still kept.',
})
export class WhatsAppAccountSuspendedV1 {
  @id('The account') accountId!: string;
  @text('Error code of WhatsApp', { max: 60 }) code!: string;
  @text('What it means and what to do, in French', { max: 500 }) reason!: string;
}

@event('whatsapp-account.restricted', {
  by: 'conversations',
  says: 'WhatsApp lets a business number only answer those who wrote to it within 24 hours: templates and advertising wait until this is over.',
})
export class WhatsAppAccountRestrictedV1 {
  @id('The account') accountId!: string;
  @text('Error code of WhatsApp', { max: 60 }) code!: string;
  @text('What it means, in French', { max: 500 }) reason!: string;
  @instant('When what waits is tried again') until!: string;
}
