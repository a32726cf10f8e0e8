/** A door answered with an error; the message says which, and what it said. */
export class DoorRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** JSON over HTTP with a time limit of 10 s. @throws DoorRefused */
export async function call<T>(method: string, url: string, body?: unknown, token?: string): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (!response.ok)
    throw new DoorRefused(
      response.status,
      `${method} ${new URL(url).pathname} answered ${response.status}: ${text.slice(0, 400)}`,
    );
  return (text ? JSON.parse(text) : {}) as T;
}
