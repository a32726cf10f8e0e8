import { Inject, Injectable } from '@nestjs/common';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { metaJson } from '../dispatch/whatsapp-signature.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { templateWebhook } from './envelope.js';
import { GraphError } from './graph-error.js';
import type { Fields } from './send/fields.js';
import { newTemplate } from './template-definition.js';
import type { Template, TemplateStatus } from './whatsapp.js';

/** Meta's review of templates: what is submitted, what becomes of it, and the webhook that tells. */
@Injectable()
export class TemplateDesk {
  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** Takes a template in; one that is not left pending is announced. @throws GraphError 100 when it breaks Meta's rules */
  submit(businessAccountId: string, request: Fields, status: TemplateStatus): Template {
    const template = { ...newTemplate(businessAccountId, request), status };
    const known = this.state.whatsapp.templatesOf(businessAccountId);
    if (known.some((one) => one.name === template.name && one.language === template.language)) {
      const message = `There is already ${template.language} content for this template. You can create a new template and try again.`;
      throw new GraphError(100, message, { message, subcode: 2_388_024 });
    }
    this.state.record({ type: 'template-created', template });
    if (status !== 'PENDING') this.announce(template, status, 'NONE');
    return template;
  }

  /** Decides on a template, and tells the webhook. @param reason Meta's word for it: `INVALID_FORMAT`, `ABUSIVE_CONTENT`… */
  review(template: Template, status: TemplateStatus, reason: string | undefined): void {
    this.state.record({ type: 'template-reviewed', id: template.id, status, ...(reason === undefined ? {} : { reason }) });
    this.announce(template, status, reason ?? (status === 'REJECTED' ? null : 'NONE'));
  }

  private announce(template: Template, event: string, reason: string | null): void {
    const body = metaJson(templateWebhook(template, event, reason, this.state.now()));
    void this.dispatcher.queue('whatsapp', { kind: 'template', status: event }, body);
  }
}
