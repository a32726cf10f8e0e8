import { Inject, Injectable } from '@nestjs/common';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GraphError } from './graph-error.js';
import type { Account } from './whatsapp.js';

/** Who may call the Graph API: the bearer token must be that of a registered account, and reach the object asked for. */
@Injectable()
export class GraphAccess {
  constructor(@Inject(STATE) private readonly state: SandboxState) {}

  /**
   * The accounts a token opens: the numbers registered with it.
   * @throws GraphError 190 without a known token, 2500 when the version is not like `v26.0`
   */
  accountsOf(version: string, authorization: string | undefined): Account[] {
    if (!/^v\d{1,3}\.0$/.test(version))
      throw new GraphError(2500, `Unknown path components: /${version}`, { message: `Unknown path components: /${version}` });
    const token = /^(?:Bearer|OAuth) (\S+)$/i.exec(authorization ?? '')?.[1];
    const accounts = [...this.state.whatsapp.accounts.values()].filter((account) => account.accessToken === token);
    if (accounts.length > 0) return accounts;
    throw new GraphError(190, undefined, { message: 'Invalid OAuth access token - Cannot parse access token' });
  }

  /** @throws GraphError 190, or 100/33 when the number is unknown or another's */
  number(version: string, authorization: string | undefined, id: string, method = 'POST'): Account {
    const account = this.accountsOf(version, authorization).find((one) => one.phoneNumberId === id);
    if (!account) throw GraphError.unknownObject(method, id);
    return account;
  }

  /** The numbers of a WhatsApp Business Account. @throws GraphError 190, or 100/33 when it is unknown or another's */
  business(version: string, authorization: string | undefined, id: string, method = 'GET'): [Account, ...Account[]] {
    const [first, ...others] = this.accountsOf(version, authorization).filter((one) => one.businessAccountId === id);
    if (!first) throw GraphError.unknownObject(method, id);
    return [first, ...others];
  }
}
