import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ConversationChangedV1, ConversationHandedOverV1, ConversationRequestPassedOnV1, DomainError, isShop } from '#contracts';
import { Aggregate, currentContext } from '#bus';
import { calledBy } from '../assistant/offline/people.js';
import { CONVERSATION_STATUS, type ConversationStatus, MOVES } from './conversation-status.js';

/**
 * Who answers from now on: `transmise` to a person by the assistant or the platform, `reprise` by the shop itself, `rendue` to the assistant, `fermee`. `demande`: the
 * shop is told of a wish, and who answers stays who he is.
 */
export interface Passage {
  passage: 'transmise' | 'reprise' | 'rendue' | 'fermee' | 'demande';
  reason: string | null;
}

/** So much of what was said last is kept to be shown. */
export const MOST_SHOWN = 4_096;

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
  @Column('int', { name: 'non_lus' }) unread!: number;
  @Column('text', { name: 'etiquettes', array: true }) labels!: string[];
  /** Since when the shop is silent in a conversation it holds; null while nobody of the shop took it up. */
  @Column('timestamptz', { name: 'derniere_main', nullable: true }) shopSilentSince!: Date | null;
  /** Of `version`: changes that only an inbox sees. */
  @Column('int', { name: 'version_vue' }) viewVersion!: number;
  @Column('timestamptz', { name: 'date_creation' }) createdAt!: Date;
  @Column('int') version!: number;

  private passages: Passage[] = [];
  private changeRecorded = false;

  /** A person answers from now on; a turn being thought about is dropped when it ends. Saying it twice changes nothing but that the shop was here. */
  takeOver(reason: string, customerName?: string | null): void {
    const byShop = isShop(currentContext().actor);
    if (byShop) this.shopSilentSince = new Date();
    if (this.status === 'humain') return;
    this.move('humain');
    this.handoverReason = reason.slice(0, 300);
    if (!byShop) this.shopSilentSince = null;
    this.endTurn();
    this.passages.push({ passage: byShop ? 'reprise' : 'transmise', reason: this.handoverReason });
    this.record(ConversationHandedOverV1, () => ({
      conversationId: this.id,
      prospectId: this.prospectId,
      ...named(customerName),
      reason: this.handoverReason ?? reason,
    }));
    this.changed();
  }

  /** The assistant answers again, from the customer's next message on. */
  giveBack(reason: string | null = null): void {
    if (this.status === 'ouverte') return;
    this.move('ouverte');
    this.handoverReason = null;
    this.shopSilentSince = null;
    this.passages.push({ passage: 'rendue', reason });
    this.changed();
  }

  /** The shop is told what she wants of it, once however often she says it in one burst; the assistant goes on answering. */
  passOn(wish: string, customerName?: string | null, about: { orderId?: string; orderNumber?: string } = {}): void {
    if (this.passages.some(({ passage, reason }) => passage === 'demande' && reason === wish)) return;
    this.passages.push({ passage: 'demande', reason: wish });
    this.record(ConversationRequestPassedOnV1, () => ({
      conversationId: this.id,
      prospectId: this.prospectId,
      ...named(customerName),
      ...about,
      wish,
    }));
  }

  /** It waited for a person and still does: the shop is told once more, and nobody holds it until somebody writes. */
  callAgain(reason: string, customerName?: string | null): void {
    this.shopSilentSince = null;
    this.handoverReason = reason;
    this.remind(reason, customerName);
    this.changed();
  }

  /** The shop is told once more that it is waited for here; who holds it, and why, stays as it is. */
  remind(reason: string, customerName?: string | null): void {
    this.passages.push({ passage: 'transmise', reason });
    this.record(ConversationHandedOverV1, () => ({
      conversationId: this.id,
      prospectId: this.prospectId,
      ...named(customerName),
      reason,
    }));
  }

  /** What the customer wrote while a person had the conversation is answered now. */
  beginTurn(): void {
    this.turnDueAt = new Date();
    this.unansweredSince = this.turnDueAt;
  }

  /** It is put away; the customer's next message begins another. Closing it twice changes nothing. */
  close(): void {
    if (this.status === 'fermee') return;
    this.move('fermee');
    this.handoverReason = null;
    this.shopSilentSince = null;
    this.unread = 0;
    this.endTurn();
    this.passages.push({ passage: 'fermee', reason: null });
    this.changed();
  }

  /** Somebody of the shop read it. @param left messages that came after what he saw */
  readByShop(left = 0): void {
    if (this.unread === left) return;
    this.unread = left;
    this.changed();
  }

  /** These labels and no others. */
  label(labels: string[]): void {
    this.labels = labels;
    this.changed();
  }

  /** The change is one that only an inbox sees: an answer being thought about stays good. */
  onlyViewed(): void {
    this.viewVersion += 1;
  }

  /** Hands over who answered when, since the last time. */
  takePassages(): Passage[] {
    return this.passages.splice(0);
  }

  /** Something was said by the shop. */
  said(text: string, at = new Date()): void {
    this.lastMessage = text.slice(0, MOST_SHOWN);
    this.lastMessageAt = at;
  }

  /** No turn is due. */
  endTurn(): void {
    this.turnDueAt = null;
    this.unansweredSince = null;
    this.turnAttempts = 0;
  }

  /** What an inbox shows of it changed: told once for each change, as it is in the end. */
  private changed(): void {
    if (this.changeRecorded) return;
    this.changeRecorded = true;
    this.record(ConversationChangedV1, () => ({
      conversationId: this.id,
      prospectId: this.prospectId,
      status: CONVERSATION_STATUS[this.status],
      unread: this.unread,
      labels: this.labels,
    }));
  }

  private move(to: ConversationStatus): void {
    if (!MOVES[this.status].includes(to))
      throw new DomainError('CONVERSATION_MOVE_REFUSED', 'conflict', { id: this.id, from: this.status, to });
    this.status = to;
  }
}

/** The profile name as it may stand in a notice. */
function named(profile: string | null | undefined): { customerName?: string } {
  const customerName = calledBy(profile);
  return customerName ? { customerName } : {};
}
