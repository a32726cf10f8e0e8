import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { EmailAccounts } from './linked-accounts/email-accounts.js';
import { WhatsAppAccounts } from './linked-accounts/whatsapp-accounts.js';
import { SellerRepository } from './seller/seller.repository.js';
import { SignUpSeller } from './seller/sign-up-seller.js';
import { AccessTokens } from './session/access-tokens.js';
import { ForgetSessions } from './session/forget-sessions.js';
import { Passwords } from './session/passwords.js';
import { Sessions } from './session/sessions.js';
import { SignInSeller } from './session/sign-in-seller.js';

@Module({
  providers: [
    AccountsController,
    SellerRepository,
    SignUpSeller,
    SignInSeller,
    Sessions,
    ForgetSessions,
    AccessTokens,
    Passwords,
    WhatsAppAccounts,
    EmailAccounts,
  ],
})
export class AccountsModule {}
