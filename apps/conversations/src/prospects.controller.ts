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
  list(question: QuestionOf<ListProspects>): Promise<Page<ProspectView>> {
    return this.prospects.list(question);
  }

  @OnRequest(GetProspect)
  get({ prospectId }: QuestionOf<GetProspect>): Promise<ProspectView> {
    return this.prospects.one(prospectId);
  }

  @OnRequest(GetProspects)
  async byIds({ ids }: QuestionOf<GetProspects>): Promise<ProspectNames> {
    return { items: await this.prospects.byIds(ids) };
  }

  @OnRequest(CountProspects)
  async count(): Promise<ProspectCount> {
    return { prospects: await this.prospects.count() };
  }

  @OnRequest(GetHistory)
  history(question: QuestionOf<GetHistory>): Promise<Page<HistoryLine>> {
    return this.conversations.history(question);
  }

  @OnRequest(GetCustomerJourney)
  async customerJourney(question: QuestionOf<GetCustomerJourney>): Promise<TimelineSteps> {
    return { items: await this.journey.tell(question) };
  }

  @OnRequest(AddProspect)
  async add({ fullName, phone }: QuestionOf<AddProspect>, caller: Caller): Promise<ProspectView> {
    return this.prospects.one(await this.adding.add(caller.sellerId!, fullName, phone));
  }

  @OnRequest(UpdateProspect)
  async rename({ prospectId, fullName, ifVersion }: QuestionOf<UpdateProspect>, caller: Caller): Promise<ProspectView> {
    await this.renaming.rename(prospectId, caller.sellerId!, fullName, ifVersion);
    return this.prospects.one(prospectId);
  }

  @OnRequest(OptOutProspect)
  async optOut({ prospectId }: QuestionOf<OptOutProspect>, caller: Caller): Promise<ProspectView> {
    await this.optOuts.out(prospectId, caller.sellerId!, 'seller');
    return this.prospects.one(prospectId);
  }

  @OnRequest(OptInProspect)
  async optIn({ prospectId }: QuestionOf<OptInProspect>, caller: Caller): Promise<ProspectView> {
    await this.optOuts.in(prospectId, caller.sellerId!);
    return this.prospects.one(prospectId);
  }

  @OnRequest(MergeProspects)
  async merge({ prospectId, otherId }: QuestionOf<MergeProspects>, caller: Caller): Promise<ProspectView> {
    await this.merging.merge(prospectId, otherId, caller.sellerId!);
    return this.prospects.one(prospectId);
  }

  @OnRequest(EraseProspect, { transaction: false })
  async erase({ prospectId }: QuestionOf<EraseProspect>, caller: Caller): Promise<Record<string, never>> {
    await this.erasing.erase(prospectId, caller.sellerId!);
    return {};
  }
}
