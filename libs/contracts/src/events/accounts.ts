import { event } from '../message.js';
import { count, email, id, instant, listOf, oneOf, phone, text } from '../schema.js';

export const MEMBER_ROLES = ['owner', 'agent'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** One stretch of a week in which the shop is open, in the seller's time zone. */
export class OpeningSlot {
  @count('Day of the week: 1 Monday to 7 Sunday', { min: 1, max: 7 }) weekday!: number;
  @text('From, `HH:MM`', { max: 5, pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }) opens!: string;
  @text('Until, `HH:MM`; `24:00` for midnight', { max: 5, pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' }) closes!: string;
}

/** What other services keep of a seller: a whole snapshot each time. */
export class SellerFacts {
  @text('Family name', { max: 100 }) lastName!: string;
  @text('First name', { max: 100 }) firstName!: string;
  @email('Sign-in address') email!: string;
  @phone('Personal telephone, where notices go') phone!: string;
  @text('Country', { max: 100 }) country!: string;
  @text('What he sells', { max: 100 }) sector!: string;
  @text('Shop name', { max: 150 }) shopName!: string;
  @text('Where couriers collect parcels', { max: 300, optional: true }) pickupAddress?: string;
  @text('IANA time zone that makes his day', { max: 60 }) timeZone!: string;
  @text('Opening hours as customers read them', { max: 200, optional: true }) openingHours?: string;
  @listOf('When the shop is open; absent: not said', () => OpeningSlot, { max: 28, optional: true }) hours?: OpeningSlot[];
}

@event('seller.registered', { by: 'accounts', says: 'A seller signed up.' })
export class SellerRegisteredV1 extends SellerFacts {}

@event('seller.updated', { by: 'accounts', says: 'A seller changed his profile, hours, time zone or pickup address.' })
export class SellerUpdatedV1 extends SellerFacts {}

@event('whatsapp-account.connected', {
  by: 'accounts',
  says: 'A business number is linked to a seller; messages for it are his.',
})
export class WhatsAppAccountConnectedV1 {
  @id('The linked account') accountId!: string;
  @text('WhatsApp identity of the number') phoneNumberId!: string;
  @text('WhatsApp Business account') businessAccountId!: string;
  @phone('The business number') phone!: string;
  @text('Access token, sealed; opened with the platform key and context `comptes_whatsapp.access_token|<sellerId>`', {
    max: 4000,
    secret: true,
  })
  sealedToken!: string;
}

@event('whatsapp-account.disconnected', {
  by: 'accounts',
  says: 'A business number is no longer linked, or its token was revoked.',
})
export class WhatsAppAccountDisconnectedV1 {
  @id('The account') accountId!: string;
  @text('WhatsApp identity of the number') phoneNumberId!: string;
  @oneOf('Why', ['seller', 'token-revoked']) reason!: 'seller' | 'token-revoked';
}

@event('email-account.connected', { by: 'accounts', says: 'A mailbox is linked to a seller.' })
export class EmailAccountConnectedV1 {
  @id('The linked account') accountId!: string;
  @oneOf('Mail provider', ['gmail']) provider!: 'gmail';
  @email('The mailbox') email!: string;
  @text('Refresh token, sealed; opened with the platform key and context `comptes_email.jeton_acces|<sellerId>`', {
    max: 4000,
    secret: true,
  })
  sealedToken!: string;
}

@event('email-account.disconnected', { by: 'accounts', says: 'A mailbox is no longer linked, or its consent was revoked.' })
export class EmailAccountDisconnectedV1 {
  @id('The account') accountId!: string;
  @oneOf('Why', ['seller', 'consent-revoked']) reason!: 'seller' | 'consent-revoked';
}

/** Somebody of the team, as others need him. */
export class MemberFacts {
  @id('The member') memberId!: string;
  @oneOf('Role', MEMBER_ROLES) role!: MemberRole;
}

@event('member.invited', { by: 'accounts', says: 'Somebody was added to a shop’s team.' })
export class MemberInvitedV1 extends MemberFacts {}

@event('member.updated', { by: 'accounts', says: 'A member of the team changed: name, telephone or role.' })
export class MemberUpdatedV1 extends MemberFacts {}

@event('member.removed', { by: 'accounts', says: 'Somebody left a shop’s team; his sessions ended.' })
export class MemberRemovedV1 extends MemberFacts {}

@event('session.ended', {
  by: 'accounts',
  says: 'Somebody is signed out: by himself or his other session, with a new password, because he was removed or demoted, or because a copied refresh token came back. Access tokens of the session are refused from now on.',
})
export class SessionEndedV1 {
  @id('The session') sessionId!: string;
}

/** A key of a program, as the audit trail needs it. */
export class ApiKeyFacts {
  @id('The key') keyId!: string;
  @text('What it is for', { max: 100 }) name!: string;
}

@event('api-key.created', { by: 'accounts', says: 'A program got a key.' })
export class ApiKeyCreatedV1 extends ApiKeyFacts {}

@event('api-key.revoked', { by: 'accounts', says: 'A key of a program was ended.' })
export class ApiKeyRevokedV1 extends ApiKeyFacts {}

export const SECURITY_CODE_PURPOSES = ['password-reset', 'invitation'] as const;

@event('security-code.issued', {
  by: 'accounts',
  says: 'Somebody needs a code to set his password; notifications sends it to his telephone.',
})
export class SecurityCodeIssuedV1 {
  @id('The code') codeId!: string;
  @oneOf('What for', SECURITY_CODE_PURPOSES) purpose!: (typeof SECURITY_CODE_PURPOSES)[number];
  @text('First name of who gets it', { max: 100 }) firstName!: string;
  @phone('Where it goes') phone!: string;
  @text('The code, sealed; opened with the platform key and context `security-code|<codeId>`', { max: 500, secret: true })
  sealedCode!: string;
  @instant('Good until') expiresAt!: string;
}
