import type { Deed, Dialogue, Sent } from './dialogue.js';
import { holds } from './dialogue.js';
import { Customer, NoSuchButton, readable } from './customer.js';
import { endOf, judge, type EndState } from './judge.js';
import { PriceBook, type WrongPrice } from './prices.js';
import { readShop } from './shop.js';
import type { OpenShop, Stage } from './stage.js';

/** One line of a dialogue as it was held. */
export interface Spoken {
  by: 'customer' | 'shop';
  text: string;
  buttons?: string[];
}

export interface Outcome {
  dialogue: Dialogue;
  /** Why it failed; empty: it ended as it must. */
  failures: string[];
  wrongPrices: WrongPrice[];
  /** Turns of the customer's until the first order was there. */
  turnsToOrder?: number;
  handedOver: boolean;
  spoken: Spoken[];
}

/** Nobody answers questions for longer. */
const MOST_ANSWERS = 8;
/** What a customer needs to read an answer and write the next message, in seconds. */
const HER_TIME = 20;

/**
 * Plays one dialogue in a shop of its own; once more when the machine, not the assistant, broke it off (a database without a free connection, a minute without rest).
 * Never throws: broken off twice, it has failed.
 */
export async function play(stage: Stage, dialogue: Dialogue, attempts = 2): Promise<Outcome> {
  const spoken: Spoken[] = [];
  try {
    const open = await stage.openShop(readShop(dialogue.shop, dialogue.stock));
    return await new Performance(stage, dialogue, open, spoken).run();
  } catch (error) {
    if (attempts > 1) return play(stage, dialogue, attempts - 1);
    const failures = [`broken off: ${(error as Error).message}`];
    return { dialogue, failures, wrongPrices: [], handedOver: false, spoken };
  }
}

class Performance {
  private readonly customer: Customer;
  private readonly book: PriceBook;
  private readonly failures: string[] = [];
  private readonly wrongPrices: WrongPrice[] = [];
  private readonly asked = new Map<string, number>();
  private turns = 0;
  private read = 0;
  private turnsToOrder: number | undefined;
  private end: EndState = { orders: [], human: false, draft: [] };

  constructor(
    private readonly stage: Stage,
    private readonly dialogue: Dialogue,
    private readonly open: OpenShop,
    private readonly spoken: Spoken[],
  ) {
    this.customer = new Customer(stage, open, dialogue.customer);
    this.book = new PriceBook(open.shop);
  }

  async run(): Promise<Outcome> {
    const { dialogue } = this;
    for (const step of dialogue.says) {
      if (isDeed(step) && step.later) await this.stage.timePasses(this.open.sellerId, step.later * 3_600);
      else if (isDeed(step) && step.answers) await this.answer();
      else if (isDeed(step) && step.books) await this.books(step.books);
      else await this.turn(step);
    }
    await this.answer();
    const all = this.spoken.filter(({ by }) => by === 'shop').map(({ text }) => text);
    for (const check of dialogue.mentions)
      if (!all.some((text) => holds(text, check))) this.failures.push(`no reply holds « ${check} »`);
    for (const check of dialogue.never)
      if (all.some((text) => holds(text, check))) this.failures.push(`a reply holds « ${check} »`);
    this.failures.push(...judge(this.end, dialogue.ends));
    this.wrongPrices.push(...this.book.wrongIn(this.end.orders));
    return {
      dialogue,
      failures: [...this.failures, ...this.wrongPrices.map(({ amount, said }) => `wrong price ${amount}: ${said}`)],
      wrongPrices: this.wrongPrices,
      ...(this.turnsToOrder === undefined ? {} : { turnsToOrder: this.turnsToOrder }),
      handedOver: this.end.human,
      spoken: this.spoken,
    };
  }

  /** Answers what the assistant asks, as far as the customer knows. */
  private async answer(): Promise<void> {
    const { answers } = this.dialogue;
    if (!answers) return;
    for (let n = 0; n < MOST_ANSWERS && !this.end.human; n++) {
      const last = this.customer.received.at(-1);
      if (!last) return;
      const next = this.customer.answersTo(readable(last), last.buttons, answers, this.asked);
      if (!next) return;
      await this.turn(next);
    }
  }

  /** Money comes in; what she is told of it is read with her next turn. */
  private async books(amount: number): Promise<void> {
    const { sellerId } = this.open;
    await this.stage.books(sellerId, amount);
    await this.stage.quiet(sellerId);
    this.end = await endOf(this.stage, sellerId);
  }

  private async turn(step: Sent): Promise<void> {
    await this.stage.timePasses(this.open.sellerId, HER_TIME);
    const wasHuman = this.end.human;
    const said = await this.customer.does(step).catch((error: unknown) => {
      if (!(error instanceof NoSuchButton)) throw error;
      this.failures.push(error.message);
    });
    if (said === undefined) return;
    this.spoken.push({ by: 'customer', text: said });
    this.book.heard(said);
    this.turns += 1;
    await this.stage.quiet(this.open.sellerId);
    this.end = await endOf(this.stage, this.open.sellerId);
    if (this.end.orders.length > 0) this.turnsToOrder ??= this.turns;
    this.hear(step, wasHuman);
  }

  private hear(step: Sent, wasHuman: boolean): void {
    const replies = this.customer.received.slice(this.read);
    this.read += replies.length;
    this.book.knows(this.end);
    for (const reply of replies) {
      const text = readable(reply);
      this.spoken.push({ by: 'shop', text, buttons: reply.buttons.map(({ title }) => title) });
      this.wrongPrices.push(...this.book.wrongAmounts(text));
    }
    if (replies.length === 0 && !wasHuman) this.failures.push(`no answer to « ${this.spoken.at(-1)!.text} »`);
    const all = replies.map(readable).join('\n');
    for (const check of (isDeed(step) && step.reply) || [])
      if (!holds(all, check)) this.failures.push(`the reply does not hold « ${check} »: ${all}`);
  }
}

const isDeed = (step: Sent): step is Deed => typeof step === 'object' && !Array.isArray(step);
