import { createHash, randomBytes } from 'node:crypto';

/** A new refresh token: 256 random bits, base64url. It is shown once; the database knows its fingerprint only. */
export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a refresh token. SHA-256 is enough: 256 random bits cannot be guessed, so nothing has to be slow. */
export const fingerprintOf = (token: string): Buffer => createHash('sha256').update(token).digest();
