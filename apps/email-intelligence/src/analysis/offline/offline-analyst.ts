import { Injectable } from '@nestjs/common';
import type { Analysis, MailAnalyst, MailToAnalyse } from '../mail-analyst.js';
import { classify } from './classify.js';
import { signalsOf } from './signals.js';
import { summarise } from './summarise.js';

/** French rules: no network, no cost, the same answer for the same mail. */
@Injectable()
export class OfflineAnalyst implements MailAnalyst {
  readonly engine = 'offline';

  async analyse(mail: MailToAnalyse): Promise<Analysis> {
    const verdict = classify(signalsOf(mail));
    return { judgement: { ...verdict, summary: summarise(mail, verdict) }, engine: this.engine };
  }
}
