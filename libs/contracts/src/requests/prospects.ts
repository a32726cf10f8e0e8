import { Asks, request } from '../message.js';
import { id, text } from '../schema.js';
import { ProspectView } from './conversations.js';
import { Edits } from './paging.js';
import { TimelineSteps } from './timeline.js';

@request('prospect', {
  to: 'conversations',
  says: 'One prospect. The id of one who was merged into another gives the other, with his own id.',
  answers: ProspectView,
})
export class GetProspect extends Asks<ProspectView> {
  @id('The prospect') prospectId!: string;
}

@request('add-prospect', {
  to: 'conversations',
  says: 'Adds somebody who did not come by WhatsApp, for orders taken by hand; source `manuel`. PROSPECT_KNOWN names the one who has the number already.',
  answers: ProspectView,
})
export class AddProspect extends Asks<ProspectView> {
  @text('Name', { max: 200 }) fullName!: string;
  @text('Telephone in any usual form', { max: 30 }) phone!: string;
}

@request('update-prospect', { to: 'conversations', says: 'Corrects a name.', answers: ProspectView })
export class UpdateProspect extends Edits<ProspectView> {
  @id('The prospect') prospectId!: string;
  @text('Name', { max: 200 }) fullName!: string;
}

@request('opt-out-prospect', {
  to: 'conversations',
  says: 'Writes nothing more to somebody: neither the assistant nor the seller nor notices, until he is opted in again.',
  answers: ProspectView,
})
export class OptOutProspect extends Asks<ProspectView> {
  @id('The prospect') prospectId!: string;
}

@request('opt-in-prospect', {
  to: 'conversations',
  says: 'Takes an opt-out back, because the person asked for it.',
  answers: ProspectView,
})
export class OptInProspect extends Asks<ProspectView> {
  @id('The prospect') prospectId!: string;
}

@request('merge-prospects', {
  to: 'conversations',
  says: 'Makes two prospects one, when the seller knows that they are the same person: conversations, orders and WhatsApp identities of the other go to this one. It cannot be undone.',
  answers: ProspectView,
})
export class MergeProspects extends Asks<ProspectView> {
  @id('The one that stays') prospectId!: string;
  @id('The one that becomes part of it') otherId!: string;
}

@request('erase-prospect', {
  to: 'conversations',
  says: 'Erases a person: name, number, messages, and what orders, deliveries, notices and the audit trail say of him. Orders stay, without him. It cannot be undone.',
})
export class EraseProspect extends Asks<Record<string, never>> {
  @id('The prospect') prospectId!: string;
}

@request('customer-journey', {
  to: 'conversations',
  says: 'How a customer came to an order: the ad, the first message, who answered, the recap confirmed.',
  answers: TimelineSteps,
})
export class GetCustomerJourney extends Asks<TimelineSteps> {
  @id('The prospect') prospectId!: string;
  @id('The conversation, when the order came from one', { optional: true }) conversationId?: string;
  @id('The agreement, when the assistant took the order', { optional: true }) agreementId?: string;
}
