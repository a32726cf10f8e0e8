import { fold } from '#contracts';

/** One message of a conversation, as a loop is looked for in it. */
export interface Line {
  by: 'customer' | 'assistant' | 'human';
  text: string;
  /** The customer's: when it reached us; the assistant's: when WhatsApp took it. */
  at: Date;
  /** A button was pressed: automatic answers press none. */
  pressed?: boolean;
}

/** Why the seller is called, when another machine is on the other side. */
export const LOOP = 'Réponses automatiques en boucle';

interface Exchange {
  /** What came back, folded. */
  said: string;
  /** Between the assistant's last word and the first of what came back, in ms. */
  afterMs: number;
}

/** Nobody reads an answer and types the next message in less, time after time. */
const QUICK_MS = 2_000;
const QUICK_IN_A_ROW = 6;
const WITHIN_MS = 60_000;
/** The same sentence again and again; a short word may well be an impatient « allô », so it takes more of them. */
const SENTENCE = 15;
const SAME_SENTENCE = 4;
const SAME_WORD = 6;
const SAME_AFTER_MS = 10_000;
const ANNOUNCED_IN_A_ROW = 2;
/** Some machines wait before they answer; what they say gives them away all the same. */
const SLOWLY_WITHIN_MS = 15 * 60_000;
const SLOWLY_SAME = 6;
/** What automatic answers say of themselves, folded. */
const ANNOUNCES_ITSELF =
  /\b(reponse automatique|message automatique|repondeur automatique|auto(matic)? ?reply|automated (message|response)|ceci est un message auto|nous avons bien recu votre (message|demande)|merci (d avoir|de nous avoir) contactes?|thank(s| you) for (contacting|your message)|nous (vous )?reviendrons vers vous|actuellement (absente?|indisponible)|tapez \d|envoyez \d pour)\b/;

/**
 * Whether another machine answers the assistant. In words: the last exchanges (the assistant speaks, something typed comes back), without a person of the shop or a
 * pressed button between them, are
 * - six in a minute, each answered within two seconds;
 * - or four times the same sentence (six times the same word), each within ten seconds;
 * - or two answers in a row that say of themselves that they are automatic, or six times the same sentence, in a quarter of an hour, however long each takes.
 * A customer who is merely fast needs longer than two seconds for one of six, presses a button, or says something else.
 * @param lines oldest first, to the newest
 */
export function isLoop(lines: Line[]): boolean {
  const [last, slowly] = [exchanges(lines, WITHIN_MS), exchanges(lines, SLOWLY_WITHIN_MS)];
  return quick(last) || same(last) || announced(slowly) || stubborn(slowly);
}

function quick(all: Exchange[]): boolean {
  const last = all.slice(0, QUICK_IN_A_ROW);
  return last.length === QUICK_IN_A_ROW && last.every(({ afterMs }) => afterMs <= QUICK_MS);
}

function same(all: Exchange[]): boolean {
  const said = all[0]?.said ?? '';
  if (said === '') return false;
  const last = all.slice(0, said.length >= SENTENCE ? SAME_SENTENCE : SAME_WORD);
  const needed = said.length >= SENTENCE ? SAME_SENTENCE : SAME_WORD;
  return last.length === needed && last.every((one) => one.said === said && one.afterMs <= SAME_AFTER_MS);
}

const announced = (all: Exchange[]) =>
  all.length >= ANNOUNCED_IN_A_ROW && all.slice(0, ANNOUNCED_IN_A_ROW).every(({ said }) => ANNOUNCES_ITSELF.test(said));

function stubborn(all: Exchange[]): boolean {
  const last = all.slice(0, SLOWLY_SAME);
  const said = last[0]?.said ?? '';
  return said.length >= SENTENCE && last.length === SLOWLY_SAME && last.every((one) => one.said === said);
}

/** Newest first: unbroken exchanges of the time before the last word. */
function exchanges(lines: Line[], withinMs: number): Exchange[] {
  const found: Exchange[] = [];
  const newest = lines.at(-1)?.at.getTime() ?? 0;
  let back: Line[] = [];
  for (const line of lines.toReversed()) {
    if (line.by === 'human' || line.pressed || newest - line.at.getTime() > withinMs) break;
    if (line.by === 'customer') back.unshift(line);
    else if (back.length > 0) {
      const said = fold(back.map(({ text }) => text).join(' '));
      found.push({ said, afterMs: back[0]!.at.getTime() - line.at.getTime() });
      back = [];
    }
  }
  return found;
}
