import { DraftLine, Interest, Offer } from '../assistant.js';
import { lineOf, sameArticle, withLine } from '../draft-lines.js';
import { articleName } from '../proposal.js';
import { colorsOf, Product, sameColor, sameSize, sizesInStock } from './catalogue.js';
import { choose } from './choice.js';
import { namedApart } from './price-said.js';
import { refuse, withoutWish } from './refuse.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Brings the products she talks about onto the draft, one after the other, or asks for what is missing. True when it asked. */
export async function settle(session: Session, u: Understanding): Promise<boolean> {
  for (let guard = 0; guard < 20 && session.draft.interest; guard++) {
    if (!(await settleOne(session, session.draft.interest, u))) return true;
    const [next, ...later] = withoutTwin(session.draft.pending ?? [], session.draft.interest);
    session.forget('interest', 'pending');
    if (next) session.update({ interest: next, ...(later.length > 0 ? { pending: later } : {}) });
  }
  return false;
}

/** What waits, without what was wished twice in one breath and has just been settled. */
function withoutTwin(pending: Interest[], { productId, size, color, quantity }: Interest): Interest[] {
  const twin = (one: Interest) =>
    one.productId === productId && one.size === size && one.color === color && (one.quantity ?? quantity) === undefined;
  return pending.filter((one) => !twin(one));
}

/** True when the interest became a line. */
async function settleOne(session: Session, interest: Interest, u: Understanding): Promise<boolean> {
  const product = session.product(interest.productId);
  if (!product) return true;
  const needsSize = await session.needsSize(product);
  const taken = (offer: Offer) => (u.intents.has('more') ? quantityOf(session.draft.lines, offer) : 0);
  const choice = choose(product, interest, needsSize, taken);
  session.cite(...product.offers);
  switch (choice.state) {
    case 'ready': {
      const unlisted = choice.color && colorsOf(product.offers).length === 0 ? choice.color : undefined;
      if (interest.wanted) {
        const asked = lineOf(session.priced(choice.offer), choice.quantity, choice.size, choice.color);
        const known = session.draft.lines.find((one) => sameArticle(one, asked));
        // saying yes to what she has already leaves her the number she has
        const line = interest.quantity === undefined && known && !u.intents.has('more') ? known : asked;
        session.draft = withLine(session.draft, line, u.intents.has('more'));
        session.say(say.added(articleName(line), line.quantity));
        session.forget('aside', 'asked');
        if (unlisted) session.say(say.colorToConfirm(unlisted, session.sellerFirstName));
        return true;
      }
      const repeated =
        session.turn.draft.lastAsked === 'offer' && session.hasSpoken && session.turn.draft.interest?.productId === product.id;
      session.say(
        repeated && (!u.intents.has('price') || u.intents.has('bargain'))
          ? say.offerAgain(namedApart(product, interest))
          : say.offer(
              session.priced(choice.offer).unitPrice,
              articleName(lineOf(choice.offer, 1, choice.size, unlisted ? undefined : choice.color)),
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
      const about = narrowed(product, interest.color);
      session.say(
        again && !u.intents.has('price')
          ? say.askSizeAgain({ ...product, offers: about }, session.sellsShoes)
          : say.askSize(
              product,
              about.map((offer) => session.priced(offer)),
              session.sellsShoes,
              session.turn.history.some(({ text }) => text.includes(`Très bon choix ! ${product.name}`)),
            ),
      );
      offerOwnChoices(session, product, u, sizesInStock(product));
      session.update({ lastAsked: 'size' });
      return false;
    }
    case 'color-missing': {
      const about = narrowed(product, undefined, choice.size).map((offer) => session.priced(offer));
      session.say(
        say.askColor(
          articleName({ productName: product.name, ...(choice.size ? { size: choice.size } : {}) }),
          about,
          choice.colors,
        ),
      );
      offerOwnChoices(session, product, u, choice.colors);
      session.update({ lastAsked: 'color' });
      return false;
    }
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
      return await refuse(session, product, interest, choice);
  }
}

/** Sizes and colours alone on buttons would be read as those of another article that she has just named. */
function offerOwnChoices(session: Session, product: Product, u: Understanding, choices: string[]): void {
  if (u.mentions.every(({ candidates }) => candidates.includes(product))) session.offerChoices(choices);
}

/** What she can still have, in the colour or size she named. */
function narrowed(product: Product, color?: string, size?: string): Offer[] {
  const there = product.offers.filter((offer) => offer.available > 0);
  const fitting = there.filter(
    (offer) => (!color || !offer.color || sameColor(offer.color, color)) && (!size || !offer.size || sameSize(offer.size, size)),
  );
  return fitting.length > 0 ? fitting : there;
}

function quantityOf(lines: DraftLine[], offer: Offer): number {
  return lines
    .filter((line) => line.productId === offer.productId && line.variantId === offer.variantId)
    .reduce((sum, line) => sum + line.quantity, 0);
}
