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
  GetSigningKeys,
  ListEmailAccounts,
  ListWhatsAppAccounts,
  RefreshSession,
  SignIn,
  SignOut,
  SignUp,
  UpdateSeller,
  toE164,
} from '#contracts';
import { EmailAccounts } from './linked-accounts/email-accounts.js';
import { WhatsAppAccounts } from './linked-accounts/whatsapp-accounts.js';
import { knownTimeZone } from './seller/time-zone.js';
import { SellerRepository } from './seller/seller.repository.js';
import { SignUpSeller } from './seller/sign-up-seller.js';
import { AccessTokens } from './session/access-tokens.js';
import { Sessions } from './session/sessions.js';
import { SignInSeller } from './session/sign-in-seller.js';

/** Requests to `accounts`. Those of sign-in come before a seller is known and look across sellers: they open their own transactions. */
@Injectable()
export class AccountsController {
  constructor(
    private readonly signUpSeller: SignUpSeller,
    private readonly signInSeller: SignInSeller,
    private readonly sessions: Sessions,
    private readonly tokens: AccessTokens,
    private readonly sellers: SellerRepository,
    private readonly whatsApp: WhatsAppAccounts,
    private readonly mailboxes: EmailAccounts,
  ) {}

  @OnRequest(SignUp, { transaction: false })
  async signUp(question: SignUp) {
    return this.signUpSeller.run(question);
  }

  @OnRequest(SignIn, { transaction: false })
  async signIn(question: SignIn) {
    return this.signInSeller.run(question);
  }

  @OnRequest(RefreshSession, { transaction: false })
  async refresh({ refreshToken }: RefreshSession) {
    return this.sessions.refresh(refreshToken);
  }

  @OnRequest(SignOut, { transaction: false })
  async signOut({ refreshToken }: SignOut) {
    await this.sessions.close(refreshToken);
    return {};
  }

  @OnRequest(GetSigningKeys, { transaction: false })
  async signingKeys() {
    return this.tokens.keys();
  }

  @OnRequest(GetSeller)
  async seller(_question: GetSeller, { sellerId }: Caller) {
    return (await this.sellers.get(sellerId!)).view();
  }

  @OnRequest(UpdateSeller)
  async updateSeller({ phone, timeZone, ...changes }: UpdateSeller, { sellerId }: Caller) {
    const checked = {
      ...changes,
      ...(phone ? { phone: toE164(phone, 'phone') } : {}),
      ...(timeZone ? { timeZone: knownTimeZone(timeZone) } : {}),
    };
    return (await this.sellers.update(sellerId!, (seller) => seller.change(checked))).view();
  }

  @OnRequest(ConnectWhatsAppAccount)
  async connectWhatsApp(question: ConnectWhatsAppAccount, { sellerId }: Caller) {
    return (await this.whatsApp.connect(sellerId!, question)).view();
  }

  @OnRequest(ListWhatsAppAccounts)
  async whatsAppAccounts(_question: ListWhatsAppAccounts, { sellerId }: Caller) {
    return { items: (await this.whatsApp.list(sellerId!)).map((account) => account.view()) };
  }

  @OnRequest(DisconnectWhatsAppAccount)
  async disconnectWhatsApp({ accountId }: DisconnectWhatsAppAccount, { sellerId }: Caller) {
    return (await this.whatsApp.disconnect(accountId, sellerId!)).view();
  }

  @OnRequest(ConnectEmailAccount)
  async connectEmail(question: ConnectEmailAccount, { sellerId }: Caller) {
    return (await this.mailboxes.connect(sellerId!, question)).view();
  }

  @OnRequest(ListEmailAccounts)
  async emailAccounts(_question: ListEmailAccounts, { sellerId }: Caller) {
    return { items: (await this.mailboxes.list(sellerId!)).map((account) => account.view()) };
  }

  @OnRequest(DisconnectEmailAccount)
  async disconnectEmail({ accountId }: DisconnectEmailAccount, { sellerId }: Caller) {
    return (await this.mailboxes.disconnect(accountId, sellerId!)).view();
  }

  @OnRequest(GetNumberRoutes, { transaction: false })
  async numberRoutes({ after }: GetNumberRoutes) {
    return this.whatsApp.routes(after);
  }
}
