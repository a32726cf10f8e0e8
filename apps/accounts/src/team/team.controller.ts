import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import {
  type Caller,
  CheckApiKey,
  CreateApiKey,
  GetMe,
  InviteMember,
  ListApiKeys,
  ListMembers,
  RemoveMember,
  ResendInvitation,
  RevokeApiKey,
  UpdateMember,
} from '#contracts';
import { ApiKeys } from '../api-key/api-keys.js';
import { CheckKey } from '../api-key/check-api-key.js';
import { Members } from './members.js';
import { Team } from './team.js';
import { WhoAmI } from './who-am-i.js';

/** Requests about who and what may act for a shop: its team, and the keys of its programs. */
@Injectable()
export class TeamController {
  constructor(
    private readonly whoAmI: WhoAmI,
    private readonly team: Team,
    private readonly members: Members,
    private readonly keys: ApiKeys,
    private readonly checkKey: CheckKey,
  ) {}

  @OnRequest(GetMe)
  async me(_question: GetMe, caller: Caller) {
    return this.whoAmI.run(caller);
  }

  @OnRequest(ListMembers)
  async list(_question: ListMembers, { sellerId }: Caller) {
    return { items: (await this.members.list(sellerId!)).map((member) => member.view()) };
  }

  /** Opens its own transaction: a try too many is to stay counted when the invitation is refused. */
  @OnRequest(InviteMember, { transaction: false })
  async invite(question: InviteMember, caller: Caller) {
    return (await this.team.invite(caller, question)).view();
  }

  @OnRequest(ResendInvitation, { transaction: false })
  async inviteAgain({ memberId }: ResendInvitation, caller: Caller) {
    return (await this.team.inviteAgain(caller, memberId)).view();
  }

  /** Both open their own transaction: with his role or his place a member loses his sessions, which sellers' transactions do not see. */
  @OnRequest(UpdateMember, { transaction: false })
  async change(question: UpdateMember, caller: Caller) {
    return (await this.team.change(caller, question)).view();
  }

  @OnRequest(RemoveMember, { transaction: false })
  async remove({ memberId }: RemoveMember, caller: Caller) {
    await this.team.remove(caller, memberId);
    return {};
  }

  @OnRequest(CreateApiKey)
  async makeKey(question: CreateApiKey, caller: Caller) {
    return this.keys.make(caller, question);
  }

  @OnRequest(ListApiKeys)
  async listKeys(_question: ListApiKeys, caller: Caller) {
    return { items: (await this.keys.list(caller)).map((key) => key.view()) };
  }

  @OnRequest(RevokeApiKey)
  async revokeKey({ keyId }: RevokeApiKey, caller: Caller) {
    return (await this.keys.revoke(caller, keyId)).view();
  }

  @OnRequest(CheckApiKey, { transaction: false })
  async check({ fingerprint }: CheckApiKey) {
    return this.checkKey.run(fingerprint);
  }
}
