import { createServer } from 'node:http';

/*
 * WhatsApp as a benchmark needs it: takes every message at once and answers as Meta does, and costs next to nothing, since it is no part of what is measured. (The sandbox
 * keeps books, sends statuses and plays faults; it would be measured too.) `GET /seen` tells how many messages each number sent; with `?since=N` when each one came, by the id
 * it was sent under.
 */
const sent = new Map<string, number>();
const arrivals: { callback: string; to: string; at: number }[] = [];
let number = 0;
const now = () => performance.timeOrigin + performance.now();

const server = createServer((request, response) => {
  const path = request.url ?? '';
  const answer = (body: object) => {
    const text = JSON.stringify(body);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  };
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (path.startsWith('/seen')) {
      const since = Number(new URL(path, 'http://stand-in').searchParams.get('since') ?? NaN);
      return answer({ sent: Object.fromEntries(sent), ...(Number.isNaN(since) ? {} : { arrivals: arrivals.slice(since) }) });
    }
    if (path.includes('/message_templates'))
      return answer(request.method === 'GET' ? { data: [] } : { id: '1', status: 'APPROVED', category: 'UTILITY' });
    const message = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      to?: string;
      status?: string;
      biz_opaque_callback_data?: string;
    };
    if (message.status === 'read') return answer({ success: true });
    const phoneNumberId = path.split('/')[2] ?? '';
    sent.set(phoneNumberId, (sent.get(phoneNumberId) ?? 0) + 1);
    arrivals.push({ callback: message.biz_opaque_callback_data ?? '', to: message.to ?? '', at: now() });
    const to = (message.to ?? '').replace('+', '');
    answer({
      messaging_product: 'whatsapp',
      contacts: [{ input: message.to, wa_id: to }],
      messages: [{ id: `wamid.bench${(number += 1)}` }],
    });
  });
});
server.keepAliveTimeout = 120_000;
server.listen(Number(process.env['PORT']), '127.0.0.1');
