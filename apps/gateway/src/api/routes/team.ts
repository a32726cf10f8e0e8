import { InviteMember, ListMembers, RemoveMember, ResendInvitation, UpdateMember } from '#contracts';
import { asks } from '../route.js';

const tag = 'Team';
const owner = true;

// Who works in the shop is no secret within it: an order's history names them.
export const teamRoutes = [
  asks('GET /v1/members', ListMembers, { tag }),
  asks('POST /v1/members', InviteMember, { tag, owner, status: 201 }),
  asks('PATCH /v1/members/:memberId', UpdateMember, { tag, owner }),
  asks('DELETE /v1/members/:memberId', RemoveMember, { tag, owner, status: 204 }),
  asks('POST /v1/members/:memberId/invitation', ResendInvitation, { tag, owner }),
];
