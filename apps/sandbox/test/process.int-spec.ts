import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '#testing';
import { AMINATA, AMINATA_ID, SHOP } from './harness.js';

/** The program itself, compiled as for a release: signals, exit codes and kill -9 are only true of a process. */
describe('the sandbox as a process', () => {
  let program: string;
  let folder: string;
  const children: ChildProcess[] = [];

  beforeAll(() => {
    program = compiled('apps/sandbox/src/main.ts');
    folder = mkdtempSync(join(tmpdir(), 'fluxasync-sandbox-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const launch = (env: Record<string, string>): { child: ChildProcess; lines: { msg: string; url?: string }[] } => {
    const child = spawn(process.execPath, [program], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const lines: { msg: string; url?: string }[] = [];
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) lines.push(JSON.parse(part) as { msg: string; url?: string });
    });
    return { child, lines };
  };
  const start = async () => {
    const { child, lines } = launch({
      SANDBOX_PORT: '0',
      SANDBOX_STATE_DIR: join(folder, 'state'),
      WHATSAPP_APP_SECRET: 's',
      WHATSAPP_VERIFY_TOKEN: 't',
      WHATSAPP_WEBHOOK_URL: 'http://127.0.0.1:9/whatsapp',
      GMAIL_PUSH_AUDIENCE: 'a',
      GMAIL_PUSH_SERVICE_ACCOUNT: 'p',
    });
    for (;;) {
      const url = lines.find((line) => line.url !== undefined)?.url;
      if (url) return { child, url };
      if (!child.stdout || child.exitCode !== null) throw new Error('the sandbox did not start');
      await once(child.stdout, 'data');
    }
  };
  const post = async (url: string, body: unknown) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${SHOP.accessToken}` };
    const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return reply.status;
  };

  it('names every wrong variable and leaves with 1', async () => {
    const { child, lines } = launch({ SANDBOX_PORT: 'eighty', WHATSAPP_APP_SECRET: 's', GMAIL_PUSH_URL: 'nowhere' });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    const said = lines.map((line) => line.msg.split(' ')[0]);
    expect(said.sort()).toEqual(
      ['GMAIL_PUSH_AUDIENCE', 'GMAIL_PUSH_SERVICE_ACCOUNT', 'GMAIL_PUSH_URL', 'SANDBOX_PORT', 'WHATSAPP_VERIFY_TOKEN'], // prettier-ignore
    );
  });

  it('loses no accepted send to kill -9', async () => {
    const first = await start();
    await post(`${first.url}/__sandbox/accounts`, SHOP);
    await post(`${first.url}/__sandbox/phones`, AMINATA);
    await post(`${first.url}/__sandbox/inbound`, { from: AMINATA_ID, toPhoneNumberId: SHOP.phoneNumberId, text: 'Bonjour' });
    const message = { messaging_product: 'whatsapp', to: AMINATA.phone, text: { body: 'Bonjour' } };
    const send = () => post(`${first.url}/v26.0/${SHOP.phoneNumberId}/messages`, message).catch(() => 0);
    const firstBatch = await Promise.all(Array.from({ length: 50 }, send));
    const secondBatch = Promise.all(Array.from({ length: 50 }, send));
    first.child.kill('SIGKILL');
    const accepted = [...firstBatch, ...(await secondBatch)].filter((status) => status === 200).length;

    const second = await start();
    const ledger = (await (await fetch(`${second.url}/__sandbox/ledger`)).json()) as { counts: { sends: number } };
    expect(accepted).toBeGreaterThanOrEqual(50);
    expect(ledger.counts.sends).toBeGreaterThanOrEqual(accepted);
  });

  it('stops within two seconds of SIGTERM, with a page open, a send hanging and webhooks nobody takes', async () => {
    const { child, url } = await start();
    await post(`${url}/__sandbox/accounts`, SHOP);
    await post(`${url}/__sandbox/phones`, AMINATA);
    await post(`${url}/__sandbox/inbound`, { from: AMINATA_ID, toPhoneNumberId: SHOP.phoneNumberId, text: 'Bonjour' });
    await post(`${url}/__sandbox/faults`, { phoneNumberId: SHOP.phoneNumberId, sendError: 'timeout-after' });
    const page = await fetch(`${url}/__sandbox/stream`);
    const message = { messaging_product: 'whatsapp', to: AMINATA.phone, text: { body: 'Bonjour' } };
    const hanging = post(`${url}/v26.0/${SHOP.phoneNumberId}/messages`, message).catch(() => 'cut');
    const stoppedAt = Date.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(5_000);
    expect(await hanging).toBe('cut');
    await page.body?.cancel().catch(() => undefined);
  });
});
