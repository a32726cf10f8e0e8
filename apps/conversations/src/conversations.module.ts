import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SecretBox, WhatsAppClient } from '#providers';
import { observeProviderCall } from '#service';
import { ConversationBook } from './conversation/conversation-book.js';
import { ConversationQueries } from './conversation/conversation.queries.js';
import { ConversationRepository } from './conversation/conversation.repository.js';
import { ProspectQueries } from './conversation/prospect.queries.js';
import { ReplyToCustomerByHand } from './conversation/reply-to-customer.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsEnv } from './conversations.env.js';
import { CatalogueCopy } from './copies/catalogue.copy.js';
import { OrderCopy } from './copies/order.copy.js';
import { SellerCopy } from './copies/seller.copy.js';
import { NumberBook } from './inbound/accounts.js';
import { CourierReplies } from './inbound/courier-replies.js';
import { Identities } from './inbound/identity.js';
import { KeptUpdates } from './inbound/kept-updates.js';
import { NameLocks } from './inbound/locks.js';
import { ReceiveEchoes } from './inbound/receive-echoes.js';
import { ReceiveMessages } from './inbound/receive-messages.js';
import { ReceiveStatuses } from './inbound/receive-statuses.js';
import { ReceiveUpdates } from './inbound/receive-updates.js';
import { TellCustomer } from './orders/tell-customer.js';
import { OrdersSubscriber } from './orders.subscriber.js';
import { ClaimSends } from './outbound/claim-sends.js';
import { Outbound } from './outbound/outgoing.js';
import { RecordSend } from './outbound/record-send.js';
import { ReadReceipts } from './outbound/read-receipts.js';
import { SendWorker } from './outbound/send.worker.js';
import { WHATSAPP } from './outbound/whatsapp.token.js';
import { ShopSubscriber } from './shop.subscriber.js';
import { Bell } from './turns/bell.js';
import { CloseTurn } from './turns/close-turn.js';
import { Decisions } from './turns/decisions.js';
import { assistantFor } from './turns/engine.js';
import { OpenTurns } from './turns/open-turn.js';
import { ShopTools } from './turns/shop-tools.js';
import { ASSISTANT, TurnWorker } from './turns/turn.worker.js';
import { AiUsage } from './usage/ai-usage.js';
import { ApiUsageBook } from './usage/api-usage.book.js';
import { WhatsAppSubscriber } from './whatsapp.subscriber.js';

const doors = [ConversationsController, WhatsAppSubscriber, ShopSubscriber, OrdersSubscriber, TurnWorker, SendWorker];
const inbound = [
  ReceiveUpdates,
  ReceiveMessages,
  ReceiveStatuses,
  ReceiveEchoes,
  CourierReplies,
  KeptUpdates,
  Identities,
  NumberBook,
  NameLocks,
];
const conversation = [ConversationBook, ConversationRepository, ConversationQueries, ProspectQueries, ReplyToCustomerByHand];
const turns = [OpenTurns, CloseTurn, Decisions, ShopTools, Bell, AiUsage];
const outbound = [Outbound, ClaimSends, RecordSend, ReadReceipts, ApiUsageBook];
const copies = [SellerCopy, CatalogueCopy, OrderCopy, TellCustomer];

@Module({
  providers: [
    ...doors,
    ...inbound,
    ...conversation,
    ...turns,
    ...outbound,
    ...copies,
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
          observe: observeProviderCall,
        }),
      inject: [ConversationsEnv],
    },
    { provide: ASSISTANT, useFactory: assistantFor, inject: [ConversationsEnv] },
  ],
})
export class ConversationsModule implements OnApplicationShutdown {
  constructor(@Inject(WHATSAPP) private readonly whatsapp: WhatsAppClient) {}

  async onApplicationShutdown(): Promise<void> {
    await this.whatsapp.close();
  }
}
