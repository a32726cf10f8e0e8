import { Interest, Offer } from '../assistant.js';
import { reopened } from '../draft.js';
import { articleName } from '../proposal.js';
import { bargain } from './bargain.js';
import { productTalkedAbout } from './talked-about.js';
import { Product, sameColor, sameSize } from './catalogue.js';
import { numberOf } from './lexicon.js';
import { withoutOwnFigure } from './figures.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** A number she only supposes: "si je prends 2", "au cas où j'en prends 3". */
const IF =
  / (?:si|au cas ou|quand|admettons(?: que)?|imagine que|mettons que) (?:jamais )?(?:je|j|on|nous|moi je) (?:en |te |vous |t )*(?:prends|prenais|prend|prenait|prenons|achete|achetais|commande|commandais|veux|voulais|paye|payais|fais|ajoute|ajoutais) /;
/** A price asked for a number: "combien les 2", "c'est combien pour 3", "les 2 font combien". */
const HOW_MUCH =
  / (?:combien|prix)(?: \w+){0,3} (?:pour|les|de) (?:\d{1,2}|deux|trois|quatre|cinq|six|dix)(?! (?:en|jours?|heures?|ans)) | (?:pour|les) (?:\d{1,2}|deux|trois|quatre|cinq|six|dix) (?:paire |pieces? |lots? )?(?:la )?(?:c est|ca fait|ca donne|font|fait|fera|tu (?:me )?(?:fais|laisses)|vous (?:me )?(?:faites|laissez))(?: a)? combien | (?:la|les|une?) (?:demi )?(?:douzaine|dizaine)(?: (?:c est|ca fait|a))? combien | combien (?:\w+ ){0,2}(?:la|une?|pour) (?:demi )?(?:douzaine|dizaine) /;
/** "5 sacs ça fait combien ?", "combien font 3 casquettes", "le prix de 4 puma". */
const SO_MANY =
  / (?:\d{1,2}|deux|trois|quatre|cinq|six|dix) (?:\w+ ){1,4}(?:c est|ca fait|ca donne|ca coute|ca me fait|ca revient a|font|fait|fera|feront|coutent|reviennent a|a|pour) combien | combien (?:font|coutent|pour|ca fait|feront|valent|c est|vont me couter) (?:les? |pour )?(?:\d{1,2}|deux|trois|quatre|cinq|six|dix) \w+ | (?:prix|total) (?:de|pour) (?:\d{1,2}|deux|trois|quatre|cinq|six|dix) \w+ | (?:\d{1,2}|deux|trois|quatre|cinq|six|dix) (?:\w+ ){1,4}combien $/;
const TAKES = / (?:je|on) (?:en |le |la |les )?(?:prends|commande|veux|achete) /;

/** She asks about a number that she only supposes. */
export const isSupposed = (u: Understanding): boolean => IF.test(inOneLine(u.words));

/**
 * "et si je prends 2, tu me fais combien ?": a question about a number orders nothing. She is told the price of so many, and may take them.
 * True when that was the answer.
 */
export function supposes(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  // "combien les deux" of two articles is their total
  const { lines, interest, aside = [] } = session.draft;
  const articles = new Set(
    [...lines, ...aside, ...(interest ? [interest] : [])].map(({ productId, size, color }) => [productId, size, color].join()),
  );
  const counts = u.mentions.length === 1 && u.mentions[0]!.slots.quantity !== undefined && SO_MANY.test(words);
  const only = counts || (HOW_MUCH.test(words) && !TAKES.test(words) && articles.size < 2);
  if (!isSupposed(u) && !only) return false;
  // "une en 40, l'autre en 42, combien les 2 ?" asks about two articles
  if ([u.slots, ...u.mentions.map(({ slots }) => slots)].some(({ parts, sizes }) => parts ?? sizes.length > 1)) return false;
  if (u.mentions.length > 1 || u.address || u.intents.has('delivery')) return false;
  const product = productTalkedAbout(session, u);
  const quantity = numberSupposed(product ? { ...u, words: withoutOwnFigure(u.words, [product]) } : u);
  if (quantity === undefined || quantity < 2 || !product) return false;
  const wish = wishFor(session, product, u);
  const offers = product.offers.filter(
    (offer) =>
      (!wish.size || !offer.size || sameSize(offer.size, wish.size)) &&
      (!wish.color || !offer.color || sameColor(offer.color, wish.color)),
  );
  const [offer] = offers.filter((one) => one.available > 0);
  if (!offer) return false;
  session.cite(...product.offers);
  if (u.intents.has('bargain') || (u.amounts.length > 0 && u.mentions.length > 0)) {
    if (!session.draft.interest) session.update({ interest: { productId: product.id, ...wish, quantity } });
    bargain(session, { ...u, mentions: [], slots: { sizes: [], colors: [] } });
  }
  const { unitPrice } = session.priced(offer);
  if (offers.some((one) => session.priced(one).unitPrice !== unitPrice)) return false;
  const left = leftOf(offers);
  if (left < quantity) {
    session.say(say.short(articleName({ productName: product.name, ...wish }), left));
    if (!session.draft.interest && lines.length === 0) session.update({ interest: { productId: product.id, ...wish } });
  } else {
    session.say(say.priceOfSeveral(articleName({ productName: product.name, ...wish }), quantity, unitPrice));
    session.draft = reopened(session.draft);
    const { interest: before } = session.draft;
    if (before && before.productId !== product.id)
      session.update({ aside: [...aside.filter((one) => one.productId !== before.productId), before] });
    session.update({ interest: { productId: product.id, ...wish, quantity }, lastAsked: 'offer' });
  }
  return true;
}

function numberSupposed(u: Understanding): number | undefined {
  const said = [u.slots, ...u.mentions.map(({ slots }) => slots)].find((slots) => slots.quantity !== undefined)?.quantity;
  const counted = u.words
    .map((word, at) => ({ number: word === 'un' || word === 'une' ? undefined : numberOf(word), before: u.words[at - 1] ?? '' }))
    .find(
      ({ number, before }) =>
        number !== undefined && number < 16 && /^(la|les|pour|de|prends|prenais|achete|commande)$/.test(before),
    );
  return said ?? counted?.number;
}

/** The size and colour that are known of it. */
function wishFor(session: Session, product: Product, u: Understanding): Pick<Interest, 'size' | 'color'> {
  const slots = u.mentions.find(({ candidates }) => candidates.includes(product))?.slots ?? u.slots;
  const { interest, lines } = session.draft;
  const before = interest?.productId === product.id ? interest : lines.findLast((line) => line.productId === product.id);
  const [size, color] = [slots.sizes[0] ?? before?.size, slots.colors[0] ?? before?.color];
  return { ...(size ? { size } : {}), ...(color ? { color } : {}) };
}

const leftOf = (offers: Offer[]): number => Math.max(...offers.map(({ available }) => available));
