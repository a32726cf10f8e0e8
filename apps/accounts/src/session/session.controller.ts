import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import {
  AskPasswordReset,
  type Caller,
  ChangePassword,
  EndOtherSessions,
  EndSession,
  GetSigningKeys,
  ListSessions,
  RefreshSession,
  ResetPassword,
  SignIn,
  SignOut,
  SignUp,
} from '#contracts';
import { AskPasswordResetCode } from '../security-code/ask-password-reset.js';
import { ResetPasswordWithCode } from '../security-code/reset-password.js';
import { SignUpSeller } from '../seller/sign-up-seller.js';
import { AccessTokens } from './access-tokens.js';
import { ChangeOwnPassword } from './change-password.js';
import { OpenSessions } from './open-sessions.js';
import { Sessions } from './sessions.js';
import { SignInMember } from './sign-in-member.js';

/** Requests of sign-in. They come before a seller is known, or read what only the worker's role may: they open their own transactions. */
@Injectable()
export class SessionController {
  constructor(
    private readonly signUpSeller: SignUpSeller,
    private readonly signInMember: SignInMember,
    private readonly sessions: Sessions,
    private readonly openSessions: OpenSessions,
    private readonly ownPassword: ChangeOwnPassword,
    private readonly resetCode: AskPasswordResetCode,
    private readonly resetWithCode: ResetPasswordWithCode,
    private readonly tokens: AccessTokens,
  ) {}

  @OnRequest(SignUp, { transaction: false })
  async signUp(question: SignUp, caller: Caller) {
    return this.signUpSeller.run(question, caller);
  }

  @OnRequest(SignIn, { transaction: false })
  async signIn(question: SignIn, caller: Caller) {
    return this.signInMember.run(question, caller);
  }

  @OnRequest(RefreshSession, { transaction: false })
  async refresh({ refreshToken }: RefreshSession, caller: Caller) {
    return this.sessions.refresh(refreshToken, caller);
  }

  @OnRequest(SignOut, { transaction: false })
  async signOut({ refreshToken }: SignOut) {
    await this.sessions.close(refreshToken);
    return {};
  }

  @OnRequest(ListSessions, { transaction: false })
  async list(_question: ListSessions, caller: Caller) {
    return { items: await this.openSessions.list(caller) };
  }

  @OnRequest(EndSession, { transaction: false })
  async end({ sessionId }: EndSession, caller: Caller) {
    await this.openSessions.end(caller, sessionId);
    return {};
  }

  @OnRequest(EndOtherSessions, { transaction: false })
  async endOthers(_question: EndOtherSessions, caller: Caller) {
    return { ended: await this.openSessions.endOthers(caller) };
  }

  @OnRequest(ChangePassword, { transaction: false })
  async changePassword(question: ChangePassword, caller: Caller) {
    await this.ownPassword.run(question, caller);
    return {};
  }

  @OnRequest(AskPasswordReset, { transaction: false })
  async askPasswordReset({ email }: AskPasswordReset, caller: Caller) {
    await this.resetCode.run(email, caller);
    return {};
  }

  @OnRequest(ResetPassword, { transaction: false })
  async resetPassword(question: ResetPassword, caller: Caller) {
    await this.resetWithCode.run(question, caller);
    return {};
  }

  @OnRequest(GetSigningKeys, { transaction: false })
  async signingKeys() {
    return this.tokens.keys();
  }
}
