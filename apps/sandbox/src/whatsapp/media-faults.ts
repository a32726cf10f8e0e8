import type { FastifyReply } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import type { MediaFault } from '../control/fault-book.js';

const ELSEWHERE = 'https://media.invalid/whatsapp_business/attachments/';
const CHUNK = Buffer.alloc(64 * 1024);
/** More than any limit of WhatsApp's: whoever reads on has no limit. */
const ENDLESS_BYTES = 128 * 1024 * 1024;

/** An address at a host that is not Meta's: no client may follow it with the token. */
export const foreignLink = (id: string) => `${ELSEWHERE}?mid=${id}`;

/** Plays a fault of a download: gone, broken, cut in the middle, one byte a second, sent elsewhere, without an end. */
export async function playDownload(fault: MediaFault, bytes: Buffer, reply: FastifyReply): Promise<void> {
  switch (fault) {
    case '500':
      await reply.code(500).type('text/html').send('<html><body><h1>500 Internal Server Error</h1></body></html>');
      return;
    case 'redirect':
      await reply.code(302).header('location', ELSEWHERE).send('');
      return;
    case 'reset':
      reply.hijack().raw.writeHead(200, { 'content-length': bytes.length + 1 });
      reply.raw.write(bytes.subarray(0, bytes.length >> 1), () => reply.raw.socket?.resetAndDestroy());
      return;
    case 'drip':
      reply.hijack().raw.writeHead(200, { 'content-length': bytes.length });
      for (let sent = 0; sent < bytes.length && !reply.raw.destroyed; sent++) {
        reply.raw.write(bytes.subarray(sent, sent + 1));
        await pause(1000, undefined, { ref: false });
      }
      reply.raw.end();
      return;
    case 'endless':
      reply.hijack().raw.writeHead(200);
      for (let sent = 0; sent < ENDLESS_BYTES && !reply.raw.destroyed; sent += CHUNK.length)
        if (!reply.raw.write(CHUNK)) await Promise.race([once(reply, 'drain'), once(reply, 'close')]);
      reply.raw.end();
      return;
    default:
      await reply.code(404).type('text/plain').send('URL signature expired');
  }
}

const once = (reply: FastifyReply, event: 'drain' | 'close') =>
  new Promise<void>((resolve) => reply.raw.once(event, () => resolve()));
