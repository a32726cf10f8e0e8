import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Agent, type Dispatcher, request } from 'undici';
import { Workers } from '#bus';
import { GatewayEnv } from '../gateway.env.js';
import { checkTarget, publicLookup, TargetRefused } from './target.js';

const DEADLINE_MS = 10_000;
const RESPONSE_CHARACTERS = 1_000;
// A character takes 4 bytes at most.
const RESPONSE_BYTES = 4 * RESPONSE_CHARACTERS;

/** What became of one try. */
export interface Attempt {
  delivered: boolean;
  status?: number;
  /** First 1,000 characters of the answer. */
  response?: string;
  /** What went wrong, in French. */
  problem?: string;
  durationMs: number;
  retryAfter?: string;
}

/** Posts to endpoints: one deadline, no redirects, and no address that is not public at the moment of the call. */
@Injectable()
export class Poster implements OnModuleDestroy {
  private readonly agent: Agent;

  constructor(
    private readonly env: GatewayEnv,
    private readonly workers: Workers,
  ) {
    this.agent = agentFor(env.webhooksAllowPrivate ? undefined : publicLookup());
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.destroy();
  }

  /** @returns nothing when the service stopped meanwhile: whether it arrived is not known, and it will be posted again under the same webhook-id */
  async post(address: string, body: string, headers: Record<string, string>): Promise<Attempt | undefined> {
    const began = performance.now();
    const durationMs = () => Math.round(performance.now() - began);
    const signal = AbortSignal.any([AbortSignal.timeout(DEADLINE_MS), this.workers.stopping]);
    try {
      const url = checkTarget(address, this.env.webhooksAllowPrivate);
      const answer = await request(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'FluxAsync-Webhooks/1' },
        body,
        signal,
        dispatcher: this.agent,
      });
      const status = answer.statusCode;
      const response = await beginning(answer.body);
      const delivered = status >= 200 && status < 300;
      const retryAfter = answer.headers['retry-after'];
      return {
        ...{ delivered, status, response, durationMs: durationMs() },
        ...(delivered ? {} : { problem: refusal(status) }),
        ...(typeof retryAfter === 'string' ? { retryAfter } : {}),
      };
    } catch (error) {
      if (this.workers.stopping.aborted) return undefined;
      return { delivered: false, problem: failure(error), durationMs: durationMs() };
    }
  }
}

/** Connections to endpoints, to addresses that `lookup` gives; the deadline of a call covers all of it, so that the agent has none of its own. */
export const agentFor = (lookup?: ReturnType<typeof publicLookup>): Agent =>
  new Agent({
    connect: { timeout: DEADLINE_MS, ...(lookup ? { lookup } : {}) },
    keepAliveTimeout: 10_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  });

/** The answer's first characters; the rest is not downloaded. A body that never ends does not undo the status that came before it. */
async function beginning(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= RESPONSE_BYTES) break;
    }
  } catch {
    // What was read is what there is.
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, RESPONSE_BYTES));
  // PostgreSQL keeps no NUL.
  return text.replaceAll('\0', '').slice(0, RESPONSE_CHARACTERS).toWellFormed();
}

const refusal = (status: number) =>
  status >= 300 && status < 400 ? `réponse ${status} : les redirections ne sont pas suivies` : `réponse ${status}`;

function failure(error: unknown): string {
  const { name, code = '', cause } = error as { name?: string; code?: string; cause?: { code?: string } };
  if (error instanceof TargetRefused) return error.message;
  if (cause instanceof TargetRefused) return cause.message;
  const reason = code || (cause?.code ?? '');
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(reason)) return `pas de réponse en ${DEADLINE_MS / 1_000} s`;
  if (/ENOTFOUND|EAI_AGAIN|ENODATA/.test(reason)) return "le nom de l'adresse est introuvable";
  if (/ECONNREFUSED/.test(reason)) return 'connexion refusée';
  if (/CERT|TLS|SSL|SIGNATURE/.test(reason)) return `le certificat ou le chiffrement est refusé (${reason})`;
  return `connexion interrompue${reason ? ` (${reason})` : ''}`;
}
