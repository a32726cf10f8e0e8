import { AssistantTools, Button, DeliveryFee, Draft, DraftLine, Offer } from './assistant.js';
import { draftTotal, priceFor } from './draft.js';
import { formatFcfa } from './money.js';

/** A recap ready to be confirmed: priced from the catalogue, and what was granted, this very moment. */
export interface Proposal {
  draft: Draft;
  text: string;
  buttons: Button[];
  facts: Offer[];
  fee?: DeliveryFee;
}

/** Lines that cannot be sold as they stand, with what is left. */
export interface Shortage {
  productName: string;
  size?: string;
  asked: number;
  left: number;
  offer?: Offer;
}

/**
 * Prices the draft from the catalogue and opens a recap under `nonce`. Prices in the draft itself are never trusted.
 * Returns the shortages instead when something is no longer there in that number.
 */
export async function propose(
  draft: Draft,
  tools: AssistantTools,
  nonce: string,
  sellerFirstName: string,
): Promise<{ proposal: Proposal } | { shortages: Shortage[] }> {
  const checked = await stillThere(draft, tools);
  if ('shortages' in checked) return checked;
  const { facts } = checked;
  const lines = checked.lines.map(({ line, offer }) => ({ ...line, unitPrice: priceFor(draft, offer) }));
  const { recapFee: _before, ...rest } = draft;
  const priced: Draft = { ...rest, lines, recapNonce: nonce, lastAsked: 'confirmation' };
  const fee = await feeFor(priced, tools);
  return {
    proposal: {
      draft: { ...priced, ...(fee ? { commune: fee.commune, recapFee: fee.fee } : {}) },
      text: recapText(priced, fee, sellerFirstName),
      buttons: recapButtons(nonce),
      facts,
      ...(fee ? { fee } : {}),
    },
  };
}

/** The draft's lines as the shop sells them now, or those that are no longer there in that number. */
export async function stillThere(
  draft: Pick<Draft, 'lines'>,
  tools: Pick<AssistantTools, 'checkStock'>,
): Promise<{ lines: { line: DraftLine; offer: Offer }[]; facts: Offer[] } | { shortages: Shortage[] }> {
  const lines: { line: DraftLine; offer: Offer }[] = [];
  const shortages: Shortage[] = [];
  const wanted = new Map<string, number>();
  for (const line of draft.lines) {
    const offer = await tools.checkStock(line.productId, line.variantId);
    const key = `${line.productId}/${line.variantId ?? ''}`;
    const asked = (wanted.get(key) ?? 0) + line.quantity;
    wanted.set(key, asked);
    if (!offer || offer.available < asked)
      shortages.push({ ...line, asked, left: offer?.available ?? 0, ...(offer ? { offer } : {}) });
    if (offer) lines.push({ line: { ...line, productName: offer.productName }, offer });
  }
  return shortages.length > 0 ? { shortages } : { lines, facts: lines.map(({ offer }) => offer) };
}

/** The fee for the draft's address, asked for with the whole address first and its commune next; undefined when nobody covers it. */
export async function feeFor(draft: Draft, tools: Pick<AssistantTools, 'deliveryFee'>): Promise<DeliveryFee | undefined> {
  // the quarter may have a fee of its own: the whole is asked for before its parts
  const whole = [draft.commune, draft.address].filter(Boolean).join(' ');
  const pieces = [whole, draft.address, ...(draft.address ?? '').split(','), draft.commune]
    .map((piece) => piece?.trim() ?? '')
    .filter((piece) => piece !== '');
  for (const piece of [...new Set(pieces)].slice(0, 6)) {
    const fee = await tools.deliveryFee(piece);
    if (fee) return fee;
  }
  return undefined;
}

export function recapButtons(nonce: string): Button[] {
  return [
    { id: `confirmer:${nonce}`, title: 'Confirmer' },
    { id: `annuler:${nonce}`, title: 'Annuler' },
  ];
}

/** « Nike Air Max 90, en 38, noir », « Garba, royal » */
export function articleName(article: { productName: string; size?: string; color?: string }): string {
  const worn = /^(\d+([.,]5)?|\d?x{0,3}[sml]|x{1,3}l)$/i.test(article.size ?? '');
  return [article.productName, article.size && (worn ? `en ${article.size}` : article.size), article.color]
    .filter(Boolean)
    .join(', ');
}

/** What a recap of this draft says, word for word. */
export function recapText(draft: Draft, fee: DeliveryFee | undefined, sellerFirstName: string): string {
  const total = draftTotal(draft);
  const lines = draft.lines.map((line) =>
    line.quantity === 1
      ? `• 1 x ${articleName(line)} : ${formatFcfa(line.unitPrice)}`
      : `• ${line.quantity} x ${articleName(line)} : ${formatFcfa(line.unitPrice)} l'unité, soit ${formatFcfa(line.unitPrice * line.quantity)}`,
  );
  const delay = fee?.delay ? [`Délai de livraison : ${fee.delay}`] : [];
  const money = fee
    ? [`Frais de livraison (${fee.commune}) : ${formatFcfa(fee.fee)}`, `À payer à la réception : ${formatFcfa(total + fee.fee)}`]
    : [`Frais de livraison : pas encore connus pour cette adresse, ${sellerFirstName} vous les précise avant l'envoi`];
  return [
    'Voici le récapitulatif de votre commande :',
    ...lines,
    `Total des articles : ${formatFcfa(total)}`,
    ...money,
    ...delay,
    `Adresse de livraison : ${draft.address}`,
    ...(draft.receiver ? [`À remettre à : ${draft.receiver}`] : []),
    ...(draft.phone ? [`Téléphone : ${draft.phone}`] : []),
    ...(draft.forCourier?.length ? [`Pour le livreur : ${draft.forCourier.join(' ; ')}`] : []),
    '',
    'Vous confirmez ?',
  ].join('\n');
}
