import {
  BadRequestException,
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Query,
} from '@nestjs/common';
import { GeminiScript, type ScriptedAnswer } from '../gemini/gemini-script.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { SIGNATURE_FAULTS } from '../dispatch/whatsapp-signature.js';
import { FaultBook, MEDIA_FAULTS } from './fault-book.js';
import { HandshakeProbe } from './handshake-probe.js';
import { Input } from './input.js';
import { sendFault } from './send-fault-input.js';

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
   * For a number `{phoneNumberId, …, times?}`: what is wrong with its sends (see `sendFault`), `webhookSignature` spoils the next POSTs
   * of its webhooks, `mediaError` its next media calls. For a mailbox `{email, mailError | sendError | forgetHistory: true, times?}`:
   * `mailError` strikes any call, `sendError` a send.
   */
  @Post('faults')
  @HttpCode(204)
  arm(@Body() body: unknown): void {
    const input = new Input(body);
    const times = input.whole('times', 1, 1, 1_000_000);
    if (!input.has('email')) {
      this.armNumber(input, times);
      return;
    }
    const email = input.text('email');
    if (!this.state.mail.boxes.has(email)) throw new NotFoundException(`no mailbox ${email}`);
    if (input.flag('forgetHistory', false)) this.state.record({ type: 'history-forgotten', email });
    else if (input.has('sendError')) this.faults.armMailSend(email, input.oneOf('sendError', MAIL_SEND_FAULTS), times);
    else this.faults.armMail(email, input.oneOf('mailError', MAIL_FAULTS), times);
  }

  /** Disarms the faults of one number or mailbox, or all of them. */
  @Delete('faults')
  @HttpCode(204)
  disarm(@Query('phoneNumberId') phoneNumberId: string | undefined, @Query('email') email: string | undefined): void {
    this.faults.clear(phoneNumberId ?? email);
  }

  private armNumber(input: Input, times: number): void {
    if (input.has('webhookSignature')) {
      const fault = input.oneOf('webhookSignature', SIGNATURE_FAULTS);
      this.faults.armSignature(input.optionalText('phoneNumberId'), fault, times);
    } else if (input.has('mediaError')) {
      this.faults.armMedia(input.text('phoneNumberId'), input.oneOf('mediaError', MEDIA_FAULTS), times);
    } else this.faults.armSend(input.text('phoneNumberId'), sendFault(input), times);
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

  /** Moves the clock forward, by `advanceMs` or to the moment `to`: windows close; media, watches and tokens expire. */
  @Post('clock')
  @HttpCode(200)
  advance(@Body() body: unknown): { now: string } {
    const input = new Input(body);
    const to = input.moment('to');
    const byMs = to === undefined ? input.whole('advanceMs', 0, 0, 366 * 86_400_000) : to - this.state.now();
    if (byMs < 0) throw new BadRequestException('the clock does not go back');
    this.state.record({ type: 'clock-moved', byMs });
    return this.time();
  }

  @Get('clock')
  time(): { now: string } {
    return { now: new Date(this.state.now()).toISOString() };
  }

  /** Shakes hands with the webhook as Meta does when its address is entered. */
  @Post('verify-webhook')
  @HttpCode(200)
  verify(@Body() body: unknown): Promise<{ verified: boolean; status: number }> {
    return this.probe.shake(new Input(body ?? {}).optionalText('token'));
  }
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
