import type { Operation } from './api-document.js';
import type { ShopIds } from './shop.js';
import type { WholePlatform } from './whole-platform.js';

/** What a path parameter stands for, where its name alone does not say. */
function idFor(parameter: string, path: string, ids: ShopIds): string {
  if (parameter === 'accountId') return path.startsWith('/v1/email') ? ids.mailboxId : ids.whatsAppAccountId;
  if (parameter === 'deliveryId') return path.startsWith('/v1/webhook') ? ids.webhookDeliveryId : ids.deliveryId;
  const id = ids[parameter as keyof ShopIds];
  if (!id) throw new Error(`no shop has a ${parameter} for ${path}: give openShop one`);
  return id;
}

/** The address of an operation with these ids in it. */
export const addressOf = ({ path }: Operation, ids: ShopIds): string =>
  path.replaceAll(/\{(\w+)\}/g, (_all, parameter: string) => idFor(parameter, path, ids));

/** A body, or query, with every id in it aimed at one shop's things. */
export function aimed(value: unknown, ids: ShopIds, name = ''): unknown {
  if (Array.isArray(value)) return name === 'ids' ? [ids.notificationId] : value.map((item) => aimed(item, ids, name));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, aimed(inner, ids, key)]));
  return (ids as unknown as Record<string, string | undefined>)[name === 'replyTo' ? 'messageId' : name] ?? value;
}

/** One request that reached out for somebody else's things. */
export interface Attempt {
  operation: Operation;
  /** All that the request said. */
  asked: string;
  status: number;
  answer: string;
}

/** Sends every operation with a token of one shop and the ids of another, in the address, the query and the body. */
export async function sweep(
  platform: WholePlatform,
  operations: Operation[],
  token: string,
  victim: ShopIds,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const operation of operations) {
    const url = new URL(addressOf(operation, victim), platform.url);
    for (const { name } of operation.queryParameters) {
      const id = (victim as unknown as Record<string, string | undefined>)[name];
      if (id) url.searchParams.set(name, id);
    }
    const body = operation.body && JSON.stringify(aimed(operation.body.example, victim));
    const response = await fetch(url, {
      method: operation.method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    attempts.push({ operation, asked: `${url.href} ${body ?? ''}`, status: response.status, answer: await response.text() });
  }
  return attempts;
}

/**
 * What of a sweep got through.
 * @param marks words that only the victim's rows hold
 */
export function leaksOf(attempts: Attempt[], marks: string[]): string[] {
  return attempts.flatMap(({ operation, asked, status, answer }) => {
    // What she named herself is no news to her.
    const shown = marks.filter((mark) => answer.includes(mark) && !asked.includes(mark));
    return [
      ...(shown.length > 0 ? [`${operation.name} shows ${shown.join(', ')}`] : []),
      ...(operation.pathParameters.length > 0 && status !== 404
        ? [`${operation.name} answers ${status}: ${answer.slice(0, 200)}`]
        : []),
    ];
  });
}
