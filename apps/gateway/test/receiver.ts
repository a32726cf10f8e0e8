import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Post {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A platform team's program: notes what it is sent and answers as told, 204 by itself. */
export class Receiver {
  readonly posts: Post[] = [];
  private readonly plays = new Map<string, (response: ServerResponse) => void>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = request.url!;
        receiver.posts.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() });
        const play = receiver.plays.get(path);
        if (play) play(response);
        else response.writeHead(204).end();
      });
    });
    const receiver = new Receiver(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** From now on posts to `path` are answered so. */
  play(path: string, play?: (response: ServerResponse) => void): void {
    if (play) this.plays.set(path, play);
    else this.plays.delete(path);
  }

  at(path: string): Post[] {
    return this.posts.filter((post) => post.path === path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
