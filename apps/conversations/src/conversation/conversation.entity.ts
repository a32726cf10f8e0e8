import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ConversationHandedOverV1, DomainError } from '#contracts';
import { Aggregate } from '#bus';

/** `ouverte`: the assistant answers; `humain`: a person does; `fermee`: over, the next message opens another. */
export type ConversationStatus = 'ouverte' | 'humain' | 'fermee';

/** A conversation of one person with one of the seller's numbers: who answers in it, and why. */
@Entity('conversations')
export class Conversation extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_conversation' }) id!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('uuid', { name: 'id_prospect' }) prospectId!: string;
  @Column('uuid', { name: 'id_compte_whatsapp' }) accountId!: string;
  @Column('text', { name: 'statut_conversation' }) status!: ConversationStatus;
  @Column('text', { name: 'motif_humain', nullable: true }) handoverReason!: string | null;
  @Column('timestamptz', { name: 'dernier_entrant', nullable: true }) lastInboundAt!: Date | null;
  @Column('text', { name: 'dernier_message', nullable: true }) lastMessage!: string | null;
  @Column('timestamptz', { name: 'date_dernier_message', nullable: true }) lastMessageAt!: Date | null;
  @Column('timestamptz', { name: 'tour_prevu', nullable: true }) turnDueAt!: Date | null;
  @Column('timestamptz', { name: 'premier_sans_reponse', nullable: true }) unansweredSince!: Date | null;
  @Column('int', { name: 'essais_tour' }) turnAttempts!: number;
  @Column('timestamptz', { name: 'date_creation' }) createdAt!: Date;
  @Column('int') version!: number;

  /** A person answers from now on; a turn being thought about is dropped when it ends. Saying it twice changes nothing. */
  takeOver(reason: string, customerName?: string | null): void {
    if (this.status === 'humain') return;
    this.move('humain');
    this.handoverReason = reason.slice(0, 300);
    this.endTurn();
    this.record(ConversationHandedOverV1, () => ({
      conversationId: this.id,
      prospectId: this.prospectId,
      ...(customerName ? { customerName } : {}),
      reason: this.handoverReason ?? reason,
    }));
  }

  /** The assistant answers again, from the customer's next message on. */
  giveBack(): void {
    if (this.status === 'ouverte') return;
    this.move('ouverte');
    this.handoverReason = null;
  }

  /** Something was said by the shop. */
  said(text: string, at = new Date()): void {
    this.lastMessage = text.slice(0, 4096);
    this.lastMessageAt = at;
  }

  /** No turn is due. */
  endTurn(): void {
    this.turnDueAt = null;
    this.unansweredSince = null;
    this.turnAttempts = 0;
  }

  private move(to: ConversationStatus): void {
    if (!MOVES[this.status].includes(to))
      throw new DomainError('CONVERSATION_MOVE_REFUSED', 'conflict', { id: this.id, from: this.status, to });
    this.status = to;
  }
}

const MOVES: Record<ConversationStatus, ConversationStatus[]> = {
  ouverte: ['humain', 'fermee'],
  humain: ['ouverte', 'fermee'],
  fermee: [],
};
