import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Worker, Workers } from '#bus';
import { ProviderError } from '#providers';
import { LOGGER } from '#service';
import { PlatformNumber } from '../sending/platform-number.js';
import { type NoticeTemplate, TEMPLATE_LANGUAGE, TEMPLATES } from './templates.js';
import { templateDraft } from './wording.js';

const HOURLY_MS = 3_600_000;
const AFTER_FAILURE_MS = 5_000;
const AT_MOST_EVERY_MS = 3_000;

/** Registers with WhatsApp the templates that are not there yet, in the background: the service starts without it, and notices wait for their template. */
@Injectable()
export class EnsureTemplates {
  private dueAt = 0;
  private triedAt = 0;

  constructor(
    private readonly number: PlatformNumber,
    private readonly workers: Workers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A template turned out to be missing: look again soon. */
  askAgain(): void {
    this.dueAt = Math.min(this.dueAt, this.triedAt + AT_MOST_EVERY_MS);
    this.workers.wake('modeles');
  }

  @Worker({ name: 'modeles', idleMs: AT_MOST_EVERY_MS, outbound: true })
  async ensure(): Promise<number> {
    if (Date.now() < this.dueAt) return 0;
    this.triedAt = Date.now();
    this.dueAt = this.triedAt + HOURLY_MS;
    try {
      return await this.createMissing();
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      this.dueAt = this.triedAt + Math.max(AFTER_FAILURE_MS, error.retryAfterMs ?? 0);
      // An outage passes by itself; whatever else WhatsApp says needs somebody to look.
      const passes = ['retry', 'wait', 'unknown'].includes(error.action);
      this.logger[passes ? 'info' : 'warn'](
        { event: 'templates.not-ensured', code: error.code, action: error.action },
        'not all templates are registered with WhatsApp; tried again',
      );
      return 0;
    }
  }

  private async createMissing(): Promise<number> {
    const there = new Set((await this.number.listTemplates()).map(({ name, language }) => `${name} ${language}`));
    const missing = (Object.values(TEMPLATES) as NoticeTemplate[]).filter(
      ({ whatsAppName }) => !there.has(`${whatsAppName} ${TEMPLATE_LANGUAGE}`),
    );
    let refusal: ProviderError | undefined;
    let created = 0;
    for (const template of missing) {
      try {
        await this.number.createTemplate(templateDraft(template));
        created += 1;
      } catch (error) {
        // One that is refused for its own sake must not keep the others from being registered.
        if (!(error instanceof ProviderError && error.action === 'reject')) throw error;
        refusal ??= error;
      }
    }
    if (created > 0) this.logger.info({ event: 'templates.created', count: created }, 'templates registered with WhatsApp');
    if (refusal) throw refusal;
    return created;
  }
}
