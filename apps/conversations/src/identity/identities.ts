import { Injectable } from '@nestjs/common';
import { NameLocks } from '../inbound/locks.js';
import type { InboundItem } from '../inbound/whatsapp-item.js';
import { type LearnedName, NameBook } from './name-book.js';
import { keysOf } from './names.js';
import { ProspectBook } from './prospect-book.js';
import { Proofs } from './proofs.js';
import { whoIsIt } from './who-is-it.js';

/** Finds the prospect behind each message of a batch, or makes one, by the names that WhatsApp gives them ({@link whoIsIt}). */
@Injectable()
export class Identities {
  constructor(
    private readonly locks: NameLocks,
    private readonly names: NameBook,
    private readonly prospects: ProspectBook,
    private readonly proofs: Proofs,
  ) {}

  /** Holds every name of these people until the open transaction ends, in one order: batches about the same person take turns, others do not wait. */
  async hold(items: InboundItem[]): Promise<void> {
    await this.locks.take(items.flatMap((item) => [...keysOf(item), ...(item.renamed ? keysOf(item, item.renamed) : [])]));
  }

  /**
   * For who holds the names of these people ({@link hold}).
   * @returns the prospect's id for each item, in the order of `items`, who is made where nobody was known; and the names that were not known before
   */
  async meet(items: InboundItem[]): Promise<{ ids: string[]; learned: LearnedName[] }> {
    const { ids, learned } = await this.resolve(items, true);
    return { ids: ids as string[], learned };
  }

  /** @returns the prospect's id for each item, in the order of `items`; undefined for somebody who never wrote */
  async recognise(items: InboundItem[]): Promise<(string | undefined)[]> {
    if (items.length === 0) return [];
    await this.hold(items);
    return (await this.resolve(items, false)).ids;
  }

  private async resolve(items: InboundItem[], make: boolean): Promise<{ ids: (string | undefined)[]; learned: LearnedName[] }> {
    const before = await this.names.peopleOf([...new Set(items.flatMap((item) => keysOf(item)))]);
    const { ids, made, incomplete, news, proofs } = whoIsIt(items, before, make);
    await this.prospects.begin(made);
    const learned = await this.names.remember(news);
    const told = new Map<string, InboundItem>();
    for (const [i, item] of items.entries()) {
      const id = ids[i];
      if (id && incomplete.has(id) && (item.profileName || item.names.e164)) told.set(id, item);
    }
    await this.prospects.complete(told);
    await this.proofs.note(proofs);
    return { ids, learned };
  }
}
