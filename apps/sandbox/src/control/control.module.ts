import { Module } from '@nestjs/common';
import { GeminiModule } from '../gemini/gemini.module.js';
import { GmailModule } from '../gmail/gmail.module.js';
import { WhatsAppModule } from '../whatsapp/whatsapp.module.js';
import { FaultsController } from './faults.controller.js';
import { HandshakeProbe } from './handshake-probe.js';
import { PlayController } from './play.controller.js';
import { Registry } from './registry.js';
import { RegistryController } from './registry.controller.js';
import { ViewsController } from './views.controller.js';

/** The strings behind the stage: `/__sandbox`. */
@Module({
  imports: [WhatsAppModule, GmailModule, GeminiModule],
  controllers: [RegistryController, PlayController, FaultsController, ViewsController],
  providers: [Registry, HandshakeProbe],
})
export class ControlModule {}
