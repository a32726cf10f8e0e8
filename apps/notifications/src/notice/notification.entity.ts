import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import { Aggregate } from '#bus';
import { type CHANNELS, NotificationFailedV1, NotificationSentV1, type RECIPIENT_ROLES } from '#contracts';
import type { NoticeKind } from '../template/templates.js';
import { assertMove, mayMove, type NoticeState, STATE_WORDS } from './states.js';

/** A column that stores French words for our own. */
const words = <T extends string>(map: Record<T, string>): ValueTransformer & { to(value: T): string } => ({
  to: (value: T) => map[value],
  from: (stored: string) => (Object.keys(map) as T[]).find((value) => map[value] === stored),
});

export const stateColumn = words<NoticeState>(STATE_WORDS);
export const roleColumn = words<(typeof RECIPIENT_ROLES)[number]>({ seller: 'vendeur', customer: 'client', courier: 'livreur' });

/** Code of a failure that nobody told: no word came of it, ever. */
export const NEVER_CONFIRMED = 'no_answer';

/** A notice to one person over one channel, and how far it got. */
@Entity('notifications')
export class Notification extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_notification' }) id!: string;
  @Column('uuid', { name: 'id_utilisateur' }) sellerId!: string;
  @Column('text', { name: 'type_notification' }) kind!: NoticeKind;
  @Column('text', { name: 'canal_envoi' }) channel!: (typeof CHANNELS)[number];
  @Column('text', { name: 'role_destinataire', transformer: roleColumn }) recipient!: (typeof RECIPIENT_ROLES)[number];
  @Column('uuid', { name: 'reference_element_id', nullable: true }) referenceId!: string | null;
  @Column('text', { name: 'type_reference', nullable: true }) referenceType!: string | null;
  @Column('text', { name: 'etat', transformer: stateColumn }) state!: NoticeState;
  @Column('int', { name: 'tentatives' }) attempts!: number;
  @Column('int', { name: 'renvois' }) resends!: number;
  @Column('timestamptz', { name: 'prochaine_tentative' }) dueAt!: Date;
  @Column('timestamptz', { name: 'bail_jusqua', nullable: true }) leaseUntil!: Date | null;
  @Column('text', { nullable: true }) wamid!: string | null;
  @Column('text', { name: 'code_scelle', nullable: true }) sealedCode!: string | null;
  @Column('text', { name: 'code_erreur', nullable: true }) errorCode!: string | null;
  @Column('text', { name: 'explication_erreur', nullable: true }) explanation!: string | null;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'date_creation' }) createdAt!: Date;
  @Column('timestamptz', { name: 'date_envoi', nullable: true }) sentAt!: Date | null;

  /** WhatsApp took it. Statuses come in any order: an earlier one than what is known changes nothing. */
  arrived(at: 'sent' | 'delivered' | 'read', wamid: string): void {
    if (at === 'sent' && this.isRefused()) return;
    this.wamid ??= wamid;
    if (!mayMove(this.state, at)) return;
    this.moveTo(at);
    this.errorCode = this.explanation = null;
    if (this.sentAt) return;
    this.sentAt = new Date();
    this.record(NotificationSentV1, () => this.facts());
  }

  /** WhatsApp said no after it had taken it: that it had is an older word, which may come later. What merely stayed without a word may still turn out to be sent. */
  private isRefused(): boolean {
    return this.state === 'pending' || (this.state === 'failed' && this.errorCode !== NEVER_CONFIRMED);
  }

  /** WhatsApp's answer to the sending. A status that was faster knows better: then only the id is kept. */
  accepted(wamid: string): void {
    if (this.state === 'sending' || this.state === 'unknown') this.arrived('sent', wamid);
    else if (this.state !== 'pending') this.wamid ??= wamid;
  }

  /** It will be tried again at `at`. @param spent whether the attempt counts against the limit */
  postpone(at: Date, spent: boolean, code: string, explanation: string): void {
    this.moveTo('pending');
    this.dueAt = at;
    if (!spent) this.attempts -= 1;
    this.wamid = null;
    [this.errorCode, this.explanation] = [code, explanation];
  }

  /** No answer came: it may be on its way. Until `at` a status may tell. */
  doubt(at: Date, code: string, explanation: string): void {
    // A status can have settled the matter while the answer was awaited.
    if (!mayMove(this.state, 'unknown')) return;
    this.moveTo('unknown');
    this.dueAt = at;
    [this.errorCode, this.explanation] = [code, explanation];
  }

  /** It cannot be sent. @param explanation French, for the seller */
  fail(code: string, explanation: string): void {
    this.moveTo('failed');
    [this.errorCode, this.explanation] = [code, explanation];
    this.record(NotificationFailedV1, () => ({ ...this.facts(), code, explanation }));
  }

  private moveTo(state: NoticeState): void {
    assertMove(this.state, state, this.id);
    this.state = state;
    this.leaseUntil = null;
    // It will not be sent again: the code is of no more use here.
    if (['delivered', 'read', 'failed'].includes(state)) this.sealedCode = null;
  }

  private facts() {
    return {
      notificationId: this.id,
      kind: this.kind,
      recipient: this.recipient,
      channel: this.channel,
      ...(this.referenceId ? { referenceId: this.referenceId } : {}),
      ...(this.referenceType ? { referenceType: this.referenceType } : {}),
    };
  }
}
