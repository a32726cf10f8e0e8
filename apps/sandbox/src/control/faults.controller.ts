import { BadRequestException, Body, Controller, HttpCode, Inject, NotFoundException, Post } from '@nestjs/common';
import { GeminiScript, type ScriptedAnswer } from '../gemini/gemini-script.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { KNOWN_CODES } from '../whatsapp/graph-error.js';
import { FaultBook, type SendFault } from './fault-book.js';
import { Input } from './input.js';
import { HandshakeProbe } from './handshake-probe.js';

const CUTS = ['timeout-before', 'timeout-after', 'reset-before', 'reset-after', 'http500'] as const;
const MAIL_FAULTS = ['invalid_grant', '401', '403-rate', '403-scope', '404', '429', '500'] as const;
const MAIL_SEND_FAULTS = [
  'timeout-before',
  'timeout-after',
  'reset-before',
  'reset-after',
  '403-rate',
  '403-scope',
  '429',
  '500',
] as const;
const GEMINI_ERRORS = ['overloaded', 'quota-minute', 'quota-day', 'invalid-key', 'internal', 'hang', 'reset'] as const;

/** What goes wrong, what Gemini says, what time it is. */
@Controller('__sandbox')
export class FaultsController {
  constructor(
    private readonly faults: FaultBook,
    private readonly gemini: GeminiScript,
    private readonly probe: HandshakeProbe,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  /**
   * For a number `{phoneNumberId, sendError | statusError, to?, times?}`; `sendError` is a code of Meta's, a silence, a cut
   * or `http500`; `statusError` is a code that comes as a `failed` status after HTTP 200. For a mailbox
   * `{email, mailError | sendError | forgetHistory: true, times?}`: `mailError` strikes any call, `sendError` a send.
   */
  @Post('faults')
  @HttpCode(204)
  arm(@Body() body: unknown): void {
    const input = new Input(body);
    const times = input.whole('times', 1, 1, 1_000_000);
    if (!input.has('email')) {
      this.faults.armSend(input.text('phoneNumberId'), sendFault(input), times);
      return;
    }
    const email = input.text('email');
    if (!this.state.mail.boxes.has(email)) throw new NotFoundException(`no mailbox ${email}`);
    if (input.flag('forgetHistory', false)) this.state.record({ type: 'history-forgotten', email });
    else if (input.has('sendError')) this.faults.armMailSend(email, input.oneOf('sendError', MAIL_SEND_FAULTS), times);
    else this.faults.armMail(email, input.oneOf('mailError', MAIL_FAULTS), times);
  }

  /** `{answers: [...]}` for the next calls, `{always: {...}}` for all others; an answer alone is also taken. */
  @Post('gemini/next')
  @HttpCode(200)
  script(@Body() body: unknown): { waiting: number } {
    if (Array.isArray(body)) return { waiting: this.gemini.append(body.map((one) => answer(new Input(one)))) };
    const input = new Input(body);
    const always = input.object('always');
    if (always) this.gemini.stand(answer(always));
    if (input.has('answers')) return { waiting: this.gemini.append(input.list('answers').map(answer)) };
    return { waiting: this.gemini.append(always ? [] : [answer(input)]) };
  }

  /** Moves the clock forward: windows close, watches and tokens expire. */
  @Post('clock')
  @HttpCode(200)
  advance(@Body() body: unknown): { now: string } {
    const byMs = new Input(body).whole('advanceMs', 0, 0, 366 * 86_400_000);
    this.state.record({ type: 'clock-moved', byMs });
    return { now: new Date(this.state.now()).toISOString() };
  }

  /** Shakes hands with the webhook as Meta does when its address is entered. */
  @Post('verify-webhook')
  @HttpCode(200)
  verify(@Body() body: unknown): Promise<{ verified: boolean; status: number }> {
    return this.probe.shake(new Input(body ?? {}).optionalText('token'));
  }
}

function sendFault(input: Input): SendFault {
  const to = input.has('to') ? { to: input.digits('to') } : {};
  if (input.has('statusError')) return { error: 'async', code: code(input, 'statusError'), ...to };
  if (typeof input.value['sendError'] === 'number') return { error: 'code', code: code(input, 'sendError'), ...to };
  const error = input.oneOf('sendError', [...CUTS, 'reset']);
  return { error: error === 'reset' ? 'reset-before' : error, ...to };
}

function code(input: Input, field: string): number {
  const value = input.whole(field, -1, 0, 999_999);
  if (!KNOWN_CODES.has(value)) throw new BadRequestException(`${field} ${value} is no code the sandbox knows`);
  return value;
}

function answer(input: Input): ScriptedAnswer {
  const text = input.optionalText('text');
  const functionCalls = input
    .list('functionCalls')
    .map((call) => ({ name: call.text('name'), args: call.object('args')?.value ?? {} }));
  if (text === undefined && functionCalls.length === 0 && !input.has('body') && !input.has('error'))
    throw new BadRequestException('an answer is one of text, functionCalls, body or error');
  return {
    ...(text === undefined ? {} : { text }),
    ...(functionCalls.length > 0 ? { functionCalls } : {}),
    ...(input.has('body') ? { body: input.value['body'] } : {}),
    ...(input.has('error') ? { error: input.oneOf('error', GEMINI_ERRORS) } : {}),
    status: input.whole('status', 200, 200, 599),
    delayMs: input.whole('delayMs', 0, 0, 600_000),
  };
}
