import { Injectable } from '@nestjs/common';
import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { Database } from '#database';
import { ConversationsEnv } from '../conversations.env.js';
import { erasedWamid } from '../outbound/erased-wamid.js';
import { NumberBook } from './accounts.js';
import { CourierReplies } from './courier-replies.js';
import { Identities } from '../identity/identities.js';
import { type Kept, KeptUpdates } from './kept-updates.js';
import { NameLocks } from './locks.js';
import { PlatformWishes } from './platform-wishes.js';
import { ReceiveEchoes } from './receive-echoes.js';
import { ReceiveMessages } from './receive-messages.js';
import { ReceivePreferences } from './receive-preferences.js';
import { ReceiveSequels, type SequelItem } from './receive-sequels.js';
import { ReceiveStatuses } from './receive-statuses.js';
import { ReceiveUserIds, USER_ID_UPDATE } from './receive-user-ids.js';
import { type InboundItem, readEcho, readMessage } from './whatsapp-item.js';

type Update = Received<WhatsAppUpdateReceivedV1>;
type Owned = { received: Update; sellerId: string };

/** Sends each update of a batch where it belongs: messages, statuses, echoes, couriers; what is left is kept. */
@Injectable()
export class ReceiveUpdates {
  constructor(
    private readonly db: Database,
    private readonly env: ConversationsEnv,
    private readonly locks: NameLocks,
    private readonly numbers: NumberBook,
    private readonly identities: Identities,
    private readonly messages: ReceiveMessages,
    private readonly statuses: ReceiveStatuses,
    private readonly echoes: ReceiveEchoes,
    private readonly sequels: ReceiveSequels,
    private readonly preferences: ReceivePreferences,
    private readonly userIds: ReceiveUserIds,
    private readonly couriers: CourierReplies,
    private readonly platformWishes: PlatformWishes,
    private readonly kept: KeptUpdates,
  ) {}

  async receive(updates: Update[]): Promise<void> {
    const platform = updates.filter((update) => this.isPlatforms(update));
    const unnamed = await this.ownersOf(updates.filter((update) => !update.meta.sellerId && !this.isPlatforms(update)));
    const owned: Owned[] = [];
    const kept: Kept[] = [];
    for (const received of updates) {
      if (this.isPlatforms(received)) continue;
      const sellerId = received.meta.sellerId ?? unnamed.get(received.event.phoneNumberId);
      if (sellerId) owned.push({ received, sellerId });
      else kept.push({ received, sellerId: null, reason: received.event.phoneNumberId ? 'numero_inconnu' : 'compte_entier' });
    }
    kept.push(...(await this.ofPlatform(platform)), ...(await this.ofSellers(owned)));
    await this.kept.keep(kept);
  }

  /** The gateway had not heard of the link yet when these came; here it may be known by now. */
  private async ownersOf(updates: Update[]): Promise<Map<string, string>> {
    const numbers = updates.map(({ event }) => event.phoneNumberId).filter((number) => number !== '');
    await this.numbers.hold(numbers);
    return this.numbers.sellersOf(numbers);
  }

  private isPlatforms({ event }: Update): boolean {
    return event.phoneNumberId === this.env.platformPhoneNumberId;
  }

  /** Statuses of the platform's own messages are those of notices: notifications reads them. */
  private async ofPlatform(updates: Update[]): Promise<Kept[]> {
    const of = (...kinds: string[]) => updates.filter(({ event }) => kinds.includes(event.kind));
    await this.platformWishes.receive(of('message', 'preference'));
    const left = await this.couriers.receive(of('message'));
    return [
      ...left.map((received): Kept => ({ received, sellerId: null, reason: 'illisible' })),
      ...of('echo', 'error', 'other').map((received): Kept => ({ received, sellerId: null, reason: 'sans_traitement' })),
    ];
  }

  private async ofSellers(owned: Owned[]): Promise<Kept[]> {
    const of = (kind: string) => owned.filter(({ received }) => received.event.kind === kind);
    const unreadable: Kept[] = [];
    const readAll = (all: Owned[], reader: typeof readMessage): InboundItem[] =>
      all.flatMap((one) => {
        const item = reader(one.received, one.sellerId);
        if (!item) unreadable.push({ ...one, reason: 'illisible' });
        return item ?? [];
      });
    // Sent one on the heels of the other, and worked on in this order.
    const [, , messages, echoes] = await Promise.all([
      this.locks.share(owned.map((one) => one.sellerId)),
      this.numbers.noteBusiness(owned.map(({ received, sellerId }) => ({ ...received.event, sellerId }))),
      this.withoutErased(readAll(of('message'), readMessage)),
      this.withoutErased(readAll(of('echo'), readEcho)),
    ]);
    await this.identities.hold([...messages, ...echoes]);
    const learned = await this.messages.receive(messages.filter((item) => !item.sequel));
    const overtaken = await this.kept.takeAbout(learned);
    owned.push(...overtaken);
    echoes.push(
      ...readAll(
        overtaken.filter(({ received }) => received.event.kind === 'echo'),
        readEcho,
      ),
    );
    const strangers = new Set((await this.echoes.receive(echoes.filter((item) => !item.sequel))).map((item) => item.cause));
    await this.sequels.receive([...about(messages, 'client'), ...about(echoes, 'boutique')], [...messages, ...echoes]);
    for (const one of await this.statuses.receive(of('status'))) unreadable.push({ ...one, reason: 'illisible' });
    const preferences = await this.preferences.receive(of('preference'));
    const renamings = of('other').filter(({ received }) => received.event.field === USER_ID_UPDATE);
    const unknown = await this.userIds.receive(renamings);
    return [
      ...unreadable,
      ...unknown.map((one): Kept => ({ ...one, reason: 'destinataire_inconnu' })),
      ...preferences.strangers.map((one): Kept => ({ ...one, reason: 'destinataire_inconnu' })),
      ...preferences.others.map((one): Kept => ({ ...one, reason: 'sans_traitement' })),
      ...owned
        .filter(({ received }) => strangers.has(received.meta))
        .map((one): Kept => ({ ...one, reason: 'destinataire_inconnu' })),
      ...owned
        .filter(
          (one) => !['message', 'echo', 'status', 'preference'].includes(one.received.event.kind) && !renamings.includes(one),
        )
        .map((one): Kept => ({ ...one, reason: 'sans_traitement' })),
    ];
  }

  /** A message of somebody who was erased since, delivered again, must not bring him back; nor what was said about it. */
  private async withoutErased(items: InboundItem[]): Promise<InboundItem[]> {
    if (items.length === 0) return items;
    const erased = items.map((item) => erasedWamid(item.sequel?.target ?? item.wamid));
    const rows = await this.db.rows<{ wamid: string }>(
      `select m.wamid from messages m join unnest($1::text[], $2::text[]) t(numero, wamid) on m.phone_number_id = t.numero and m.wamid = t.wamid`,
      [items.map((item) => item.phoneNumberId), erased],
    );
    const known = new Set(rows.map((row) => row.wamid));
    return items.filter((_, i) => !known.has(erased[i]!));
  }
}

const about = (items: InboundItem[], by: SequelItem['by']): SequelItem[] =>
  items.flatMap((item) => (item.sequel ? [{ item, sequel: item.sequel, by }] : []));
