import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { CourierView, ListCouriers, Page, QuestionOf } from '#contracts';
import { Database, pageOfRows, pageRequest } from '#database';
import { Courier } from './courier.entity.js';

@Injectable()
export class CourierQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async page(sellerId: string, question: QuestionOf<ListCouriers>): Promise<Page<CourierView>> {
    const { limit, after } = pageRequest(question);
    const couriers = await this.db.tx.getRepository(Courier).find({
      where: { sellerId, removedAt: IsNull(), ...(after ? { id: LessThan(after) } : {}) },
      order: { id: 'desc' },
      take: limit + 1,
    });
    return pageOfRows(
      couriers,
      limit,
      (courier) => courier.view(),
      ({ id }) => id,
    );
  }
}
