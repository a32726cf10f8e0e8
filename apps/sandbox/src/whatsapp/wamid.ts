import { randomBytes } from 'node:crypto';

/**
 * A WhatsApp message id with the layout and length of Meta's: `wamid.` and base64 of the customer's digits, the direction
 * and a random hex id. To everybody else it is opaque and case-sensitive, and holds `=`, `+` and `/`.
 */
export function newWamid(direction: 'inbound' | 'outbound', waId: string): string {
  const hexId = direction === 'inbound' ? `3A${randomBytes(9).toString('hex')}` : randomBytes(9).toString('hex');
  return `wamid.${Buffer.concat([
    Buffer.from([0x1c, 0x18, waId.length]),
    Buffer.from(waId, 'latin1'),
    Buffer.from([0x15, 0x02, 0x00, direction === 'inbound' ? 0x12 : 0x11, 0x18, hexId.length]),
    Buffer.from(hexId.toUpperCase(), 'latin1'),
    Buffer.from([0x00]),
  ]).toString('base64')}`;
}
