import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';
import type { BenchCustomer } from './customers.js';
import type { Stage } from './stage.js';

/** A signed webhook. */
export interface Webhook {
  readonly body: string;
  readonly signature: string;
}

/** Meta's webhook of one message of one customer, as Meta sends it. */
export function webhookOf(stage: Stage, { shop, waId }: BenchCustomer, text: string, wamid = `wamid.${randomUUID()}`): Webhook {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: shop.businessAccountId,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: shop.phone.slice(1), phone_number_id: shop.phoneNumberId },
              contacts: [{ profile: { name: 'Aminata Traoré' }, wa_id: waId }],
              messages: [
                { from: waId, id: wamid, timestamp: String(Math.floor(Date.now() / 1_000)), type: 'text', text: { body: text } },
              ],
            },
          },
        ],
      },
    ],
  });
  const secret = stage.rig.dir.secrets().whatsappAppSecret;
  return { body, signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}

/** Posts webhooks to the gateways over kept-alive connections. */
export class Poster {
  private readonly agent: Agent;
  private turn = 0;

  constructor(
    private readonly stage: Stage,
    connections: number,
  ) {
    this.agent = new Agent({ connections, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  }

  /** @returns how long it took until it was acknowledged, ms. @throws when the answer was not 200 */
  async post({ body, signature }: Webhook): Promise<number> {
    const gateways = this.stage.rig.gateways;
    const url = `${gateways[this.turn++ % gateways.length]!}/webhooks/whatsapp`;
    const began = performance.now();
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body,
      dispatcher: this.agent,
    });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`a webhook was answered ${answer.statusCode}`);
    return performance.now() - began;
  }

  /** Posts as many as come, so many at the same time; ends when `next` has no more. @returns how long each took, ms */
  async flood(atOnce: number, next: () => Webhook | undefined): Promise<number[]> {
    const took: number[] = [];
    const line = async () => {
      for (let one = next(); one; one = next()) took.push(await this.post(one));
    };
    await Promise.all(Array.from({ length: atOnce }, line));
    return took;
  }

  /** Posts so many a second for so long, each at its time whether earlier ones are through or not. @returns how long each took after its time, ms */
  async pace(perSecond: number, seconds: number, next: (n: number) => Webhook): Promise<number[]> {
    const began = performance.now();
    const took: Promise<number>[] = [];
    for (let n = 0; n < perSecond * seconds; n += 1) {
      const due = began + (n * 1_000) / perSecond;
      const wait = due - performance.now();
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      took.push(this.post(next(n)).then(() => performance.now() - Math.max(due, began)));
    }
    return Promise.all(took);
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}
