import { Draft, Reply, Turn } from './assistant.js';
import { customerConfirms } from './confirmation.js';
import { priceFor } from './draft.js';
import { legible } from './guard-reading.js';
import { Truth } from './guard-truth.js';
import { moneyIn } from './offline/address-money.js';
import { findProducts } from './offline/naming.js';
import { wordsOf } from './offline/normalise.js';

/** What goes with a reply beside its words: photo, draft, granted prices, decisions and the facts it names. */

/** A photo must be one of a product of this shop, and the one that is spoken of. */
export function photoProblems({ photo, facts, text }: Reply, truth: Truth): string[] {
  if (!photo) return [];
  const product = truth.products.find((one) => one.id === photo.productId);
  if (!product?.offers.some((offer) => offer.photos?.includes(photo.mediaId)))
    return ["photo qui n'est pas d'un article de la boutique"];
  const named = findProducts(wordsOf(text), truth.products).flatMap((mention) => mention.candidates);
  const spokenOf = named.length > 0 ? named.includes(product) : facts.some((fact) => fact.productId === product.id);
  return spokenOf ? [] : [`photo d'un autre article que celui dont on parle : ${product.name}`];
}

export function decisionProblems(reply: Reply, turn: Turn, truth: Truth): string[] {
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

export function draftProblems(draft: Draft, truth: Truth): string[] {
  const told = [draft.address ?? '', draft.receiver ?? '', ...(draft.forCourier ?? [])];
  const money = told.flatMap((words) => moneyIn(legible(words))).map((said) => `de l'argent dans l'adresse : ${said}`);
  const lines = draft.lines.flatMap((line) => {
    const offer = truth.products
      .flatMap((product) => product.offers)
      .find((known) => known.productId === line.productId && known.variantId === line.variantId);
    if (!offer) return [`article inconnu dans la commande : ${line.productName}`];
    if (priceFor(draft, offer) !== line.unitPrice) return [`prix faux dans la commande : ${line.productName}`];
    if (!Number.isInteger(line.quantity) || line.quantity < 1) return [`quantité impossible : ${line.quantity}`];
    return offer.available < line.quantity
      ? [`${line.productName} : ${line.quantity} demandés, ${offer.available} disponibles`]
      : [];
  });
  return [...money, ...lines];
}

/** A price is newly granted between the seller's floor and the catalogue's price, to his own goods. */
export function grantProblems(draft: Draft, before: Draft, truth: Truth): string[] {
  const fresh = (draft.granted ?? []).filter(
    (one) => !before.granted?.some((known) => JSON.stringify(known) === JSON.stringify(one)),
  );
  return fresh.flatMap(({ productId, variantId, unitPrice }) => {
    const allowed = truth.products
      .flatMap((product) => product.offers)
      .filter((offer) => offer.productId === productId && (variantId === undefined || offer.variantId === variantId))
      .some(({ floorPrice, unitPrice: asked }) => floorPrice !== undefined && unitPrice >= floorPrice && unitPrice <= asked);
    return allowed ? [] : [`prix que personne ne peut accorder : ${unitPrice}`];
  });
}

/** Facts of another seller, or with another price than the catalogue's, show an engine that made them up. */
export function factProblems(reply: Reply, truth: Truth): string[] {
  return reply.facts.flatMap((fact) => {
    const offer = truth.products
      .flatMap((product) => product.offers)
      .find((known) => known.productId === fact.productId && known.variantId === fact.variantId);
    if (!offer) return [`article qui n'est pas à ce vendeur : ${fact.productName}`];
    return offer.unitPrice === fact.unitPrice ? [] : [`prix faux pour ${fact.productName}`];
  });
}
