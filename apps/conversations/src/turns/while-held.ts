import { Injectable } from '@nestjs/common';
import { AnswerMeanwhile } from './answer-meanwhile.js';
import { Holding } from './holding.js';
import { TakeBack, type Written } from './take-back.js';

/** What comes of words written into conversations that a person has: she takes her call back, her order answers her, or she hears when somebody will. */
@Injectable()
export class WhileHeld {
  constructor(
    private readonly takeBack: TakeBack,
    private readonly meanwhile: AnswerMeanwhile,
    private readonly holding: Holding,
  ) {}

  /**
   * In the transaction that stored what was written. Each conversation by the first that fits.
   * @param silent sellers whose assistant is switched off: to their customers only the shop's hours are said
   */
  async afterMessages(written: readonly Written[], silent: ReadonlySet<string>): Promise<void> {
    const assisted = written.filter(({ sellerId }) => !silent.has(sellerId));
    const takenBack = await this.takeBack.afterMessages(assisted);
    const answered = await this.meanwhile.afterMessages(assisted.filter(({ conversationId }) => !takenBack.has(conversationId)));
    await this.holding.afterMessages(
      written.map(({ conversationId }) => conversationId).filter((id) => !takenBack.has(id) && !answered.has(id)),
    );
  }
}
