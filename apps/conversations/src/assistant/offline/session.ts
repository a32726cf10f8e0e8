import { AssistantTools, Button, Decision, DeliveryFee, Draft, Offer, PlacedOrder, Reply, Turn } from '../assistant.js';
import { priceFor } from '../draft.js';
import { groupByProduct, Product, sizesOf } from './catalogue.js';
import { findProducts } from './naming.js';
import { alikeQueries, idsOf, queriesOf } from './looked-up.js';
import { fold, wordsOf } from './normalise.js';
import { plannedFor } from './people.js';
import { wordsSaid } from './understand.js';
import type { Said } from './words/phrase.js';
import { TONES, type ToneWords } from './tones.js';

/** The work on one turn: what is known of the catalogue, what is being said, what the draft becomes. */
export class Session {
  draft: Draft;
  readonly decisions: Decision[] = [];
  buttons: Button[] | undefined;
  fee: DeliveryFee | undefined;
  /** She was told in this turn that no courier goes where she lives. */
  toldUnserved = false;
  /** The sum of a list was told in this turn, its delivery included. */
  toldSum = false;
  /** Her price for all together was answered in this turn. */
  lotAnswered = false;
  /** What she asked cannot be: what is there all the same is not said with a « oui ». */
  withoutYes = false;
  /** She said yes or no to the change of an order that was shown to her. */
  changeAnswered = false;
  /** Of several orders that are open, the one that she means in this turn. */
  about: PlacedOrder | undefined;
  /** A product's photo, sent with what is said. */
  photo: Reply['photo'];
  /** Products the search brought up although no name was recognised in the words. */
  suggestions: Product[] = [];
  private readonly parts: string[] = [];
  private readonly cited = new Map<string, Offer>();

  private shop: Promise<Product[]> | undefined;

  private constructor(
    readonly turn: Turn,
    readonly tools: AssistantTools,
    readonly nonce: () => string,
    readonly products: Product[],
  ) {
    this.draft = structuredClone(turn.draft);
  }

  /** Knows the products of the draft and those the burst's words bring up; the whole catalogue is only looked at when it is shown. */
  static async open(turn: Turn, tools: AssistantTools, nonce: () => string): Promise<Session> {
    const written = wordsSaid(turn.inbound);
    const ids = idsOf(turn.draft);
    const [drafted, ...found] = await Promise.all([
      ids.length > 0 ? tools.offersOf(ids) : [],
      ...queriesOf(written).map((query) => tools.searchCatalogue(query)),
    ]);
    const alike = await Promise.all(alikeQueries(written, turn.draft, drafted).map((query) => tools.searchCatalogue(query)));
    const session = new Session(turn, tools, nonce, groupByProduct([...drafted, ...found.flat(), ...alike.flat()]));
    const words = written.flatMap((text) => wordsOf(text));
    if (findProducts(words, session.products).length === 0) session.suggestions = groupByProduct(found.flat()).slice(0, 3);
    return session;
  }

  /** What the shop shows to who looks around: a few dozen products at most. */
  catalogue(): Promise<Product[]> {
    this.shop ??= this.tools.listCatalogue().then((offers) => groupByProduct(offers));
    return this.shop;
  }

  /** The cheapest or the dearest products of the whole shop, each with all its offers. */
  async listed(first: 'cheapest' | 'dearest'): Promise<Product[]> {
    const ids = new Set((await this.tools.listCatalogue(first)).map((offer) => offer.productId));
    return groupByProduct(await this.tools.offersOf([...ids]));
  }

  get sellerFirstName(): string {
    return this.turn.shop.sellerFirstName;
  }

  /** How the seller wants people to be spoken to. */
  get tone(): ToneWords {
    return TONES[this.turn.voice?.tone ?? 'chaleureux'];
  }

  get sellsShoes(): boolean {
    return /chauss|shoe|sneaker|basket/.test(fold(this.turn.shop.name));
  }

  /** A shoe seller who lists no sizes at all still has to be told one. */
  async needsSize(product: Product): Promise<boolean> {
    if (!this.sellsShoes || sizesOf(product).length > 0) return false;
    return (await this.catalogue()).every((other) => sizesOf(other).length === 0);
  }

  get hasSpoken(): boolean {
    return this.parts.length > 0;
  }

  /** How many things were said so far in this turn. */
  get spoken(): number {
    return this.parts.length;
  }

  /** Products that came up in the turn, so that the rest of it can speak of them. */
  know(...products: Product[]): void {
    for (const product of products) if (!this.product(product.id)) this.products.push(product);
  }

  /** A moment as it is said to her, on the shop's clock. */
  when(at: Date): string {
    return plannedFor(at, this.turn.now, this.turn.shop.timeZone);
  }

  product(id: string): Product | undefined {
    return this.products.find((product) => product.id === id);
  }

  /** Of several ways to say a thing, the first one she has not just read is taken. */
  say(...texts: Said[]): void {
    const before = this.turn.history.findLast((utterance) => utterance.author === 'assistant')?.text ?? '';
    this.parts.push(
      ...texts
        // one reply says each thing once
        .filter((said) => ![said].flat().some((one) => this.parts.includes(one)))
        .map((said) => (typeof said === 'string' ? said : (said.find((one) => !before.includes(one)) ?? said[0])))
        .map((text) => (this.withoutYes ? text.replace(/^Oui, j/, 'J') : text)),
    );
  }

  /** Up to three answers she may press instead of writing them. */
  offerChoices(answers: string[]): void {
    if (answers.length < 2 || answers.length > 3 || this.buttons) return;
    this.buttons = answers.map((answer) => ({ id: `dire:${answer}`, title: cut(answer) }));
  }

  /** The offer at the price she was granted. */
  priced(offer: Offer): Offer {
    return { ...offer, unitPrice: priceFor(this.draft, offer) };
  }

  /** Declares the offers a sentence rests on, so that the guard and the seller can see them. */
  cite(...offers: Offer[]): void {
    for (const offer of offers) this.cited.set(`${offer.productId}/${offer.variantId ?? ''}`, offer);
  }

  decide(decision: Decision): void {
    this.decisions.push(decision);
  }

  update(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
  }

  forget(...keys: (keyof Draft)[]): void {
    const draft: Draft = { ...this.draft };
    for (const key of keys) if (key !== 'lines') delete draft[key];
    this.draft = draft;
  }

  reply(): Reply {
    return {
      text: this.parts.join('\n\n'),
      ...(this.buttons && !this.photo ? { buttons: this.buttons } : {}),
      ...(this.photo ? { photo: this.photo } : {}),
      draft: this.draft,
      decisions: this.decisions,
      engine: 'offline',
      facts: [...this.cited.values()],
      ...(this.fee ? { fee: this.fee } : {}),
    };
  }
}

/** At most 20 characters (WhatsApp). */
function cut(title: string): string {
  return title.length <= 20 ? title : `${title.slice(0, 19).trimEnd()}…`;
}
