import { Module } from '@nestjs/common';
import { GmailAccess } from './gmail-access.js';
import { GmailController } from './gmail.controller.js';
import { MailboxEvents } from './mailbox-events.js';
import { OAuth } from './oauth.js';
import { OAuthController } from './oauth.controller.js';
import { SendController } from './send.controller.js';

/** Gmail, Google's sign-in and the Pub/Sub pushes of watched mailboxes. */
@Module({
  controllers: [GmailController, SendController, OAuthController],
  providers: [GmailAccess, MailboxEvents, OAuth],
  exports: [MailboxEvents],
})
export class GmailModule {}
