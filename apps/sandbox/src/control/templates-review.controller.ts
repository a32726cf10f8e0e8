import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Post, Query } from '@nestjs/common';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { Fields } from '../whatsapp/send/fields.js';
import { TemplateDesk } from '../whatsapp/template-desk.js';
import { view } from '../whatsapp/templates.controller.js';
import { TEMPLATE_STATUSES } from '../whatsapp/whatsapp.js';
import { Input } from './input.js';

/** Meta's side of templates: review them, and have them without asking. */
@Controller('__sandbox/templates')
export class TemplatesReviewController {
  constructor(
    private readonly desk: TemplateDesk,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  @Get()
  list(@Query('businessAccountId') businessAccountId: string | undefined): unknown {
    const all = this.state.whatsapp.templates;
    const found = businessAccountId === undefined ? all : this.state.whatsapp.templatesOf(businessAccountId);
    return { templates: found.map((one) => ({ businessAccountId: one.businessAccountId, ...view(one) })) };
  }

  /** A template as its author would submit it, with `{businessAccountId, status?}`; APPROVED unless said. */
  @Post()
  create(@Body() body: unknown): unknown {
    const input = new Input(body);
    const status = input.oneOf('status', TEMPLATE_STATUSES, 'APPROVED');
    return view(this.desk.submit(input.text('businessAccountId'), Fields.of(body), status));
  }

  /** `{businessAccountId, name, language?, status, reason?}`: decides, in every language unless one is named. */
  @Post('review')
  @HttpCode(200)
  review(@Body() body: unknown): unknown {
    const input = new Input(body);
    const name = input.text('name');
    const language = input.optionalText('language');
    const status = input.oneOf('status', TEMPLATE_STATUSES);
    const found = this.state.whatsapp
      .templatesOf(input.text('businessAccountId'))
      .filter((one) => one.name === name && (language === undefined || one.language === language));
    if (found.length === 0) throw new NotFoundException(`no template ${name}`);
    for (const template of found) this.desk.review(template, status, input.optionalText('reason'));
    return { reviewed: found.length };
  }
}
