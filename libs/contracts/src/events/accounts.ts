import { event } from '../message.js';
import { email, id, oneOf, phone, text } from '../schema.js';

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
