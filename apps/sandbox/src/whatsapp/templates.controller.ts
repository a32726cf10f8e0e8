import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { metaJson } from '../dispatch/whatsapp-signature.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { envelope } from './envelope.js';
import { GraphAccess } from './graph-access.js';
import { GraphError } from './graph-error.js';
import { GraphHeaders } from './graph-headers.js';
import { Fields } from './send/fields.js';
import { newTemplate } from './template-definition.js';
import type { Template } from './whatsapp.js';

type Filter = Partial<Record<'name' | 'language' | 'status' | 'category' | 'limit' | 'after', string>>;

/** `/{version}/{waba}/message_templates`: created templates are approved at once, where Meta takes minutes to days. */
@Controller(':version/:id/message_templates')
@UseInterceptors(GraphHeaders)
export class TemplatesController {
  constructor(
    private readonly access: GraphAccess,
    private readonly dispatcher: Dispatcher,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  @Post()
  @HttpCode(200)
  create(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): unknown {
    this.access.business(version, authorization, id, 'POST');
    const template = newTemplate(id, Fields.of(body));
    if (this.of(id).some((one) => one.name === template.name && one.language === template.language)) {
      const message = `There is already ${template.language} content for this template. You can create a new template and try again.`;
      throw new GraphError(100, message, { message, subcode: 2_388_024 });
    }
    this.state.record({ type: 'template-created', template });
    const value = {
      event: 'APPROVED',
      message_template_id: Number(template.id),
      message_template_name: template.name,
      message_template_language: template.language,
      reason: 'NONE',
      message_template_category: template.category,
    };
    const webhook = envelope(id, 'message_template_status_update', value, this.state.now());
    void this.dispatcher.queue('whatsapp', { kind: 'template' }, metaJson(webhook));
    return { id: template.id, status: 'APPROVED', category: template.category };
  }

  @Get()
  list(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
    @Query() filter: Filter,
  ): unknown {
    this.access.business(version, authorization, id);
    const found = this.of(id).filter(
      (one) =>
        (filter.name === undefined || one.name === filter.name) &&
        (filter.language === undefined || one.language === filter.language) &&
        (filter.status === undefined || filter.status === 'APPROVED') &&
        (filter.category === undefined || one.category === filter.category),
    );
    const from = filter.after === undefined ? 0 : Number(Buffer.from(filter.after, 'base64').toString()) || 0;
    const upTo = from + Math.min(Number(filter.limit) || 25, 250);
    const cursor = (index: number) => Buffer.from(String(index)).toString('base64');
    const paging = { cursors: { before: cursor(from), after: cursor(Math.min(upTo, found.length)) } };
    return { data: found.slice(from, upTo).map(view), ...(found.length > 0 ? { paging } : {}) };
  }

  @Delete()
  remove(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
    @Query('name') name: string | undefined,
  ): { success: true } {
    this.access.business(version, authorization, id, 'DELETE');
    if (!name) throw GraphError.parameter('The parameter name is required.');
    this.state.record({ type: 'template-deleted', businessAccountId: id, name });
    return { success: true };
  }

  private of(businessAccountId: string): Template[] {
    return this.state.whatsapp.templates.filter((one) => one.businessAccountId === businessAccountId);
  }
}

function view(template: Template): unknown {
  const { id, name, language, category, components, parameterFormat } = template;
  return { name, parameter_format: parameterFormat, components, language, status: 'APPROVED', category, id };
}
