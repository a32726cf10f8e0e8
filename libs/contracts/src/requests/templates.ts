import { Asks, request } from '../message.js';
import { count, id, listOf, oneOf, text, textList } from '../schema.js';

export const TEMPLATE_CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const;

/** A message that WhatsApp has to approve before it may be sent outside the 24 hours. */
export class TemplateView {
  @text('Name', { max: 512 }) name!: string;
  @text('Language, e.g. `fr`', { max: 20 }) language!: string;
  @oneOf('Category, which makes its price', TEMPLATE_CATEGORIES) category!: (typeof TEMPLATE_CATEGORIES)[number];
  @text('APPROVED, PENDING, REJECTED, PAUSED …', { max: 40 }) status!: string;
  @text('Text, with `{{1}}` … for what is filled in', { max: 1_024, optional: true }) body?: string;
  @count('How many texts are filled in', { max: 100, optional: true }) parameters?: number;
}

export class Templates {
  @listOf('Templates, by name', () => TemplateView, { max: 250 }) items!: TemplateView[];
}

@request('templates', {
  to: 'conversations',
  says: 'The templates of a business number, as WhatsApp has them.',
  answers: Templates,
})
export class ListTemplates extends Asks<Templates> {
  @id('The WhatsApp account') accountId!: string;
}

@request('create-template', {
  to: 'conversations',
  says: 'Asks WhatsApp to approve a template; it says later whether it did.',
  answers: TemplateView,
})
export class CreateTemplate extends Asks<TemplateView> {
  @id('The WhatsApp account') accountId!: string;
  @text('Name: small letters, digits, underscores', { max: 512, pattern: '^[a-z0-9_]+$' }) name!: string;
  @oneOf('Category', ['UTILITY', 'MARKETING']) category!: 'UTILITY' | 'MARKETING';
  @text('Text, with `{{1}}` … for what is filled in', { max: 1_024 }) body!: string;
  @textList('An example for each text that is filled in', { max: 20 }) examples!: string[];
}

/** A template, filled in. */
export class TemplateUse {
  @text('Name', { max: 512 }) name!: string;
  @text('Language', { max: 20 }) language!: string;
  @textList('What is filled in, in order', { max: 20 }) parameters!: string[];
}
