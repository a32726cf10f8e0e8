import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { ApiKeys } from './api-key/api-keys.js';
import { CheckKey } from './api-key/check-api-key.js';
import { EmailAccounts } from './linked-accounts/email-accounts.js';
import { WhatsAppAccounts } from './linked-accounts/whatsapp-accounts.js';
import { AskPasswordResetCode } from './security-code/ask-password-reset.js';
import { CodeRequests } from './security-code/code-requests.js';
import { IssueCodes } from './security-code/issue-codes.js';
import { ResetPasswordWithCode } from './security-code/reset-password.js';
import { ChangeProfile } from './seller/change-profile.js';
import { SellerRepository } from './seller/seller.repository.js';
import { SignUpSeller } from './seller/sign-up-seller.js';
import { AccessTokens } from './session/access-tokens.js';
import { ChangeOwnPassword } from './session/change-password.js';
import { CheckPassword } from './session/check-password.js';
import { Credentials } from './session/credentials.js';
import { ForgetSessions } from './session/forget-sessions.js';
import { OpenSessions } from './session/open-sessions.js';
import { Passwords } from './session/passwords.js';
import { SessionController } from './session/session.controller.js';
import { Sessions } from './session/sessions.js';
import { SignInMember } from './session/sign-in-member.js';
import { Members } from './team/members.js';
import { OwnerGate } from './team/owner-gate.js';
import { Team } from './team/team.js';
import { TeamController } from './team/team.controller.js';
import { WhoAmI } from './team/who-am-i.js';
import { Throttle } from './throttle/throttle.js';

const doors = [AccountsController, SessionController, TeamController];
const shop = [SellerRepository, SignUpSeller, ChangeProfile, WhatsAppAccounts, EmailAccounts];
const team = [Members, OwnerGate, Team, WhoAmI, ApiKeys, CheckKey];
const signIn = [SignInMember, CheckPassword, Credentials, Passwords, Throttle, AccessTokens];
const sessions = [Sessions, OpenSessions, ChangeOwnPassword, ForgetSessions];
const codes = [CodeRequests, IssueCodes, AskPasswordResetCode, ResetPasswordWithCode];

@Module({ providers: [...doors, ...shop, ...team, ...signIn, ...sessions, ...codes] })
export class AccountsModule {}
