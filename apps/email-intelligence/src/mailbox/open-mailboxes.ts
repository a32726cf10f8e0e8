import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#database';
import { GmailClient, type MailPort, SecretBox } from '#providers';
import type { Mailbox } from './mailbox-queue.js';

const context = (sellerId: string) => `comptes_email.jeton_acces|${sellerId}`;
const MOST = 1_000;

/** Mailboxes with their access tokens, kept between readings: a token lives an hour, and Google counts renewals. */
@Injectable()
export class OpenMailboxes implements OnModuleDestroy {
  private readonly open = new Map<string, { version: number; port: MailPort }>();

  constructor(
    private readonly db: Database,
    private readonly gmail: GmailClient,
    private readonly box: SecretBox,
  ) {}

  /** @throws SecretBoxError when the token was sealed for another seller or under a key that is gone */
  of(mailbox: Mailbox): MailPort {
    const { accountId, sellerId, version } = mailbox;
    const known = this.open.get(accountId);
    if (known?.version === version) return known.port;
    const refreshToken = this.box.open(mailbox.sealedToken, context(sellerId));
    const port = this.gmail.mailbox({ refreshToken }, async (tokens) => {
      if (tokens.refreshToken !== refreshToken) await this.keep(mailbox, tokens.refreshToken);
    });
    const oldest = this.open.keys().next().value;
    if (this.open.size >= MOST && oldest !== undefined) this.open.delete(oldest);
    this.open.set(accountId, { version, port });
    return port;
  }

  /** Google sometimes gives a new refresh token; the old one may stop working. */
  private async keep({ accountId, sellerId, version }: Mailbox, refreshToken: string): Promise<void> {
    await this.db.asWorkerApart(() =>
      this.db.run('update boites set jeton_scelle = $3 where id_compte_email = $1 and version = $2', [
        accountId,
        version,
        this.box.seal(refreshToken, context(sellerId)),
      ]),
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.gmail.close();
  }
}
