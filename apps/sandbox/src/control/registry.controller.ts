import { Body, Controller, Delete, HttpCode, Inject, Post } from '@nestjs/common';
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

  /** `waId` may differ from `phone`: accounts opened before 2021 kept an eight-digit one. */
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
    });
  }

  @Delete('state')
  @HttpCode(204)
  forget(): void {
    this.faults.clear();
    this.gemini.clear();
    this.state.forget();
  }
}
