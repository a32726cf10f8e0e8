import { Agent, request } from 'undici';
import type { SandboxEnv } from '../sandbox.env.js';
import type { Channel } from './dispatch-book.js';
import type { PushIdentity } from './push-identity.js';
import { type SignatureFault, signatureHeaders } from './whatsapp-signature.js';

/** Google's id of the account that pushes. */
const PUSHER = '109876543210987654321';

/** One POST to the platform, signed as Meta or Google sign theirs. */
export class Poster {
  private readonly agent: Agent;

  /** @param connections how many POSTs may be under way at once */
  constructor(
    private readonly env: SandboxEnv,
    private readonly identity: PushIdentity,
    connections: number,
  ) {
    this.agent = new Agent({ connections, headersTimeout: env.webhookTimeoutMs, bodyTimeout: env.webhookTimeoutMs });
  }

  /**
   * @param secret signs a webhook instead of the configured one
   * @returns the answer's HTTP status
   * @throws Error when none came in time
   */
  async post(
    channel: Channel,
    body: string,
    how: { readonly secret: string | undefined; readonly spoilt: SignatureFault | undefined; readonly era: AbortSignal },
  ): Promise<number> {
    const signature =
      channel === 'gmail'
        ? await this.pushHeaders()
        : signatureHeaders(body, how.secret ?? this.env.whatsapp.appSecret, how.spoilt);
    const answer = await request(channel === 'gmail' ? this.env.gmail.pushUrl : this.env.whatsapp.webhookUrl, {
      method: 'POST',
      headers: { 'user-agent': 'facebookexternalua', 'content-type': 'application/json', ...signature },
      body,
      dispatcher: this.agent,
      signal: AbortSignal.any([how.era, AbortSignal.timeout(this.env.webhookTimeoutMs)]),
    });
    await answer.body.dump();
    return answer.statusCode;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async pushHeaders(): Promise<Record<string, string>> {
    const { pushAudience, pushServiceAccount } = this.env.gmail;
    const token = await this.identity.sign(pushAudience, { email: pushServiceAccount, sub: PUSHER, azp: PUSHER });
    return {
      'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
      authorization: `Bearer ${token}`,
    };
  }
}
