import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PushIdentity } from '../dispatch/push-identity.js';
import { SandboxState } from '../state/sandbox-state.js';
import { PUSH_IDENTITY, STATE } from '../tokens.js';
import { chooserPage } from './chooser-page.js';
import { OAuthError } from './google-error.js';
import { OAuth, type TokenRequest } from './oauth.js';

/** Google's sign-in endpoints and the keys its tokens are verified with. */
@Controller()
export class OAuthController {
  constructor(
    private readonly oauth: OAuth,
    @Inject(STATE) private readonly state: SandboxState,
    @Inject(PUSH_IDENTITY) private readonly identity: PushIdentity,
  ) {}

  /** The consent screen. With a `login_hint`, or only one mailbox, the owner agrees at once; else he chooses on a page. */
  @Get('o/oauth2/v2/auth')
  async authorize(@Query() query: Record<string, string | undefined>, @Res() reply: FastifyReply): Promise<void> {
    const { client_id: clientId, redirect_uri: redirectUri, scope, response_type: responseType } = query;
    if (!clientId || !redirectUri || !URL.canParse(redirectUri) || !scope || responseType !== 'code')
      throw new OAuthError('invalid_request', 'Missing required parameter: client_id, redirect_uri, scope or response_type=code');
    const boxes = [...this.state.mail.boxes.keys()];
    const email = query['login_hint'] ?? (boxes.length === 1 ? boxes[0] : undefined);
    if (email === undefined || !boxes.includes(email)) {
      await reply.code(200).type('text/html; charset=utf-8').send(chooserPage(query, boxes));
      return;
    }
    const refreshable = query['access_type'] === 'offline' && query['prompt'] === 'consent';
    const challenge = query['code_challenge'];
    const code = this.oauth.consent({ email, clientId, redirectUri, scopes: scope, refreshable, challenge });
    const back = new URL(redirectUri);
    for (const [name, value] of Object.entries({ state: query['state'], code, scope }))
      if (value !== undefined) back.searchParams.set(name, value);
    await reply.redirect(back.href, 302);
  }

  @Post('token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  token(@Body() form: TokenRequest | undefined): Promise<unknown> {
    return this.oauth.token(form ?? {});
  }

  @Post('revoke')
  @HttpCode(200)
  revoke(@Query('token') inQuery: string | undefined, @Body() form: { token?: string } | undefined): Record<string, never> {
    this.oauth.revoke(inQuery ?? form?.token ?? '');
    return {};
  }

  @Get('oauth2/v3/certs')
  @Header('cache-control', 'public, max-age=300')
  keySet(): Promise<unknown> {
    return this.identity.keySet();
  }

  @Get('oauth2/v1/certs')
  @Header('cache-control', 'public, max-age=300')
  pems(): Record<string, string> {
    return this.identity.pems();
  }
}
