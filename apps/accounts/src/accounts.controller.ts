import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import {
  type Caller,
  ConnectEmailAccount,
  ConnectWhatsAppAccount,
  DisconnectEmailAccount,
  DisconnectWhatsAppAccount,
  GetNumberRoutes,
  GetSeller,
  ListEmailAccounts,
  ListWhatsAppAccounts,
  UpdateSeller,
} from '#contracts';
import { EmailAccounts } from './linked-accounts/email-accounts.js';
import { WhatsAppAccounts } from './linked-accounts/whatsapp-accounts.js';
import { ChangeProfile } from './seller/change-profile.js';
import { SellerRepository } from './seller/seller.repository.js';
import { OwnerGate } from './team/owner-gate.js';

/** Requests to `accounts` about the shop and the accounts it linked. */
@Injectable()
export class AccountsController {
  constructor(
    private readonly sellers: SellerRepository,
    private readonly profile: ChangeProfile,
    private readonly whatsApp: WhatsAppAccounts,
    private readonly mailboxes: EmailAccounts,
    private readonly gate: OwnerGate,
  ) {}

  @OnRequest(GetSeller)
  async seller(_question: GetSeller, { sellerId }: Caller) {
    return (await this.sellers.get(sellerId!)).view();
  }

  @OnRequest(UpdateSeller)
  async updateSeller(question: UpdateSeller, caller: Caller) {
    await this.gate.enter(caller);
    return (await this.profile.run(caller.sellerId!, question)).view();
  }

  @OnRequest(ConnectWhatsAppAccount)
  async connectWhatsApp(question: ConnectWhatsAppAccount, caller: Caller) {
    await this.gate.enter(caller);
    return (await this.whatsApp.connect(caller.sellerId!, question)).view();
  }

  @OnRequest(ListWhatsAppAccounts)
  async whatsAppAccounts(_question: ListWhatsAppAccounts, { sellerId }: Caller) {
    return { items: (await this.whatsApp.list(sellerId!)).map((account) => account.view()) };
  }

  @OnRequest(DisconnectWhatsAppAccount)
  async disconnectWhatsApp({ accountId }: DisconnectWhatsAppAccount, caller: Caller) {
    await this.gate.enter(caller);
    return (await this.whatsApp.disconnect(accountId, caller.sellerId!)).view();
  }

  @OnRequest(ConnectEmailAccount)
  async connectEmail(question: ConnectEmailAccount, caller: Caller) {
    await this.gate.enter(caller);
    return (await this.mailboxes.connect(caller.sellerId!, question)).view();
  }

  @OnRequest(ListEmailAccounts)
  async emailAccounts(_question: ListEmailAccounts, { sellerId }: Caller) {
    return { items: (await this.mailboxes.list(sellerId!)).map((account) => account.view()) };
  }

  @OnRequest(DisconnectEmailAccount)
  async disconnectEmail({ accountId }: DisconnectEmailAccount, caller: Caller) {
    await this.gate.enter(caller);
    return (await this.mailboxes.disconnect(accountId, caller.sellerId!)).view();
  }

  @OnRequest(GetNumberRoutes, { transaction: false })
  async numberRoutes({ after }: GetNumberRoutes) {
    return this.whatsApp.routes(after);
  }
}
