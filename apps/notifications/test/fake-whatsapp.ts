import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** A template message as it came over the wire. */
export interface SentTemplate {
  to: string;
  biz_opaque_callback_data: string;
  template: { name: string; components: { type: string; parameters: { text?: string; payload?: string }[] }[] };
}

/** How the next sends are answered. `silence`: taken, but the answer never comes; `slow`: it comes 300 ms later. */
export type Answer = 'accept' | 'silence' | 'slow' | { status: number; code: number };

/** The part of Meta's API that notices need, on a port of its own. */
export class FakeWhatsApp {
  readonly sent: (SentTemplate & { wamid: string })[] = [];
  readonly templates: string[] = [];
  /** Names of templates that are refused. */
  readonly refusedTemplates = new Set<string>();
  /** For the next sends to whomever. */
  readonly answers: Answer[] = [];
  private readonly ofPeople = new Map<string, Answer[]>();
  private readonly server: Server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** How the next sends to one person are answered, so that tests with people of their own may run side by side. */
  answersTo(phone: string, ...answers: Answer[]): void {
    this.ofPeople.set(phone, [...(this.ofPeople.get(phone) ?? []), ...answers]);
  }

  /** The wamid given to the n-th message to one person. */
  wamid = (phone: string, n: number) => `wamid.TEST${phone.slice(1)}.${n}`;

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>) : {};
    const reply = (status: number, json: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    if (request.url?.includes('/message_templates')) {
      if (request.method === 'GET')
        return void reply(200, {
          data: this.templates.map((name, i) => ({
            id: String(i),
            name,
            language: 'fr',
            status: 'APPROVED',
            category: 'UTILITY',
          })),
        });
      const name = String(body['name']);
      if (this.refusedTemplates.has(name)) return void reply(400, { error: { code: 100, message: 'Invalid parameter' } });
      this.templates.push(name);
      return void reply(200, { id: '1', status: 'APPROVED', category: 'UTILITY' });
    }
    const message = body as unknown as SentTemplate;
    const answer = this.ofPeople.get(message.to)?.shift() ?? this.answers.shift() ?? 'accept';
    if (typeof answer === 'object') return void reply(answer.status, { error: { code: answer.code, message: 'refused' } });
    const id = this.wamid(message.to, this.sent.filter(({ to }) => to === message.to).length + 1);
    this.sent.push({ ...message, wamid: id });
    if (answer === 'silence') return;
    if (answer === 'slow') await pause(300);
    reply(200, { messages: [{ id }], contacts: [{ wa_id: message.to.slice(1) }] });
  }
}
