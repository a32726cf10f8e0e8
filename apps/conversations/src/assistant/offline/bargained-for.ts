import { Offer } from '../assistant.js';
import { priceFor } from '../draft.js';
import { articleName } from '../proposal.js';
import { Product, sameColor, sameSize } from './catalogue.js';
import { Mention } from './mention.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** What exactly is bargained for, and how it is called. */

/** "faites moi 30 %", "à moitié prix": what she would take off each. */
export function percentAsked({ words }: Understanding): number | undefined {
  if (/ moitie (du )?prix /.test(inOneLine(words))) return 50;
  const said = / (\d{1,2}) pourcent /.exec(inOneLine(words))?.[1];
  return said === undefined || / (coton|cuir|original\w*|laine|soie|sur) /.test(inOneLine(words)) ? undefined : Number(said);
}

/** "la blanche et la noire, dernier prix": what costs the same of one product is one price, answered once. */
export function apartByPrice(mentions: Mention[], { draft }: Session): Mention[] {
  const priceOfIt = ({ candidates, slots, amounts }: Mention): string => {
    const [product] = candidates;
    const offer = product?.offers.find(
      ({ size, color }) =>
        (!slots.sizes[0] || !size || sameSize(size, slots.sizes[0])) &&
        (!slots.colors[0] || !color || sameColor(color, slots.colors[0])),
    );
    return [product?.id, offer && priceFor(draft, offer), offer?.floorPrice, ...amounts].join();
  };
  return [...Map.groupBy(mentions, priceOfIt).values()].flatMap(([one]) => one ?? []);
}

/** Where its variants do not all cost the same, or she has several of it, the one that is meant is named with size and colour. */
export function articleOf(product: Product, offers: Offer[], { draft }: Session): string {
  const [offer] = offers;
  const alike = product.offers.every((one) => one.unitPrice === offer?.unitPrice && one.floorPrice === offer.floorPrice);
  const several = draft.lines.filter(({ productId }) => productId === product.id).length > 1;
  if (!offer || (alike && !several)) return product.name;
  const same = <T>(value: (one: Offer) => T) => (offers.every((one) => value(one) === value(offer)) ? value(offer) : undefined);
  const [size, color] = [same((one) => one.size), same((one) => one.color)];
  return articleName({ productName: product.name, ...(size ? { size } : {}), ...(color ? { color } : {}) });
}
