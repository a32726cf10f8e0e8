import { AssistantTools, Reply, Turn } from './assistant.js';
import { linksIn, localDigits, orderNumbersIn, phonesIn } from './guard-claims.js';
import { decisionProblems, draftProblems, factProblems, grantProblems, photoProblems } from './guard-decisions.js';
import { goodsClaims } from './guard-goods.js';
import { unexplainedNumbers } from './guard-numbers.js';
import { promises } from './guard-promises.js';
import { legible, otherScripts } from './guard-reading.js';
import { strangeGoods } from './guard-strange-goods.js';
import { withoutHerWords, withoutPickupAddress, withoutShopName } from './guard-no-claims.js';
import { readTruth, Truth } from './guard-truth.js';
import { feeFor, recapText } from './proposal.js';

export type Verdict = { ok: true } | { ok: false; problems: string[] };

/**
 * Checks a reply of either engine before it leaves, its buttons and its photo too. Every amount must be a unit price (the catalogue's, or one granted down to the
 * seller's floor), a line, a total, a fee or the sum to pay of exactly the goods it is said about; every other number must come from somewhere; what is said to be
 * available must be, in that size and colour; links, phone numbers, order numbers, discounts, days of delivery and payments that nobody gave are refused; and a
 * confirmation must be the customer's own. What the service itself says (news of orders, that the shop is closed) is written from its own tables, with no engine's
 * words in it, and is not checked here.
 */
export async function check(reply: Reply, turn: Turn, tools: AssistantTools): Promise<Verdict> {
  // What the engine was told may have changed while it thought.
  const now = tools.anew();
  const truth = await readTruth(reply, turn, now);
  const text = await withoutTrueRecap(reply, turn, truth, now);
  const problems = [
    ...claims(text, reply, turn, truth),
    ...(reply.buttons ?? []).flatMap((button) => claims(button.title, reply, turn, truth)),
    ...photoProblems(reply, truth),
    ...grantProblems(reply.draft, turn.draft, truth),
    ...decisionProblems(reply, turn, truth),
    ...factProblems(reply, truth),
  ];
  if (reply.text.trim() === '') problems.push('réponse vide');
  if (reply.text.length > 4096) problems.push('réponse trop longue pour WhatsApp');
  return problems.length === 0 ? { ok: true } : { ok: false, problems: [...new Set(problems)] };
}

/**
 * The reply without its recap, where that is word for word what the database says of the draft now: names and sizes as sellers write them (« Verre trempé, iPhone 13 »)
 * would read as claims about other goods.
 */
async function withoutTrueRecap(reply: Reply, turn: Turn, truth: Truth, tools: AssistantTools): Promise<string> {
  let left = reply.text;
  for (const decision of reply.decisions) {
    if (decision.kind !== 'propose' || draftProblems(decision.draft, truth).length > 0) continue;
    const offers = truth.products.flatMap((product) => product.offers);
    const lines = decision.draft.lines.map((line) => {
      const offer = offers.find((one) => one.productId === line.productId && one.variantId === line.variantId)!;
      const { productName, size = line.size, color = line.color } = offer;
      return { ...line, productName, size, color };
    });
    const fee = await feeFor(decision.draft, tools);
    left = left.replace(recapText({ ...decision.draft, lines }, fee, turn.shop.sellerFirstName), ' ');
  }
  return left;
}

/** What a text says, checked against the truth: the words of the reply, and those on each of its buttons. */
function claims(said: string, reply: Reply, turn: Turn, truth: Truth): string[] {
  const text = withoutShopName(withoutPickupAddress(withoutHerWords(legible(said), reply.draft, turn.draft), turn), turn);
  const foreign = otherScripts(withoutKnownNames(text, turn, truth));
  return [
    ...foreign.map((letters) => `caractères d'une autre écriture : ${letters}`),
    ...strangers(text, reply, turn, truth),
    ...promises(text, turn, truth),
    ...goodsClaims(text, truth),
    ...unexplainedNumbers(text, turn, truth),
    ...strangeGoods(text, turn, truth),
  ];
}

/** What comes from nowhere: links, phones, order numbers. */
function strangers(text: string, reply: Reply, turn: Turn, truth: Truth): string[] {
  const drafts = [
    turn.draft,
    reply.draft,
    ...reply.decisions.flatMap((decision) => ('draft' in decision ? [decision.draft] : [])),
  ];
  const ours = [turn.customer.phone, ...drafts.flatMap((draft) => [draft.phone, draft.card?.phone])]
    .filter((phone) => phone !== undefined)
    .map(localDigits);
  const numbers = truth.orders.map(({ number }) => number.toUpperCase());
  return [
    ...linksIn(withoutKnownNames(text, turn, truth)).map((link) => `lien inconnu : ${link}`),
    ...phonesIn(numbers.reduce((left, number) => left.replaceAll(number, ' '), text))
      .filter((phone) => !ours.includes(phone))
      .map((phone) => `numéro de téléphone inconnu : ${phone}`),
    ...orderNumbersIn(text)
      .filter((named) => !numbers.includes(named))
      .map((named) => `numéro de commande inconnu : ${named}`),
  ];
}

/** Names may have a dot, a figure or letters of their own. */
const withoutKnownNames = (text: string, turn: Turn, truth: Truth): string =>
  [turn.shop.name, turn.shop.sellerFirstName, turn.customer.name ?? '', ...truth.products.map((product) => product.name)]
    .map((name) => legible(name))
    .filter((name) => name.length > 2)
    .reduce((left, name) => left.replaceAll(name, ' '), text);
