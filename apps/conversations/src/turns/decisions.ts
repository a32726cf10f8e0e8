import { Injectable } from '@nestjs/common';
import { type AgreedLine, fact, fold, OrderAgreedV1, OrderCancellationAskedV1 } from '#contracts';
import { Database, newId } from '#database';
import { Outbox } from '#bus';
import type { Decision, Draft, DraftLine, Reply } from '../assistant/assistant.js';
import type { Conversation } from '../conversation/conversation.entity.js';
import { cut } from '../cut.js';
import type { OpenTurn } from './open-turn.js';

type Confirm = Extract<Decision, { kind: 'confirm' }>;

/** Makes true what a turn decided, in the transaction that closes it. */
@Injectable()
export class Decisions {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** A courier must be able to call somebody: without any number the order is not taken yet, she is asked for one and her recap stays open. */
  possible(open: OpenTurn, reply: Reply): Reply {
    const confirmed = reply.decisions.find((decision) => decision.kind === 'confirm');
    if (!confirmed || confirmed.draft.phone || open.turn.customer.phone) return reply;
    return {
      ...reply,
      text: 'Presque fini ! Il me manque un numéro de téléphone où le livreur peut vous joindre. Écrivez-le, puis confirmez.',
      buttons: undefined,
      draft: open.turn.draft,
      decisions: [],
    };
  }

  async carryOut(open: OpenTurn, reply: Reply, conversation: Conversation): Promise<void> {
    for (const decision of reply.decisions) {
      switch (decision.kind) {
        case 'confirm':
          await this.agree(open, decision, conversation);
          break;
        case 'hand-over':
          conversation.takeOver(decision.reason, open.turn.customer.name);
          break;
        case 'cancel-order':
          await this.askCancellation(open, decision.reason, conversation);
          break;
        // The reply's draft already says what was proposed or dropped.
        case 'propose':
        case 'cancel-draft':
          break;
      }
    }
  }

  /** One agreement for each recap, however often it is confirmed. */
  private async agree(open: OpenTurn, { nonce, draft }: Confirm, conversation: Conversation): Promise<void> {
    const { name, phone } = open.turn.customer;
    const customerPhone = phone ?? draft.phone!;
    const agreed: OrderAgreedV1 = {
      agreementId: newId(),
      conversationId: open.conversationId,
      prospectId: open.prospectId,
      customerName: name ?? customerPhone,
      customerPhone,
      lines: draft.lines.map(agreedLine),
      deliveryAddress: addressOf(draft),
      deliveryPhone: draft.phone ?? customerPhone,
      ...(draft.recapFee === undefined ? {} : { deliveryFee: draft.recapFee }),
    };
    const fresh = await this.db.run(
      `insert into accords (id_accord, id_utilisateur, id_conversation, jeton, contenu) values ($1, $2, $3, $4, $5) on conflict (id_conversation, jeton) do nothing`,
      [agreed.agreementId, open.sellerId, open.conversationId, nonce, JSON.stringify({ ...agreed, draft })],
    );
    if (fresh > 0)
      await this.outbox.add([
        fact(OrderAgreedV1, agreed, {
          sellerId: open.sellerId,
          key: open.conversationId,
          version: conversation.version + 1,
          actor: `prospect:${open.prospectId}`,
        }),
      ]);
  }

  private async askCancellation(open: OpenTurn, reason: string, conversation: Conversation): Promise<void> {
    const [order] = await this.db.rows<{ id_commande: string }>(
      'select id_commande from commandes_copie where id_prospect = $1 and id_utilisateur = $2 order by id_commande desc limit 1',
      [open.prospectId, open.sellerId],
    );
    if (!order) return;
    await this.outbox.add([
      fact(
        OrderCancellationAskedV1,
        {
          conversationId: open.conversationId,
          prospectId: open.prospectId,
          orderId: order.id_commande,
          reason: cut(reason, 300),
        },
        {
          sellerId: open.sellerId,
          key: order.id_commande,
          version: conversation.version + 1,
          actor: `prospect:${open.prospectId}`,
        },
      ),
    ]);
  }
}

/** With the price that her recap showed: the order is made at that one or not at all. */
const agreedLine = ({ productId, variantId, size, color, quantity, unitPrice }: DraftLine): AgreedLine => ({
  productId,
  quantity,
  agreedPrice: unitPrice,
  ...(variantId ? { variantId } : {}),
  ...(size ? { size: cut(size, 40) } : {}),
  ...(color ? { color: cut(color, 40) } : {}),
});

/** The address as she gave it, with the commune in front when she did not say it there. */
function addressOf({ address = '', commune }: Draft): string {
  const known = commune && !fold(address).includes(fold(commune)) ? `${commune}, ${address}` : address;
  return cut(known, 400);
}
