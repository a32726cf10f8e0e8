import { randomUUID } from 'node:crypto';
import type { AssistantTools, Reply, Turn, Utterance } from '../assistant.js';
import { isOver, latestOrder, tellStatus } from './latest-order.js';
import type { Intent } from './intents.js';
import { inOneLine } from './normalise.js';
import { asksContents, asksForContents, asksWhen, namesAnotherOrder } from './order-questions.js';
import { asksRest } from './rest-to-pay.js';
import { Session } from './session.js';
import { asksOfMoney } from './sums-asked.js';
import { understand, type Understanding } from './understand.js';
import { amongSeveral } from './which-order.js';

/** With any of these she wants more than to know: that is for whoever has the conversation. */
const MORE: Intent[] = [
  ...(['human', 'robot', 'cancel', 'remove', 'replace', 'double', 'complaint', 'insult', 'trust', 'bargain'] as const),
  ...([
    'want',
    'more',
    'collect',
    'photo',
    'catalogue',
    'availability',
    'authentic',
    'interest',
    'again',
    'location',
    'hours',
  ] as const),
];
/** « c'est quoi le numéro de ma commande ? » */
const NUMBER = / numero (\w+ ){0,2}commande /;
const BROKEN_OR_MISSING =
  / (pourquoi|rembours\w*|manque|mauvais\w*|erreur|trompe\w*|dechir\w*|casse\w*|abime\w*|voulais|devai[st]) /;

/** Nothing but what her order costs, what is in it, its number, where it is or when it comes is asked. */
export function asksOnlyFacts(u: Understanding): boolean {
  const said = inOneLine(u.words);
  const names = u.mentions.length > 0 || u.address || u.commune || u.phone || u.beside || u.button || u.introduces;
  if (names || BROKEN_OR_MISSING.test(said)) return false;
  const itself = asksForContents(u) || NUMBER.test(said);
  const money = asksOfMoney(u);
  // "rappelez-moi ce que j'ai commandé" calls nobody, "il reste combien à payer" asks of no stock
  const heard = MORE.filter((intent) => !(itself && intent === 'human') && !(money && intent === 'availability'));
  if (heard.some((intent) => u.intents.has(intent))) return false;
  if (money) return money.about === 'rest' || money.about === 'sum';
  return itself || asksWhen(u) || u.intents.has('status');
}

/** Whether it is worth looking at her orders for it; reads nothing. */
export const mayAskFacts = (inbound: Utterance[]): boolean => asksOnlyFacts(understand(inbound, { lines: [] }, []));

/**
 * Tells of an order that stands while a person has the conversation, when that is all she asks. Undefined: it is the person's to answer. Decides nothing; its draft is
 * nobody's.
 */
export async function tellOrderFacts(turn: Turn, tools: AssistantTools): Promise<Reply | undefined> {
  const session = await Session.open(turn, tools, randomUUID);
  const u = understand(turn.inbound, session.draft, session.products);
  if (!asksOnlyFacts(u)) return undefined;
  const order = await latestOrder(session);
  if (!order || (order !== 'on its way' && isOver(order.status) && (await tools.openOrders()).length === 0)) return undefined;
  const told =
    (await amongSeveral(session, u)) ||
    (await namesAnotherOrder(session)) ||
    (await asksContents(session, u)) ||
    (await asksRest(session, u));
  if (!told) await tellStatus(session);
  const reply = session.reply();
  return reply.decisions.length > 0 || session.draft.whichOrder !== undefined ? undefined : reply;
}
