import { DraftLine, Interest, Offer } from '../assistant.js';
import { lineOf, withLine } from '../draft.js';
import { articleName } from '../proposal.js';
import { colorsOf, hasSize, inStock, Product, sameSize, sizesInStock, sizesOf } from './catalogue.js';
import { choose } from './choice.js';
import { wornAs } from './lexicon.js';
import { fold } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Mention, Understanding } from './understand.js';

/** Takes up what she named: the first product becomes the interest, further ones wait for their turn. */
export function takeUp(session: Session, u: Understanding): void {
  const mentions = u.mentions.filter((mention) => mention.verb === 'take').flatMap((mention) => perSize(mention, u));
  const unclear = mentions.find((mention) => !theOne(session, mention));
  const interests = mentions.flatMap((mention) => {
    const product = theOne(session, mention);
    return product ? [interestIn(session, product, mention, u)] : [];
  });
  if (interests.length > 0) {
    const waiting = interests.slice(1);
    const [first] = interests;
    session.update({
      ...(first ? { interest: first } : {}),
      ...(waiting.length > 0 ? { pending: [...(session.draft.pending ?? []), ...waiting] } : {}),
    });
    session.forget('hints');
  } else if (u.mentions.length === 0) {
    mergeSlots(session, u);
  }
  const [mention] = mentions;
  const [about] = interests;
  if (u.eitherSize && mention && about) offerBothSizes(session, about, mention.slots.sizes);
  if (unclear && interests.length === 0) askWhich(session, unclear, u);
}

/** "la Nike en 38 et en 40" asks for two articles; "38 ou 39" for one. */
function perSize(mention: Mention, u: Understanding): Mention[] {
  const { sizes, quantity } = mention.slots;
  if (sizes.length < 2 || u.eitherSize || u.asksSomething) return [mention];
  const each = quantity === undefined || quantity === sizes.length ? 1 : quantity;
  return sizes.map((size) => ({ ...mention, slots: { ...mention.slots, sizes: [size], quantity: each } }));
}

function theOne(session: Session, mention: Mention): Product | undefined {
  if (mention.candidates.length === 1) return mention.candidates[0];
  const known = new Set([session.draft.interest?.productId, ...session.draft.lines.map((line) => line.productId)]);
  const talkedAbout = mention.candidates.filter((product) => known.has(product.id));
  return talkedAbout.length === 1 ? talkedAbout[0] : undefined;
}

function interestIn(session: Session, product: Product, mention: Mention, u: Understanding): Interest {
  const before = session.draft.interest?.productId === product.id ? session.draft.interest : undefined;
  const hints = session.draft.hints;
  const { sizes, colors, quantity } = mention.slots;
  const size = (u.eitherSize ? undefined : sizes[0]) ?? before?.size ?? hints?.size;
  const color = colors[0] ?? before?.color ?? hints?.color;
  const count = quantity ?? before?.quantity ?? hints?.quantity;
  return {
    productId: product.id,
    ...(size ? { size } : {}),
    ...(color ? { color } : {}),
    ...(count ? { quantity: count } : {}),
    ...(before?.wanted || saysSheTakesIt(session, u, quantity) ? { wanted: true } : {}),
  };
}

/** She takes it when she says so; a number says so too unless she is asking a question. */
function saysSheTakesIt(session: Session, u: Understanding, quantity: number | undefined): boolean {
  if (u.intents.has('no')) return false;
  if (u.intents.has('yes') && session.draft.lastAsked === 'offer') return true;
  if (u.intents.has('want') && !/\b(combien|est ce que)\b/.test(u.words.join(' '))) return true;
  return (quantity !== undefined || u.address !== undefined) && !u.asksSomething;
}

/** Size, colour and number said without a product belong to what is being talked about. */
function mergeSlots(session: Session, u: Understanding): void {
  const { sizes, colors, quantity } = u.slots;
  const interest = session.draft.interest;
  if (interest && sizes[0] && / quoi | autre chose | autres modeles /.test(` ${u.words.join(' ')} `)) {
    // "vous avez quoi en 42 ?": she looks around again
    session.forget('interest');
    session.update({ hints: { ...session.draft.hints, size: sizes[0] }, lastAsked: 'product' });
    showSize(session, sizes[0]);
    return;
  }
  if (interest && u.intents.has('more') && session.draft.lastAsked === 'offer' && sizes.length === 1) {
    // "une autre en 39": she takes the one just offered, and one more in that size
    const another: Interest = { ...interest, wanted: true, quantity: quantity ?? 1, ...(sizes[0] ? { size: sizes[0] } : {}) };
    session.update({ interest: { ...interest, wanted: true }, pending: [another, ...(session.draft.pending ?? [])] });
    return;
  }
  if (interest) {
    const size = u.eitherSize ? undefined : sizes[0];
    session.update({
      interest: {
        ...interest,
        ...(size ? { size } : {}),
        ...(colors[0] ? { color: colors[0] } : {}),
        ...(quantity ? { quantity } : {}),
        ...(saysSheTakesIt(session, u, quantity) || (u.address && session.draft.lastAsked === 'offer') ? { wanted: true } : {}),
      },
    });
    const accepts = u.address !== undefined && session.draft.lastAsked === 'offer';
    // an address for what was offered is an address for all she named
    if (accepts && session.draft.pending)
      session.update({ pending: session.draft.pending.map((item) => ({ ...item, wanted: true })) });
    if (u.eitherSize) offerBothSizes(session, interest, sizes);
    return;
  }
  if (sizes.length === 0 && colors.length === 0 && !quantity) return;
  if (session.draft.lines.length > 0) return;
  const hints = {
    ...session.draft.hints,
    ...(sizes[0] ? { size: sizes[0] } : {}),
    ...(colors[0] ? { color: colors[0] } : {}),
    ...(quantity ? { quantity } : {}),
  };
  const [only] = session.products;
  if (only && session.products.length === 1) {
    session.update({
      interest: { productId: only.id, ...hints, ...(saysSheTakesIt(session, u, quantity) ? { wanted: true } : {}) },
    });
    return;
  }
  session.update({ hints, lastAsked: 'product' });
  if (sizes[0]) showSize(session, sizes[0]);
  else {
    session.cite(...session.products.slice(0, 10).flatMap((product) => product.offers));
    session.say(say.whichOne(session.products.filter(inStock).slice(0, 10)));
  }
}

function offerBothSizes(session: Session, interest: Interest, sizes: string[]): void {
  const product = session.product(interest.productId);
  const there = product ? sizes.filter((size) => sizesInStock(product).some((known) => sameSize(known, size))) : [];
  if (!product || there.length < 2) return;
  session.cite(...product.offers);
  session.say(say.bothSizes(product, there));
  session.update({ lastAsked: 'size' });
}

function showSize(session: Session, size: string): void {
  const fitting = session.products.filter((product) =>
    sizesOf(product).length > 0
      ? sizesInStock(product).some((known) => sameSize(known, size))
      : inStock(product) && hasSize(product, session.turn.shop.name),
  );
  const shown: Product[] = fitting
    .slice(0, 10)
    .map((product) => ({ ...product, offers: product.offers.filter((offer) => !offer.size || sameSize(offer.size, size)) }));
  session.cite(...shown.flatMap((product) => product.offers));
  session.update({ shown: shown.map((product) => product.id) });
  session.say(shown.length > 0 ? say.inSize(size, shown) : say.nothingInSize(size));
}

function askWhich(session: Session, mention: Mention, u: Understanding): void {
  const { sizes, colors, quantity } = mention.slots;
  session.cite(...mention.candidates.flatMap((product) => product.offers));
  session.say(say.whichOne(mention.candidates.slice(0, 10)));
  session.update({
    lastAsked: 'product',
    shown: mention.candidates.slice(0, 10).map((product) => product.id),
    hints: {
      ...session.draft.hints,
      ...(sizes[0] && !u.eitherSize ? { size: sizes[0] } : {}),
      ...(colors[0] ? { color: colors[0] } : {}),
      ...(quantity ? { quantity } : {}),
    },
  });
}

/** Brings the products she talks about onto the draft, one after the other, or asks for what is missing. True when it asked. */
export function settle(session: Session, u: Understanding): boolean {
  for (let guard = 0; guard < 20 && session.draft.interest; guard++) {
    if (!settleOne(session, session.draft.interest, u)) return true;
    const [next, ...later] = session.draft.pending ?? [];
    session.forget('interest', 'pending');
    if (next) session.update({ interest: next, ...(later.length > 0 ? { pending: later } : {}) });
  }
  return false;
}

/** True when the interest became a line. */
function settleOne(session: Session, interest: Interest, u: Understanding): boolean {
  const product = session.product(interest.productId);
  if (!product) return true;
  const taken = (offer: Offer) => (u.intents.has('more') ? quantityOf(session.draft.lines, offer) : 0);
  const choice = choose(product, interest, session.turn.shop.name, taken);
  session.cite(...product.offers);
  const clothes = wornAs(fold(product.name)) === 'clothes';
  switch (choice.state) {
    case 'ready': {
      const unlisted = choice.color && colorsOf(product.offers).length === 0 ? choice.color : undefined;
      if (interest.wanted) {
        const line = lineOf(choice.offer, choice.quantity, choice.size, choice.color);
        session.draft = withLine(session.draft, line, u.intents.has('more'));
        session.say(say.added(articleName(line), choice.quantity));
        if (unlisted) session.say(say.colorToConfirm(unlisted, session.sellerFirstName));
        return true;
      }
      const repeated =
        session.turn.draft.lastAsked === 'offer' && session.hasSpoken && session.turn.draft.interest?.productId === product.id;
      session.say(
        repeated && !u.intents.has('price')
          ? say.offerAgain(product.name)
          : say.offer(
              choice.offer,
              choice.size,
              unlisted ? undefined : choice.color,
              choice.quantity,
              session.draft.address !== undefined,
            ),
      );
      if (unlisted) session.say(say.colorToConfirm(unlisted, session.sellerFirstName));
      session.update({ lastAsked: 'offer' });
      return false;
    }
    case 'size-missing': {
      const again = session.turn.draft.lastAsked === 'size' && session.turn.draft.interest?.productId === product.id;
      if (session.draft.lastAsked === 'size' && session.hasSpoken && u.eitherSize) return false;
      const withPrice = u.intents.has('price') && !u.intents.has('bargain');
      session.say(
        (again || u.intents.has('bargain')) && !withPrice
          ? say.askSizeAgain(product, clothes)
          : say.askSize(product, withPrice, clothes),
      );
      session.update({ lastAsked: 'size' });
      return false;
    }
    case 'color-missing':
      session.say(say.askColor(product, choice.size, choice.colors));
      session.update({ lastAsked: 'color' });
      return false;
    case 'short': {
      const article = articleName(lineOf(choice.offer, 1, choice.size, choice.color));
      if (choice.left === 0) {
        session.say(say.noMore(article));
        return true;
      }
      session.say(say.onlyLeft(article, choice.left));
      session.update({ interest: { ...withoutWish(interest), quantity: choice.left }, lastAsked: 'offer' });
      return false;
    }
    default:
      return refuse(session, product, interest, choice);
  }
}

/** Says what is not there, with what is there instead. The interest stays open for another size or colour of the same product. */
function refuse(
  session: Session,
  product: Product,
  interest: Interest,
  choice:
    | { state: 'sold-out' }
    | { state: 'size-sold-out' | 'no-such-size'; size: string; others: string[] }
    | { state: 'no-such-color'; color: string; others: string[] },
): boolean {
  const { size: _size, color: _color, ...open } = interest;
  const [onlyOther] = choice.state === 'sold-out' || choice.others.length !== 1 ? [] : choice.others;
  const undecided = withoutWish(open);
  if (choice.state === 'no-such-color') {
    session.say(say.noSuchColor(product.name, interest.size, choice.color), say.otherColors(choice.others));
    session.update({
      interest: { ...undecided, ...(interest.size ? { size: interest.size } : {}), ...(onlyOther ? { color: onlyOther } : {}) },
      lastAsked: onlyOther ? 'offer' : 'color',
    });
    return false;
  }
  if (choice.state === 'sold-out') {
    session.say(say.soldOut(product.name));
  } else {
    session.say(
      choice.state === 'no-such-size' ? say.noSuchSize(product.name, choice.size) : say.sizeSoldOut(product.name, choice.size),
    );
    if (choice.others.length > 0) {
      session.say(say.otherSizes(product.name, choice.others));
      session.update({
        interest: {
          ...(onlyOther ? undecided : open),
          ...(interest.color ? { color: interest.color } : {}),
          ...(onlyOther ? { size: onlyOther } : {}),
        },
        lastAsked: onlyOther ? 'offer' : 'size',
      });
      return false;
    }
  }
  proposeOthers(session, product, interest.size);
  session.update({ lastAsked: 'product', ...(interest.size ? { hints: { ...session.draft.hints, size: interest.size } } : {}) });
  return true;
}

/** Up to three other products, those in her size only when their sizes are known. */
export function proposeOthers(session: Session, product: Product, size: string | undefined): void {
  const others = session.products
    .filter((other) => other.id !== product.id && inStock(other))
    .filter((other) => !size || sizesOf(other).length === 0 || sizesInStock(other).some((known) => sameSize(known, size)))
    .slice(0, 3);
  if (others.length === 0) return;
  session.cite(...others.flatMap((other) => other.offers));
  session.update({ shown: others.map((other) => other.id) });
  session.say(say.otherProducts(others));
}

function quantityOf(lines: DraftLine[], offer: Offer): number {
  return lines
    .filter((line) => line.productId === offer.productId && line.variantId === offer.variantId)
    .reduce((sum, line) => sum + line.quantity, 0);
}

function withoutWish(interest: Interest): Interest {
  const { wanted: _wanted, ...rest } = interest;
  return rest;
}
