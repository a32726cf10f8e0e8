import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeMedia } from './fake-media.js';

/** A message that reached the fake of WhatsApp. */
export interface Delivered {
  phoneNumberId: string;
  token: string;
  wamid: string;
  to: string;
  text: string;
  buttons: { id: string; title: string }[];
  callbackData: string;
  /** The whole body, as it came. */
  body: Record<string, unknown>;
  /** When it came, in ms. */
  at: number;
}

/** How the fake answers one send: as WhatsApp does, late, or with an error of Meta's. */
export type Answer =
  | { kind: 'accept'; before?: (sent: Delivered) => Promise<void> }
  | { kind: 'accept-silently' }
  | { kind: 'refuse'; status: number; code: number; details?: string; retryAfter?: number; before?: () => Promise<void> };

/** WhatsApp Cloud API's `POST /{version}/{number}/messages`, with what was sent and the means to answer badly. */
export class FakeWhatsApp {
  readonly sent: Delivered[] = [];
  /** Wamids shown as read; and those under which somebody was shown to write. */
  readonly read: string[] = [];
  readonly dots: string[] = [];
  /** Files that customers sent. */
  readonly media = new FakeMedia();
  /** Templates of the one business account, and how often they were asked for. */
  readonly templates: Record<string, unknown>[] = [];
  templateLists = 0;
  /** Files that shops gave it, under ids in this order. */
  readonly uploads: Buffer[] = [];
  /** Asked for each send from a number that has no answer of its own; the default takes everything. */
  answer: (sent: Delivered) => Answer = () => ({ kind: 'accept' });
  private readonly ofNumbers = new Map<string, (sent: Delivered) => Answer>();
  private count = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeWhatsApp> {
    const server = createServer();
    const fake = new FakeWhatsApp(server);
    server.on('request', (request, response) => {
      if (request.url!.includes('/message_templates')) return void fake.template(request, response);
      if (request.url!.endsWith('/media')) return void fake.upload(request, response);
      if (request.method === 'GET') return fake.media.serve(request, response, fake.url);
      void fake.take(request).then(async (sent) => {
        if (!sent) {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(JSON.stringify({ success: true }));
          return;
        }
        const answer = (fake.ofNumbers.get(sent.phoneNumberId) ?? fake.answer)(sent);
        if (answer.kind === 'refuse') {
          await answer.before?.();
          response.writeHead(answer.status, {
            'content-type': 'application/json',
            ...(answer.retryAfter ? { 'retry-after': String(answer.retryAfter) } : {}),
          });
          response.end(
            JSON.stringify({
              error: {
                message: 'refused',
                type: 'OAuthException',
                code: answer.code,
                error_data: { details: answer.details ?? 'refused' },
              },
            }),
          );
          return;
        }
        fake.sent.push(sent);
        // Taken, but the connection dies before the answer: the sender cannot know.
        if (answer.kind === 'accept-silently') return void response.destroy();
        await answer.before?.(sent);
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({
            messaging_product: 'whatsapp',
            contacts: [{ input: sent.to, wa_id: sent.to.slice(1) }],
            messages: [{ id: sent.wamid }],
          }),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on asked for each send from this shop's number, so that tests with shops of their own may run side by side. */
  answers(shop: { readonly phoneNumberId: string }, answer: (sent: Delivered) => Answer): void {
    this.ofNumbers.set(shop.phoneNumberId, answer);
  }

  /** What one person got, in order. */
  to(phone: string): Delivered[] {
    return this.sent.filter((one) => one.to === phone);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async template(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') {
      this.templateLists += 1;
      return void response.end(JSON.stringify({ data: this.templates }));
    }
    const made = JSON.parse((await bodyOf(request)).toString()) as Record<string, unknown>;
    this.templates.push({ ...made, id: `t${this.templates.length + 1}`, status: 'PENDING' });
    response.end(JSON.stringify({ id: `t${this.templates.length}`, status: 'PENDING', category: made['category'] }));
  }

  private async upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.uploads.push(await bodyOf(request));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `media${this.uploads.length}` }));
  }

  /** @returns undefined for a read receipt, which is no message */
  private async take(request: IncomingMessage): Promise<Delivered | undefined> {
    const body = JSON.parse((await bodyOf(request)).toString()) as {
      to?: string;
      recipient?: string;
      status?: string;
      message_id?: string;
      typing_indicator?: object;
      biz_opaque_callback_data: string;
      text?: { body: string };
      interactive?: { body: { text: string }; action: { buttons?: { reply: { id: string; title: string } }[] } };
    };
    if (body.typing_indicator) this.dots.push(body.message_id!);
    if (body.status === 'read') return void this.read.push(body.message_id!);
    this.count += 1;
    return {
      phoneNumberId: request.url!.split('/')[2]!,
      token: request.headers.authorization ?? '',
      wamid: `wamid.out${this.count}`,
      to: body.to ?? body.recipient ?? '',
      text: body.text?.body ?? body.interactive?.body.text ?? '',
      buttons: (body.interactive?.action.buttons ?? []).map(({ reply }) => reply),
      callbackData: body.biz_opaque_callback_data,
      body,
      at: Date.now(),
    };
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
