import { Interest } from '../assistant.js';
import { show, showColor, showSize } from './browse.js';
import { inStock, Product, sameSize, sizesInStock } from './catalogue.js';
import { Mention } from './mentions.js';
import { say } from './say.js';
import { Slots } from './slots.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Takes up what she named: the first product becomes the interest, further ones wait for their turn. */
export async function takeUp(session: Session, u: Understanding): Promise<void> {
  const mentions = u.mentions.filter((mention) => mention.verb === 'take').flatMap((mention) => perSize(mention, u));
  const unclear = mentions.find((mention) => !theOne(session, mention));
  const interests = mentions.flatMap((mention) => {
    const product = theOne(session, mention);
    return product ? [interestIn(session, product, mention, u)] : [];
  });
  if (interests.length > 1 && u.asksSomething && interests.every((one) => !one.wanted)) {
    // "combien le foutou et combien le kédjénou": both are answered, none is chosen yet
    const products = interests.flatMap((one) => session.product(one.productId) ?? []);
    show(session, [...new Set(products)], say.pricesOf([...new Set(products)]));
  } else if (interests.length > 0) {
    const waiting = interests.slice(1);
    const [first] = interests;
    session.update({
      ...(first ? { interest: first } : {}),
      ...(waiting.length > 0 ? { pending: [...(session.draft.pending ?? []), ...waiting] } : {}),
    });
    session.forget('hints');
  } else if (u.mentions.length === 0) {
    await mergeSlots(session, u);
  }
  const [mention] = mentions;
  const [about] = interests;
  if (u.eitherSize && mention && about) offerBothSizes(session, about, mention.slots.sizes);
  if (unclear && interests.length === 0) {
    const model = otherModel(unclear);
    if (model) show(session, unclear.candidates.slice(0, 10), say.notSold(model, unclear.candidates.slice(0, 10)));
    else askWhich(session, unclear, u);
  }
}

/** "iphone 12" where there are an 11 and a 13: the number that follows the name is none of theirs. */
function otherModel({ candidates, said, next }: Mention): string | undefined {
  if (next === undefined || !/^\d{1,3}[a-z]?$/.test(next) || said === undefined) return undefined;
  const numbered = candidates.every((product) => product.names.some((name) => /^\d/.test(name[name.indexOf(said) + 1] ?? '')));
  return numbered && !candidates.some((product) => product.names.flat().includes(next)) ? `${said} ${next}` : undefined;
}

/** "la Nike en 38 et en 40" asks for two articles, "2 rouges et 1 nude" for two colours; "38 ou 39" for one. */
function perSize(mention: Mention, u: Understanding): Mention[] {
  const { sizes, colors, quantity } = mention.slots;
  if (u.eitherSize || u.asksSomething) return [mention];
  const split = partsOf(mention.slots);
  if (split) return split.map((slots) => ({ ...mention, slots }));
  if (sizes.length < 2 && !(colors.length > 1 && quantity === colors.length)) return [mention];
  const each = quantity === undefined || quantity === sizes.length || sizes.length < 2 ? 1 : quantity;
  return sizes.length > 1
    ? sizes.map((size) => ({ ...mention, slots: { ...mention.slots, sizes: [size], quantity: each } }))
    : colors.map((color) => ({ ...mention, slots: { ...mention.slots, colors: [color], quantity: each } }));
}

/** One wish for each number she named. */
function partsOf({ sizes, colors, parts }: Slots): Slots[] | undefined {
  return parts?.map(({ size, color, quantity }) => ({
    sizes: size ? [size] : sizes.slice(0, 1),
    colors: color ? [color] : colors.slice(0, 1),
    quantity,
  }));
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
  const color = oneColor(colors, before) ?? before?.color ?? hints?.color;
  const count = quantity ?? before?.quantity ?? hints?.quantity;
  return {
    productId: product.id,
    ...(size ? { size } : {}),
    ...(color ? { color } : {}),
    ...(u.eitherSize && sizes.length > 1 ? { sizes } : {}),
    ...(count ? { quantity: count } : {}),
    ...(before?.wanted || saysSheTakesIt(session, u, quantity) ? { wanted: true } : {}),
  };
}

/** Of several colours none is chosen yet, unless one of them is what she had before. */
function oneColor(colors: string[], before: Interest | undefined): string | undefined {
  return colors.length < 2 ? colors[0] : before?.color && colors.find((color) => color !== before.color);
}

/** She takes it when she says so; a number says so too unless she is asking a question. */
function saysSheTakesIt(session: Session, u: Understanding, quantity: number | undefined): boolean {
  if (u.intents.has('no') && !u.intents.has('want')) return false;
  if (u.intents.has('yes') && session.draft.lastAsked === 'offer') return true;
  if (u.intents.has('want') && !/\b(combien|est ce que)\b/.test(u.words.join(' '))) return true;
  // naming several articles and asking nothing is taking them
  if (u.mentions.length > 1 && !u.asksSomething) return true;
  return (quantity !== undefined || u.address !== undefined) && !u.asksSomething;
}

/** Size, colour and number said without a product belong to what is being talked about. */
async function mergeSlots(session: Session, u: Understanding): Promise<void> {
  const { sizes, colors, quantity } = u.slots;
  const interest = session.draft.interest;
  if (interest && sizes[0] && / quoi | autre chose | autres modeles /.test(` ${u.words.join(' ')} `)) {
    // "vous avez quoi en 42 ?": she looks around again
    session.forget('interest');
    session.update({ hints: { ...session.draft.hints, size: sizes[0] }, lastAsked: 'product' });
    await showSize(session, sizes[0]);
    return;
  }
  if (interest && u.intents.has('more') && session.draft.lastAsked === 'offer' && sizes.length === 1) {
    // "une autre en 39": she takes the one just offered, and one more in that size
    const another: Interest = { ...interest, wanted: true, quantity: quantity ?? 1, ...(sizes[0] ? { size: sizes[0] } : {}) };
    session.update({ interest: { ...interest, wanted: true }, pending: [another, ...(session.draft.pending ?? [])] });
    return;
  }
  const both =
    u.intents.has('allOfThem') && interest?.sizes && interest.sizes.length > 1 && sizes.length === 0 ? interest.sizes : undefined;
  const split = both
    ? both.map((one): Slots => ({ sizes: [one], colors: colors.slice(0, 1), quantity: 1 }))
    : interest && !u.eitherSize && !u.asksSomething
      ? partsOf(u.slots)
      : undefined;
  if (interest && split) {
    const [first, ...others] = split.map(({ sizes: [size], colors: [color], quantity: number }): Interest => ({
      ...interest,
      wanted: true,
      ...(size ? { size } : {}),
      ...(color ? { color } : {}),
      ...(number ? { quantity: number } : {}),
    }));
    session.update({ ...(first ? { interest: first } : {}), pending: [...others, ...(session.draft.pending ?? [])] });
    return;
  }
  if (interest) {
    const color = oneColor(colors, interest);
    const size = u.eitherSize ? undefined : sizes[0];
    const asked = [...new Set([...(interest.sizes ?? []), ...(interest.size ? [interest.size] : []), ...sizes])];
    session.update({
      interest: {
        ...interest,
        ...(size ? { size } : {}),
        ...(asked.length > 1 ? { sizes: asked } : {}),
        ...(color ? { color } : {}),
        ...(quantity ? { quantity } : {}),
        ...(saysSheTakesIt(session, u, quantity) || (u.address && session.draft.lastAsked === 'offer') ? { wanted: true } : {}),
      },
    });
    const accepts =
      (u.address !== undefined && session.draft.lastAsked === 'offer') || (u.intents.has('want') && u.intents.has('allOfThem'));
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
  const products = await session.catalogue();
  const [only] = products;
  if (only && products.length === 1) {
    session.know(only);
    session.update({
      interest: { productId: only.id, ...hints, ...(saysSheTakesIt(session, u, quantity) ? { wanted: true } : {}) },
    });
    return;
  }
  session.update({ hints, lastAsked: 'product' });
  if (sizes[0]) await showSize(session, sizes[0]);
  else if (colors[0]) await showColor(session, colors[0]);
  else {
    const shown = products.filter(inStock).slice(0, 10);
    session.cite(...shown.flatMap((product) => product.offers));
    session.update({ shown: shown.map((product) => product.id) });
    session.say(say.whichOne(shown));
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

function withoutSizes({ sizes: _asked, ...interest }: Interest): Interest {
  return interest;
}
