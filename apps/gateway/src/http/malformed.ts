import type { Socket } from 'node:net';
import { DomainError } from '#contracts';
import { newChain } from './chain.js';
import { problemOf } from './problem.js';

const CODES: Record<string, string> = { HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE', ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TOO_SLOW' };

/** What is no HTTP never becomes a request. Its sender is told so as everybody is told, and the connection ends. */
export function refuseMalformed({ code = '' }: { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(new DomainError(CODES[code] ?? 'REQUEST_MALFORMED', 'invalid'), newChain());
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${problem.title}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
