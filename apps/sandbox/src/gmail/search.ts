import type { Mail } from './mail.js';

const DAY = 86_400_000;
const UNITS: Record<string, number> = { d: DAY, m: 30 * DAY, y: 365 * DAY, h: 3_600_000 };

/** `q` of messages.list, as far as clients of a shop need it: in, is, label, from, to, subject, newer_than, older_than, after, before, rfc822msgid, words. */
export function matches(mail: Mail, q: string, now: number): boolean {
  const terms = q.match(/-?(?:\w+:)?(?:"[^"]*"|\S+)/g) ?? [];
  return terms.every((term) => {
    const negative = term.startsWith('-');
    return holds(mail, negative ? term.slice(1) : term, now) !== negative;
  });
}

function holds(mail: Mail, term: string, now: number): boolean {
  const [, operator, quoted = ''] = /^(?:(\w+):)?(.*)$/s.exec(term) ?? [];
  const wanted = quoted.replaceAll('"', '').toLowerCase();
  const header = (name: string) => mail.headers.find((one) => one.name.toLowerCase() === name)?.value.toLowerCase() ?? '';
  switch (operator) {
    case 'in':
    case 'is':
    case 'label':
      return wanted === 'anywhere' || mail.labelIds.some((label) => label.toLowerCase() === wanted);
    case 'from':
    case 'to':
    case 'subject':
      return header(operator).includes(wanted);
    case 'newer_than':
    case 'older_than': {
      const [, count, unit] = /^(\d+)([dmyh])$/.exec(wanted) ?? [];
      const age = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN);
      return operator === 'newer_than' ? now - mail.internalDate <= age : now - mail.internalDate > age;
    }
    case 'after':
    case 'before': {
      // Epoch seconds, or a day as 2026/11/22.
      const at = /^\d{6,}$/.test(wanted) ? Number(wanted) * 1000 : Date.parse(wanted.replaceAll('/', '-'));
      return operator === 'after' ? mail.internalDate >= at : mail.internalDate < at;
    }
    case 'rfc822msgid':
      return header('message-id').replace(/^<|>$/g, '') === wanted.replace(/^<|>$/g, '');
    default:
      return `${header('subject')} ${header('from')} ${mail.text}`.toLowerCase().includes(wanted);
  }
}
