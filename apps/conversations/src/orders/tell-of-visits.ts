import { Injectable } from '@nestjs/common';
import type { DeliveryFacts, Received } from '#contracts';
import { Database } from '#database';
import { newsOf } from './news.js';
import { TellNews } from './tell-news.js';
import { visitText } from './visit-news.js';

/** When the courier comes, told where she ordered. */
@Injectable()
export class TellOfVisits {
  constructor(
    private readonly db: Database,
    private readonly news: TellNews,
  ) {}

  /**
   * Where the courier is to call another number than the one she writes from, notices of his visit go there: she, who ordered, reads here when he comes and that he has
   * set out, whatever becomes of that number.
   */
  async told<T extends DeliveryFacts>(batch: Received<T>[], says: 'planned' | 'picked-up'): Promise<void> {
    const from = batch.filter(({ event }) => event.conversationId);
    if (from.length === 0) return;
    const apart = await this.db.rows<{ id: string; fuseau: string | null }>(
      `select n.id, v.fuseau_horaire as fuseau from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) n(id, conversation, vendeur, numero)
         join conversations c on c.id_conversation = n.conversation and c.id_utilisateur = n.vendeur join prospects p using (id_prospect)
         left join vendeurs_copie v on v.id_utilisateur = n.vendeur
        where p.numero_telephone <> n.numero`,
      [
        from.map(({ meta }) => meta.id),
        from.map(({ event }) => event.conversationId),
        from.map(({ meta }) => meta.sellerId),
        from.map(({ event }) => event.deliveryPhone),
      ],
    );
    const zones = new Map(apart.map(({ id, fuseau }) => [id, fuseau ?? 'Africa/Abidjan']));
    const news = from
      .filter(({ meta }) => zones.has(meta.id))
      .flatMap((received) =>
        newsOf<DeliveryFacts>(received, (delivery) => ({
          ...{ text: visitText(delivery, says, zones.get(received.meta.id)!), orderId: delivery.orderId },
          once: `livraison:${delivery.deliveryId}:${received.meta.version}:${says}`,
        })),
      );
    await this.news.hold(news);
    await this.news.tell(news);
  }
}
