import { SecretBox } from '#providers';
import { type Rule, ServiceEnv, rules, variable } from '#service';
import { type PublicKey, readPublicKeys, readSigningKey, type SigningKey } from './session/signing-key.js';

const signingKey: Rule<SigningKey> = { says: 'an Ed25519 private key: a JWK, or PKCS #8 PEM in base64', parse: readSigningKey };
const publicKeys: Rule<PublicKey[]> = { says: 'a JSON list of Ed25519 public keys (JWK with kid)', parse: readPublicKeys };
const secretBox: Rule<SecretBox> = { says: 'a list kid:base64key,… of 32-byte keys', parse: (text) => SecretBox.fromEnv(text) };

export class AccountsEnv extends ServiceEnv {
  @variable('ACCOUNTS_JWT_PRIVATE_KEY', signingKey, 'signs access tokens', { secret: true })
  signingKey!: SigningKey;

  @variable('ACCOUNTS_JWT_PREVIOUS_KEYS', publicKeys, 'public halves of earlier signing keys, while their tokens still run', {
    optional: true,
  })
  previousKeys?: PublicKey[];

  @variable('ACCOUNTS_JWT_ISSUER', rules.text(), 'issuer written into access tokens', { default: 'fluxasync' })
  issuer!: string;

  @variable('ACCOUNTS_JWT_AUDIENCE', rules.text(), 'audience written into access tokens', { default: 'fluxasync-api' })
  audience!: string;

  @variable('ACCOUNTS_REFRESH_DAYS', rules.integer(1, 365), 'days a refresh token can be used', { default: '30' })
  refreshDays!: number;

  @variable('FLUXASYNC_ENCRYPTION_KEYS', secretBox, 'keys that tokens of third parties are sealed with; the first one seals', {
    secret: true,
  })
  secretBox!: SecretBox;
}
