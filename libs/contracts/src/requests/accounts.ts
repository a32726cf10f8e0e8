import { OpeningSlot, SellerFacts } from '../events/accounts.js';
import { Asks, request } from '../message.js';
import { count, email, id, instant, listOf, oneOf, phone, text, version } from '../schema.js';
import { Edits } from './paging.js';

/** A seller as he sees himself. */
export class SellerView extends SellerFacts {
  @id('The seller') id!: string;
  @instant('Signed up') createdAt!: string;
  @version() version!: number;
}

/** What a successful sign-up, sign-in or refresh gives. */
export class SessionView {
  @text('Bearer token for the API, 10 minutes', { max: 4000, secret: true }) accessToken!: string;
  @text('Single-use token for the next pair, 30 days', { max: 200, secret: true }) refreshToken!: string;
  @count('Seconds until the access token ends', { max: 86_400 }) expiresIn!: number;
  @id('The seller') sellerId!: string;
}

@request('sign-up', { to: 'accounts', says: 'Registers a seller and signs him in.', answers: SessionView })
export class SignUp extends Asks<SessionView> {
  @text('Family name', { max: 100 }) lastName!: string;
  @text('First name', { max: 100 }) firstName!: string;
  @email('Sign-in address, unique') email!: string;
  @text('Personal telephone in any usual form; stored in E.164', { max: 30 }) phone!: string;
  @text('Password, 10 characters or more', { min: 10, max: 200, secret: true }) password!: string;
  @text('Country', { max: 100 }) country!: string;
  @text('What he sells', { max: 100 }) sector!: string;
  @text('Shop name; « Boutique <first name> » when absent', { max: 150, optional: true }) shopName?: string;
  @text('Where couriers collect parcels', { max: 300, optional: true }) pickupAddress?: string;
  @text('IANA time zone (Africa/Abidjan)', { max: 60, optional: true }) timeZone?: string;
  @text('Opening hours as customers read them', { max: 200, optional: true }) openingHours?: string;
}

@request('sign-in', { to: 'accounts', says: 'Signs a member of a team in with e-mail and password.', answers: SessionView })
export class SignIn extends Asks<SessionView> {
  @email('Sign-in address') email!: string;
  @text('Password', { max: 200, secret: true }) password!: string;
}

@request('refresh-session', {
  to: 'accounts',
  says: 'Trades a refresh token for a new pair. Within 10 seconds a lost answer may be asked for again with the same token, which replaces the lost one; any other use of a token that was used or replaced ends the session.',
  answers: SessionView,
})
export class RefreshSession extends Asks<SessionView> {
  @text('The refresh token', { max: 200, secret: true }) refreshToken!: string;
}

@request('sign-out', { to: 'accounts', says: 'Ends the session of a refresh token.' })
export class SignOut extends Asks<Record<string, never>> {
  @text('The refresh token', { max: 200, secret: true }) refreshToken!: string;
}

/** A public key that access tokens are checked with (JWK, OKP Ed25519). */
export class SigningKeyView {
  @text('Key id', { max: 100 }) kid!: string;
  @text('Key type') kty!: string;
  @text('Curve') crv!: string;
  @text('Public part, base64url') x!: string;
}

export class SigningKeys {
  @listOf('Keys', () => SigningKeyView) keys!: SigningKeyView[];
}

@request('signing-keys', { to: 'accounts', says: 'The public keys that access tokens are checked with.', answers: SigningKeys })
export class GetSigningKeys extends Asks<SigningKeys> {}

@request('seller', { to: 'accounts', says: "The caller's own profile.", answers: SellerView })
export class GetSeller extends Asks<SellerView> {}

@request('update-seller', { to: 'accounts', says: 'Changes the profile; absent fields stay.', answers: SellerView })
export class UpdateSeller extends Edits<SellerView> {
  @text('Family name', { max: 100, optional: true }) lastName?: string;
  @text('First name', { max: 100, optional: true }) firstName?: string;
  @text('Personal telephone', { max: 30, optional: true }) phone?: string;
  @text('Country', { max: 100, optional: true }) country?: string;
  @text('What he sells', { max: 100, optional: true }) sector?: string;
  @text('Shop name', { max: 150, optional: true }) shopName?: string;
  @text('Where couriers collect parcels; empty: not said', { min: 0, max: 300, optional: true }) pickupAddress?: string;
  @text('IANA time zone', { max: 60, optional: true }) timeZone?: string;
  @text('Opening hours as customers read them; empty: not said', { min: 0, max: 200, optional: true }) openingHours?: string;
  @listOf('When the shop is open; an empty list: not said', () => OpeningSlot, { max: 28, optional: true }) hours?: OpeningSlot[];
}

/** A linked business number; the token never comes back. */
export class WhatsAppAccountView {
  @id('The account') id!: string;
  @text('WhatsApp Business account') businessAccountId!: string;
  @text('WhatsApp identity of the number') phoneNumberId!: string;
  @phone('The business number') phone!: string;
  @oneOf(
    'Whether the shop has it linked; whether WhatsApp lets it send and receive is told by `GET /v1/whatsapp-accounts/{accountId}/health`',
    ['connected', 'disconnected'],
  )
  status!: 'connected' | 'disconnected';
  @instant('Linked') createdAt!: string;
}

@request('connect-whatsapp', {
  to: 'accounts',
  says: "Links a WhatsApp Business number to the caller's shop (one per seller).",
  answers: WhatsAppAccountView,
})
export class ConnectWhatsAppAccount extends Asks<WhatsAppAccountView> {
  @text('WhatsApp Business account', { max: 60 }) businessAccountId!: string;
  @text('WhatsApp identity of the number', { max: 60, pattern: '^[0-9]+$' }) phoneNumberId!: string;
  @text('The business number in any usual form', { max: 30 }) phone!: string;
  @text('Access token of the number', { max: 1000, secret: true }) accessToken!: string;
}

export class WhatsAppAccounts {
  @listOf('Accounts', () => WhatsAppAccountView) items!: WhatsAppAccountView[];
}

@request('whatsapp-accounts', { to: 'accounts', says: 'The linked business numbers.', answers: WhatsAppAccounts })
export class ListWhatsAppAccounts extends Asks<WhatsAppAccounts> {}

@request('disconnect-whatsapp', { to: 'accounts', says: 'Unlinks a business number.', answers: WhatsAppAccountView })
export class DisconnectWhatsAppAccount extends Asks<WhatsAppAccountView> {
  @id('The account') accountId!: string;
}

/** A linked mailbox; the token never comes back. */
export class EmailAccountView {
  @id('The account') id!: string;
  @oneOf('Provider', ['gmail']) provider!: 'gmail';
  @email('The mailbox') email!: string;
  @oneOf('State', ['connected', 'disconnected']) status!: 'connected' | 'disconnected';
  @instant('Linked') createdAt!: string;
}

@request('connect-email', { to: 'accounts', says: "Links a mailbox to the caller's shop.", answers: EmailAccountView })
export class ConnectEmailAccount extends Asks<EmailAccountView> {
  @oneOf('Provider', ['gmail']) provider!: 'gmail';
  @email('The mailbox') email!: string;
  @text('OAuth refresh token', { max: 2000, secret: true }) refreshToken!: string;
}

export class EmailAccounts {
  @listOf('Accounts', () => EmailAccountView) items!: EmailAccountView[];
}

@request('email-accounts', { to: 'accounts', says: 'The linked mailboxes.', answers: EmailAccounts })
export class ListEmailAccounts extends Asks<EmailAccounts> {}

@request('disconnect-email', { to: 'accounts', says: 'Unlinks a mailbox.', answers: EmailAccountView })
export class DisconnectEmailAccount extends Asks<EmailAccountView> {
  @id('The account') accountId!: string;
}

/** Whose a number is. */
export class NumberRoute {
  @id('The linked account') accountId!: string;
  @text('WhatsApp identity of the number') phoneNumberId!: string;
  @id('Whose it is') sellerId!: string;
  @count('Version of the account, as its events carry it', { min: 1 }) version!: number;
}

export class NumberRoutes {
  @listOf('Connected numbers, by account', () => NumberRoute, { max: 2_000 }) routes!: NumberRoute[];
  @id('Give it back as `after` for the rest; absent on the last page', { optional: true }) nextAfter?: string;
}

@request('number-routes', {
  to: 'accounts',
  says: 'Whose every connected business number is; asked by a gateway that starts with an empty table.',
  answers: NumberRoutes,
})
export class GetNumberRoutes extends Asks<NumberRoutes> {
  @id('`nextAfter` of the page before', { optional: true }) after?: string;
}
