import { Body, Controller, Headers, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GeminiError } from './gemini-error.js';
import { GeminiScript, refusalOf, responseOf } from './gemini-script.js';
import { checkRequest } from './request-rules.js';

/** `POST /v1beta/models/{model}:generateContent` (and `/v1`, where the SDK calls unless told otherwise), answered from the script. */
@Controller(['v1beta/models', 'v1/models'])
export class GeminiController {
  constructor(
    private readonly script: GeminiScript,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  @Post(':call')
  async generate(
    @Param('call') call: string,
    @Headers('x-goog-api-key') key: string | undefined,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [model = '', method = ''] = call.split(':');
    if (method !== 'generateContent')
      throw new GeminiError(404, `models/${model} is not supported for ${method || 'this method'}.`);
    if (!key) throw new GeminiError(403, "Method doesn't allow unregistered callers (callers without established identity).");
    checkRequest(body);
    const answer = this.script.take();
    const refusal = refusalOf(answer, model);
    const silent = answer.error === 'hang' || answer.error === 'reset';
    const status = silent ? 0 : (refusal?.status ?? answer.status ?? 200);
    this.state.record({ type: 'gemini-called', call: { model, at: this.state.now(), status } });
    if (answer.delayMs) await pause(answer.delayMs, undefined, { ref: false });
    if (silent) {
      // A hanging call ends when the caller gives up or the sandbox stops.
      void reply.hijack();
      if (answer.error === 'reset') request.raw.socket.resetAndDestroy();
      return;
    }
    if (refusal) throw refusal;
    await reply.code(status).send(answer.body ?? responseOf(answer, model, JSON.stringify(body).length));
  }
}
