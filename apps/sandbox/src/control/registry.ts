import { BadRequestException, Inject, Injectable } from '@nestjs/common';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { createHash, randomInt } from 'node:crypto';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import type { Account, Phone } from '../whatsapp/whatsapp.js';

/** Who exists in the sandbox. Registering somebody again replaces what was known of him. */
@Injectable()
export class Registry {
  constructor(@Inject(STATE) private readonly state: SandboxState) {}

  account(account: Account): Account {
    this.state.record({ type: 'account-registered', account });
    return account;
  }

  /** @param given without a user id, one is derived from the WhatsApp id: the same person gets the same one again */
  phone(given: Omit<Phone, 'userId'> & { readonly userId: string | undefined }): Phone {
    const phone: Phone = {
      ...given,
      userId: given.userId ?? this.state.whatsapp.phones.get(given.waId)?.userId ?? newUserId(given),
    };
    this.state.record({ type: 'phone-registered', phone });
    return phone;
  }

  /** Somebody by his number, his WhatsApp id or his business-scoped user id. */
  known(address: string): Phone | undefined {
    return this.state.whatsapp.phoneOf(address) ?? this.state.whatsapp.phoneAt(address.replace(/\D/g, ''));
  }

  /**
   * The phone at an address; somebody who writes for the first time has one from then on. A stranger at a user id is one whose number
   * no business is told.
   * @throws BadRequestException when the address is neither a number nor a user id
   */
  phoneWriting(address: string, name: string | undefined): Phone {
    const known = this.known(address);
    if (known) return known;
    const base = { reads: true, shown: false };
    if (/^[A-Z]{2}\.[A-Za-z0-9.]{1,136}$/.test(address)) {
      const digits = `225${createHash('sha256').update(address).digest('hex').replace(/\D/g, '').padEnd(10, '7').slice(0, 10)}`;
      return this.phone({ ...base, waId: digits, phone: digits, name: name ?? address, userId: address, hidden: true });
    }
    const digits = address.replace(/[\s+().-]/g, '');
    if (!/^\d{5,20}$/.test(digits)) throw new BadRequestException(`${address} must be a telephone number with its country code`);
    return this.phone({ ...base, waId: digits, phone: digits, name: name ?? `+${digits}`, userId: undefined });
  }

  /** The same person with another number; Meta gives the new number another user id. */
  renumbered(before: Phone, to: { phone: string; waId: string; userId: string | undefined }): Phone {
    const { phone, waId } = to;
    const userId = to.userId ?? (waId === before.waId ? before.userId : newUserId({ phone, waId: `${before.userId} ${waId}` }));
    return { ...before, phone, waId, userId };
  }

  mailbox(
    email: string,
    grant: { refreshToken: string; scopes: string; rewritesMessageIds: boolean },
  ): { email: string; historyId: string } {
    const known = this.state.mail.boxes.get(email);
    const historyId = known?.historyId ?? 9_000_000 + randomInt(1000);
    this.state.record({ type: 'mailbox-registered', email, ...grant, historyId });
    return { email, historyId: String(historyId) };
  }
}

function newUserId(phone: { readonly waId: string; readonly phone: string }): string {
  const country = parsePhoneNumberFromString(`+${phone.phone}`)?.country ?? 'CI';
  const number = BigInt(`0x${createHash('sha256').update(phone.waId).digest('hex').slice(0, 17)}`);
  return `${country}.${number.toString().padStart(20, '1')}`;
}
