import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { eventually } from '#testing';

/** An event as it came out of a stream. */
export interface Heard {
  id?: string;
  event?: string;
  data?: string;
}

/** A client of the live stream that reads the bytes itself, so that it can be slow, fall silent or go away in the middle. */
export class Listener {
  readonly heard: Heard[] = [];
  readonly comments: string[] = [];
  status?: number;
  body = '';
  headers: IncomingMessage['headers'] = {};
  ended = false;
  lastId?: string;
  response?: IncomingMessage;
  private rest = '';
  private readonly request: ClientRequest;

  constructor(port: number, path: string, headers: Record<string, string> = {}) {
    this.request = get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      this.response = response;
      this.status = response.statusCode;
      this.headers = response.headers;
      response.setEncoding('utf8');
      response.on('data', (text: string) => this.take(text));
      response.on('close', () => (this.ended = true));
      response.on('error', () => (this.ended = true));
    });
    this.request.on('error', () => (this.ended = true));
  }

  /** Events with data, without those of the stream itself. */
  get events(): { type: string; id: string; data: Record<string, unknown> }[] {
    const own = ['ready', 'reset', 'expired'];
    return this.heard
      .filter(({ event, data }) => data !== undefined && !own.includes(event!))
      .map(({ data }) => JSON.parse(data!) as { type: string; id: string; data: Record<string, unknown> });
  }

  async until(holds: (listener: this) => boolean): Promise<this> {
    await eventually(() => {
      if (!holds(this))
        throw new Error(`heard ${JSON.stringify(this.heard).slice(-600)} ${this.status} ${this.body.slice(-300)}`);
    });
    return this;
  }

  leave(): void {
    this.request.destroy();
  }

  private take(text: string): void {
    this.body += text;
    this.rest += text;
    for (let end = this.rest.indexOf('\n\n'); end >= 0; end = this.rest.indexOf('\n\n')) {
      const block = this.rest.slice(0, end);
      this.rest = this.rest.slice(end + 2);
      const heard: Record<string, string> = {};
      for (const line of block.split('\n')) {
        const colon = line.indexOf(': ');
        if (colon === 0) this.comments.push(line.slice(2));
        else heard[line.slice(0, colon)] = line.slice(colon + 2);
      }
      if (heard.id !== undefined) this.lastId = heard.id;
      if (Object.keys(heard).length > 0) this.heard.push(heard);
    }
  }
}
