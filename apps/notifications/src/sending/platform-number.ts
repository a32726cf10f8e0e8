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

  /** Sends a notice as a template message, which WhatsApp takes at any hour. The notice's id comes back in each status. @throws ProviderError, SecretBoxError */
  async send(notice: ClaimedNotice): Promise<SentMessage> {
    const { id, kind, to, payloads } = notice;
    const body = this.bodyOf(notice);
    return this.whatsApp.send(
      { phoneNumberId: this.env.platformPhoneNumberId, accessToken: this.env.platformWhatsAppToken },
      {
        to,
        callbackData: id,
        content: {
          type: 'template',
          name: templateOf(kind).whatsAppName,
          language: TEMPLATE_LANGUAGE,
          body,
          buttons: payloads.map((payload, index) => ({ index, kind: 'quick_reply', payload })),
        },
      },
    );
  }

  /** The text's values; a code is opened here, for this call only. */
  private bodyOf({ values, codeId, sealedCode }: ClaimedNotice): string[] {
    return values.map((value) => value ?? this.env.secretBox.open(sealedCode ?? '', `security-code|${codeId}`));
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
