import { Injectable } from '@nestjs/common';
import { DomainError, type SellableItem } from '#contracts';
import { Alternatives } from '../catalogue/alternatives.js';
import type { Refusal } from './price-lines.js';

/** Turns an order down with what could be sold instead. */
@Injectable()
export class Refusals {
  constructor(private readonly alternatives: Alternatives) {}

  /** For the seller, at his screen, whose own prices are always right. @returns DomainError OUT_OF_STOCK or UNKNOWN_PRODUCT with the lines and what could be sold instead */
  async error(sellerId: string, refusal: Refusal): Promise<DomainError> {
    return new DomainError(refusal.reason === 'out-of-stock' ? 'OUT_OF_STOCK' : 'UNKNOWN_PRODUCT', 'conflict', {
      refused: refusal.refused,
      alternatives: await this.insteadOf(sellerId, refusal),
    });
  }

  /** What could be sold instead. What only costs more than was agreed is there: nothing has to stand in for it. */
  async insteadOf(sellerId: string, { reason, refused }: Refusal): Promise<SellableItem[]> {
    if (reason === 'price-changed') return [];
    return this.alternatives.instead(
      sellerId,
      refused.map(({ asked }) => asked),
    );
  }
}
