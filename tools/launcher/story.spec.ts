import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SHOP_NUMBER } from './cast.js';
import { registerPhones } from './story.js';

it('the story registers three phones: the customer’s, the seller’s, which also runs the shop’s number, and the courier’s, in this order', async () => {
  const asked: { path: string | undefined; body: Record<string, unknown> }[] = [];
  const sandbox = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      asked.push({ path: request.url, body: JSON.parse(text) as Record<string, unknown> });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => sandbox.listen(0, '127.0.0.1', resolve));
  try {
    await registerPhones(`http://127.0.0.1:${(sandbox.address() as AddressInfo).port}`);
  } finally {
    sandbox.closeAllConnections();
    sandbox.close();
  }
  const whose = (name: string, number: string, role: string, more = {}) => ({
    path: '/__sandbox/phones',
    body: { name, waId: number, phone: number, role, ...more },
  });
  expect(asked).toEqual([
    whose('Aminata Traoré', '2250598765432', 'customer'),
    whose('Kouadio Jean', '2250712345678', 'seller', { shop: SHOP_NUMBER.phoneNumberId }),
    whose('Mamadou Diabaté', '2250711223344', 'courier'),
  ]);
});
