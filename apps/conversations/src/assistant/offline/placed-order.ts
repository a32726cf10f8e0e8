import { askToCancelOrder, passOn } from './cancelling.js';
import { isOver, latestOrder, tellStatus } from './latest-order.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/**
 * What she says of an order already placed, while nothing else is being sold: when it comes is read from the order itself; a change of it
 * is for the shop, who is told what she wants changed. So is a change between her confirmation and the order's record, when there is
 * nothing here to change any more and nothing there yet. True when that was the answer.
 */
export async function aboutPlacedOrder(session: Session, u: Understanding): Promise<boolean> {
  if (session.draft.lines.length > 0 || session.draft.interest || session.draft.lastAsked === 'cancellation') return false;
  const unwanted = u.mentions.some((mention) => mention.verb === 'remove');
  const wish = u.mentions.length === 0 ? wishedChange(u) : otherGoods(session, u);
  const asks = u.mentions.length === 0 && asksWhen(u);
  if (!wish && !asks) return false;
  const order = await latestOrder(session);
  if (!order || (order !== 'on its way' && isOver(order.status))) return false;
  if (!wish) await tellStatus(session);
  else if (order === 'on its way') passOn(session, wish);
  else if (unwanted && ordersNothingElse(session, u)) await askToCancelOrder(session);
  else {
    session.decide({ kind: 'hand-over', reason: `commande ${order.number} à modifier : ${wish}` });
    session.say(say.orderIsPlaced(order.number, session.sellerFirstName));
  }
  return true;
}

/** An article off, or one in place of another; one more is an order of its own, and so is what she chooses from a list. */
function otherGoods(session: Session, u: Understanding): string | undefined {
  const names = (verb: 'take' | 'remove') =>
    u.mentions.flatMap((mention) => (mention.verb === verb ? (mention.candidates[0]?.name ?? []) : [])).join(', ');
  const [off, instead] = [names('remove'), names('take')];
  if (off) return instead ? `${instead} à la place de ${off}` : `retirer ${off}`;
  const chooses = session.draft.lastAsked !== undefined || u.intents.has('more') || u.asksSomething;
  return u.intents.has('replace') && !chooses ? `plutôt ${instead}` : undefined;
}

/** What she wants otherwise, in the seller's words; undefined when she changes nothing. */
function wishedChange(u: Understanding): string | undefined {
  const words = ` ${u.words.join(' ')} `;
  const changes = / (changez?|changer|modifie[rz]?|corrige[rz]?|rectifie[rz]?|remplace[rz]?|echange[rz]?|trompee?) /.test(words);
  if (u.phone) return `nouveau numéro (${u.phone})`;
  if (u.address && !u.asksSomething) return `nouvelle adresse (${u.address})`;
  if (/ (nouvelle|autre|change\w*|modifi\w*|corrig\w*) (l |la |mon |d )?adresse /.test(words) || (changes && u.commune))
    return `nouvelle adresse${u.commune ? ` (${u.commune})` : ''}`;
  const { sizes, colors, quantity } = u.slots;
  const said = [
    ...sizes.map((size) => `taille ${size}`),
    ...colors.map((color) => `couleur ${color}`),
    ...(quantity === undefined ? [] : [`quantité ${quantity}`]),
  ];
  const insteadOf = changes || (u.intents.has('replace') && !u.asksSomething) || / (c est pas|\d+ pas) /.test(words);
  if (insteadOf && said.length > 0) return said.join(', ');
  if (!changes) return undefined;
  return / numero /.test(words) ? 'le numéro' : / adresse /.test(words) ? "l'adresse" : 'ce qui change est à lui demander';
}

/** "le livreur passe à quelle heure ?", "c'est bon pour demain ?", "ma commande ?" */
function asksWhen(u: Understanding): boolean {
  if (u.commune || u.intents.has('price') || u.intents.has('zones') || u.intents.has('cancel')) return false;
  return (
    u.intents.has('status') ||
    u.intents.has('deliveryDelay') ||
    / (ma commande|(le|votre|mon) livreur|c est bon pour|c est pour quand) /.test(` ${u.words.join(' ')} `)
  );
}

/** She ordered this article alone, as far as is known here. */
function ordersNothingElse(session: Session, u: Understanding): boolean {
  const unwanted = u.mentions.flatMap((mention) => mention.candidates.map((product) => product.id));
  return (session.draft.previous ?? []).every((line) => unwanted.includes(line.productId));
}
