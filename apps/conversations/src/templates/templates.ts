import { Inject, Injectable } from '@nestjs/common';
import {
  type CreateTemplate,
  DomainError,
  invalid,
  notFound,
  type QuestionOf,
  type TemplateUse,
  type TemplateView,
} from '#contracts';
import { Database } from '#database';
import { type ListedTemplate, ProviderError, SecretBox, type WhatsAppPort } from '#providers';
import { SafeMode } from '#service';
import { WHATSAPP } from '../outbound/whatsapp.token.js';
import { ApiUsageBook } from '../usage/api-usage.book.js';
import { filledIn, needsMore, parameterCount, templateView, valuesFor } from './template.view.js';

/** A list that is this young is not asked for again. */
const FRESH_MS = 60_000;
/** Business accounts whose list is kept at most. */
const MOST_LISTS = 500;
/** All of ours are in French. */
const LANGUAGE = 'fr';

interface Business {
  accountId: string;
  businessAccountId: string;
  accessToken: string;
}

/** A template, filled in and checked, ready to be queued. */
export interface FilledTemplate {
  content: {
    type: 'template';
    name: string;
    language: string;
    body?: string[] | Record<string, string>;
    /** WhatsApp files it as advertising: who wants none gets it not. */
    advertises?: true;
  };
  /** As the customer reads it. */
  text: string;
}

/** The templates of a seller's numbers, as WhatsApp has them; asked outside any transaction. */
@Injectable()
export class TemplateBook {
  private readonly lists = new Map<string, { at: number; templates: Promise<ListedTemplate[]> }>();

  constructor(
    private readonly db: Database,
    private readonly box: SecretBox,
    private readonly usage: ApiUsageBook,
    private readonly safe: SafeMode,
    @Inject(WHATSAPP) private readonly whatsapp: WhatsAppPort,
  ) {}

  /** By name. @throws DomainError WHATSAPP_ACCOUNT_NOT_FOUND, WHATSAPP_ACCOUNT_INCOMPLETE, WHATSAPP_UNAVAILABLE, WHATSAPP_REFUSED */
  async list(accountId: string, sellerId: string): Promise<TemplateView[]> {
    const templates = await this.templatesOf(await this.business(accountId, sellerId), sellerId);
    return templates
      .flatMap((one) => templateView(one) ?? [])
      .sort((a, b) => (a.name === b.name ? (a.language < b.language ? -1 : 1) : a.name < b.name ? -1 : 1))
      .slice(0, 250);
  }

  /** Asks WhatsApp to approve one. @throws as {@link list}, and VALIDATION_FAILED */
  async create(draft: Omit<QuestionOf<CreateTemplate>, 'accountId'>, accountId: string, sellerId: string): Promise<TemplateView> {
    const { name, category, body, examples } = draft;
    const parameters = assertWellMade(body, examples);
    const business = await this.business(accountId, sellerId);
    const made = await this.asked(sellerId, 'templates.create', () =>
      this.whatsapp.createTemplate(business.businessAccountId, business.accessToken, {
        name,
        language: LANGUAGE,
        category,
        components: [{ type: 'BODY', text: body, ...(parameters > 0 ? { example: { body_text: [examples] } } : {}) }],
      }),
    );
    this.lists.delete(keyOf(sellerId, business));
    // Meta may file it under another category than was asked for.
    const filed = made.category === 'UTILITY' || made.category === 'MARKETING' ? made.category : category;
    return { name, language: LANGUAGE, category: filed, status: made.status, body, parameters };
  }

  /**
   * Checks a use of a template against what WhatsApp approved.
   * @throws DomainError TEMPLATE_NOT_FOUND, TEMPLATE_NOT_APPROVED, VALIDATION_FAILED (number of parameters; parts that a reply cannot fill in), and as {@link list}
   */
  async fill(use: TemplateUse, accountId: string, sellerId: string): Promise<FilledTemplate> {
    const templates = await this.templatesOf(await this.business(accountId, sellerId), sellerId);
    const found = templates.find((one) => one.name === use.name && one.language === use.language);
    if (!found) throw new DomainError('TEMPLATE_NOT_FOUND', 'not-found', { name: use.name, language: use.language });
    if (found.status !== 'APPROVED')
      throw new DomainError('TEMPLATE_NOT_APPROVED', 'conflict', { name: use.name, status: found.status });
    if (needsMore(found))
      throw invalid('this template cannot be used here', [
        { field: 'template.name', problem: 'has a picture, a file or a link that would have to be filled in' },
      ]);
    const body = templateView(found)?.body ?? '';
    const wanted = parameterCount(body);
    if (use.parameters.length !== wanted)
      throw invalid('a template is filled in completely', [
        { field: 'template.parameters', problem: `needs ${wanted} values, has ${use.parameters.length}` },
      ]);
    return {
      content: {
        type: 'template',
        name: use.name,
        language: use.language,
        ...(wanted > 0 ? { body: valuesFor(body, use.parameters) } : {}),
        ...(found.category === 'MARKETING' ? { advertises: true as const } : {}),
      },
      text: body ? filledIn(body, use.parameters) : `Modèle ${use.name}`,
    };
  }

  /** The lists are asked for anew. */
  forget(): void {
    this.lists.clear();
  }

  private templatesOf(business: Business, sellerId: string): Promise<ListedTemplate[]> {
    const key = keyOf(sellerId, business);
    const known = this.lists.get(key);
    if (known && Date.now() - known.at < FRESH_MS) return known.templates;
    if (this.lists.size >= MOST_LISTS) this.lists.clear();
    const templates = this.asked(sellerId, 'templates.list', () =>
      this.whatsapp.listTemplates(business.businessAccountId, business.accessToken),
    );
    this.lists.set(key, { at: Date.now(), templates });
    // What could not be had is asked for again next time.
    templates.catch(() => this.lists.delete(key));
    return templates;
  }

  private async business(accountId: string, sellerId: string): Promise<Business> {
    const [row] = await this.db.asSeller(sellerId, () =>
      this.db.rows<{ compte_business: string | null; access_token: string | null }>(
        `select compte_business, access_token from comptes_copie where id_compte_whatsapp = $1 and id_utilisateur = $2 and statut <> 'deconnecte'`,
        [accountId, sellerId],
      ),
    );
    if (!row) throw notFound('whatsapp_account', accountId);
    if (!row.compte_business || !row.access_token)
      throw new DomainError('WHATSAPP_ACCOUNT_INCOMPLETE', 'conflict', { accountId });
    const accessToken = this.box.open(row.access_token, `comptes_whatsapp.access_token|${sellerId}`);
    return { accountId, businessAccountId: row.compte_business, accessToken };
  }

  private async asked<T>(sellerId: string, operation: string, call: () => Promise<T>): Promise<T> {
    // A restored copy says nothing to anybody.
    if (this.safe.active) throw new DomainError('WHATSAPP_UNAVAILABLE', 'unavailable', { safeMode: true });
    const started = Date.now();
    const count = (ok: boolean) => this.usage.count(sellerId, operation, { ok, latencyMs: Date.now() - started });
    try {
      const answer = await call();
      await count(true);
      return answer;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      await count(false);
      const passes = ['retry', 'wait', 'unknown'].includes(error.action);
      throw new DomainError(passes ? 'WHATSAPP_UNAVAILABLE' : 'WHATSAPP_REFUSED', passes ? 'unavailable' : 'conflict', {
        code: error.code,
        problem: error.explanationFr,
      });
    }
  }
}

const keyOf = (sellerId: string, { businessAccountId, accessToken }: Business) =>
  `${sellerId}|${businessAccountId}|${accessToken}`;

/** @returns how many values the text takes @throws DomainError VALIDATION_FAILED: WhatsApp takes values numbered from 1, not at the ends of the text, with an example each */
function assertWellMade(body: string, examples: string[]): number {
  const wanted = parameterCount(body);
  const numbers = [...body.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => Number(match[1]));
  const problems = [
    ...(numbers.some((n) => !Number.isInteger(n) || n < 1) || new Set(numbers).size !== wanted
      ? [{ field: 'body', problem: 'values are {{1}}, {{2}} … without a gap' }]
      : []),
    ...(/^\s*\{\{|\}\}\s*$/.test(body) ? [{ field: 'body', problem: 'may not begin or end with a value' }] : []),
    ...(examples.length !== wanted ? [{ field: 'examples', problem: `has one for each value: ${wanted}` }] : []),
  ];
  if (problems.length > 0) throw invalid('WhatsApp would refuse this template', problems);
  return wanted;
}
