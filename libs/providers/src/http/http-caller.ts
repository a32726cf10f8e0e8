import { Pool } from 'undici';
import type { IncomingHttpHeaders } from 'node:http';
import { withDeadline } from './deadline.js';
import { nameFr, ProviderError, type ProviderName } from '../provider-error.js';
import { noting, transportError, type Trip } from './transport-error.js';

export interface HttpCallerOptions {
  provider: ProviderName;
  /** Scheme, host and port. */
  origin: string;
  /** Whole call, from the wait for a connection to the last byte. */
  timeoutMs: number;
  /** Connections kept alive to this origin. Default 32. */
  connections?: number;
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** Path and query. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  repeatable: boolean;
  timeoutMs?: number;
  /** Answer's size limit in bytes. Default 4 MiB. */
  maxBytes?: number;
}

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/** Calls one origin over kept-alive connections, with one deadline for the whole call. Redirects are never followed. */
export class HttpCaller {
  private readonly pool: Pool;

  constructor(private readonly options: HttpCallerOptions) {
    this.pool = new Pool(options.origin, {
      connections: options.connections ?? 32,
      connectTimeout: options.timeoutMs,
      // The deadline below covers headers and body, so undici's own clocks would only add a second, longer answer.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /**
   * One request, any status answered.
   * @throws ProviderError `timeout`, `connect_failed`, `connection_lost` (`unknown` when it left and is not repeatable), `answer_too_large`
   */
  async request(request: HttpRequest): Promise<HttpAnswer> {
    const trip: Trip = { left: false, repeatable: request.repeatable };
    try {
      return await withDeadline(request.timeoutMs ?? this.options.timeoutMs, (signal) => this.exchange(request, trip, signal));
    } catch (error) {
      throw error instanceof ProviderError ? error : transportError(this.options.provider, error, trip);
    }
  }

  private async exchange(request: HttpRequest, trip: Trip, signal: AbortSignal): Promise<HttpAnswer> {
    const { method, path, headers: sent, body: content } = request;
    const { statusCode, headers, body } = await noting(trip, this.pool).request({
      method,
      path,
      headers: sent,
      body: content,
      signal,
    });
    return { status: statusCode, headers, bytes: await this.read(body, request) };
  }

  /** Waits for running calls, then closes the connections. */
  async close(): Promise<void> {
    await this.pool.close();
  }

  private async read(body: AsyncIterable<Buffer>, request: HttpRequest): Promise<Buffer> {
    const maxBytes = request.maxBytes ?? 4 * 1024 * 1024;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      // Throwing out of the loop destroys the stream, and with it the connection: the rest is not downloaded.
      if (size > maxBytes) throw this.tooLarge(maxBytes, request.repeatable);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  private tooLarge(maxBytes: number, repeatable: boolean): ProviderError {
    return new ProviderError({
      provider: this.options.provider,
      code: 'answer_too_large',
      action: repeatable ? 'reject' : 'unknown',
      message: `${this.options.provider}: the answer is larger than ${maxBytes} bytes`,
      explanationFr: `Le fichier reçu de ${nameFr(this.options.provider)} est trop volumineux.`,
    });
  }
}

/** The answer's JSON, or undefined when it is not JSON (an HTML error page, a cut answer). */
export function jsonOf(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
