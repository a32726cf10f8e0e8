import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GraphAccess } from './graph-access.js';
import { GraphError } from './graph-error.js';
import { GraphHeaders } from './graph-headers.js';
import { Fields } from './send/fields.js';
import { TemplateDesk } from './template-desk.js';
import type { Template } from './whatsapp.js';

type Filter = Partial<Record<'name' | 'language' | 'status' | 'category' | 'limit' | 'after', string>>;

/**
 * `/{version}/{waba}/message_templates`. Created templates are approved at once, where Meta takes minutes to days, unless a number of
 * the business account was registered to have them reviewed.
 */
@Controller(':version/:id/message_templates')
@UseInterceptors(GraphHeaders)
export class TemplatesController {
  constructor(
    private readonly access: GraphAccess,
    private readonly desk: TemplateDesk,
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
    const numbers = this.access.business(version, authorization, id, 'POST');
    const status = numbers.some((account) => account.reviewsTemplates) ? 'PENDING' : 'APPROVED';
    const template = this.desk.submit(id, Fields.of(body), status);
    return { id: template.id, status, category: template.category };
  }

  @Get()
  list(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
    @Query() filter: Filter,
  ): unknown {
    this.access.business(version, authorization, id);
    const found = this.state.whatsapp
      .templatesOf(id)
      .filter(
        (one) =>
          (filter.name === undefined || one.name === filter.name) &&
          (filter.language === undefined || one.language === filter.language) &&
          (filter.status === undefined || filter.status === (one.status ?? 'APPROVED')) &&
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
}

/** As `GET message_templates` lists it; a reason only where Meta has one. */
export function view(template: Template): Record<string, unknown> {
  const { id, name, language, category, components, parameterFormat, status = 'APPROVED', reason } = template;
  const why = status === 'REJECTED' ? { rejected_reason: reason ?? 'NONE' } : {};
  return { name, parameter_format: parameterFormat, components, language, status, category, id, ...why };
}
