import { GuardedCalls } from '../breaker.js';
import { HttpCaller, jsonOf } from '../http/http-caller.js';
import { classifyWhatsAppAnswer, unreadableAnswer } from './errors.js';

export interface GraphCall<T> {
  /** For the counters: `send`, `media-info`… */
  kind: string;
  method: 'GET' | 'POST';
  /** Below the version, parts already encoded. */
  path: string;
  accessToken: string;
  /** Goes out as JSON. */
  body?: unknown;
  /** Goes out as it is, instead of `body`. */
  form?: { contentType: string; bytes: Buffer };
  /** Whole call in milliseconds; default the client's. */
  timeoutMs?: number;
  repeatable: boolean;
  /** Reads the answer; undefined when what must be there is not. */
  read: (json: unknown) => T | undefined;
}

/** Meta's Graph API at one base address and version: JSON in, JSON out, errors classified. */
export class Graph {
  private readonly prefix: string;

  constructor(
    baseUrl: URL,
    version: string,
    private readonly http: HttpCaller,
    private readonly guard: GuardedCalls,
  ) {
    this.prefix = `${baseUrl.pathname.replace(/\/+$/, '')}/${version}`;
  }

  /** @throws ProviderError */
  call<T>(call: GraphCall<T>): Promise<T> {
    return this.guard.run(call.kind, async () => {
      const answer = await this.http.request({
        method: call.method,
        path: `${this.prefix}/${call.path}`,
        headers: {
          authorization: `Bearer ${call.accessToken}`,
          accept: 'application/json',
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(call.form === undefined ? {} : { 'content-type': call.form.contentType }),
        },
        body: call.form?.bytes ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
        repeatable: call.repeatable,
        timeoutMs: call.timeoutMs,
      });
      if (answer.status < 200 || answer.status > 299) throw classifyWhatsAppAnswer(answer, call.repeatable);
      const value = call.read(jsonOf(answer));
      if (value === undefined) throw unreadableAnswer(answer.status, call.repeatable);
      return value;
    });
  }
}
