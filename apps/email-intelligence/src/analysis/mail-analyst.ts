import { EMAIL_ACTIONS, EMAIL_CLASSIFICATIONS, oneOf, ratio, text } from '#contracts';

/** A mail as an analyst reads it. All of it is the sender's word. */
export interface MailToAnalyse {
  from: string;
  fromName: string;
  subject: string;
  text: string;
  /** Newsletters, lists, auto-replies: nobody waits for an answer. */
  isAutomatic: boolean;
}

/** What a mail means; also the shape that Gemini's answer must have. */
export class MailJudgement {
  @oneOf('Nature du message', EMAIL_CLASSIFICATIONS) classification!: (typeof EMAIL_CLASSIFICATIONS)[number];
  @text('Résumé en français, une à trois phrases, sans lien', { max: 2000 }) summary!: string;
  @oneOf('Action conseillée au vendeur', EMAIL_ACTIONS) action!: (typeof EMAIL_ACTIONS)[number];
  @ratio('Confiance, de 0 à 1') confidence!: number;
}

/** What a call to a model used, as billed. */
export interface ModelUse {
  model: string;
  inputTokens: number;
  outputTokens: number;
}

export interface Analysis {
  judgement: MailJudgement;
  engine: 'offline' | 'gemini';
  use?: ModelUse;
}

/** Says what a mail means. */
export interface MailAnalyst {
  readonly engine: 'offline' | 'gemini';
  /** @throws ProviderError, or NoJudgement when the answer cannot be used */
  analyse(mail: MailToAnalyse): Promise<Analysis>;
}

/** The model answered, and was paid, but not with a judgement. */
export class NoJudgement extends Error {
  constructor(
    /** `refused`, `truncated`, `malformed`, `not_json`, `breaks_schema` */
    readonly code: string,
    readonly use: ModelUse,
  ) {
    super(`the model gave no judgement: ${code}`);
  }
}

/** The analyst that the configuration chose. */
export const MAIL_ANALYST = Symbol('mail analyst');
