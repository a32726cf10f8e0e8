import { AssistantTools, Button, Decision, DeliveryFee, Draft, Offer, Reply, Turn } from '../assistant.js';
import { findProducts, groupByProduct, Product, searchWords } from './catalogue.js';
import { wordsOf } from './normalise.js';
import { TONES, type ToneWords } from './tones.js';

/** The work on one turn: what is known of the catalogue, what is being said, what the draft becomes. */
export class Session {
  draft: Draft;
  readonly decisions: Decision[] = [];
  buttons: Button[] | undefined;
  fee: DeliveryFee | undefined;
  /** Offers the search brought up although no product's name was recognised in the words. */
  suggestions: Product[] = [];
  private readonly parts: string[] = [];
  private readonly cited = new Map<string, Offer>();

  private constructor(
    readonly turn: Turn,
    readonly tools: AssistantTools,
    readonly nonce: () => string,
    public products: Product[],
  ) {
    this.draft = structuredClone(turn.draft);
  }

  /** Loads the catalogue, and searches it for the burst's own words: a shop may have more than the list shows. */
  static async open(turn: Turn, tools: AssistantTools, nonce: () => string): Promise<Session> {
    const words = turn.inbound.filter((utterance) => !utterance.buttonId).flatMap((utterance) => wordsOf(utterance.text));
    const query = searchWords(words).slice(0, 8).join(' ');
    const listed = await tools.listCatalogue();
    const found = query === '' ? [] : await tools.searchCatalogue(query);
    const session = new Session(turn, tools, nonce, groupByProduct([...listed, ...found]));
    if (findProducts(words, session.products).length === 0) session.suggestions = groupByProduct(found).slice(0, 3);
    await session.knowDraftedProducts();
    return session;
  }

  get sellerFirstName(): string {
    return this.turn.shop.sellerFirstName;
  }

  /** How the seller wants people to be spoken to. */
  get tone(): ToneWords {
    return TONES[this.turn.voice?.tone ?? 'chaleureux'];
  }

  get hasSpoken(): boolean {
    return this.parts.length > 0;
  }

  /** How many things were said so far in this turn. */
  get spoken(): number {
    return this.parts.length;
  }

  product(id: string): Product | undefined {
    return this.products.find((product) => product.id === id);
  }

  say(...texts: string[]): void {
    this.parts.push(...texts);
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
      ...(this.buttons ? { buttons: this.buttons } : {}),
      draft: this.draft,
      decisions: this.decisions,
      engine: 'offline',
      facts: [...this.cited.values()],
      ...(this.fee ? { fee: this.fee } : {}),
    };
  }

  /** Products of the draft that the list did not show are looked up by their name. */
  private async knowDraftedProducts(): Promise<void> {
    const ids = [this.draft.interest, ...(this.draft.pending ?? []), ...this.draft.lines].flatMap((item) =>
      item ? [item.productId] : [],
    );
    for (const id of new Set(ids)) {
      if (this.product(id)) continue;
      const offer = await this.tools.checkStock(id);
      if (!offer) continue;
      const named = (await this.tools.searchCatalogue(offer.productName)).filter((found) => found.productId === id);
      this.products = [...this.products, ...groupByProduct(named.length > 0 ? named : [offer])];
    }
  }
}
