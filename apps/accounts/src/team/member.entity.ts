import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  DomainError,
  type MemberFacts,
  MemberInvitedV1,
  MemberRemovedV1,
  type MemberRole,
  MemberUpdatedV1,
  type MemberView,
} from '#contracts';
import { Aggregate } from '#bus';

/** A role as stored, and as the API says it. */
export const ROLE = { proprietaire: 'owner', agent: 'agent' } as const satisfies Record<string, MemberRole>;
export type StoredRole = keyof typeof ROLE;
const STORED_ROLE = { owner: 'proprietaire', agent: 'agent' } as const satisfies Record<MemberRole, StoredRole>;
const STATUS = { invite: 'invited', actif: 'active' } as const;

/** Who somebody is and how he is reached. */
export interface Person {
  lastName: string;
  firstName: string;
  /** E.164. */
  phone: string;
}

/**
 * Somebody who works in a shop. The one who signed the shop up, its founder, has the shop's own id; he stays, an active owner, so that a shop is never
 * without one (the table holds him to it too).
 */
@Entity('membres')
export class Member extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_membre' })
  id!: string;

  @Column('uuid', { name: 'id_utilisateur' })
  sellerId!: string;

  @Column('text', { name: 'nom' })
  lastName!: string;

  @Column('text', { name: 'prenom' })
  firstName!: string;

  /** Lower case; no two members of whatever shops share one. */
  @Column('text', { name: 'adresse_email' })
  email!: string;

  /** E.164. */
  @Column('text', { name: 'numero_telephone' })
  phone!: string;

  @Column('text', { name: 'role' })
  role!: StoredRole;

  @Column('text', { name: 'statut' })
  status!: keyof typeof STATUS;

  @Column('timestamptz', { name: 'date_creation' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'derniere_connexion', nullable: true })
  lastSeenAt!: Date | null;

  @Column('int', { name: 'version' })
  version!: number;

  /** The founder of a shop that is being signed up, which signs him in; its registration tells of him. */
  static founder(shop: Person & { id: string; email: string }): Member {
    const { id, lastName, firstName, email, phone } = shop;
    const founder = Member.join(id, id, { lastName, firstName, email, phone }, { role: 'proprietaire', status: 'actif' });
    founder.lastSeenAt = founder.createdAt;
    return founder;
  }

  /** Adds somebody who has no password yet. */
  static invite(id: string, sellerId: string, person: Person & { email: string }, role: MemberRole): Member {
    const member = Member.join(id, sellerId, person, { role: STORED_ROLE[role], status: 'invite' });
    member.record(MemberInvitedV1, () => member.facts());
    return member;
  }

  private static join(
    id: string,
    sellerId: string,
    person: Person & { email: string },
    as: Pick<Member, 'role' | 'status'>,
  ): Member {
    return Object.assign(new Member(), person, as, { id, sellerId, createdAt: new Date(), lastSeenAt: null, version: 1 });
  }

  get isFounder(): boolean {
    return this.id === this.sellerId;
  }

  /** Changes name, telephone or role, and says so when something did change; absent fields stay. @throws DomainError TEAM_FOUNDER_STAYS when the founder should become an agent */
  change({ role, ...person }: Partial<Person> & { role?: MemberRole }): void {
    if (this.isFounder && role === 'agent') throw new DomainError('TEAM_FOUNDER_STAYS', 'conflict', { memberId: this.id });
    const before = JSON.stringify(this.view());
    Object.assign(this, person, role ? { role: STORED_ROLE[role] } : {});
    if (JSON.stringify(this.view()) !== before) this.record(MemberUpdatedV1, () => this.facts());
  }

  /** He has set his first password. */
  activate(): void {
    this.status = 'actif';
    this.record(MemberUpdatedV1, () => this.facts());
  }

  /** Takes him off the team. @throws DomainError TEAM_FOUNDER_STAYS */
  leave(): void {
    if (this.isFounder) throw new DomainError('TEAM_FOUNDER_STAYS', 'conflict', { memberId: this.id });
    this.version += 1;
    this.record(MemberRemovedV1, () => this.facts());
  }

  view(): MemberView {
    const { id, lastName, firstName, email, phone, version } = this;
    return {
      ...{ id, lastName, firstName, email, phone, version },
      role: ROLE[this.role],
      status: STATUS[this.status],
      createdAt: this.createdAt.toISOString(),
      ...(this.lastSeenAt ? { lastSeenAt: this.lastSeenAt.toISOString() } : {}),
    };
  }

  private facts(): MemberFacts {
    return { memberId: this.id, role: ROLE[this.role] };
  }
}
