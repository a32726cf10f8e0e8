import { Injectable } from '@nestjs/common';
import { fold } from '#contracts';
import type { InboundItem } from '../inbound/whatsapp-item.js';
import { Articles } from './articles.js';

/** Who writes from an article of the catalogue (« celui-ci en L ? ») means that one. */
@Injectable()
export class AskedArticles {
  constructor(private readonly articles: Articles) {}

  /** The assistant reads the article's name with her words. */
  async name(items: InboundItem[]): Promise<void> {
    for (const item of items) {
      const reference = fold(item.aboutReference ?? '');
      if (reference === '') continue;
      const article = (await this.articles.byReference(item.sellerId, [reference])).get(reference);
      if (article) item.words = `${item.words}\n${article.productName}`.trim();
    }
  }
}
