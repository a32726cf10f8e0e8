import { decodeJwt } from 'jose';
import { Requests } from '#bus';
import {
  type AnswerOf,
  type Asks,
  type Caller,
  InviteMember,
  type MemberView,
  type QuestionOf,
  type RequestClass,
  ResetPassword,
  SecurityCodeIssuedV1,
  type SessionView,
  SignIn,
  SignUp,
} from '#contracts';
import { newId } from '#database';
import { SecretBox } from '#providers';
import { eventually, type World } from '#testing';

export const PASSWORD = 'chaussures-2026';

let count = 0;
/** An address and a telephone that nobody else has. */
export const aPerson = (firstName = 'Jean') => {
  count += 1;
  const phone = `+2250700${String(100_000 + count)}`;
  return { lastName: 'Kouadio', firstName, email: `${firstName.toLowerCase()}${count}@gmail.com`, phone };
};

/** Somebody who is signed in: what he was given, and how the gateway speaks for him. */
export interface SignedIn {
  session: SessionView;
  caller: Caller;
  email: string;
  phone: string;
}

/** Plays the gateway: asks `accounts` for members of shops who are signed in. */
export class Gateway {
  private readonly requests: Requests;

  constructor(
    private readonly world: World,
    private readonly env: { FLUXASYNC_ENCRYPTION_KEYS: string },
  ) {
    this.requests = new Requests(world.connection);
  }

  ask<Q extends Asks<unknown>>(
    contract: RequestClass<Q>,
    question: QuestionOf<Q>,
    caller: Partial<Caller> = {},
  ): Promise<AnswerOf<Q>> {
    return this.requests.ask(contract, question, { actor: 'system', correlationId: newId(), ...caller }, { timeoutMs: 10_000 });
  }

  /** A new shop, its founder signed in. */
  async shop(origin: Partial<Caller> = {}): Promise<SignedIn> {
    const person = aPerson();
    const session = await this.ask(SignUp, { ...person, password: PASSWORD, country: "Côte d'Ivoire", sector: 'Mode' }, origin);
    return { session, caller: callerOf(session), email: person.email, phone: person.phone };
  }

  async signIn(email: string, password = PASSWORD, origin: Partial<Caller> = {}): Promise<SignedIn> {
    const session = await this.ask(SignIn, { email, password }, origin);
    return { session, caller: callerOf(session), email, phone: '' };
  }

  /** The error code of a sign-in that is refused, else `signed in`. */
  async trySignIn(email: string, password: string, origin: Partial<Caller> = {}): Promise<string> {
    const outcome = await this.ask(SignIn, { email, password }, origin).catch((error: { code: string }) => error);
    return 'code' in outcome ? outcome.code : 'signed in';
  }

  /** Somebody on `owner`'s team who has set his password and is signed in. */
  async member(owner: SignedIn, role: 'owner' | 'agent' = 'agent'): Promise<SignedIn & { member: MemberView }> {
    const person = aPerson('Awa');
    const member = await this.ask(InviteMember, { ...person, role }, owner.caller);
    const { code } = await this.code(person.phone);
    await this.ask(ResetPassword, { email: person.email, code, password: PASSWORD });
    return { ...(await this.signIn(person.email)), phone: person.phone, member };
  }

  /** The `nth` code that was sent to a telephone, opened as notifications opens it. */
  async code(phone: string, nth = 1) {
    return eventually(async () => {
      const event = (await this.codes(phone))[nth - 1];
      if (!event) throw new Error(`no code ${nth} yet`);
      const box = SecretBox.fromEnv(this.env.FLUXASYNC_ENCRYPTION_KEYS);
      return { ...event, code: box.open(event.sealedCode, `security-code|${event.codeId}`) };
    });
  }

  async codes(phone: string): Promise<SecurityCodeIssuedV1[]> {
    return (await this.world.all(SecurityCodeIssuedV1)).map(({ event }) => event).filter((event) => event.phone === phone);
  }
}

/** What the gateway reads from an access token. */
export function callerOf({ accessToken }: SessionView): Caller {
  const { sub, sid, act } = decodeJwt<{ sid: string; act?: { sub: string } }>(accessToken);
  const memberId = act?.sub ?? sub!;
  return {
    ...{ sellerId: sub!, memberId, sessionId: sid, correlationId: newId() },
    actor: memberId === sub ? `seller:${sub}` : `member:${memberId}`,
  };
}
