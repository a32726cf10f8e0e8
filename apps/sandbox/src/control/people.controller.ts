import { BadRequestException, Body, Controller, HttpCode, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { Inbound } from '../whatsapp/inbound.js';
import type { Account, Phone } from '../whatsapp/whatsapp.js';
import { Input } from './input.js';
import { Registry } from './registry.js';

/** What happens to people: another number, another id, no more marketing please. */
@Controller('__sandbox/phones/:waId')
export class PeopleController {
  constructor(
    private readonly registry: Registry,
    private readonly inbound: Inbound,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  /**
   * A person gets another number, another business-scoped id or both. The businesses he writes with are told by a system message,
   * a `user_id_update`, both (the default) or not at all.
   */
  @Post('number')
  change(@Param('waId') waId: string, @Body() body: unknown): Phone {
    const input = new Input(body);
    const before = this.phone(waId);
    if (!input.has('phone') && !input.has('userId')) throw new BadRequestException('one of phone, userId is expected');
    const announce = input.oneOf('announce', ['system', 'user-id', 'both', 'none'], 'both');
    const phone = input.has('phone') ? input.digits('phone') : before.phone;
    const next = input.has('waId') ? input.digits('waId') : input.has('phone') ? phone : before.waId;
    const after = this.registry.renumbered(before, { phone, waId: next, userId: input.optionalText('userId') });
    const accounts = this.accounts(before, input);
    // Told of the old number, by the old number: only the words name the new one.
    if (announce === 'system' || announce === 'both')
      for (const account of accounts)
        this.inbound.write(before, account, { content: systemNotice(before, after), at: undefined, duplicates: 0 });
    this.state.record({ type: 'number-changed', from: before.waId, phone: after });
    if (announce === 'user-id' || announce === 'both')
      for (const account of accounts) this.inbound.announceUserId(after, account, before.userId);
    return after;
  }

  /** `{marketing: 'stop' | 'resume', toPhoneNumberId?}`; without a number, for every business he writes with. */
  @Post('preferences')
  @HttpCode(204)
  prefer(@Param('waId') waId: string, @Body() body: unknown): void {
    const input = new Input(body);
    const phone = this.phone(waId);
    const marketing = input.oneOf('marketing', ['stop', 'resume']);
    for (const account of this.accounts(phone, input)) this.inbound.prefer(phone, account, marketing);
  }

  private phone(waId: string): Phone {
    const phone = this.registry.known(waId);
    if (!phone) throw new NotFoundException(`no phone ${waId}`);
    return phone;
  }

  private accounts(phone: Phone, input: Input): Account[] {
    const { accounts, chats } = this.state.whatsapp;
    const asked = input.optionalText('toPhoneNumberId');
    const ids = asked === undefined ? chats.of(phone.waId).map((chat) => chat.phoneNumberId) : [asked];
    const found = ids.flatMap((id) => accounts.get(id) ?? []);
    if (found.length === 0) throw new NotFoundException(asked ? `no account ${asked}` : `${phone.waId} writes with no business`);
    return found;
  }
}

function systemNotice(before: Phone, after: Phone) {
  const renumbered = before.waId !== after.waId;
  const body = renumbered
    ? `User ${before.name} changed from ${before.waId} to ${after.waId}`
    : `User ${before.name} changed from ${before.userId} to ${after.userId}`;
  const number = after.hidden ? {} : { wa_id: after.waId };
  const type = renumbered ? 'user_changed_number' : 'user_changed_user_id';
  return { type: 'system', system: { body, ...number, user_id: after.userId, type } };
}
