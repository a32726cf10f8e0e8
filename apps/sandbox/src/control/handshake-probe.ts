import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { request } from 'undici';
import type { SandboxEnv } from '../sandbox.env.js';
import { SANDBOX_ENV } from '../tokens.js';

/** The handshake Meta makes with a webhook address before it sends anything there. */
@Injectable()
export class HandshakeProbe {
  constructor(@Inject(SANDBOX_ENV) private readonly env: SandboxEnv) {}

  /**
   * Verified means HTTP 200 with the challenge itself as body.
   * @param token another token than the configured one, to see it refused
   * @returns status 0 when nobody answered
   */
  async shake(token: string | undefined): Promise<{ verified: boolean; status: number }> {
    const { webhookUrl, verifyToken } = this.env.whatsapp;
    const challenge = String(randomInt(1_000_000_000));
    const url = new URL(webhookUrl);
    url.searchParams.set('hub.mode', 'subscribe');
    url.searchParams.set('hub.challenge', challenge);
    url.searchParams.set('hub.verify_token', token ?? verifyToken);
    try {
      const answer = await request(url, { signal: AbortSignal.timeout(this.env.webhookTimeoutMs) });
      const body = await answer.body.text();
      return { verified: answer.statusCode === 200 && body === challenge, status: answer.statusCode };
    } catch {
      return { verified: false, status: 0 };
    }
  }
}
