import { Offer } from '../assistant.js';
import { sameColor, sameSize } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const SUM =
  / (en tout|au total|total|tout compris|livree? (a|au|sur|chez)|livraison (comprise?|incluse?)|avec (la )?livraison|rendue?|plus (la )?livraison|et (la )?livraison) /;

/** "la Puma 42 livrée à Yopougon, ça fait combien en tout ?": what she would pay for it at her door. True when that was said. */
export async function tellsDeliveredSum(session: Session, u: Understanding): Promise<boolean> {
  const { interest, lines, commune } = session.draft;
  const product = interest && session.product(interest.productId);
  const place = u.commune ?? commune;
  const asks = u.asksSomething || u.intents.has('price') || u.intents.has('recap');
  if (!product || !place || lines.length > 0 || u.address || !asks || !SUM.test(inOneLine(u.words))) return false;
  const fee = await session.tools.deliveryFee(place);
  const offer = onePriced(
    product.offers.filter(
      (one) =>
        one.available >= (interest.quantity ?? 1) &&
        (!interest.size || !one.size || sameSize(one.size, interest.size)) &&
        (!interest.color || !one.color || sameColor(one.color, interest.color)),
    ),
    session,
  );
  if (!fee || !offer) return false;
  session.fee = fee;
  session.cite(...product.offers);
  const { wanted: _wanted, sizes: _sizes, ...one } = interest;
  session.update({
    asked: [{ ...one, ...(offer.variantId ? { variantId: offer.variantId } : {}) }],
    ...(commune ? {} : { commune: fee.commune }),
  });
  session.say(say.total(offer.unitPrice * (interest.quantity ?? 1), fee));
  session.toldSum = true;
  return true;
}

/** The first of them, where all cost the same. */
function onePriced(offers: Offer[], session: Session): Offer | undefined {
  const [first, ...others] = offers.map((offer) => session.priced(offer));
  return first && others.every(({ unitPrice }) => unitPrice === first.unitPrice) ? first : undefined;
}
