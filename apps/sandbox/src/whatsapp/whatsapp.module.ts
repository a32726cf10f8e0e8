import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { GraphAccess } from './graph-access.js';
import { Inbound } from './inbound.js';
import { MediaController } from './media.controller.js';
import { MediaStore } from './media-store.js';
import { MessagesController } from './messages.controller.js';
import { ReadReceipt } from './read-receipt.js';
import { SendLimits } from './send/limits.js';
import { MediaRules } from './send/media-rules.js';
import { SendMessage } from './send/send-message.js';
import { StatusProgress } from './status-progress.js';
import { TemplateDesk } from './template-desk.js';
import { TemplatesController } from './templates.controller.js';

/** WhatsApp Cloud API: what a business sends, what phones write, what is told to the webhook. */
@Module({
  controllers: [MessagesController, TemplatesController, MediaController, AccountController],
  providers: [GraphAccess, SendMessage, SendLimits, MediaRules, StatusProgress, ReadReceipt, Inbound, MediaStore, TemplateDesk],
  exports: [Inbound, MediaStore, ReadReceipt, StatusProgress, TemplateDesk],
})
export class WhatsAppModule {}
