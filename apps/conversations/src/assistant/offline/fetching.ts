import { articleName } from '../proposal.js';
import { isOver, latestOrder } from './latest-order.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { listed } from './words/phrase.js';

/** "je peux venir chercher ?": she hears where the shop is, and the shop that she would come. True when she asked for it. */
export async function wantsToFetch(session: Session, u: Understanding): Promise<boolean> {
  if (!u.intents.has('collect')) return false;
  const { draft, turn } = session;
  const order = draft.lines.length === 0 ? await latestOrder(session) : undefined;
  const placed = order && order !== 'on its way' && !isOver(order.status) ? order : undefined;
  const goods = goodsMeant(session, u) || (placed ? `votre commande ${placed.number}` : '');
  const wish = `venir chercher sur place${goods ? ` : ${goods.replace('votre commande', 'la commande')}` : ''}`;
  const { pickupAddress, openingHours } = turn.shop;
  passOnWish(session, wish, placed?.number, say.pickup(session.sellerFirstName, goods, pickupAddress, openingHours));
  return true;
}

/** "vous êtes où ?" */
export function tellLocation(session: Session): void {
  const { pickupAddress } = session.turn.shop;
  if (pickupAddress) session.say(say.location(pickupAddress));
  else passOnWish(session, 'savoir où se trouve la boutique', undefined, say.locationUnknown(session.sellerFirstName));
}

/** What she has on her draft, and what she names now or talks about. */
function goodsMeant({ draft, products }: Session, u: Understanding): string {
  const named = u.mentions.flatMap(({ verb, candidates }) =>
    verb === 'take' && candidates.length === 1 ? [candidates[0]!.id] : [],
  );
  const about = [...named, ...(draft.interest ? [draft.interest.productId] : [])];
  const drafted = draft.lines.map((line) => `${line.quantity} x ${articleName(line)}`);
  const others = products.filter(({ id }) => about.includes(id) && draft.lines.every(({ productId }) => productId !== id));
  return listed([...drafted, ...others.map(({ name }) => name)]);
}
