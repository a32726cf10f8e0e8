import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { Draft } from '../assistant/assistant.js';
import { draftTotal } from '../assistant/draft.js';
import { formatFcfa } from '../assistant/money.js';
import { articleName } from '../assistant/proposal.js';
import { objectAt } from '../inbound/raw.js';
import type { InboundItem } from '../inbound/whatsapp-item.js';
import { type Article, Articles } from './articles.js';
import { type CartItem, cartItems } from './cart.js';
import { fillDraft } from './fill-draft.js';

/** WhatsApp carts as the shop reads them: its own articles at its own prices, whoever has the conversation. */
@Injectable()
export class ReadCarts {
  constructor(
    private readonly db: Database,
    private readonly articles: Articles,
  ) {}

  /** Gives each cart among these its words for the inbox; one of which the shop knows no article stays as WhatsApp wrote it. */
  async name(items: InboundItem[]): Promise<void> {
    for (const item of items) {
      const cart = cartOf(item);
      if (cart.length === 0) continue;
      const known = await this.articlesOf(item.sellerId, cart);
      if (known.size > 0) item.readable = [cartText(cart, known), item.words].filter(Boolean).join('. ');
    }
  }

  /** A cart that the assistant does not answer, because a person has the conversation, is its draft all the same: whoever goes on finds it. In the batch's transaction. */
  async keepDraft(item: InboundItem, conversationId: string): Promise<void> {
    const cart = cartOf(item);
    if (cart.length === 0) return;
    const [row] = await this.db.rows<{ brouillon: Draft }>(
      'select brouillon from conversations where id_conversation = $1 and id_utilisateur = $2 for update',
      [conversationId, item.sellerId],
    );
    if (!row) return;
    const { draft } = fillDraft(row.brouillon, cart, await this.articlesOf(item.sellerId, cart));
    if (draft.lines.length === 0 && !draft.interest) return;
    await this.db.run(
      'update conversations set brouillon = $2, dernier_tour = null where id_conversation = $1 and id_utilisateur = $3',
      [conversationId, JSON.stringify(draft), item.sellerId],
    );
  }

  private articlesOf(sellerId: string, cart: CartItem[]): Promise<Map<string, Article>> {
    return this.articles.byReference(
      sellerId,
      cart.map(({ reference }) => reference),
    );
  }
}

const cartOf = ({ type, raw }: InboundItem): CartItem[] =>
  type === 'order' ? cartItems(objectAt(raw, 'order')['product_items']) : [];

function cartText(cart: CartItem[], known: Map<string, Article>): string {
  const lines = cart.map((item) => {
    const article = known.get(item.reference);
    if (!article) return `${item.quantity} x « ${item.written} » (article inconnu)`;
    if (!('offer' in article)) return `${item.quantity} x ${article.productName} (taille ou couleur à choisir)`;
    const { offer } = article;
    const short = offer.available < item.quantity ? `, il en reste ${offer.available}` : '';
    return `${item.quantity} x ${articleName(offer)} à ${formatFcfa(offer.unitPrice)}${short}`;
  });
  const total = draftTotal(fillDraft({ lines: [] }, cart, known).draft);
  return `Panier : ${lines.join(' ; ')}${total > 0 ? `. Total à vos prix : ${formatFcfa(total)}` : ''}`;
}
