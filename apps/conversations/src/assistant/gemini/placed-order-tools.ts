import type { AssistantTools, Decision, Draft, DraftLine, Offer, PlacedOrder, Turn } from '../assistant.js';
import { lineOf } from '../draft-lines.js';
import { editPrice } from '../edit-price.js';
import { latestOrderOf } from '../latest-order.js';
import { sameColor, sameSize } from '../offline/catalogue.js';
import { isOver } from '../offline/latest-order.js';
import { fold } from '../offline/normalise.js';
import { readPhone } from '../offline/phone.js';
import { linesArg, textArg, type WantedLine } from './arguments.js';

type Edit = Extract<Decision, { kind: 'edit-order' }>;
type Args = Record<string, unknown>;

/** What the model is told of an order that was confirmed a moment ago. */
export const BEING_RECORDED =
  "la commande que le client vient de confirmer s'enregistre encore, son numéro arrive : rien n'en est connu ; pass_on s'il veut y changer quelque chose";

/** The order she may still change, or what the model is told instead. */
async function changeable(tools: AssistantTools, draft: Draft): Promise<PlacedOrder | { error: string }> {
  const order = await latestOrderOf(tools, draft);
  if (order === 'on its way') return { error: BEING_RECORDED };
  if (!order || isOver(order.status)) return { error: 'aucune commande en cours à modifier' };
  return ['en_livraison', 'echec_livraison'].includes(fold(order.status))
    ? { error: 'la commande est déjà avec le livreur : pass_on, et ne promets rien' }
    : order;
}

/** Where it goes, and whom the courier calls; the number must be hers. @param address as she wrote it, checked by the caller */
export async function changeOrder(
  turn: Turn,
  tools: AssistantTools,
  args: Args,
  address?: string,
): Promise<Edit | { error: string }> {
  const order = await changeable(tools, turn.draft);
  if ('error' in order) return order;
  const phone = readPhone(textArg(args, 'phone', 30) ?? '').phone;
  const hers = phone !== undefined && turn.inbound.some(({ text }) => readPhone(text).phone === phone);
  if (!address && !hers) return { error: 'donne address ou phone, tels que le client vient de les écrire' };
  return {
    ...{ kind: 'edit-order' as const, number: order.number, reason: address ? 'nouvelle adresse' : 'nouveau numéro à appeler' },
    ...(address ? { address } : {}),
    ...(hers ? { phone } : {}),
  };
}

/** All the lines of the order as she wants them, priced by the shop's own rule. */
export async function changedLines(
  { draft }: Turn,
  tools: AssistantTools,
  args: Args,
): Promise<{ number: string; lines: DraftLine[]; offers: Offer[] } | { error: string }> {
  const order = await changeable(tools, draft);
  if ('error' in order) return order;
  if (draft.changing === order.number) return { error: 'une modification de cette commande est en cours : pass_on' };
  const wanted = linesArg(args);
  if ('error' in wanted) return wanted;
  const { number, lines: held } = order;
  if (!held) return { error: "le contenu de la commande n'est pas connu ici : pass_on" };
  const catalogue = await tools.offersOf([...new Set(wanted.map(({ productId }) => productId))]);
  const lines: DraftLine[] = [];
  for (const line of wanted) {
    const offer = theOne(line, catalogue);
    if (!offer) return { error: `article inconnu ou variant_id à préciser : ${line.productId}` };
    const like = held.find(({ productId, variantId }) => productId === offer.productId && variantId === offer.variantId);
    const of = like ?? held.find(({ productId }) => productId === offer.productId);
    const there = offer.available + (like?.quantity ?? 0);
    if (there < line.quantity) return { error: `${offer.productName} : ${there} disponibles, ${line.quantity} demandés` };
    const noted = [
      offer.size ? undefined : (line.size ?? like?.size),
      offer.color ? undefined : (line.color ?? like?.color),
    ] as const;
    lines.push({ ...lineOf(offer, line.quantity, ...noted), unitPrice: of ? editPrice(offer, of) : offer.unitPrice });
  }
  return { number, lines, offers: catalogue };
}

function theOne(line: WantedLine, catalogue: Offer[]): Offer | undefined {
  const fits = catalogue.filter(
    (offer) =>
      offer.productId === line.productId &&
      (line.variantId ? offer.variantId === line.variantId : true) &&
      (!offer.size || !line.size || sameSize(offer.size, line.size)) &&
      (!offer.color || !line.color || sameColor(offer.color, line.color)),
  );
  return fits.length === 1 ? fits[0] : undefined;
}
