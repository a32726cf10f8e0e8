import { AssistantTools, Draft, Reply, Turn } from './assistant.js';
import { customerConfirms } from './confirmation.js';
import { linksIn, localDigits, NEGATED, orderNumbersIn, phonesIn, promisesDiscount, segments } from './guard-claims.js';
import { goodsClaims } from './guard-goods.js';
import { legible, readTruth, Truth, withoutHerWords, withoutNames } from './guard-truth.js';

export type Verdict = { ok: true } | { ok: false; problems: string[] };

/**
 * Checks a reply of either engine before it leaves. Every amount must be a unit price, a line, a total, a fee or the sum to pay of exactly
 * the goods it is said about; what is said to be available must be; links, phone numbers, order numbers and discounts nobody gave are
 * refused; and a confirmation must be the customer's own.
 */
export async function check(reply: Reply, turn: Turn, tools: AssistantTools): Promise<Verdict> {
  const truth = await readTruth(reply, turn, tools);
  const text = withoutHerWords(legible(reply.text), reply.draft, turn.draft);
  const problems = [
    ...strangers(text, reply, turn, truth),
    ...goodsClaims(text, truth),
    ...decisionProblems(reply, turn, truth),
    ...factProblems(reply, truth),
  ];
  if (reply.text.trim() === '') problems.push('réponse vide');
  if (reply.text.length > 4096) problems.push('réponse trop longue pour WhatsApp');
  return problems.length === 0 ? { ok: true } : { ok: false, problems: [...new Set(problems)] };
}

/** What comes from nowhere: links, phones, order numbers, discounts, orders said to be confirmed. */
function strangers(text: string, reply: Reply, turn: Turn, truth: Truth): string[] {
  const problems = linksIn(text).map((link) => `lien inconnu : ${link}`);
  const ours = [
    turn.customer.phone,
    turn.draft.phone,
    reply.draft.phone,
    ...reply.decisions.map((decision) => ('draft' in decision ? decision.draft.phone : undefined)),
  ]
    .filter((phone) => phone !== undefined)
    .map(localDigits);
  problems.push(
    ...phonesIn(text)
      .filter((phone) => !ours.includes(phone))
      .map((phone) => `numéro de téléphone inconnu : ${phone}`),
  );
  problems.push(
    ...orderNumbersIn(text)
      .filter((number) => number !== truth.orderNumber)
      .map((number) => `numéro de commande inconnu : ${number}`),
  );
  for (const segment of segments(text)) {
    const free = truth.fees.some((fee) => fee.fee === 0) && /livraison/.test(segment);
    if (promisesDiscount(withoutNames(segment, truth)) && !free)
      problems.push(`remise ou cadeau que personne n'a accordé : ${segment}`);
    const confirmed = /\bcommande\b[^,]*\b(est|a ete|bien)\b[^,]*\b(confirmee|enregistree|validee|expediee|en route)\b/.test(
      segment,
    );
    if (confirmed && !NEGATED.test(segment) && !/\bdes qu/.test(segment) && !truth.orderNumber)
      problems.push("commande dite confirmée alors qu'aucune n'est enregistrée");
  }
  return problems;
}

function decisionProblems(reply: Reply, turn: Turn, truth: Truth): string[] {
  const problems: string[] = [];
  for (const decision of reply.decisions) {
    if (decision.kind === 'confirm' && (decision.nonce !== turn.draft.recapNonce || !customerConfirms(turn)))
      problems.push('confirmation que le client n’a pas donnée');
    if (decision.kind === 'propose') {
      if (!decision.draft.recapNonce) problems.push('récapitulatif sans jeton de confirmation');
      if (!decision.draft.address) problems.push('récapitulatif sans adresse');
      if (!reply.text.includes('récapitulatif')) problems.push('récapitulatif proposé mais pas montré au client');
    }
    if ('draft' in decision) problems.push(...draftProblems(decision.draft, truth));
  }
  const nonce = reply.draft.recapNonce;
  for (const button of reply.buttons ?? []) {
    const [action, value] = [button.id.split(':')[0], button.id.split(':').slice(1).join(':')];
    if ((action === 'confirmer' || action === 'annuler') && value !== nonce)
      problems.push(`bouton d'un autre récapitulatif : ${button.id}`);
    if (button.title.length > 20) problems.push(`bouton trop long : ${button.title}`);
  }
  return problems;
}

function draftProblems(draft: Draft, truth: Truth): string[] {
  return draft.lines.flatMap((line) => {
    const offer = truth.products
      .flatMap((product) => product.offers)
      .find((known) => known.productId === line.productId && known.variantId === line.variantId);
    if (!offer) return [`article inconnu dans la commande : ${line.productName}`];
    if (offer.unitPrice !== line.unitPrice) return [`prix faux dans la commande : ${line.productName}`];
    if (!Number.isInteger(line.quantity) || line.quantity < 1) return [`quantité impossible : ${line.quantity}`];
    return offer.available < line.quantity
      ? [`${line.productName} : ${line.quantity} demandés, ${offer.available} disponibles`]
      : [];
  });
}

/** Facts of another seller, or with another price than the catalogue's, show an engine that made them up. */
function factProblems(reply: Reply, truth: Truth): string[] {
  return reply.facts.flatMap((fact) => {
    const offer = truth.products
      .flatMap((product) => product.offers)
      .find((known) => known.productId === fact.productId && known.variantId === fact.variantId);
    if (!offer) return [`article qui n'est pas à ce vendeur : ${fact.productName}`];
    return offer.unitPrice === fact.unitPrice ? [] : [`prix faux pour ${fact.productName}`];
  });
}
