import { articleName } from '../proposal.js';
import { productTalkedAbout } from './talked-about.js';
import { Product, sameColor, sameSize, sizesOf } from './catalogue.js';
import { goesOn } from './goes-on.js';
import { inOneLine } from './normalise.js';
import { asksOtherMoney } from './other-money.js';
import { passOnWish } from './passing-on.js';
import { goesOnWith } from './price-said.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { factWords } from './words/facts.js';
import { priceOf, withSizes } from './words/phrase.js';

/** Questions about the goods that are none about what there is: whether two cost the same, how they fit, in which money. True when one was answered. */
export function answersOfGoods(session: Session, u: Understanding): boolean {
  if (u.address && !u.vagueAddress) return false;
  return (
    asksFit(session, u) ||
    asksSamePrice(session, u) ||
    asksOtherMoney(session, u) ||
    asksSupplier(session, u) ||
    asksByMeans(session, u) ||
    claimsGift(session, u)
  );
}

const FIT =
  / (taille|taillent|chausse|chaussent|tombe|tombent) (t |plutot |un peu |bien |vraiment |assez |trop |comment |plus )*(grand|grande|grands|petit|petite|petits|large|larges|normal|normalement|normale|juste|serre|etroit|comment) | (pied|pieds) (\w+ ){0,2}(large|larges|fort|forts|fin|fins|plat|plats) | une (pointure|taille) (au dessus|en dessous|de plus|de moins|plus grande|plus petite) | comment (ca|elle|elles|il|ils) (taille|chausse)\w* /;

/** "elle taille grand ou petit ?": nobody but the shop knows. */
function asksFit(session: Session, u: Understanding): boolean {
  if (!FIT.test(inOneLine(u.words)) || u.intents.has('complaint')) return false;
  const product = productTalkedAbout(session, u);
  if (!product) return false;
  const { sizes } = (u.mentions[0] ?? u).slots;
  passOnWish(
    session,
    `savoir comment taille ${product.name} : « ${written(session).slice(0, 240)} »`,
    undefined,
    factWords.fitUnknown(product.name, session.sellerFirstName),
  );
  const one = u.eitherSize || sizes.length > 1 ? withoutSizes(u) : u;
  session.cite(...product.offers);
  goesOnWith(session, product, one);
  return true;
}

const withoutSizes = (u: Understanding): Understanding => ({
  ...u,
  slots: { ...u.slots, sizes: [] },
  mentions: u.mentions.map((mention) => ({ ...mention, slots: { ...mention.slots, sizes: [] } })),
});

const SAME =
  / (memes? (prix|tarifs?|montant)|(prix|tarif) (\w+ ){0,3}(pareil\w*|identiques?|memes?|differents?)|(c est|sont) (\w+ )?(pareil|identique)s? (\w+ ){0,3}(prix|tarif)) /;

/** "le 43 c'est le même prix que les autres ?", "la Nike et la Puma, même prix ?" */
function asksSamePrice(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  if (!SAME.test(words) || / (livraison|livrer|frais|hier|avant|derniere fois) /.test(words) || u.amounts.length > 0)
    return false;
  const products = [...new Set(u.mentions.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : [])))];
  const product = products[0] ?? productTalkedAbout(session, u);
  if (!product) return false;
  const each =
    products.length > 1 ? products.map((one) => ({ article: one.name, offers: there(one) })) : compared(product, u, session);
  if (each.length === 0 || each.some(({ offers }) => offers.length === 0)) return false;
  const priced = each.map(({ article, offers }) => ({ article, offers: offers.map((offer) => session.priced(offer)) }));
  session.cite(...each.flatMap(({ offers }) => offers));
  const prices = new Set(priced.flatMap(({ offers }) => offers.map(({ unitPrice }) => unitPrice)));
  if (prices.size === 1)
    session.say(
      factWords.samePrice(
        products.length > 1 ? products.map(({ name }) => name).join(', ') : product.name,
        priceOf(priced.flatMap(({ offers }) => offers)),
      ),
    );
  else session.say(factWords.otherPrices(priced.map(({ article, offers }) => ({ article, price: priceOf(offers) }))));
  if (products.length < 2) goesOnWith(session, product, u);
  else goesOn(session);
  return true;
}

const there = ({ offers }: Product) => offers.filter(({ available }) => available > 0);

/** The size or colour she names beside the others, or those she names beside each other. */
function compared(product: Product, u: Understanding, { draft }: Session): { article: string; offers: Product['offers'] }[] {
  const slots = u.mentions.map((mention) => mention.slots).concat(u.slots);
  const known = draft.interest?.productId === product.id ? draft.interest : undefined;
  const sizes = [...new Set(slots.flatMap((one) => one.sizes))];
  const colors = [...new Set(slots.flatMap((one) => one.colors))];
  const all = there(product);
  if (sizes.length > 1)
    return sizes.map((size) =>
      named(
        product,
        all.filter((offer) => sameSize(offer.size, size)),
        { size },
      ),
    );
  if (colors.length > 1)
    return colors.map((color) =>
      named(
        product,
        all.filter((offer) => sameColor(offer.color, color)),
        { color },
      ),
    );
  const others = / (autres?|tous|toutes|partout|chaque|quelle que soit) /.test(inOneLine(u.words));
  const [size = others ? undefined : known?.size] = sizes;
  const [color = others ? undefined : known?.color] = colors;
  const own = all.filter((offer) => (!size || sameSize(offer.size, size)) && (!color || sameColor(offer.color, color)));
  const rest = all.filter((offer) => !own.includes(offer));
  if (rest.length === 0) return byPrice(product, all);
  const it = named(product, own, { ...(size ? { size } : {}), ...(color ? { color } : {}) });
  return [it, ...byPrice(product, rest)];
}

/** The variants that cost the same together, each named by its sizes. */
function byPrice(product: Product, offers: Product['offers']): { article: string; offers: Product['offers'] }[] {
  return [...Map.groupBy(offers, ({ unitPrice }) => unitPrice).values()].map((alike) => {
    const sizes = sizesOf({ ...product, offers: alike });
    return { article: sizes.length > 0 ? `${product.name} ${withSizes(sizes)}` : product.name, offers: alike };
  });
}

const named = (product: Product, offers: Product['offers'], wish: { size?: string; color?: string }) => ({
  article: articleName({ productName: product.name, ...wish }),
  offers,
});

/** "vous l'achetez combien chez votre fournisseur ?" */
function asksSupplier(session: Session, u: Understanding): boolean {
  if (
    !/ (fournisseurs?|grossiste|prix d achat|prix de revient|votre (marge|benefice)|ton (benefice|marge)|(vous|tu) (l |les )?(achetez|achetes) (\w+ ){0,2}combien) /.test(
      inOneLine(u.words),
    )
  )
    return false;
  session.say(factWords.supplierPrivate());
  const product = productTalkedAbout(session, u);
  if (product) goesOnWith(session, product, u);
  else goesOn(session);
  return true;
}

/** "si je paye par Orange Money, ça fait moins ?" */
function asksByMeans(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  const means = / (wave|orange money|om|momo|mtn|moov|mobile money|cash|especes|carte|d avance|maintenant|tout de suite) /;
  if (!/ (si|quand) (je|j|on) /.test(words) || !means.test(words) || !u.intents.has('payment')) return false;
  if (!/ (moins|moins cher|reduction|remise|rabais|diminue\w*|baisse\w*|prix|geste) /.test(words) || u.amounts.length > 0)
    return false;
  session.say(factWords.meansChangeNothing());
  goesOn(session);
  return true;
}

/** "et mon cadeau ? vous avez promis un cadeau": nothing is promised, and the shop is asked. */
function claimsGift(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  const asks =
    / (mon|mes|le|les|notre|votre|son) cadeaux? | (avez|as|aviez|avais|a) (promis|dit|annonce|parle|propose) (\w+ ){0,4}(cadeau|bonus|prime|gratuit)\w* | (il y a|ou est|y a) (\w+ ){0,3}cadeaux? | cadeaux? (pour|a) (chaque|tout|l) achats? /;
  if (!asks.test(words) || u.mentions.length > 0 || / (emball\w*|papier|paquet|c est (un|pour)|pour offrir) /.test(words))
    return false;
  passOnWish(
    session,
    `cadeau attendu : « ${written(session).slice(0, 240)} »`,
    undefined,
    factWords.noGift(session.sellerFirstName),
  );
  goesOn(session);
  return true;
}

const written = (session: Session): string => session.turn.inbound.map(({ text }) => text.trim()).join(' ');
