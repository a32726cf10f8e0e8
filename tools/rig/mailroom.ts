import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { answer } from '#api-client';
import { eventually } from '#testing';
import type { Rig } from './rig.js';
import type { Seeded } from './seeded.js';
import { patiently, type RigShop } from './shops.js';

const LETTERS = [
  {
    from: 'Grossiste Adjamé <stock@adjame.ci>',
    subject: 'Nouveaux arrivages',
    text: 'Les Air Max sont là. Voulez-vous en réserver ?',
  },
  {
    from: 'Awa Koné <awa.kone@exemple.ci>',
    subject: 'Ma commande',
    text: 'Bonjour, ma commande n’est pas arrivée. Pouvez-vous m’aider ?',
  },
  { from: 'Banque <avis@banque.ci>', subject: 'Relevé de compte', text: 'Votre relevé du mois est disponible.' },
];

/** A shop's mailbox as Gmail has it. */
export const addressOf = (shop: RigShop) => `boutique${shop.number.phone.replace(/\D/g, '')}@gmail.com`;

/** Sellers' mailboxes, linked by the API, and the mails that arrive in them. */
export class Mailroom {
  /** Gmail's ids of the mails that arrived: each must be stored once. */
  readonly arrived = new Set<string>();

  constructor(
    private readonly rig: Rig,
    private readonly shops: readonly RigShop[],
    private readonly chance: Seeded,
  ) {}

  /** Links every shop's mailbox and waits until each has been read for the first time. */
  async open(): Promise<void> {
    for (const shop of this.shops) {
      const mailbox = { email: addressOf(shop), refreshToken: `1//sandbox-${addressOf(shop)}` };
      await this.rig.sandboxed('POST', 'mailboxes', mailbox);
      await this.link(shop);
    }
    const read = async () => {
      const [row] = await this.rig.sql<{ n: number }>(
        'select count(*)::int as n from emails.boites where derniere_releve is not null',
      );
      if (row!.n < this.shops.length) throw new Error(`${row!.n} of ${this.shops.length} mailboxes were read`);
    };
    await eventually(read, { withinMs: 60_000, everyMs: 200 });
  }

  /** The seller gives his consent, for the first time or again. */
  async link(shop: RigShop): Promise<void> {
    const body = { provider: 'gmail' as const, email: addressOf(shop), refreshToken: `1//sandbox-${addressOf(shop)}` };
    await patiently(() => answer(shop.flux.api.POST('/v1/email-accounts', { body })));
  }

  /** A mail arrives in each mailbox every so often, until `going` says otherwise. */
  async deliver(everyMs: number, going: () => boolean): Promise<void> {
    while (going()) {
      for (const shop of this.shops) await this.arrive(shop).catch(() => undefined);
      await pause(everyMs * (0.5 + this.chance.next()));
    }
  }

  /** One mail. @throws when the sandbox is away: nothing has arrived then */
  async arrive(shop: RigShop): Promise<void> {
    const letter = this.chance.pick(LETTERS);
    const subject = `${letter.subject} ${randomUUID().slice(0, 8)}`;
    const { id } = await this.rig.sandboxed<{ id: string }>('POST', 'mail', { to: addressOf(shop), ...letter, subject });
    this.arrived.add(id);
  }
}
