import { Injectable } from '@nestjs/common';
import type { SignatureFault } from '../dispatch/whatsapp-signature.js';
import type { Status } from '../whatsapp/whatsapp.js';

/** Where a send can be cut: `-before` acceptance nothing happened, `-after` it the customer gets the message all the same. */
export const SEND_CUTS = ['timeout-before', 'timeout-after', 'reset-before', 'reset-after'] as const;
/** A server that answers with a page of its own instead of Meta's error body. */
export const SEND_PAGES = ['http429', 'http500', 'http502', 'http503', 'http504'] as const;

/** What is wrong with a send. Its parts add up: a slow answer, whose statuses are lost too. */
export interface SendFault {
  /** Only sends to this number, digits; undefined strikes every send. */
  readonly to?: string;
  /** Which calls it strikes. */
  readonly call: 'message' | 'read';
  /** Share of the calls it strikes, 0 to 1. */
  readonly share: number;
  readonly error?: 'code' | (typeof SEND_CUTS)[number] | (typeof SEND_PAGES)[number];
  /** Meta's code, when `error` is `code`. */
  readonly code?: number;
  /** HTTP status instead of the code's own. */
  readonly http?: number;
  /** Seconds, sent as Retry-After. */
  readonly retryAfter?: number;
  /** A code that comes as a `failed` status after HTTP 200. */
  readonly statusError?: number;
  /** Statuses the webhook is never told. */
  readonly statusLost?: readonly Status[];
  /** The first status is posted before the send is answered. */
  readonly statusFirst?: boolean;
  /** Milliseconds before the answer; the message is taken at once. */
  readonly slowMs?: number;
}

/** A fault of the next media calls: of the lookup (`gone`, `foreign-host`, `wrong-digest`) or of the download. */
export const MEDIA_FAULTS = [
  'gone',
  'foreign-host',
  'wrong-digest',
  'expired',
  '500',
  'reset',
  'drip',
  'redirect',
  'endless',
] as const;
export type MediaFault = (typeof MEDIA_FAULTS)[number];
const AT_LOOKUP: ReadonlySet<MediaFault> = new Set(['gone', 'foreign-host', 'wrong-digest']);

/** A fault of the next Gmail call of a mailbox. */
export type MailFault = 'invalid_grant' | '401' | '403-rate' | '403-scope' | '404' | '429' | '500';

/** A fault of a mailbox's next send: a refusal, a silence or a cut, before or after Gmail took the message. */
export type MailSendFault =
  'timeout-before' | 'timeout-after' | 'reset-before' | 'reset-after' | '403-rate' | '403-scope' | '429' | '500';

interface Armed<F> {
  readonly fault: F;
  left: number;
}

const ALL = '*';

/** The faults that were asked for and have not struck yet. Kept in memory: a restarted sandbox is a healthy one. */
@Injectable()
export class FaultBook {
  private readonly sends = new Shelf<SendFault>();
  private readonly signatures = new Shelf<SignatureFault>();
  private readonly media = new Shelf<MediaFault>();
  private readonly mails = new Shelf<MailFault>();
  private readonly mailSends = new Shelf<MailSendFault>();

  armSend(phoneNumberId: string, fault: SendFault, times: number): void {
    this.sends.arm(phoneNumberId, fault, times);
  }

  /** @param phoneNumberId undefined spoils the signatures of every number's webhooks */
  armSignature(phoneNumberId: string | undefined, fault: SignatureFault, times: number): void {
    this.signatures.arm(phoneNumberId ?? ALL, fault, times);
  }

  armMedia(phoneNumberId: string, fault: MediaFault, times: number): void {
    this.media.arm(phoneNumberId, fault, times);
  }

  armMail(email: string, fault: MailFault, times: number): void {
    this.mails.arm(email, fault, times);
  }

  armMailSend(email: string, fault: MailSendFault, times: number): void {
    this.mailSends.arm(email, fault, times);
  }

  /** The oldest fault that fits this call, used up once; one with a share may let it pass. */
  takeSendFault(phoneNumberId: string, call: SendFault['call'], to: string): SendFault | undefined {
    const digits = to.replace(/\D/g, '');
    const fits = (fault: SendFault) =>
      fault.call === call && (fault.to === undefined || fault.to === digits) && (fault.share >= 1 || Math.random() < fault.share);
    return this.sends.take(phoneNumberId, fits);
  }

  takeSignatureFault(phoneNumberId: string | undefined): SignatureFault | undefined {
    return (phoneNumberId && this.signatures.take(phoneNumberId)) || this.signatures.take(ALL);
  }

  takeMediaFault(phoneNumberIds: readonly string[], moment: 'lookup' | 'download'): MediaFault | undefined {
    for (const id of phoneNumberIds) {
      const fault = this.media.take(id, (one) => AT_LOOKUP.has(one) === (moment === 'lookup'));
      if (fault) return fault;
    }
    return undefined;
  }

  /** @param atToken true while a token is asked for: `invalid_grant` strikes there and nowhere else */
  takeMailFault(email: string, atToken: boolean): MailFault | undefined {
    return this.mails.take(email, (fault) => (fault === 'invalid_grant') === atToken);
  }

  takeMailSendFault(email: string): MailSendFault | undefined {
    return this.mailSends.take(email);
  }

  /** Disarms one number's or mailbox's faults, or all. */
  clear(owner?: string): void {
    for (const shelf of [this.sends, this.signatures, this.media, this.mails, this.mailSends]) shelf.clear(owner);
  }
}

/** Armed faults by their owner, each with how often it is still to strike. */
class Shelf<F> {
  private readonly armed = new Map<string, Armed<F>[]>();

  arm(owner: string, fault: F, times: number): void {
    this.armed.set(owner, [...(this.armed.get(owner) ?? []), { fault, left: times }]);
  }

  take(owner: string, fits: (fault: F) => boolean = () => true): F | undefined {
    const armed = this.armed.get(owner) ?? [];
    const index = armed.findIndex((one) => fits(one.fault));
    const found = armed[index];
    if (!found) return undefined;
    found.left--;
    if (found.left <= 0) armed.splice(index, 1);
    return found.fault;
  }

  clear(owner: string | undefined): void {
    if (owner === undefined) this.armed.clear();
    else this.armed.delete(owner);
  }
}
