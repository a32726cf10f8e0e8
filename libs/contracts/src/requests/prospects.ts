import { Asks, request } from '../message.js';
import { count, id, idList, instant, listOf, phone, text, textList, version } from '../schema.js';
import { AsksPage, Edits, pageOf } from './paging.js';
import { TimelineSteps } from './timeline.js';

/** A person who wrote to the seller. */
export class ProspectView {
  @id('The prospect') id!: string;
  @text('Name', { max: 200, optional: true }) fullName?: string;
  @phone('Telephone', { optional: true }) phone?: string;
  @textList('Further numbers that are his, E.164: of prospects who were merged into him', { optional: true })
  otherPhones?: string[];
  @text('Where he came from: `pub_facebook`, `direct`, `manuel` …', { max: 60 }) source!: string;
  @text('The ad he tapped', { max: 200, optional: true }) adId?: string;
  @text('Headline of the ad', { max: 300, optional: true }) adHeadline?: string;
  @text('Address of the ad', { max: 2_000, optional: true }) adUrl?: string;
  @text('Id of the tap on it, as the advertiser reports a sale to Meta with it (`ctwa_clid`)', { max: 500, optional: true })
  adClickId?: string;
  @text('The ad he tapped last', { max: 200, optional: true }) lastAdId?: string;
  @text('Headline of the ad he tapped last', { max: 300, optional: true }) lastAdHeadline?: string;
  @text('Address of the ad he tapped last', { max: 2_000, optional: true }) lastAdUrl?: string;
  @text('Id of his last tap on an ad (`ctwa_clid`)', { max: 500, optional: true }) lastAdClickId?: string;
  @instant('When he last came by an ad', { optional: true }) lastAdAt?: string;
  @instant('Since when WhatsApp keeps advertising from him, because he asked it to', { optional: true })
  promotionsStoppedAt?: string;
  @instant('Since when he wants no more messages', { optional: true }) optedOutAt?: string;
  @instant('Last message in either direction', { optional: true }) lastMessageAt?: string;
  @instant('First message') createdAt!: string;
  @version() version!: number;
}
export class ProspectPage extends pageOf(() => ProspectView, 'Prospects, newest first') {}

@request('prospects', { to: 'conversations', says: 'The people who wrote to the seller, newest first.', answers: ProspectPage })
export class ListProspects extends AsksPage<ProspectView> {
  @text('Beginnings of words of the name, or part of the number', { max: 100, optional: true }) search?: string;
}

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

export class ProspectNames {
  @listOf('Prospects found', () => ProspectView, { max: 500 }) items!: ProspectView[];
}

@request('prospects-by-id', {
  to: 'conversations',
  says: 'The prospects with these ids (for the order report).',
  answers: ProspectNames,
})
export class GetProspects extends Asks<ProspectNames> {
  @idList('Prospect ids') ids!: string[];
}

export class ProspectCount {
  @count('Prospects of the seller', { max: 1_000_000_000 }) prospects!: number;
}

@request('count-prospects', {
  to: 'conversations',
  says: 'How many people wrote to the seller (report 3).',
  answers: ProspectCount,
})
export class CountProspects extends Asks<ProspectCount> {}
