import { Injectable } from '@nestjs/common';
import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { Database } from '#database';
import { OptOut } from '../prospect/opt-out.js';
import { NameLocks } from './locks.js';
import { e164Of } from './phone.js';
import { textAt } from './raw.js';
import { read } from './readable.js';
import { instantOf, waIdAt } from './whatsapp-item.js';
import { type Wish, wishOf } from './wish-words.js';

type Update = Received<WhatsAppUpdateReceivedV1>;

interface Named {
  id_prospect: string;
  id_utilisateur: string;
}

/**
 * « STOP » to the platform's own number, from which notices of every shop leave, or WhatsApp's word that somebody wants no promotions from it: no shop writes to him
 * of its own accord then. Who writes to a shop himself is answered there, as after WhatsApp's own word.
 */
@Injectable()
export class PlatformWishes {
  constructor(
    private readonly db: Database,
    private readonly locks: NameLocks,
    private readonly optOuts: OptOut,
  ) {}

  /** Whoever else reads these updates reads them all the same. */
  async receive(updates: Update[]): Promise<void> {
    for (const update of updates) {
      const wish = wishIn(update);
      const waId =
        waIdAt(update.event.item, 'from') ?? waIdAt(update.event.item, 'wa_id') ?? waIdAt(update.event.contact, 'wa_id');
      if (wish && waId)
        await this.carryOut(wish, waId, instantOf(textAt(update.event.item, 'timestamp')) ?? new Date(update.event.receivedAt));
    }
  }

  private async carryOut(wish: Wish, waId: string, at: Date): Promise<void> {
    // Nobody is joined with another or forgotten between being found and being opted out.
    await this.locks.share((await this.named(waId)).map((person) => person.id_utilisateur));
    for (const { id_prospect, id_utilisateur } of await this.named(waId))
      if (wish === 'stop') await this.optOuts.out(id_prospect, id_utilisateur, 'whatsapp', { at });
      else await this.resume(id_prospect, id_utilisateur, at);
  }

  /** What he, or the shop, said in the shop's own conversation stands. */
  private async resume(prospectId: string, sellerId: string, at: Date): Promise<void> {
    const stopped = await this.db.rows(
      `select from prospects where id_prospect = $1 and id_utilisateur = $2 and desinscrit_par = 'whatsapp' and promotions_refusees_le is null`,
      [prospectId, sellerId],
    );
    if (stopped.length > 0) await this.optOuts.in(prospectId, sellerId, at);
  }

  private named(waId: string): Promise<Named[]> {
    return this.db.rows<Named>(
      `select distinct id_prospect, id_utilisateur from identites_prospect where type_identite <> 'bsuid' and valeur = any($1::text[]) order by id_prospect`,
      [[waId, e164Of(waId)].filter((name) => name !== undefined)],
    );
  }
}

function wishIn({ event: { kind, item } }: Update): Wish | undefined {
  if (kind === 'preference') {
    if (textAt(item, 'category') !== 'marketing_messages') return undefined;
    return ({ stop: 'stop', resume: 'start' } as const)[textAt(item, 'value') ?? ''];
  }
  const { words, buttonId } = read(item);
  return wishOf(words) ?? (wishOf(buttonId ?? '') === 'stop' ? 'stop' : undefined);
}
