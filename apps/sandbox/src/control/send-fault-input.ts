import { BadRequestException } from '@nestjs/common';
import { KNOWN_CODES } from '../whatsapp/graph-error.js';
import type { Status } from '../whatsapp/whatsapp.js';
import { SEND_CUTS, SEND_PAGES, type SendFault } from './fault-book.js';
import type { Input } from './input.js';

const TOLD: readonly Status[] = ['sent', 'delivered', 'read', 'failed'];

/**
 * A fault of sends as `POST /faults` takes it: `sendError`, `statusError`, `statusLost`, `statusFirst` and `slowMs`, one at
 * least, with `to`, `share`, `http`, `retryAfter` and `call` to narrow it.
 * @throws BadRequestException when it says nothing or a code the sandbox does not know
 */
export function sendFault(input: Input): SendFault {
  const parts = {
    ...errorPart(input),
    ...(input.has('statusError') ? { statusError: code(input, 'statusError') } : {}),
    ...(input.has('statusLost') ? { statusLost: lost(input) } : {}),
    ...(input.flag('statusFirst', false) ? { statusFirst: true } : {}),
    ...(input.has('slowMs') ? { slowMs: input.whole('slowMs', 0, 1, 600_000) } : {}),
  };
  if (Object.keys(parts).length === 0)
    throw new BadRequestException('one of sendError, statusError, statusLost, statusFirst, slowMs is expected');
  return {
    call: input.oneOf('call', ['message', 'read'], 'message'),
    share: input.share('share', 1),
    ...(input.has('to') ? { to: input.digits('to') } : {}),
    ...parts,
  };
}

function errorPart(input: Input): Pick<SendFault, 'error' | 'code' | 'http' | 'retryAfter'> {
  if (!input.has('sendError')) return {};
  const retryAfter = input.has('retryAfter') ? { retryAfter: input.whole('retryAfter', 0, 0, 86_400) } : {};
  if (typeof input.value['sendError'] === 'number') {
    const http = input.has('http') ? { http: input.whole('http', 400, 400, 599) } : {};
    return { error: 'code', code: code(input, 'sendError'), ...http, ...retryAfter };
  }
  const error = input.oneOf('sendError', [...SEND_CUTS, ...SEND_PAGES, 'reset']);
  return { error: error === 'reset' ? 'reset-before' : error, ...retryAfter };
}

/** `true` loses them all. */
function lost(input: Input): readonly Status[] {
  const value = input.value['statusLost'];
  if (value === true) return TOLD;
  const names: unknown[] = Array.isArray(value) ? value : [value];
  const found = TOLD.filter((status) => names.includes(status));
  if (found.length === names.length && found.length > 0) return found;
  throw new BadRequestException(`statusLost must be true or some of ${TOLD.join(', ')}`);
}

export function code(input: Input, field: string): number {
  const value = input.whole(field, -1, 0, 999_999);
  if (!KNOWN_CODES.has(value)) throw new BadRequestException(`${field} ${value} is no code the sandbox knows`);
  return value;
}
