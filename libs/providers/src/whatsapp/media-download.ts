import { createHash } from 'node:crypto';
import { GuardedCalls } from '../breaker.js';
import { HttpCaller, type HttpAnswer } from '../http/http-caller.js';
import { ProviderError } from '../provider-error.js';
import { classifyWhatsAppAnswer } from './errors.js';

/** Where Meta keeps what customers send. */
export const META_MEDIA_ORIGIN = 'https://lookaside.fbsbx.com';

/** Origins a file may be at: Meta's, the API's own, and what the configuration adds (the sandbox's). */
export const mediaOriginsOf = (api: URL, more: readonly string[] = []): Set<string> =>
  new Set([api.origin, META_MEDIA_ORIGIN, ...more.map((origin) => new URL(origin).origin)]);

/** Answers that say something about the address or the token, not about the file: the next lookup tells which. */
const ASK_AGAIN: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/** Fetches media files with the seller's token, from known origins only: the token goes nowhere else. */
export class MediaDownload {
  private readonly callers = new Map<string, HttpCaller>();

  constructor(
    allowedOrigins: Iterable<string>,
    private readonly guard: GuardedCalls,
    timeoutMs: number,
  ) {
    for (const origin of allowedOrigins)
      this.callers.set(origin, new HttpCaller({ provider: 'whatsapp', origin, timeoutMs, connections: 8 }));
  }

  /**
   * One GET. The deadline is for the whole file, so a server that drips one byte at a time does not hold a worker.
   * @throws ProviderError `media_host` (address not allowed), `media_expired` (ask for a new address), `answer_too_large`…
   */
  async fetch(url: string, accessToken: string, limits: { maxBytes: number; timeoutMs: number }): Promise<HttpAnswer> {
    const address = new URL(url);
    const caller = this.callers.get(address.origin);
    if (!caller) throw refused('media_host', `the media address is at ${address.origin}, which is not allowed`);
    return this.guard.run('media-download', async () => {
      const answer = await caller.request({
        method: 'GET',
        path: address.pathname + address.search,
        headers: { authorization: `Bearer ${accessToken}` },
        repeatable: true,
        ...limits,
      });
      if (ASK_AGAIN.has(answer.status)) throw refused('media_expired', `the media address is no longer valid (${answer.status})`);
      if (answer.status >= 300 && answer.status < 400)
        throw refused('media_host', 'the media address leads elsewhere, which is not followed');
      if (answer.status !== 200) throw classifyWhatsAppAnswer(answer, true);
      return answer;
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.callers.values()].map((caller) => caller.close()));
  }
}

/** @throws ProviderError `answer_too_large` when Meta says that the file is: it is not begun */
export function assertSize(sizeBytes: number, maxBytes: number): void {
  if (sizeBytes > maxBytes) throw refused('answer_too_large', `the file has ${sizeBytes} bytes, more than ${maxBytes}`);
}

/** @throws ProviderError `media_digest` when the bytes are not those announced. Digests come in hex or base64. */
export function assertDigest(bytes: Buffer, ...digests: Array<string | undefined>): void {
  const hash = createHash('sha256').update(bytes).digest();
  const accepted = [hash.toString('hex'), hash.toString('base64'), hash.toString('base64url')];
  for (const digest of digests)
    if (digest !== undefined && !accepted.includes(digest))
      throw refused('media_digest', 'the file is not the one announced', 'retry');
}

function refused(code: string, message: string, action: 'reject' | 'retry' = 'reject'): ProviderError {
  return new ProviderError({
    provider: 'whatsapp',
    code,
    action,
    message: `whatsapp: ${message}`,
    explanationFr: "Le fichier envoyé par le client n'a pas pu être récupéré.",
  });
}
