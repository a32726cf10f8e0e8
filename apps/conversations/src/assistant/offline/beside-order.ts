import { articleName } from '../proposal.js';
import { hasLeft, showAddition } from './adding.js';
import { isOver, latestOrder } from './latest-order.js';
import { inOneLine } from './normalise.js';
import { changed } from './order-changed.js';
import { passOnWish } from './passing-on.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { asWanted, putsOtherwise, wholeWish } from './wanted-order.js';

/** What she says of an order that stands while a draft is open beside it. */

const JOINS =
  / ((dans|avec|a|sur|par) (la|ma|une) (meme|seule) (commande|livraison|colis)|(une )?seule (commande|livraison)|livr\w+ (deux|2) fois|(deux|2) (fois )?(la |les |de )?(livraisons?|frais)|(tout|les deux|le tout) ensemble|(mettez|mets|mettre) (tout |le tout |les deux |ca )?(ensemble|avec)) /;

/** "je ne veux pas payer deux fois la livraison", with a draft beside an order that is in the shop: it goes into that order. True when she wants that. */
export async function joinsOrder(session: Session, u: Understanding): Promise<boolean> {
  const { draft } = session;
  if (draft.lines.length === 0 || !JOINS.test(inOneLine(u.words)) || u.mentions.length > 0 || u.address || u.phone) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || isOver(order.status) || hasLeft(order) || !order.lines) return false;
  session.update({ addsTo: order.number });
  return showAddition(session);
}

/** "enlevez la Nike" of an order in the shop while other goods are on the draft. True when it is in that order and not on the draft. */
export async function takesOutOfOrder(session: Session, u: Understanding): Promise<boolean> {
  const { draft } = session;
  const off = u.mentions.filter(({ verb }) => verb === 'remove').flatMap(({ candidates }) => candidates.map(({ id }) => id));
  if (draft.lines.length === 0 || off.length === 0 || draft.lines.some(({ productId }) => off.includes(productId))) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || isOver(order.status)) return false;
  const meant = (order.lines ?? []).filter(({ productId }) => off.includes(productId));
  if (meant.length === 0) return false;
  if (draft.addsTo === order.number && !hasLeft(order)) {
    const takesOff = [...new Set([...(draft.takesOff ?? []), ...meant.map(({ productId }) => productId)])];
    session.update({ takesOff });
    return u.mentions.every(({ verb }) => verb === 'remove') && showAddition(session);
  }
  const wish = `retirer ${meant.map((line) => articleName(line)).join(', ')}`;
  passOnWish(session, `commande à modifier : ${wish}`, order.number);
  return true;
}

/** "et mettez la Stan Smith en 41" while a bag is being added: her line of that order is changed with it. True when that was shown to her. */
export async function changesBesideAddition(session: Session, u: Understanding): Promise<boolean> {
  const { addsTo, lines } = session.draft;
  if (addsTo === undefined || lines.length === 0) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || order.number !== addsTo || hasLeft(order)) return false;
  const so = asWanted(session, order);
  const mention = putsOtherwise(so.lines ?? [], u);
  if (!mention || lines.some(({ productId }) => mention.candidates.some(({ id }) => id === productId))) return false;
  const outcome = await changed(session, u, so);
  if (!outcome || !('lines' in outcome)) return false;
  const wish = [mention.candidates[0]?.name, ...mention.slots.sizes, ...mention.slots.colors].join(' ');
  session.update({ wants: { number: addsTo, lines: outcome.lines, wish: wholeWish(session, addsTo, wish) } });
  return showAddition(session);
}
