import { Inject, Injectable } from '@nestjs/common';
import { FaultBook, type MailFault, type MailSendFault } from '../control/fault-book.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GoogleError } from './google-error.js';
import type { Mail, Mailbox } from './mail.js';

/** Scopes that allow it, any of them. */
const RIGHTS = {
  read: /gmail\.(modify|readonly)|mail\.google\.com/,
  modify: /gmail\.modify|mail\.google\.com/,
  send: /gmail\.(modify|send|compose)|mail\.google\.com/,
} as const;

/** Which mailbox an access token opens, and the faults armed for it. */
@Injectable()
export class GmailAccess {
  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly faults: FaultBook,
  ) {}

  /**
   * @param user `me` or the mailbox's own address
   * @param right what is going to be done
   * @throws GoogleError 401 without a living token, 403 without a scope for it or for another's mailbox, or the armed fault
   */
  open(authorization: string | undefined, user: string, right: keyof typeof RIGHTS = 'read'): Mailbox {
    const token = this.state.mail.token(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '');
    const box = token && this.state.mail.boxes.get(token.email);
    if (!token || !box || box.revoked || token.expiresAt <= this.state.now()) throw new GoogleError('unauthenticated');
    this.refuse(this.faults.takeMailFault(box.email, false));
    if (!RIGHTS[right].test(token.scopes)) throw new GoogleError('scopes');
    if (user !== 'me' && user !== box.email) throw new GoogleError('scopes', `Delegation denied for ${box.email}`);
    return box;
  }

  /** @throws GoogleError 404 */
  mail(box: Mailbox, id: string): Mail {
    const mail = box.mails.get(id);
    if (!mail) throw new GoogleError('notFound');
    return mail;
  }

  /** Plays a refusal that was asked for. @throws GoogleError */
  refuse(fault: MailFault | MailSendFault | undefined): void {
    if (fault === '401') throw new GoogleError('unauthenticated');
    if (fault === '403-scope') throw new GoogleError('scopes');
    if (fault === '404') throw new GoogleError('notFound');
    if (fault === '429') throw new GoogleError('concurrent');
    if (fault === '500') throw new GoogleError('backend');
    if (fault === '403-rate') {
      const retryAfter = new Date(Date.now() + 1000).toISOString();
      throw new GoogleError('userRate', `User-rate limit exceeded.  Retry after ${retryAfter}`);
    }
  }
}
