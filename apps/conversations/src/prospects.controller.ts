import { Injectable } from '@nestjs/common';
import {
  AddProspect,
  type Caller,
  CountProspects,
  EraseProspect,
  GetCustomerJourney,
  GetHistory,
  GetProspect,
  GetProspects,
  type HistoryLine,
  ListProspects,
  MergeProspects,
  OptInProspect,
  OptOutProspect,
  type Page,
  type ProspectCount,
  type ProspectNames,
  type ProspectView,
  type QuestionOf,
  type TimelineSteps,
  UpdateProspect,
} from '#contracts';
import { OnRequest } from '#bus';
import { ConversationQueries } from './conversation/conversation.queries.js';
import { CustomerJourney } from './journey/customer-journey.js';
import { AddProspectByHand } from './prospect/add-prospect.js';
import { ErasePerson } from './prospect/erase-prospect.js';
import { MergeProspectsInto } from './prospect/merge-prospects.js';
import { OptOut } from './prospect/opt-out.js';
import { ProspectQueries } from './prospect/prospect.queries.js';
import { RenameProspect } from './prospect/rename-prospect.js';

/** What a seller asks and decides about the people who write to him. */
@Injectable()
export class ProspectsController {
  constructor(
    private readonly prospects: ProspectQueries,
    private readonly conversations: ConversationQueries,
    private readonly journey: CustomerJourney,
    private readonly adding: AddProspectByHand,
    private readonly renaming: RenameProspect,
    private readonly optOuts: OptOut,
    private readonly merging: MergeProspectsInto,
    private readonly erasing: ErasePerson,
  ) {}

  @OnRequest(ListProspects)
  list(question: QuestionOf<ListProspects>, caller: Caller): Promise<Page<ProspectView>> {
    return this.prospects.list(question, caller.sellerId!);
  }

  @OnRequest(GetProspect)
  get({ prospectId }: QuestionOf<GetProspect>, caller: Caller): Promise<ProspectView> {
    return this.prospects.one(prospectId, caller.sellerId!);
  }

  @OnRequest(GetProspects)
  async byIds({ ids }: QuestionOf<GetProspects>, caller: Caller): Promise<ProspectNames> {
    return { items: await this.prospects.byIds(ids, caller.sellerId!) };
  }

  @OnRequest(CountProspects)
  async count(_question: QuestionOf<CountProspects>, caller: Caller): Promise<ProspectCount> {
    return { prospects: await this.prospects.count(caller.sellerId!) };
  }

  @OnRequest(GetHistory)
  history(question: QuestionOf<GetHistory>, caller: Caller): Promise<Page<HistoryLine>> {
    return this.conversations.history(question, caller.sellerId!);
  }

  @OnRequest(GetCustomerJourney)
  async customerJourney(question: QuestionOf<GetCustomerJourney>, caller: Caller): Promise<TimelineSteps> {
    return { items: await this.journey.tell(question, caller.sellerId!) };
  }

  @OnRequest(AddProspect)
  async add({ fullName, phone }: QuestionOf<AddProspect>, caller: Caller): Promise<ProspectView> {
    return this.prospects.one(await this.adding.add(caller.sellerId!, fullName, phone), caller.sellerId!);
  }

  @OnRequest(UpdateProspect)
  async rename({ prospectId, fullName, ifVersion }: QuestionOf<UpdateProspect>, caller: Caller): Promise<ProspectView> {
    await this.renaming.rename(prospectId, caller.sellerId!, fullName, ifVersion);
    return this.prospects.one(prospectId, caller.sellerId!);
  }

  @OnRequest(OptOutProspect)
  async optOut({ prospectId }: QuestionOf<OptOutProspect>, caller: Caller): Promise<ProspectView> {
    await this.optOuts.out(prospectId, caller.sellerId!, 'seller');
    return this.prospects.one(prospectId, caller.sellerId!);
  }

  @OnRequest(OptInProspect)
  async optIn({ prospectId }: QuestionOf<OptInProspect>, caller: Caller): Promise<ProspectView> {
    await this.optOuts.in(prospectId, caller.sellerId!);
    return this.prospects.one(prospectId, caller.sellerId!);
  }

  @OnRequest(MergeProspects)
  async merge({ prospectId, otherId }: QuestionOf<MergeProspects>, caller: Caller): Promise<ProspectView> {
    await this.merging.merge(prospectId, otherId, caller.sellerId!);
    return this.prospects.one(prospectId, caller.sellerId!);
  }

  @OnRequest(EraseProspect, { transaction: false })
  async erase({ prospectId }: QuestionOf<EraseProspect>, caller: Caller): Promise<Record<string, never>> {
    await this.erasing.erase(prospectId, caller.sellerId!);
    return {};
  }
}
