import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Heard {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A gateway whose answers the test writes, on a free port of 127.0.0.1. */
export class AGateway {
  readonly heard: Heard[] = [];
  private readonly server = createServer();

  private constructor() {}

  static async start(answer: (request: Heard, response: ServerResponse) => void | Promise<void>): Promise<AGateway> {
    const gateway = new AGateway();
    gateway.server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const one = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
        gateway.heard.push(one);
        void answer(one, response);
      });
    });
    gateway.server.listen(0, '127.0.0.1');
    await once(gateway.server, 'listening');
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Requests to one path, in the order of their arrival. */
  at(path: string): Heard[] {
    return this.heard.filter((request) => request.path === path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

export const say = (response: ServerResponse, status: number, body: unknown) =>
  response
    .writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' })
    .end(JSON.stringify(body));

export const refuse = (response: ServerResponse, status: number, code: string) =>
  say(response, status, { type: 'about:blank', status, title: code, code, detail: 'Non.', trace_id: 'essai' });
