import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { FaultBook } from '../control/fault-book.js';
import type { PushIdentity } from '../dispatch/push-identity.js';
import { SandboxState } from '../state/sandbox-state.js';
import { PUSH_IDENTITY, STATE } from '../tokens.js';
import { OAuthError } from './google-error.js';
import type { Mailbox } from './mail.js';

const TOKEN_SECONDS = 3599;
const CODE_MS = 10 * 60_000;
const DEAD_GRANT = 'Token has been expired or revoked.';

interface Consent {
  readonly email: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: string;
  /** Google gives a refresh token only when the person was asked again (`prompt=consent`) and access is offline. */
  readonly refreshable: boolean;
  readonly challenge: string | undefined;
  readonly expiresAt: number;
}

export type TokenRequest = Partial<
  Record<'grant_type' | 'code' | 'refresh_token' | 'client_id' | 'client_secret' | 'redirect_uri' | 'code_verifier', string>
>;

/** Google's sign-in as a platform sees it: consent gives a code, a code or a refresh token gives an access token. */
@Injectable()
export class OAuth {
  /** Codes live ten minutes and once; a restart only makes somebody consent again. */
  private readonly consents = new Map<string, Consent>();

  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    @Inject(PUSH_IDENTITY) private readonly identity: PushIdentity,
    private readonly faults: FaultBook,
  ) {
    state.forgotten.subscribe(() => this.consents.clear());
  }

  /** The owner of the mailbox agrees. @returns the code for the redirect */
  consent(given: Omit<Consent, 'expiresAt'>): string {
    const code = `4/0A${randomBytes(27).toString('base64url')}`;
    this.consents.set(code, { ...given, expiresAt: Date.now() + CODE_MS });
    return code;
  }

  /** `POST /token`. @throws OAuthError */
  async token(request: TokenRequest): Promise<unknown> {
    if (!request.client_id || !request.client_secret) throw new OAuthError('invalid_client', 'The OAuth client was not found.');
    if (request.grant_type === 'authorization_code') return this.byCode(request, request.client_id);
    if (request.grant_type === 'refresh_token') return this.byRefreshToken(request.refresh_token);
    throw new OAuthError('unsupported_grant_type', `Invalid grant_type: ${request.grant_type ?? ''}`);
  }

  /** `POST /revoke`: the grant dies with whichever of its tokens was given. @throws OAuthError invalid_token */
  revoke(token: string): void {
    const email = this.state.mail.byRefreshToken(token)?.email ?? this.state.mail.token(token)?.email;
    if (!email || this.state.mail.boxes.get(email)?.revoked) throw new OAuthError('invalid_token', 'Token expired or revoked');
    this.state.record({ type: 'mailbox-revoked', email });
  }

  private async byCode(request: TokenRequest, clientId: string): Promise<unknown> {
    const code = request.code ?? '';
    const consent = this.consents.get(code);
    this.consents.delete(code);
    if (!consent || consent.expiresAt < Date.now() || consent.clientId !== clientId)
      throw new OAuthError('invalid_grant', 'Malformed auth code.');
    if (consent.redirectUri !== request.redirect_uri) throw new OAuthError('invalid_grant', 'redirect_uri_mismatch');
    const proof = createHash('sha256')
      .update(request.code_verifier ?? '')
      .digest('base64url');
    if (consent.challenge !== undefined && consent.challenge !== proof)
      throw new OAuthError('invalid_grant', 'Invalid code verifier.');
    const known = this.state.mail.boxes.get(consent.email);
    if (!known) throw new OAuthError('invalid_grant', DEAD_GRANT);
    // A grant that was revoked is dead for good: consenting again makes a new one, with a new refresh token.
    const refreshToken = known.revoked ? `1//0${randomBytes(32).toString('base64url')}` : known.refreshToken;
    const { email, scopes } = consent;
    this.state.record({ type: 'mailbox-registered', email, refreshToken, scopes, historyId: known.historyId });
    const idToken = /\bopenid\b/.test(scopes)
      ? { id_token: await this.identity.sign(clientId, { email, sub: subjectOf(email), azp: clientId }) }
      : {};
    return { ...this.issue(known), ...(consent.refreshable ? { refresh_token: refreshToken } : {}), ...idToken };
  }

  private byRefreshToken(refreshToken: string | undefined): unknown {
    const box = refreshToken ? this.state.mail.byRefreshToken(refreshToken) : undefined;
    if (!box || box.revoked) throw new OAuthError('invalid_grant', DEAD_GRANT);
    if (this.faults.takeMailFault(box.email, true)) throw new OAuthError('invalid_grant', DEAD_GRANT);
    return this.issue(box);
  }

  private issue(box: Mailbox): Record<string, unknown> {
    const token = `ya29.${randomBytes(64).toString('base64url')}`;
    const expiresAt = this.state.now() + TOKEN_SECONDS * 1000;
    this.state.record({ type: 'access-token-issued', token: { token, email: box.email, scopes: box.scopes, expiresAt } });
    return { access_token: token, expires_in: TOKEN_SECONDS, scope: box.scopes, token_type: 'Bearer' };
  }
}

/** A stable account number, as Google gives each person one. */
function subjectOf(email: string): string {
  return BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 17)}`)
    .toString()
    .padStart(21, '1');
}
