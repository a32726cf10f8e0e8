import { Body, Controller, Delete, HttpCode, Inject, Post } from '@nestjs/common';
import { DeliveryHabits } from '../dispatch/delivery-habits.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GeminiScript } from '../gemini/gemini-script.js';
import { FaultBook } from './fault-book.js';
import { Input } from './input.js';
import { Registry } from './registry.js';

const GRANTED = 'https://www.googleapis.com/auth/gmail.modify https://www.googleapis.com/auth/userinfo.email openid';

/** Who exists: business numbers, mailboxes, phones; and forgetting them all. */
@Controller('__sandbox')
export class RegistryController {
  constructor(
    private readonly registry: Registry,
    private readonly faults: FaultBook,
    private readonly habits: DeliveryHabits,
    private readonly gemini: GeminiScript,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  @Post('accounts')
  account(@Body() body: unknown): unknown {
    const input = new Input(body);
    return this.registry.account({
      phoneNumberId: input.text('phoneNumberId'),
      businessAccountId: input.text('businessAccountId'),
      phone: input.digits('phone'),
      accessToken: input.text('accessToken'),
      name: input.text('name'),
      refusals: input.oneOf('refusals', ['sync', 'async'], 'sync'),
      ...(input.flag('pairLimit', false) ? { pairLimit: true } : {}),
      ...(input.has('throughput') ? { throughput: input.whole('throughput', 80, 1, 1000) } : {}),
      ...(input.has('restricted') ? { restricted: input.oneOf('restricted', ['spam', 'misclassified']) } : {}),
      ...(input.flag('reviewsTemplates', false) ? { reviewsTemplates: true } : {}),
    });
  }

  @Post('mailboxes')
  mailbox(@Body() body: unknown): unknown {
    const input = new Input(body);
    return this.registry.mailbox(input.text('email'), {
      refreshToken: input.text('refreshToken'),
      scopes: input.optionalText('scopes') ?? GRANTED,
      rewritesMessageIds: input.flag('rewritesMessageIds', false),
    });
  }

  /**
   * `waId` may differ from `phone`: accounts opened before 2021 kept an eight-digit one. `hidden` people go by their user id and
   * perhaps a `username`; `open` ones read without `delivered`; `role` and `shop` say whose phone it is on the page.
   */
  @Post('phones')
  phone(@Body() body: unknown): unknown {
    const input = new Input(body);
    const phone = input.has('phone') ? input.digits('phone') : input.digits('waId');
    return this.registry.phone({
      waId: input.has('waId') ? input.digits('waId') : phone,
      phone,
      name: input.text('name'),
      userId: input.optionalText('userId'),
      reads: input.flag('reads', true),
      shown: true,
      ...(input.flag('hidden', false) ? { hidden: true } : {}),
      ...(input.has('username') ? { username: input.text('username') } : {}),
      ...(input.flag('open', false) ? { open: true } : {}),
      ...(input.has('role') ? { role: input.oneOf('role', ['customer', 'seller', 'courier']) } : {}),
      ...(input.has('shop') ? { shop: input.text('shop') } : {}),
    });
  }

  @Delete('state')
  @HttpCode(204)
  forget(): void {
    this.faults.clear();
    this.habits.clear();
    this.gemini.clear();
    this.state.forget();
  }
}
