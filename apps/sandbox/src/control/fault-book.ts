import { Injectable } from '@nestjs/common';

/** A fault of the next send: a refusal, one that comes later as a status, a silence, a cut or a broken server. */
export type SendFault = (
  | { readonly error: 'code' | 'async'; readonly code: number }
  | { readonly error: 'timeout-before' | 'timeout-after' | 'reset-before' | 'reset-after' | 'http500' }
) & {
  /** Only sends to this number, digits; undefined strikes every send. */
  readonly to?: string;
};

/** A fault of the next Gmail call of a mailbox. */
export type MailFault = 'invalid_grant' | '401' | '403-rate' | '403-scope' | '404' | '429' | '500';

/** A fault of a mailbox's next send: a refusal, a silence or a cut, before or after Gmail took the message. */
export type MailSendFault =
  'timeout-before' | 'timeout-after' | 'reset-before' | 'reset-after' | '403-rate' | '403-scope' | '429' | '500';

interface Armed<F> {
  readonly fault: F;
  left: number;
}

/** The faults that were asked for and have not struck yet. Kept in memory: a restarted sandbox is a healthy one. */
@Injectable()
export class FaultBook {
  private readonly sends = new Map<string, Armed<SendFault>[]>();
  private readonly mails = new Map<string, Armed<MailFault>[]>();
  private readonly mailSends = new Map<string, Armed<MailSendFault>[]>();

  armSend(phoneNumberId: string, fault: SendFault, times: number): void {
    this.sends.set(phoneNumberId, [...(this.sends.get(phoneNumberId) ?? []), { fault, left: times }]);
  }

  armMail(email: string, fault: MailFault, times: number): void {
    this.mails.set(email, [...(this.mails.get(email) ?? []), { fault, left: times }]);
  }

  armMailSend(email: string, fault: MailSendFault, times: number): void {
    this.mailSends.set(email, [...(this.mailSends.get(email) ?? []), { fault, left: times }]);
  }

  /** The oldest fault that fits, used up once. */
  takeSendFault(phoneNumberId: string, to: string): SendFault | undefined {
    const digits = to.replace(/\D/g, '');
    return take(this.sends.get(phoneNumberId), (fault) => fault.to === undefined || fault.to === digits);
  }

  /** @param atToken true while a token is asked for: `invalid_grant` strikes there and nowhere else */
  takeMailFault(email: string, atToken: boolean): MailFault | undefined {
    return take(this.mails.get(email), (fault) => (fault === 'invalid_grant') === atToken);
  }

  takeMailSendFault(email: string): MailSendFault | undefined {
    return take(this.mailSends.get(email), () => true);
  }

  clear(): void {
    this.sends.clear();
    this.mails.clear();
    this.mailSends.clear();
  }
}

function take<F>(armed: Armed<F>[] | undefined, fits: (fault: F) => boolean): F | undefined {
  const index = armed?.findIndex((one) => fits(one.fault)) ?? -1;
  const found = armed?.[index];
  if (!armed || !found) return undefined;
  found.left--;
  if (found.left <= 0) armed.splice(index, 1);
  return found.fault;
}
