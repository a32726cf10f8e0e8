import { Module } from '@nestjs/common';
import { GeminiModule } from '../gemini/gemini.module.js';
import { GmailModule } from '../gmail/gmail.module.js';
import { WhatsAppModule } from '../whatsapp/whatsapp.module.js';
import { FaultsController } from './faults.controller.js';
import { HandshakeProbe } from './handshake-probe.js';
import { MailController } from './mail.controller.js';
import { PeopleController } from './people.controller.js';
import { PlayController } from './play.controller.js';
import { Registry } from './registry.js';
import { RegistryController } from './registry.controller.js';
import { TemplatesReviewController } from './templates-review.controller.js';
import { ViewsController } from './views.controller.js';
import { WebhooksController } from './webhooks.controller.js';

/** The strings behind the stage: `/__sandbox`. */
@Module({
  imports: [WhatsAppModule, GmailModule, GeminiModule],
  controllers: [
    RegistryController,
    PlayController,
    PeopleController,
    MailController,
    FaultsController,
    WebhooksController,
    TemplatesReviewController,
    ViewsController,
  ],
  providers: [Registry, HandshakeProbe],
})
export class ControlModule {}
