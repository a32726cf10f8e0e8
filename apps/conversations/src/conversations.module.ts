import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type GeminiClient, SecretBox, WhatsAppClient } from '#providers';
import { observeProviderCall } from '#service';
import { type ObjectStore, openStore } from '#storage';
import { AnswerCart } from './cart/answer-cart.js';
import { ReadCarts } from './cart/read-carts.js';
import { Articles } from './cart/articles.js';
import { AskedArticles } from './cart/asked-articles.js';
import { WhatsAppHealthQueries } from './channel/whatsapp-health.queries.js';
import { ConversationBook } from './conversation/conversation-book.js';
import { ConversationQueries } from './conversation/conversation.queries.js';
import { ConversationRepository } from './conversation/conversation.repository.js';
import { HandOver } from './conversation/hand-over.js';
import { LabelConversationAs } from './conversation/label-conversation.js';
import { MarkRead } from './conversation/mark-read.js';
import { Notes } from './conversation/notes.js';
import { ReplyToCustomerByHand } from './conversation/reply-to-customer.js';
import { ConversationsEnv } from './conversations.env.js';
import { CandidateProducts } from './catalogue/candidate-products.js';
import { CatalogueCopy } from './catalogue/catalogue.copy.js';
import { FindProducts } from './catalogue/find-products.js';
import { ProductIndex } from './catalogue/product-index.js';
import { OrderCopy } from './copies/order.copy.js';
import { SellerCopy } from './copies/seller.copy.js';
import { Identities } from './identity/identities.js';
import { NameBook } from './identity/name-book.js';
import { NewNames } from './identity/new-names.js';
import { Proofs } from './identity/proofs.js';
import { ProspectBook } from './identity/prospect-book.js';
import { NumberBook } from './inbound/accounts.js';
import { AdTouch } from './inbound/ad-touch.js';
import { CourierReplies } from './inbound/courier-replies.js';
import { PlatformWishes } from './inbound/platform-wishes.js';
import { ForgetEchoes } from './inbound/forget-echoes.js';
import { KeptUpdates } from './inbound/kept-updates.js';
import { NameLocks } from './inbound/locks.js';
import { ReceiveEchoes } from './inbound/receive-echoes.js';
import { ReceiveMessages } from './inbound/receive-messages.js';
import { ReceivePreferences } from './inbound/receive-preferences.js';
import { ReceiveSequels } from './inbound/receive-sequels.js';
import { ReceiveStatuses } from './inbound/receive-statuses.js';
import { ReceiveUpdates } from './inbound/receive-updates.js';
import { ReceiveUserIds } from './inbound/receive-user-ids.js';
import { UpdateConversations } from './inbound/update-conversations.js';
import { Wishes } from './inbound/wishes.js';
import { InboxController } from './inbox.controller.js';
import { CustomerJourney } from './journey/customer-journey.js';
import { ExpectMedia } from './media/expect-media.js';
import { FetchMediaWorker } from './media/fetch-media.worker.js';
import { ForgetMedia } from './media/forget-media.js';
import { MediaController } from './media/media.controller.js';
import { MediaQueries } from './media/media.queries.js';
import { MediaQueue } from './media/media-queue.js';
import { MEDIA_STORE } from './media/media-store.token.js';
import { Uploads } from './media/uploads.js';
import { MessagesController } from './messages.controller.js';
import { NotesController } from './notes.controller.js';
import { TellCustomer } from './orders/tell-customer.js';
import { TellNews } from './orders/tell-news.js';
import { TellOfEdits } from './orders/tell-of-edits.js';
import { TellOfVisits } from './orders/tell-of-visits.js';
import { OrdersSubscriber } from './orders.subscriber.js';
import { Consequences } from './outbound/consequences.js';
import { ClaimSends } from './outbound/claim-sends.js';
import { FailQueued } from './outbound/fail-queued.js';
import { Outbound } from './outbound/outgoing.js';
import { GivenFiles } from './outbound/given-files.js';
import { OutgoingFiles } from './outbound/outgoing-files.js';
import { Pace } from './outbound/pace.js';
import { ReactByHand } from './outbound/react-to-message.js';
import { LostSends } from './outbound/lost-sends.js';
import { RecordSend } from './outbound/record-send.js';
import { RecordTaken } from './outbound/record-taken.js';
import { ReadReceipts } from './outbound/read-receipts.js';
import { ResendFailed } from './outbound/resend-message.js';
import { SendWorker } from './outbound/send.worker.js';
import { Restrictions } from './outbound/restrictions.js';
import { Suspensions } from './outbound/suspensions.js';
import { WHATSAPP } from './outbound/whatsapp.token.js';
import { AddProspectByHand } from './prospect/add-prospect.js';
import { ErasePerson } from './prospect/erase-prospect.js';
import { JoinProvenWorker } from './prospect/join-proven.worker.js';
import { MergeProspectsInto } from './prospect/merge-prospects.js';
import { OptOut } from './prospect/opt-out.js';
import { ProspectQueries } from './prospect/prospect.queries.js';
import { ProspectRepository } from './prospect/prospect.repository.js';
import { RenameProspect } from './prospect/rename-prospect.js';
import { SearchIndex } from './prospect/search-index.js';
import { ProspectsController } from './prospects.controller.js';
import { AssistantSettings } from './settings/assistant-settings.js';
import { SettingsController } from './settings.controller.js';
import { ShopSubscriber } from './shop.subscriber.js';
import { TemplateBook } from './templates/templates.js';
import { AnswerAnew } from './turns/answer-anew.js';
import { Bell } from './turns/bell.js';
import { CloseTurn } from './turns/close-turn.js';
import { Decisions } from './turns/decisions.js';
import { DueConversations } from './turns/due-conversations.js';
import { assistantFor, geminiFor, transcriberFor, withoutAi } from './turns/engine.js';
import { Holding } from './turns/holding.js';
import { AnswerMeanwhile } from './turns/answer-meanwhile.js';
import { TakeBack } from './turns/take-back.js';
import { WhileHeld } from './turns/while-held.js';
import { OpenTurns } from './turns/open-turn.js';
import { SaidMessages } from './turns/said-messages.js';
import { RemindWorker } from './turns/remind.worker.js';
import { ResumeWorker } from './turns/resume.worker.js';
import { ShopReading } from './turns/shop-reading.js';
import { ShopTools } from './turns/shop-tools.js';
import { TurnLeases } from './turns/turn-leases.js';
import { ASSISTANT, ASSISTANT_WITHOUT_AI, TurnWorker } from './turns/turn.worker.js';
import { TRANSCRIBER, VoiceNotes } from './turns/voice-notes.js';
import { AiBudget } from './usage/ai-budget.js';
import { AiUsage } from './usage/ai-usage.js';
import { ApiUsageBook } from './usage/api-usage.book.js';
import { CostLedger } from './usage/cost-ledger.js';
import { WhatsAppSubscriber } from './whatsapp.subscriber.js';

const requests = [InboxController, MessagesController, NotesController, ProspectsController, SettingsController, MediaController];
const events = [WhatsAppSubscriber, ShopSubscriber, OrdersSubscriber];
const workers = [JoinProvenWorker, TurnWorker, SendWorker, ResumeWorker, RemindWorker, FetchMediaWorker];
const inbound = [
  ReceiveUpdates,
  ReceiveMessages,
  UpdateConversations,
  ReceiveStatuses,
  ReceiveEchoes,
  ReceiveSequels,
  AnswerAnew,
  ReceivePreferences,
  ReceiveUserIds,
  Wishes,
  AdTouch,
  CourierReplies,
  PlatformWishes,
  KeptUpdates,
  ForgetEchoes,
  NumberBook,
  NameLocks,
];
const identity = [Identities, NameBook, ProspectBook, NewNames, Proofs];
const conversation = [
  ConversationBook,
  ConversationRepository,
  ConversationQueries,
  ReplyToCustomerByHand,
  MarkRead,
  LabelConversationAs,
  Notes,
  HandOver,
  CustomerJourney,
];
const prospect = [
  ProspectRepository,
  ProspectQueries,
  SearchIndex,
  AddProspectByHand,
  RenameProspect,
  OptOut,
  MergeProspectsInto,
  ErasePerson,
];
const shop = [AssistantSettings, WhatsAppHealthQueries];
const media = [ExpectMedia, MediaQueue, MediaQueries, Uploads, ForgetMedia];
const turns = [
  AnswerCart,
  Articles,
  AskedArticles,
  ReadCarts,
  DueConversations,
  SaidMessages,
  OpenTurns,
  CloseTurn,
  TurnLeases,
  Decisions,
  ShopReading,
  ShopTools,
  Holding,
  TakeBack,
  AnswerMeanwhile,
  WhileHeld,
  VoiceNotes,
  Bell,
  AiUsage,
  AiBudget,
];
const outbound = [
  Consequences,
  Outbound,
  OutgoingFiles,
  GivenFiles,
  ResendFailed,
  ReactByHand,
  TemplateBook,
  FailQueued,
  ClaimSends,
  Pace,
  RecordSend,
  RecordTaken,
  LostSends,
  Suspensions,
  Restrictions,
  ReadReceipts,
  ApiUsageBook,
  CostLedger,
];
const copies = [SellerCopy, CatalogueCopy, ProductIndex, CandidateProducts, FindProducts, OrderCopy];
const orders = [TellCustomer, TellOfEdits, TellOfVisits, TellNews];

const GEMINI = Symbol('gemini');

@Module({
  providers: [
    ...requests,
    ...events,
    ...workers,
    ...inbound,
    ...identity,
    ...conversation,
    ...prospect,
    ...shop,
    ...media,
    ...turns,
    ...outbound,
    ...copies,
    ...orders,
    {
      provide: SecretBox,
      useFactory: (env: ConversationsEnv) => SecretBox.fromEnv(env.encryptionKeys),
      inject: [ConversationsEnv],
    },
    {
      provide: WHATSAPP,
      useFactory: (env: ConversationsEnv) =>
        new WhatsAppClient({
          baseUrl: env.whatsappUrl,
          version: env.whatsappVersion,
          timeoutMs: env.whatsappTimeoutMs,
          // Besides sends: receipts of what was read, templates, files.
          connections: env.whatsappSendsAtOnce + 16,
          observe: observeProviderCall,
        }),
      inject: [ConversationsEnv],
    },
    {
      provide: MEDIA_STORE,
      useFactory: (env: ConversationsEnv) => openStore(env.mediaStore),
      inject: [ConversationsEnv],
    },
    { provide: GEMINI, useFactory: geminiFor, inject: [ConversationsEnv] },
    { provide: ASSISTANT, useFactory: assistantFor, inject: [ConversationsEnv, { token: GEMINI, optional: true }] },
    { provide: ASSISTANT_WITHOUT_AI, useFactory: withoutAi },
    { provide: TRANSCRIBER, useFactory: transcriberFor, inject: [ConversationsEnv, { token: GEMINI, optional: true }] },
  ],
})
export class ConversationsModule implements OnApplicationShutdown {
  constructor(
    @Inject(WHATSAPP) private readonly whatsapp: WhatsAppClient,
    @Inject(MEDIA_STORE) private readonly store: ObjectStore,
    @Inject(GEMINI) private readonly gemini: GeminiClient | undefined,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.whatsapp.close(), this.store.close(), this.gemini?.close()]);
  }
}
