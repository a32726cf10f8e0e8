import { groupByProduct } from './catalogue.js';
import { latestOrder } from './latest-order.js';
import { fold, inOneLine } from './normalise.js';
import { sameAgain } from './replacements.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';

const WANTS_BACK =
  / (remett\w+|remets|retabli\w+|reactiv\w+|relanc\w+|reprend\w*|repren\w+|recommand\w+|repass\w+ (la )?commande|annule[rz]? (l |cette )?annulation|quand meme|toujours|finalement|en fait|change d avis|trompee?|erreur|pas expres|par erreur|(veux|prends) (encore|bien)) /;
const PUTS_BACK = / (remett\w+|remets|retabli\w+|reactiv\w+|relanc\w+|reprendre|recommand\w+|revenir|veux|prends|prendre) /;
const HERS = / (la|le|les|l|ca|commande|veux|voulais|prends|garde\w*|oui|trompee?|erreur|avis|annulation) /;

/** "je la veux toujours finalement", after her order was cancelled: the same goods to the same place are shown as a new recap. True when she wants that. */
export async function wantsCancelledBack(session: Session, u: Understanding): Promise<boolean> {
  const { lines, interest, recapNonce } = session.draft;
  const names = u.mentions.length > 0 || hasSlots(u.slots) || u.address || u.commune || u.phone;
  if (lines.length > 0 || interest || recapNonce || names) return false;
  const said = inOneLine(u.words);
  if (!WANTS_BACK.test(said) || !HERS.test(said) || u.amounts.length > 0) return false;
  if (u.asksSomething && !PUTS_BACK.test(said)) return false;
  if (/ (pourquoi|quand est ce|rembours\w+|ne (la |le |les )?(veux|prends) plus|veux plus) /.test(said)) return false;
  const order = await latestOrder(session);
  if (!order || order === 'on its way' || fold(order.status) !== 'annulee') return false;
  const again = order.lines ?? session.draft.previous;
  if (!again || again.length === 0) return false;
  const known = await session.tools.offersOf([...new Set(again.map(({ productId }) => productId))]);
  session.know(...groupByProduct(known));
  session.update({ previous: again });
  if (!sameAgain(session, u)) return false;
  session.forget('lastAsked', 'puzzled');
  return true;
}
