import { Body, Controller, Delete, HttpCode, Inject, NotFoundException, Post } from '@nestjs/common';
import { BATCH_SHAPES, MOST_UPDATES } from '../dispatch/batch.js';
import { type DeliveryHabit, DeliveryHabits } from '../dispatch/delivery-habits.js';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { metaJson } from '../dispatch/whatsapp-signature.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { envelope, head } from '../whatsapp/envelope.js';
import { StatusProgress } from '../whatsapp/status-progress.js';
import type { Account, Message } from '../whatsapp/whatsapp.js';
import { Input } from './input.js';
import { code } from './send-fault-input.js';

/** How webhooks go out, and webhooks made by hand. */
@Controller('__sandbox')
export class WebhooksController {
  constructor(
    private readonly habits: DeliveryHabits,
    private readonly dispatcher: Dispatcher,
    private readonly progress: StatusProgress,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  /**
   * From now on: `{phoneNumberId?, batch?, shape?, order?, gatherMs?, hold?, duplicates?, delayMs?, jitterMs?, secret?, seed?}`.
   * What the habit before held back goes out first.
   */
  @Post('webhooks')
  @HttpCode(200)
  behave(@Body() body: unknown): { released: number } {
    const input = new Input(body);
    const released = this.dispatcher.release();
    const seed = input.has('seed') ? input.whole('seed', 1, 0, 2 ** 31 - 1) : undefined;
    this.habits.set(input.optionalText('phoneNumberId'), habitOf(input), seed);
    return { released };
  }

  /** Lets out what is held back, in as few POSTs as the habit allows. */
  @Post('webhooks/release')
  @HttpCode(200)
  release(): { released: number } {
    return { released: this.dispatcher.release() };
  }

  /** Each update at once and once again; what is held back goes out. */
  @Delete('webhooks')
  @HttpCode(200)
  normal(): { released: number } {
    const released = this.dispatcher.release();
    this.habits.clear();
    return { released };
  }

  /**
   * Posts a webhook as given, signed: `{phoneNumberId, field, value}` in the number's envelope, or `{body}`, an object or the very
   * text. Not gathered; with `once: true` not posted again whatever the answer.
   */
  @Post('webhooks/raw')
  @HttpCode(202)
  raw(@Body() body: unknown): void {
    const input = new Input(body);
    const about = {
      kind: 'raw',
      ...(input.has('phoneNumberId') ? { phoneNumberId: input.text('phoneNumberId') } : {}),
      ...(input.flag('once', false) ? { once: true } : {}),
    };
    const { body: given } = input.value;
    void this.dispatcher.queue('whatsapp', about, typeof given === 'string' ? given : metaJson(given ?? this.change(input)));
  }

  /**
   * Tells a status, whether or not it fits: `{wamid, status, code?, at?}`; of a message the sandbox never sent with
   * `{phoneNumberId, to, callbackData?}` besides.
   */
  @Post('statuses')
  @HttpCode(202)
  tell(@Body() body: unknown): void {
    const input = new Input(body);
    const status = input.oneOf('status', ['sent', 'delivered', 'read', 'played', 'failed']);
    const message = this.state.whatsapp.messages.get(input.text('wamid')) ?? unknownMessage(input);
    const at = input.moment('at') ?? this.state.now();
    const failure = input.has('code') ? code(input, 'code') : undefined;
    void this.progress.tell(this.account(message.phoneNumberId), message, status, at, failure);
    this.state.record({ type: 'status-reached', wamid: message.wamid, status, at });
  }

  private change(input: Input): unknown {
    const account = this.account(input.text('phoneNumberId'));
    return envelope(account.businessAccountId, input.text('field'), { ...head(account), ...input.object('value')?.value });
  }

  private account(phoneNumberId: string): Account {
    const account = this.state.whatsapp.accounts.get(phoneNumberId);
    if (!account) throw new NotFoundException(`no account has the phone number id ${phoneNumberId}`);
    return account;
  }
}

function habitOf(input: Input): DeliveryHabit {
  const batch = input.whole('batch', 1, 1, MOST_UPDATES);
  const order = input.oneOf('order', ['kept', 'reversed', 'shuffled'], 'kept');
  // Nothing can be put together or in another order without waiting for more of it.
  const waits = batch > 1 || order !== 'kept' ? 50 : undefined;
  return {
    batch,
    order,
    shape: input.oneOf('shape', BATCH_SHAPES, 'changes'),
    gatherMs: input.has('gatherMs') ? input.whole('gatherMs', 0, 0, 600_000) : waits,
    hold: input.flag('hold', false),
    duplicates: input.share('duplicates', 0),
    delayMs: input.whole('delayMs', 0, 0, 600_000),
    jitterMs: input.whole('jitterMs', 0, 0, 600_000),
    secret: input.optionalText('secret'),
  };
}

function unknownMessage(input: Input): Message {
  const callbackData = input.optionalText('callbackData');
  return {
    wamid: input.text('wamid'),
    direction: 'outbound',
    phoneNumberId: input.text('phoneNumberId'),
    waId: input.digits('to'),
    at: 0,
    content: { type: 'text' },
    bubble: { text: '', choices: [] },
    statuses: {},
    ...(callbackData === undefined ? {} : { callbackData }),
  };
}
