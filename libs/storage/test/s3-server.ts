import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signed, type Signer, UNSIGNED } from '../src/sigv4.js';

/** As much of S3 as a store needs, which checks each signature the way the store must make it: over the request as it arrived. */
export class S3Server {
  readonly objects = new Map<string, Buffer>();
  readonly types = new Map<string, string>();
  /** Answers instead, once each. */
  readonly faults: number[] = [];

  private constructor(
    private readonly server: Server,
    private readonly owner: Signer,
  ) {}

  static async start(owner: Signer): Promise<S3Server> {
    const server = createServer();
    const s3 = new S3Server(server, owner);
    // What is cut off is not kept.
    server.on('request', (request, response) => void s3.serve(request, response).catch(() => response.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const fault = this.faults.shift();
    if (fault) return void response.writeHead(fault).end();
    if (!this.isSigned(request)) return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    const digest = String(request.headers['x-amz-content-sha256']);
    if (digest !== UNSIGNED && digest !== createHash('sha256').update(body).digest('hex'))
      return void response.writeHead(400).end('<Error><Code>XAmzContentSHA256Mismatch</Code></Error>');
    const key = request.url!;
    const object = this.objects.get(key);
    if (request.method === 'PUT') {
      this.objects.set(key, body);
      this.types.set(key, String(request.headers['content-type']));
      return void response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      return void response.writeHead(204).end();
    }
    if (!object) return void response.writeHead(404).end();
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const part = from === undefined ? object : object.subarray(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, {
      'content-length': part.length,
      ...(from === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${object.length}` }),
    });
    response.end(request.method === 'HEAD' ? undefined : part);
  }

  private isSigned({ method, url, headers }: IncomingMessage): boolean {
    const { authorization = '' } = headers;
    const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
    const ours = ['host', 'x-amz-date', 'x-amz-content-sha256'];
    const others = Object.fromEntries(names.filter((name) => !ours.includes(name)).map((name) => [name, String(headers[name])]));
    const at = String(headers['x-amz-date']).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
    const payload = String(headers['x-amz-content-sha256']);
    const expected = signed(
      { method: method!, host: headers.host!, path: url!, headers: others, payload },
      this.owner,
      new Date(at),
    );
    return expected['authorization'] === authorization && Math.abs(Date.now() - Date.parse(at)) < 15 * 60_000;
  }
}
