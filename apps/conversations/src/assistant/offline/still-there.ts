import { articleName } from '../proposal.js';
import { inStock, sameColor, sameSize, sizesOf } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { productTalkedAbout } from './talked-about.js';
import { Understanding } from './understand.js';
import { restockWords } from './words/restock.js';

/** "c'est dispo ?", "toujours disponible ?", "c'est toujours d'actualité ?", "y en a encore ?": nothing but that. */
const STILL =
  /^ (?:(?:bonjour|bonsoir|salut|et|mais|ok|ah|donc|c est|ca|elle|il|est|sont|bien|la|le|les|ce|cet|cette|est ce que|article|paire|offre|annonce) )*(?:(?:toujours|encore|tjrs) )?(?:disponible|d actualite|valable|en stock|la|il y en a|y en a|il y a|il en reste|en reste)(?: (?:toujours|encore|svp|en stock|la|chez vous|maintenant|aujourd hui))* $/;

/** Whether what is talked about is there, when she asks for nothing else: a yes, before the sale goes on. */
export function tellsStillThere(session: Session, u: Understanding): void {
  const said = inOneLine(u.words);
  const asks = u.asksSomething || u.intents.has('availability') || / (toujours|encore) /.test(said);
  if (!asks || u.mentions.length > 0 || hasSlots(u.slots) || u.address || !STILL.test(said)) return;
  const product = productTalkedAbout(session, u);
  if (!product || !inStock(product)) return;
  const { interest, lines } = session.draft;
  const hers = interest?.productId === product.id ? interest : lines.findLast((line) => line.productId === product.id);
  const there = product.offers.filter(
    (offer) =>
      offer.available > 0 &&
      (!hers?.size || !offer.size || sameSize(offer.size, hers.size)) &&
      (!hers?.color || !offer.color || sameColor(offer.color, hers.color)),
  );
  // the offer that follows says so itself
  if (there.length === 0 || (interest && (interest.size !== undefined || sizesOf(product).length === 0))) return;
  session.cite(...product.offers);
  const { size, color } = hers ?? {};
  session.say(
    restockWords.stillThere(articleName({ productName: product.name, ...(size ? { size } : {}), ...(color ? { color } : {}) })),
  );
}
