import { Injectable } from '@nestjs/common';
import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { Database } from '#database';
import { OptOut } from '../prospect/opt-out.js';
import { Identities } from '../identity/identities.js';
import { textAt } from './raw.js';
import { type InboundItem, instantOf, readPerson } from './whatsapp-item.js';

type Owned = { received: Received<WhatsAppUpdateReceivedV1>; sellerId: string };

interface Preference {
  one: Owned;
  person: InboundItem;
  stops: boolean;
  at: Date;
}

/**
 * « Arrêter les promotions » in WhatsApp itself. The shop writes nothing more to him of its own accord until he wants it again; who writes to the shop himself is
 * answered, but gets no advertising before WhatsApp says that he resumed it.
 */
@Injectable()
export class ReceivePreferences {
  constructor(
    private readonly db: Database,
    private readonly identities: Identities,
    private readonly optOuts: OptOut,
  ) {}

  /** @returns those of nobody we know, and those that speak of something else than promotions */
  async receive(owned: Owned[]): Promise<{ strangers: Owned[]; others: Owned[] }> {
    const read = owned.map((one) => ({ one, preference: readPreference(one) }));
    const known = read.flatMap(({ preference }) => preference ?? []).sort((a, b) => a.at.getTime() - b.at.getTime());
    const prospects = await this.identities.recognise(known.map(({ person }) => person));
    for (const [i, preference] of known.entries()) if (prospects[i]) await this.keep(prospects[i], preference);
    return {
      strangers: known.filter((_, i) => !prospects[i]).map(({ one }) => one),
      others: read.filter(({ preference }) => !preference).map(({ one }) => one),
    };
  }

  private async keep(prospectId: string, { one: { sellerId }, stops, at }: Preference): Promise<void> {
    // Told twice or late, what he said last stands.
    const news = await this.db.run(
      `update prospects set promotions_refusees_le = case when $3 then $4::timestamptz end, preference_le = $4
        where id_prospect = $1 and id_utilisateur = $2 and efface_le is null and (preference_le is null or preference_le < $4)`,
      [prospectId, sellerId, stops, at],
    );
    if (news === 0) return;
    if (stops && (await this.wroteSince(prospectId, at))) return;
    if (stops) await this.optOuts.out(prospectId, sellerId, 'whatsapp', { at });
    else await this.optOuts.in(prospectId, sellerId, at);
  }

  /** Heard late, his wish about promotions does not silence the talk that he began himself afterwards. */
  private async wroteSince(prospectId: string, at: Date): Promise<boolean> {
    const later = await this.db.rows('select from conversations where id_prospect = $1 and dernier_entrant > $2 limit 1', [
      prospectId,
      at,
    ]);
    return later.length > 0;
  }
}

function readPreference(one: Owned): Preference | undefined {
  const { event, meta } = one.received;
  const value = textAt(event.item, 'value');
  const person = readPerson(event, meta, one.sellerId, event.item);
  if (!person || textAt(event.item, 'category') !== 'marketing_messages' || (value !== 'stop' && value !== 'resume'))
    return undefined;
  return { one, person, stops: value === 'stop', at: instantOf(textAt(event.item, 'timestamp')) ?? new Date(event.receivedAt) };
}
