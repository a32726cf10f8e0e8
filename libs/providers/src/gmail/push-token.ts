import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

/** `refused`: the token is not one of our push subscription (answer 401). `unavailable`: the keys cannot be fetched now (answer 503). */
export type PushTokenErrorKind = 'refused' | 'unavailable';

export class PushTokenError extends Error {
  constructor(
    readonly kind: PushTokenErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PushTokenError';
  }
}

export interface PushTokenOptions {
  /** Exactly what the subscription was created with. */
  audience: string;
  /** The service account the subscription signs as. */
  email: string;
  /** Default `https://accounts.google.com`. */
  issuer?: string;
  /** Default `https://www.googleapis.com/oauth2/v3/certs`. */
  jwksUrl?: string;
  timeoutMs?: number;
}

/** What jose says when the key set could not be had or read; every other code of its is about the token. */
const ABOUT_KEYS = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

/** Google's clock and ours may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 30;

/**
 * Checks the OpenID token Pub/Sub puts on each push. Besides signature, issuer, audience and dates, the sender's address and its
 * `email_verified`: anybody can get a Google-signed token with any audience, only our subscription has that address.
 */
export class PushTokenVerifier {
  private readonly keys: JWTVerifyGetKey;

  constructor(private readonly options: PushTokenOptions) {
    // Keys are kept, and asked for again when an unknown key id comes: Google changes them without notice.
    this.keys = createRemoteJWKSet(new URL(options.jwksUrl ?? 'https://www.googleapis.com/oauth2/v3/certs'), {
      timeoutDuration: options.timeoutMs ?? 5_000,
      cooldownDuration: 5_000,
    });
  }

  /** @throws PushTokenError */
  async verify(authorization: string | undefined): Promise<JWTPayload> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new PushTokenError('refused', 'the push carries no bearer token');
    const claims = await this.signed(token);
    // jose accepts an audience that is one of several; ours is alone on a push.
    if (claims.aud !== this.options.audience) throw new PushTokenError('refused', 'the token is for another audience');
    if (claims['email'] !== this.options.email) throw new PushTokenError('refused', 'the token is from another sender');
    if (claims['email_verified'] !== true) throw new PushTokenError('refused', "the sender's address is not verified");
    return claims;
  }

  private async signed(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        algorithms: ['RS256'],
        issuer: this.options.issuer ?? 'https://accounts.google.com',
        audience: this.options.audience,
        requiredClaims: ['exp', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError && !ABOUT_KEYS.includes(error.code))
        throw new PushTokenError('refused', `the token is refused: ${error.code}`, { cause: error });
      throw new PushTokenError('unavailable', "Google's keys cannot be fetched", { cause: error });
    }
  }
}
