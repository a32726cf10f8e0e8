import { Injectable } from '@nestjs/common';
import { type Caller, DomainError, type InviteMember, type QuestionOf, toE164, type UpdateMember } from '#contracts';
import { Database, isDuplicate, newId } from '#database';
import { CodeRequests } from '../security-code/code-requests.js';
import { SellerRepository } from '../seller/seller.repository.js';
import { Credentials } from '../session/credentials.js';
import { Sessions } from '../session/sessions.js';
import { signedIn } from '../session/signed-in.js';
import { invitationCounter } from '../throttle/counters.js';
import { Throttle } from '../throttle/throttle.js';
import { Member } from './member.entity.js';
import { Members } from './members.js';
import { OwnerGate } from './owner-gate.js';

/** Members at most; the team is answered in one list. */
const MOST_MEMBERS = 100;

/** What owners do with their team. Each change is one transaction, and changes of one team take turns. */
@Injectable()
export class Team {
  constructor(
    private readonly db: Database,
    private readonly gate: OwnerGate,
    private readonly members: Members,
    private readonly sellers: SellerRepository,
    private readonly codes: CodeRequests,
    private readonly throttle: Throttle,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
  ) {}

  /** Adds somebody, who gets a code to set his password with. @throws DomainError VALIDATION_FAILED (phone), EMAIL_TAKEN, TEAM_FULL, TOO_MANY_INVITATIONS, ROLE_FORBIDS */
  async invite(caller: Caller, { role, ...person }: QuestionOf<InviteMember>): Promise<Member> {
    const { sellerId } = signedIn(caller);
    const checked = { ...person, email: person.email.toLowerCase(), phone: toE164(person.phone, 'phone') };
    await this.throttle.admit([invitationCounter(sellerId)], { code: 'TOO_MANY_INVITATIONS' });
    try {
      return await this.db.asSeller(sellerId, async () => {
        await this.gate.enter(caller);
        if ((await this.members.list(sellerId)).length >= MOST_MEMBERS)
          throw new DomainError('TEAM_FULL', 'conflict', { limit: MOST_MEMBERS });
        const member = await this.members.add(Member.invite(newId(), sellerId, checked, role));
        await this.codes.add(member.email, sellerId);
        return member;
      });
    } catch (error) {
      if (isDuplicate(error, 'membres_adresse_email')) throw new DomainError('EMAIL_TAKEN', 'conflict');
      throw error;
    }
  }

  /** @throws DomainError MEMBER_NOT_FOUND, MEMBER_ALREADY_ACTIVE, TOO_MANY_INVITATIONS, ROLE_FORBIDS */
  async inviteAgain(caller: Caller, memberId: string): Promise<Member> {
    const { sellerId } = signedIn(caller);
    await this.throttle.admit([invitationCounter(sellerId)], { code: 'TOO_MANY_INVITATIONS' });
    return this.db.asSeller(sellerId, async () => {
      await this.gate.enter(caller);
      const member = await this.members.get(memberId, sellerId);
      if (member.status === 'actif') throw new DomainError('MEMBER_ALREADY_ACTIVE', 'conflict', { memberId });
      await this.codes.add(member.email, sellerId);
      return member;
    });
  }

  /** Who is demoted is signed out: his access token says what he was. @throws DomainError MEMBER_NOT_FOUND, VERSION_MISMATCH, VALIDATION_FAILED (phone), TEAM_FOUNDER_STAYS, ROLE_FORBIDS */
  async change(caller: Caller, { memberId, ifVersion, role, ...person }: QuestionOf<UpdateMember>): Promise<Member> {
    const sellerId = caller.sellerId!;
    const changes = { ...person, ...(person.phone ? { phone: toE164(person.phone, 'phone') } : {}) };
    return this.db.asWorker(async () => {
      await this.gate.enter(caller);
      let demoted = false;
      const change = (member: Member) => {
        demoted = member.role === 'proprietaire' && role === 'agent';
        member.change({ ...changes, role });
      };
      const member = await this.members.update(memberId, sellerId, change, ifVersion);
      if (demoted) await this.sessions.endAll(memberId, 'equipe');
      // The founder's name and telephone are the shop's contact as well.
      if (member.isFounder) await this.sellers.update(sellerId, (seller) => seller.change(changes));
      return member;
    });
  }

  /** @throws DomainError MEMBER_NOT_FOUND, TEAM_FOUNDER_STAYS, ROLE_FORBIDS */
  async remove(caller: Caller, memberId: string): Promise<void> {
    const sellerId = caller.sellerId!;
    await this.db.asWorker(async () => {
      await this.gate.enter(caller);
      await this.members.get(memberId, sellerId);
      await this.credentials.lock(memberId);
      // They go with his row, and nobody could say any more which they were.
      await this.sessions.endAll(memberId, 'equipe');
      await this.members.remove(memberId, sellerId);
    });
  }
}
