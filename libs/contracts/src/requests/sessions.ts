import { Asks, request } from '../message.js';
import { count, email, flag, id, instant, listOf, text } from '../schema.js';

/** A sign-in that has not ended. */
export class OpenSessionView {
  @id('The session') id!: string;
  @flag('The one this request was made with') current!: boolean;
  @text('Program that signed in, as it names itself', { max: 200, optional: true }) userAgent?: string;
  @text('Network address it was last used from', { max: 60, optional: true }) address?: string;
  @instant('Signed in') createdAt!: string;
  @instant('Last renewed') lastUsedAt!: string;
}

export class OpenSessions {
  @listOf('Sessions, last used first', () => OpenSessionView) items!: OpenSessionView[];
}

@request('sessions', { to: 'accounts', says: 'Where the caller is signed in.', answers: OpenSessions })
export class ListSessions extends Asks<OpenSessions> {}

@request('end-session', { to: 'accounts', says: 'Signs one of the caller’s sessions out.' })
export class EndSession extends Asks<Record<string, never>> {
  @id('The session') sessionId!: string;
}

export class EndedSessions {
  @count('Sessions that ended') ended!: number;
}

@request('end-other-sessions', {
  to: 'accounts',
  says: 'Signs the caller out everywhere but here.',
  answers: EndedSessions,
})
export class EndOtherSessions extends Asks<EndedSessions> {}

@request('change-password', { to: 'accounts', says: "Changes the caller's password and ends his other sessions." })
export class ChangePassword extends Asks<Record<string, never>> {
  @text('The password until now', { max: 200, secret: true }) currentPassword!: string;
  @text('The new one, 10 characters or more', { min: 10, max: 200, secret: true }) newPassword!: string;
}

@request('ask-password-reset', {
  to: 'accounts',
  says: 'Sends a code by WhatsApp to the telephone of this address’s owner; the answer is the same when nobody has the address.',
})
export class AskPasswordReset extends Asks<Record<string, never>> {
  @email('Sign-in address') email!: string;
}

@request('reset-password', {
  to: 'accounts',
  says: 'Sets a password with a code from a reset or an invitation, and ends all sessions. A code is good once, for 15 minutes (an invitation: 7 days), and for 5 tries.',
})
export class ResetPassword extends Asks<Record<string, never>> {
  @email('Sign-in address') email!: string;
  @text('The code', { max: 20, secret: true }) code!: string;
  @text('The new password, 10 characters or more', { min: 10, max: 200, secret: true }) password!: string;
}
