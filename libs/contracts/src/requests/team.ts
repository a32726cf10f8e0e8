import { MEMBER_ROLES, type MemberRole } from '../events/accounts.js';
import { Asks, request } from '../message.js';
import { email, id, instant, listOf, nested, oneOf, phone, someOf, text, version } from '../schema.js';
import { API_SCOPES, type ApiScope } from './api-keys.js';
import { SellerView } from './accounts.js';
import { Edits } from './paging.js';

export const MEMBER_STATUSES = ['invited', 'active'] as const;

/** Somebody who works in the shop. */
export class MemberView {
  @id('The member') id!: string;
  @text('Family name', { max: 100 }) lastName!: string;
  @text('First name', { max: 100 }) firstName!: string;
  @email('Sign-in address') email!: string;
  @phone('Telephone, where codes go') phone!: string;
  @oneOf('`owner`: may do everything; `agent`: all but accounts, keys and team', MEMBER_ROLES) role!: MemberRole;
  @oneOf('`invited` until the first password is set', MEMBER_STATUSES) status!: (typeof MEMBER_STATUSES)[number];
  @instant('Joined') createdAt!: string;
  @instant('Last signed in', { optional: true }) lastSeenAt?: string;
  @version() version!: number;
}

export class Members {
  @listOf('The team, oldest first', () => MemberView) items!: MemberView[];
}

/** Who is asking, and what he may do. */
export class MeView {
  @nested('The shop', () => SellerView) seller!: SellerView;
  @nested('The member who is signed in; absent for a program with a key', () => MemberView, { optional: true })
  member?: MemberView;
  @someOf('What a program with a key may do; absent for people', API_SCOPES, { optional: true }) scopes?: ApiScope[];
}

@request('me', { to: 'accounts', says: 'The shop and the member who is signed in.', answers: MeView })
export class GetMe extends Asks<MeView> {}

@request('members', { to: 'accounts', says: 'Everybody who works in the shop.', answers: Members })
export class ListMembers extends Asks<Members> {}

@request('invite-member', {
  to: 'accounts',
  says: 'Adds somebody to the team; a code to set a password with goes to his telephone by WhatsApp.',
  answers: MemberView,
})
export class InviteMember extends Asks<MemberView> {
  @text('Family name', { max: 100 }) lastName!: string;
  @text('First name', { max: 100 }) firstName!: string;
  @email('Sign-in address, unique') email!: string;
  @text('Telephone in any usual form', { max: 30 }) phone!: string;
  @oneOf('Role', MEMBER_ROLES) role!: MemberRole;
}

@request('resend-invitation', {
  to: 'accounts',
  says: 'Sends a new code to a member who has no password yet.',
  answers: MemberView,
})
export class ResendInvitation extends Asks<MemberView> {
  @id('The member') memberId!: string;
}

@request('update-member', {
  to: 'accounts',
  says: 'Changes a member; absent fields stay. Who is demoted is signed out. A shop keeps at least one active owner.',
  answers: MemberView,
})
export class UpdateMember extends Edits<MemberView> {
  @id('The member') memberId!: string;
  @text('Family name', { max: 100, optional: true }) lastName?: string;
  @text('First name', { max: 100, optional: true }) firstName?: string;
  @text('Telephone', { max: 30, optional: true }) phone?: string;
  @oneOf('Role', MEMBER_ROLES, { optional: true }) role?: MemberRole;
}

@request('remove-member', {
  to: 'accounts',
  says: 'Takes somebody off the team and ends his sessions; his access tokens end with them. The founder stays.',
})
export class RemoveMember extends Asks<Record<string, never>> {
  @id('The member') memberId!: string;
}
