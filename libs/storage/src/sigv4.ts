import { createHash, createHmac } from 'node:crypto';

/** A request about to be signed. */
export interface SignableRequest {
  method: string;
  host: string;
  /** As it will be sent, encoded by {@link encodePath}. */
  path: string;
  query?: Record<string, string>;
  /** Beside `host` and those of the signature; all are signed. */
  headers?: Record<string, string>;
  /** SHA-256 of the body, hexadecimal, or {@link UNSIGNED}. */
  payload: string;
}

export interface Signer {
  region: string;
  accessKey: string;
  secretKey: string;
}

/** The body's digest is not known before it has passed. */
export const UNSIGNED = 'UNSIGNED-PAYLOAD';
/** Digest of no body. */
export const EMPTY = createHash('sha256').digest('hex');

/**
 * Headers of a request to an S3-compatible store, with its signature (AWS Signature Version 4, as S3 wants it: path encoded once, digest of the body in a header).
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signed(
  request: SignableRequest,
  { region, accessKey, secretKey }: Signer,
  now = new Date(),
): Record<string, string> {
  const at = now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const headers = { ...request.headers, 'x-amz-content-sha256': request.payload, 'x-amz-date': at };
  const all = Object.entries({ ...headers, host: request.host })
    .map(([name, value]) => [name.toLowerCase(), value.trim().replaceAll(/ +/g, ' ')] as const)
    .sort(byName);
  const names = all.map(([name]) => name).join(';');
  const canonical = [
    request.method,
    request.path,
    encodeQuery(request.query ?? {}),
    ...all.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    request.payload,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretKey}`);
  const signature = hmac(key, toSign).toString('hex');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope},SignedHeaders=${names},Signature=${signature}`,
  };
}

/** A path as S3 signs it: everything but letters, digits, `-._~` and the slashes in percent. */
export const encodePath = (path: string): string => path.split('/').map(encode).join('/');

const encodeQuery = (query: Record<string, string>): string =>
  Object.entries(query)
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(byName)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const byName = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : a > b ? 1 : 0);

/** encodeURIComponent leaves these five as they are. */
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
