import { Inject, Injectable } from '@nestjs/common';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GraphError } from './graph-error.js';
import type { Fields } from './send/fields.js';
import type { Account } from './whatsapp.js';

const TYPING_MS = 25_000;

/** `POST /{phone-number-id}/messages` with `status: read`: blue ticks on the customer's phone, and “is typing” if asked. */
@Injectable()
export class ReadReceipt {
  /** Until when each chat shows “is typing”; gone after a restart, as it would be after 25 s. */
  private readonly typing = new Map<string, number>();

  constructor(@Inject(STATE) private readonly state: SandboxState) {}

  /**
   * Marks the message and every earlier one of the chat as read.
   * @throws GraphError 100 when the message is not one this number received
   */
  mark(account: Account, request: Fields): { success: true } {
    const id = request.text('message_id');
    const message = this.state.whatsapp.messages.get(id);
    if (message?.direction !== 'inbound' || message.phoneNumberId !== account.phoneNumberId)
      throw GraphError.parameter(`Message with ID ${id} was not received by this phone number.`);
    const indicator = request.optionalObject('typing_indicator')?.oneOf('type', ['text']);
    const at = this.state.now();
    for (const earlier of this.state.whatsapp.chats.get(account.phoneNumberId, message.waId)?.messages ?? []) {
      if (earlier.direction === 'inbound' && earlier.statuses.read === undefined)
        this.state.record({ type: 'status-reached', wamid: earlier.wamid, status: 'read', at });
      if (earlier.wamid === id) break;
    }
    const { phoneNumberId } = account;
    this.state.record({ type: 'read-marked', read: { phoneNumberId, wamid: id, typing: indicator !== undefined, at } });
    if (indicator) {
      this.typing.set(`${account.phoneNumberId} ${message.waId}`, at + TYPING_MS);
      this.state.changes.next();
    }
    return { success: true };
  }

  /** Whether the phone shows “is typing”: until the next message or for 25 s. */
  isTyping(phoneNumberId: string, waId: string): boolean {
    const until = this.typing.get(`${phoneNumberId} ${waId}`) ?? 0;
    if (until > this.state.now()) return true;
    this.typing.delete(`${phoneNumberId} ${waId}`);
    return false;
  }

  stopTyping(phoneNumberId: string, waId: string): void {
    this.typing.delete(`${phoneNumberId} ${waId}`);
  }
}
