import { Asks, request } from '../message.js';
import { id, instant, listOf, someOf, text } from '../schema.js';

/** What a program may be allowed: to read or to write one part of the shop. Accounts, keys and team are for people alone. */
export const API_SCOPES = [
  'seller:read',
  'catalogue:read',
  'catalogue:write',
  'conversations:read',
  'conversations:write',
  'orders:read',
  'orders:write',
  'deliveries:read',
  'deliveries:write',
  'mails:read',
  'mails:write',
  'notifications:read',
  'notifications:write',
  'figures:read',
  'events:read',
  'webhooks:read',
  'webhooks:write',
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A key of a program; the key itself is shown once, when it is made. */
export class ApiKeyView {
  @id('The key') id!: string;
  @text('What it is for', { max: 100 }) name!: string;
  @text('How the key begins, to tell one from another', { max: 20 }) prefix!: string;
  @someOf('What it allows', API_SCOPES, { min: 1 }) scopes!: ApiScope[];
  @instant('Made') createdAt!: string;
  @id('The member who made it; absent when he left the team', { optional: true }) createdBy?: string;
  @instant('Last used, to within a minute', { optional: true }) lastUsedAt?: string;
  @instant('Ends by itself', { optional: true }) expiresAt?: string;
  @instant('Revoked', { optional: true }) revokedAt?: string;
}

export class ApiKeys {
  @listOf('Keys, newest first', () => ApiKeyView) items!: ApiKeyView[];
}

/** A key that was just made. */
export class CreatedApiKey extends ApiKeyView {
  @text('The key; it is not shown again: absent when an answer is given again', { max: 100, secret: true, optional: true })
  key?: string;
}

@request('create-api-key', {
  to: 'accounts',
  says: 'Makes a key for a program; at most 50 that are not revoked.',
  answers: CreatedApiKey,
})
export class CreateApiKey extends Asks<CreatedApiKey> {
  @text('What it is for', { max: 100 }) name!: string;
  @someOf('What it allows', API_SCOPES, { min: 1 }) scopes!: ApiScope[];
  @instant('Ends by itself at', { optional: true }) expiresAt?: string;
}

@request('api-keys', { to: 'accounts', says: 'The keys of programs, revoked ones included for 90 days.', answers: ApiKeys })
export class ListApiKeys extends Asks<ApiKeys> {}

@request('revoke-api-key', {
  to: 'accounts',
  says: 'Ends a key; it opens nothing any more within 10 seconds.',
  answers: ApiKeyView,
})
export class RevokeApiKey extends Asks<ApiKeyView> {
  @id('The key') keyId!: string;
}

/** What a good key stands for. */
export class ApiKeyGrant {
  @id('The key') keyId!: string;
  @id('The shop') sellerId!: string;
  @someOf('What it allows', API_SCOPES, { min: 1 }) scopes!: ApiScope[];
  @instant('Ends by itself', { optional: true }) expiresAt?: string;
}

@request('check-api-key', {
  to: 'accounts',
  says: 'Whom a key belongs to and what it allows; notes that it was used. Refuses (API_KEY_REFUSED) one that is unknown, revoked or over.',
  answers: ApiKeyGrant,
})
export class CheckApiKey extends Asks<ApiKeyGrant> {
  @text('SHA-256 of the key, hexadecimal: keys themselves do not travel', { max: 64, pattern: '^[0-9a-f]{64}$', secret: true })
  fingerprint!: string;
}
