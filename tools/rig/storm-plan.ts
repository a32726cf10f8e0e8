import { createHash } from 'node:crypto';
import type { Post } from './edge.js';
import { Seeded } from './seeded.js';

export interface StormSize {
  readonly seed: number;
  readonly sellers: number;
  readonly customersEach: number;
  /** Webhooks posted, repetitions included. */
  readonly webhooks: number;
  /** Share of them that repeat an earlier one byte for byte. */
  readonly repeated: number;
}

export interface StormCustomer {
  readonly seller: number;
  readonly waId: string;
  readonly name: string;
}

export interface StormMessage {
  readonly wamid: string;
  readonly customer: number;
  /** When it was written: this many seconds before the storm begins. */
  readonly secondsBefore: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** One customer's next sends go wrong in this way. */
export interface SendTrouble {
  readonly customer: number;
  /** It is armed once so many webhooks are through. */
  readonly after: number;
  /** As the sandbox takes it. */
  readonly fault: Readonly<Record<string, unknown>>;
}

/** A storm as it was drawn: everything that the seed decides, nothing that the clock does. */
export interface StormPlan {
  readonly size: StormSize;
  readonly customers: readonly StormCustomer[];
  readonly messages: readonly StormMessage[];
  /** What travels in each webhook, by number of the message; in the order of posting. */
  readonly webhooks: readonly (readonly number[])[];
  readonly troubles: readonly SendTrouble[];
}

const SAYINGS = [
  'Bonjour, vous avez des Nike ?',
  'Bonsoir, je cherche des chaussures pour mon frère',
  'Quel est le prix de la Stan Smith ?',
  'Je fais du 40',
  'La Air Max est disponible en 42 ?',
  'Vous livrez à Cocody ?',
  'Combien pour la livraison à Marcory ?',
  'Je voudrais deux Stan Smith en 41',
  'Vous êtes ouverts demain ?',
  'C’est à quel endroit votre magasin ?',
  'Vous avez d’autres modèles ?',
  'Est-ce que c’est de bonne qualité ?',
  'Merci beaucoup 🙏',
  'Le dernier prix s’il vous plaît',
  'Air Max taille 39, il en reste ?',
  'Je réfléchis et je reviens vers vous',
];

/** What may become of a send: refused for now, refused by a server, lost before or after WhatsApp took it, told too early, told never. */
const TROUBLES: readonly Readonly<Record<string, unknown>>[] = [
  { sendError: 'http429', retryAfter: 1 },
  { sendError: 130429 },
  { sendError: 131000, http: 500 },
  { sendError: 'http500' },
  { sendError: 'http503' },
  { sendError: 'timeout-before' },
  { sendError: 'timeout-after' },
  { sendError: 'timeout-after', statusFirst: true },
  { sendError: 'timeout-after', statusLost: true },
  { sendError: 'reset-before' },
  { sendError: 'reset-after' },
  { statusFirst: true },
  { statusLost: ['sent'] },
  { statusError: 131026 },
];

/** Share of the customers who meet with trouble, so that about one send in ten does. */
const TROUBLED = 0.5;
const MOST_IN_A_WEBHOOK = 3;
/** How far a webhook may be carried from its place. */
const SHUFFLED_WITHIN = 120;
const REPEATED_WITHIN = 300;

/** Draws a storm. The same size and seed give the same plan, on every machine. */
export function drawStorm(size: StormSize): StormPlan {
  const chance = new Seeded(size.seed);
  const customers = Array.from({ length: size.sellers * size.customersEach }, (_, n) => ({
    seller: n % size.sellers,
    waId: `22507${20_000_000 + n * 37}`,
    name: `Cliente ${n + 1}`,
  }));
  const messages: StormMessage[] = [];
  const fresh = Math.round(size.webhooks * (1 - size.repeated));
  const webhooks = Array.from({ length: fresh }, () =>
    Array.from({ length: chance.between(1, MOST_IN_A_WEBHOOK) }, () => {
      messages.push(drawMessage(chance, messages.length, size.seed, customers.length));
      return messages.length - 1;
    }),
  );
  const troubles = chance
    .shuffled(customers.map((_, customer) => customer))
    .slice(0, Math.round(customers.length * TROUBLED))
    .map((customer, n) => ({
      customer,
      after: chance.between(0, Math.floor(size.webhooks / 2)),
      fault: TROUBLES[n % TROUBLES.length]!,
    }));
  return { size, customers, messages, webhooks: disordered(chance, webhooks, size.webhooks - fresh), troubles };
}

/** What makes two plans the same. */
export const digestOf = (plan: StormPlan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex');

/** The plan's webhooks as Meta would write them. @param numbers of the sellers, in the plan's order @param began the storm's beginning, epoch ms */
export function* postsOf(
  plan: StormPlan,
  numbers: readonly { phoneNumberId: string; businessAccountId: string; phone: string }[],
  began: number,
): Generator<Post> {
  for (const items of plan.webhooks) {
    const entry = items.map((item) => {
      const message = plan.messages[item]!;
      const customer = plan.customers[message.customer]!;
      const { phoneNumberId, businessAccountId, phone } = numbers[customer.seller]!;
      const value = {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: phone.replace('+', ''), phone_number_id: phoneNumberId },
        contacts: [{ profile: { name: customer.name }, wa_id: customer.waId }],
        messages: [
          {
            from: customer.waId,
            id: message.wamid,
            timestamp: String(Math.floor(began / 1_000) - message.secondsBefore),
            ...message.content,
          },
        ],
      };
      return { id: businessAccountId, changes: [{ field: 'messages', value }] };
    });
    yield {
      body: JSON.stringify({ object: 'whatsapp_business_account', entry }),
      ids: items.map((item) => plan.messages[item]!.wamid),
    };
  }
}

function drawMessage(chance: Seeded, n: number, seed: number, customers: number): StormMessage {
  const place = { latitude: 5.35 + chance.next() / 10, longitude: -4.0 + chance.next() / 10 };
  const text = chance.pick(SAYINGS);
  return {
    wamid: `wamid.${Buffer.from(`storm ${seed} message ${n}`).toString('base64')}`,
    customer: chance.between(0, customers - 1),
    secondsBefore: chance.between(0, 300),
    content: chance.chance(0.05) ? { type: 'location', location: place } : { type: 'text', text: { body: text } },
  };
}

/** Puts repetitions somewhere after their first, and all out of order. */
function disordered(chance: Seeded, webhooks: number[][], repetitions: number): number[][] {
  const placed = webhooks.map((items, n) => ({ items, at: n + chance.next() * SHUFFLED_WITHIN }));
  const repeated = chance.shuffled(webhooks.map((_, n) => n)).slice(0, repetitions);
  for (const n of repeated) placed.push({ items: webhooks[n]!, at: n + chance.next() * REPEATED_WITHIN });
  return placed.sort((a, b) => a.at - b.at).map(({ items }) => items);
}
