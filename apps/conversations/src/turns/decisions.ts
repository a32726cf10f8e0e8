import { Injectable } from '@nestjs/common';
import { type AgreedLine, fact, OrderAgreedV1, OrderCancellationAskedV1, OrderEditAskedV1 } from '#contracts';
import { Database, newId } from '#database';
import { Outbox } from '#bus';
import type { Decision, DraftLine, Reply } from '../assistant/assistant.js';
import { wholeAddress } from '../assistant/whole-address.js';
import type { Conversation } from '../conversation/conversation.entity.js';
import { cut } from '../cut.js';
import type { OpenTurn } from './open-turn.js';

type Confirm = Extract<Decision, { kind: 'confirm' }>;
type Edit = Extract<Decision, { kind: 'edit-order' }>;
type Cancel = Extract<Decision, { kind: 'cancel-order' }>;
type PassOn = Extract<Decision, { kind: 'pass-on' }>;

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
          await this.askCancellation(open, decision, conversation);
          break;
        case 'edit-order':
          await this.askEdit(open, decision, conversation);
          break;
        case 'pass-on':
          await this.passOn(open, decision, conversation);
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
      deliveryAddress: wholeAddress(draft),
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

  private async askCancellation(open: OpenTurn, { number, reason }: Cancel, conversation: Conversation): Promise<void> {
    const orderId = await this.orderOf(open, number);
    if (!orderId) return;
    await this.outbox.add([
      fact(
        OrderCancellationAskedV1,
        {
          conversationId: open.conversationId,
          prospectId: open.prospectId,
          orderId,
          reason: cut(reason, 300),
        },
        {
          sellerId: open.sellerId,
          key: orderId,
          version: conversation.version + 1,
          actor: `prospect:${open.prospectId}`,
        },
      ),
    ]);
  }

  /** Lines are only those that she was shown before this turn: no engine writes others into the question. */
  private async askEdit(
    open: OpenTurn,
    { number, reason, address, phone, agreed }: Edit,
    conversation: Conversation,
  ): Promise<void> {
    const order = await this.orderOf(open, number);
    const shown = open.turn.draft.edit;
    const lines = agreed && shown?.number === number ? shown.lines.map(agreedLine) : undefined;
    if (!order || !(lines ?? address ?? phone)) return;
    const { conversationId, prospectId, sellerId } = open;
    const asked: OrderEditAskedV1 = {
      ...{ conversationId, prospectId, orderId: order, reason: cut(reason, 300) },
      ...(address ? { deliveryAddress: cut(address, 400) } : {}),
      ...(phone ? { deliveryPhone: phone } : {}),
      ...(lines ? { lines } : {}),
    };
    const about = { sellerId, key: order, version: conversation.version + 1, actor: `prospect:${prospectId}` as const };
    await this.outbox.add([fact(OrderEditAskedV1, asked, about)]);
  }

  /** The same wish within the hour is one wish. */
  private async passOn(open: OpenTurn, { wish, order: number }: PassOn, conversation: Conversation): Promise<void> {
    const told = await this.db.rows(
      `select from passages_conversation where id_conversation = $1 and id_utilisateur = $2 and passage = 'demande' and motif = $3
          and date_passage > now() - interval '1 hour' limit 1`,
      [open.conversationId, open.sellerId, cut(wish, 300)],
    );
    if (told.length > 0) return;
    const orderId = number && (await this.orderOf(open, number));
    conversation.passOn(cut(wish, 300), open.turn.customer.name, orderId ? { orderId, orderNumber: number } : {});
  }

  private async orderOf(open: OpenTurn, number: string): Promise<string | undefined> {
    const [order] = await this.db.rows<{ id: string }>(
      'select id_commande as id from commandes_copie where id_prospect = $1 and id_utilisateur = $2 and numero_commande = $3',
      [open.prospectId, open.sellerId, number],
    );
    return order?.id;
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
