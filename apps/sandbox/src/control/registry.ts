import { Inject, Injectable } from '@nestjs/common';
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

  /** The phone behind digits; somebody who writes for the first time has one from then on. */
  phoneWriting(digits: string, name: string | undefined): Phone {
    const known = this.state.whatsapp.phoneAt(digits);
    if (known) return known;
    return this.phone({ waId: digits, phone: digits, name: name ?? `+${digits}`, userId: undefined, reads: true, shown: false });
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
