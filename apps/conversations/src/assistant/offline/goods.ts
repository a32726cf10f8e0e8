import { Interest } from '../assistant.js';
import { keepInMind } from './aside.js';
import { pricesThemAgain, pricesTogether, takesTogether } from './asked-together.js';
import { show } from './browse.js';
import { Product, sameColor, sameSize, sizesInStock, sizesOf } from './catalogue.js';
import { isListItem } from './lists.js';
import { Mention } from './mention.js';
import { offerBothSizes } from './either-size.js';
import { mergeSlots } from './merge.js';
import { inOneLine, wordsOf } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';
import { interestIn, perSize } from './wishes.js';

/** Takes up what she named: the first product becomes the interest, further ones wait for their turn. */
export async function takeUp(session: Session, u: Understanding): Promise<void> {
  if (takesTogether(session, u) || (await pricesThemAgain(session, u))) return;
  const mentions = u.mentions
    .filter((mention) => mention.verb === 'take' && !namesHers(session, mention, u))
    .flatMap((mention) => perSize(mention, u));
  const unclear = mentions.find((mention) => !theOne(session, mention));
  const interests = mentions
    .flatMap((mention) => {
      const product = theOne(session, mention);
      return product ? [interestIn(session, product, mention, u)] : [];
    })
    .filter((one, at, all) => one.quantity !== undefined || all.findIndex((other) => isSameWish(one, other)) === at);
  if (interests.length > 1 && u.intents.has('bargain') && interests.every((one) => !one.wanted)) {
    // "dernier prix de la robe et de la montre": each is bargained for, and « les deux » takes them
    keepInMind(session, u, interests);
    const onDraft = (one: Interest) => session.draft.lines.some((line) => line.productId === one.productId);
    const open = interests.filter((one) => !onDraft(one));
    const last = open.at(-1);
    if (last) session.update({ interest: last, aside: [...(session.draft.aside ?? []), ...open.slice(0, -1)] });
  } else if (interests.length > 1 && u.asksSomething && interests.every((one) => !one.wanted)) {
    if (await pricesTogether(session, u, interests)) return;
    // "combien le foutou et combien le kédjénou": both are answered, none is chosen yet
    const products = interests.flatMap((one) => session.product(one.productId) ?? []);
    show(session, [...new Set(products)], say.pricesOf([...new Set(products)]));
  } else if (interests.length === 1 && addsToOffer(session, u, interests[0]!)) {
    const { interest, pending = [] } = session.draft;
    session.update({ interest: { ...interest!, wanted: true }, pending: [...pending, { ...interests[0]!, wanted: true }] });
    session.forget('hints');
  } else if (interests.length > 0) {
    const waiting = interests.slice(1);
    const [first] = interests;
    keepInMind(session, u, interests);
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
  if (!u.eitherSize) tellsMissingSizes(session);
  if (u.eitherSize && mention && about) offerBothSizes(session, about, mention.slots.sizes);
  if (unclear && interests.length === 0) {
    const model = otherModel(unclear);
    if (model) show(session, unclear.candidates.slice(0, 10), say.notSold(model, unclear.candidates.slice(0, 10)));
    else askWhich(session, unclear, u);
  }
}

/** "la 40 et la 43 ?": the size that is not there is said so, beside the one that is. */
function tellsMissingSizes(session: Session): void {
  const { interest } = session.draft;
  const product = interest && session.product(interest.productId);
  if (!interest?.sizes || !product || interest.wanted) return;
  const inHers = product.offers.filter(({ color }) => !interest.color || !color || sameColor(color, interest.color));
  const there = sizesInStock({ ...product, offers: inHers });
  const [missing, left] = [false, true].map((is) =>
    interest.sizes!.filter((size) => there.some((one) => sameSize(one, size)) === is),
  );
  const [first, ...others] = left ?? [];
  if (!missing?.length || first === undefined || sizesOf(product).length === 0) return;
  session.cite(...product.offers);
  const lately = session.turn.history.filter(({ author }) => author === 'assistant').slice(-3);
  const told = (size: string) => lately.some(({ text }) => text.includes("je n'ai pas") && text.includes(`en ${size}`));
  for (const size of missing.filter((one) => !told(one)))
    session.say(interest.color ? say.noSuchColor(product.name, size, interest.color) : say.noSuchSize(product.name, size));
  const { sizes: _asked, ...open } = interest;
  session.update({ interest: { ...open, size: first, ...(others.length > 0 ? { sizes: left! } : {}) } });
}

/** "le deuxième c'est la Puma", "ma fille veut la Puma": an article for somebody else. */
const FOR_ANOTHER =
  /^ (?:(?:et|puis|pour|ensuite|aussi) )*(?:le |la |l |mon |ma |son |sa )?(?:petite? |grande? )?(?:deuxieme|second|seconde|troisieme|2eme|3eme|autre|mari|femme|frere|soeur|sour|fils|fille|garcon|papa|maman|ami|amie|copain|copine|cousine?|petite?|grande?|lui|elle)(?: (?:il|elle|c est|ca sera|ce sera|veut|prend|aime|aimerait|voudrait|lui|la|le|une?|en))* /;

/** "et puma 40" right after an article was offered in her size, "puma 40 2" under "stan 41": she makes a list of both. */
function addsToOffer({ draft, products, turn }: Session, u: Understanding, one: Interest): boolean {
  const { interest, lastAsked } = draft;
  const complete = ({ productId, size }: Interest) =>
    size !== undefined || sizesOf(products.find(({ id }) => id === productId)!).length === 0;
  const joins =
    (/^(et|plus|avec)$/.test(u.words[0] ?? '') ||
      / (r?ajoute[zr]?) /.test(inOneLine(u.words)) ||
      FOR_ANOTHER.test(inOneLine(u.words))) &&
    !u.asksSomething &&
    // « il me reste 5000, ajoutez des chaussettes »
    (u.amounts.length === 0 || / reste (\d+|encore|donc|plus que) /.test(inOneLine(u.words)));
  const before = turn.history.findLast(({ author }) => author === 'customer')?.text ?? '';
  const listed =
    one.quantity !== undefined &&
    turn.inbound.every(({ text }) => !text.includes('?')) &&
    !before.includes('?') &&
    [u.words, wordsOf(before)].every((words) => isListItem(words, products));
  const other = interest !== undefined && interest.productId !== one.productId;
  return (joins || listed) && other && lastAsked === 'offer' && complete(interest) && complete(one);
}

/** "la puma à 27000", "air max" of one she has: it is spoken of, and no further one is chosen. */
function namesHers({ draft }: Session, { candidates, slots, definite }: Mention, u: Understanding): boolean {
  const hers = candidates.filter(({ id }) => draft.lines.some((line) => line.productId === id));
  const further = u.intents.has('more') || (u.intents.has('want') && !definite) || u.intents.has('replace');
  const asks = u.asksSomething && u.amounts.length === 0 && !u.intents.has('bargain');
  return hers.length === 1 && !hasSlots(slots) && !further && !asks && draft.interest?.productId !== hers[0]?.id;
}

/** "iphone 12" where there are an 11 and a 13: the number that follows the name is none of theirs. */
function otherModel({ candidates, said, next }: Mention): string | undefined {
  if (next === undefined || !/^\d{1,3}[a-z]?$/.test(next) || said === undefined) return undefined;
  const numbered = candidates.every((product) => product.names.some((name) => /^\d/.test(name[name.indexOf(said) + 1] ?? '')));
  return numbered && !candidates.some((product) => product.names.flat().includes(next)) ? `${said} ${next}` : undefined;
}

/** Named twice in one breath, with nothing else said of it. */
const isSameWish = (a: Interest, b: Interest): boolean =>
  a.productId === b.productId && a.size === b.size && a.color === b.color && b.quantity === undefined;

function theOne(session: Session, mention: Mention): Product | undefined {
  if (mention.candidates.length === 1) return mention.candidates[0];
  const known = new Set([session.draft.interest?.productId, ...session.draft.lines.map((line) => line.productId)]);
  const talkedAbout = mention.candidates.filter((product) => known.has(product.id));
  return talkedAbout.length === 1 ? talkedAbout[0] : undefined;
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
