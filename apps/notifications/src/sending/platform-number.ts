import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ListedTemplate, SentMessage, TemplateDraft } from '#providers';
import { WhatsAppClient } from '#providers';
import { NotificationsEnv } from '../notifications.env.js';
import { TEMPLATE_LANGUAGE, templateOf } from '../template/templates.js';
import type { ClaimedNotice } from './notice-queue.js';

/** The platform's own WhatsApp number: a seller cannot be notified from his business number to that same number. */
@Injectable()
export class PlatformNumber implements OnModuleDestroy {
  constructor(
    private readonly whatsApp: WhatsAppClient,
    private readonly env: NotificationsEnv,
  ) {}

  /** Sends a notice as a template message, which WhatsApp takes at any hour. The notice's id comes back in each status. @throws ProviderError */
  send({ id, kind, to, values, payloads }: ClaimedNotice): Promise<SentMessage> {
    return this.whatsApp.send(
      { phoneNumberId: this.env.platformPhoneNumberId, accessToken: this.env.platformWhatsAppToken },
      {
        to,
        callbackData: id,
        content: {
          type: 'template',
          name: templateOf(kind).whatsAppName,
          language: TEMPLATE_LANGUAGE,
          body: values,
          buttons: payloads.map((payload, index) => ({ index, kind: 'quick_reply', payload })),
        },
      },
    );
  }

  /** @throws ProviderError */
  listTemplates(): Promise<ListedTemplate[]> {
    return this.whatsApp.listTemplates(this.env.platformBusinessAccountId, this.env.platformWhatsAppToken);
  }

  /** @throws ProviderError */
  async createTemplate(draft: TemplateDraft): Promise<void> {
    await this.whatsApp.createTemplate(this.env.platformBusinessAccountId, this.env.platformWhatsAppToken, draft);
  }

  async onModuleDestroy(): Promise<void> {
    await this.whatsApp.close();
  }
}
