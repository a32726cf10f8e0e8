import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A file as the fake of WhatsApp has it; the options make it behave badly. */
export interface FakeFile {
  bytes: Buffer;
  mimeType: string;
  /** Hexadecimal, in the answer to a look-up; that of the bytes unless told otherwise. */
  sha256?: string;
  /** Where the look-up sends to; the fake itself unless told otherwise. */
  origin?: string;
  /** So many addresses are dead before one works. */
  deadAddresses?: number;
  /** HTTP status of the next look-ups: 401 for a token that was revoked, 500 for a service that is down. */
  refusals?: number[];
}

/** WhatsApp's two steps: `GET /{version}/{id}` tells an address, which gives the file, to who shows the token. */
export class FakeMedia {
  private readonly files = new Map<string, FakeFile>();
  /** Ids whose bytes were fetched, in order. */
  readonly fetched: string[] = [];

  /** @returns the webhook's part of a message: id, type and digest, base64 as WhatsApp writes it */
  keep(id: string, file: FakeFile): { id: string; mime_type: string; sha256: string } {
    this.files.set(id, file);
    return { id, mime_type: file.mimeType, sha256: createHash('sha256').update(file.bytes).digest('base64') };
  }

  forget(id: string): void {
    this.files.delete(id);
  }

  serve(request: IncomingMessage, response: ServerResponse, origin: string): void {
    const url = new URL(request.url!, origin);
    const isFile = url.pathname === '/fichier';
    const id = isFile ? url.searchParams.get('mid')! : url.pathname.split('/')[2]!;
    const file = this.files.get(id);
    if (!request.headers.authorization?.startsWith('Bearer token-of-')) return void response.writeHead(401).end();
    if (isFile) return this.sendBytes(response, id, file);
    const refusal = file?.refusals?.shift();
    if (!file || refusal) return refuse(response, refusal ?? 400, refusal === 401 ? 190 : refusal ? 131016 : 100);
    const sha256 = file.sha256 ?? createHash('sha256').update(file.bytes).digest('hex');
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        messaging_product: 'whatsapp',
        url: `${file.origin ?? origin}/fichier?mid=${id}`,
        mime_type: file.mimeType,
        sha256,
        file_size: String(file.bytes.length),
        id,
      }),
    );
  }

  private sendBytes(response: ServerResponse, id: string, file: FakeFile | undefined): void {
    if (!file || (file.deadAddresses ?? 0) > 0) {
      if (file) file.deadAddresses! -= 1;
      return void response.writeHead(404).end();
    }
    this.fetched.push(id);
    response.writeHead(200, { 'content-type': file.mimeType }).end(file.bytes);
  }
}

const refuse = (response: ServerResponse, status: number, code: number) =>
  void response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: { message: 'refused', type: 'OAuthException', code } }));
