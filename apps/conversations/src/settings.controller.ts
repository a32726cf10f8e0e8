import { Injectable } from '@nestjs/common';
import {
  type AssistantSettingsView,
  type Caller,
  GetAssistantSettings,
  GetWhatsAppHealth,
  type QuestionOf,
  UpdateAssistantSettings,
  type WhatsAppHealth,
} from '#contracts';
import { OnRequest } from '#bus';
import { WhatsAppHealthQueries } from './channel/whatsapp-health.queries.js';
import { AssistantSettings } from './settings/assistant-settings.js';

/** How a shop's assistant behaves, and whether its numbers work. */
@Injectable()
export class SettingsController {
  constructor(
    private readonly settings: AssistantSettings,
    private readonly health: WhatsAppHealthQueries,
  ) {}

  @OnRequest(GetAssistantSettings)
  assistant(_question: QuestionOf<GetAssistantSettings>, caller: Caller): Promise<AssistantSettingsView> {
    return this.settings.get(caller.sellerId!);
  }

  @OnRequest(UpdateAssistantSettings)
  update(question: QuestionOf<UpdateAssistantSettings>, caller: Caller): Promise<AssistantSettingsView> {
    return this.settings.update(caller.sellerId!, question);
  }

  @OnRequest(GetWhatsAppHealth)
  whatsAppHealth({ accountId }: QuestionOf<GetWhatsAppHealth>, caller: Caller): Promise<WhatsAppHealth> {
    return this.health.of(accountId, caller.sellerId!);
  }
}
