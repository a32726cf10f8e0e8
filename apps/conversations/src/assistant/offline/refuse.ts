import { Interest } from '../assistant.js';
import { articleName } from '../proposal.js';
import { alternatives } from './alternatives.js';
import { Product } from './catalogue.js';
import { say } from './say.js';
import { Session } from './session.js';

/** Says what is not there, with what is there instead. The interest stays open for another size or colour of the same product. */
export async function refuse(
  session: Session,
  product: Product,
  interest: Interest,
  choice:
    | { state: 'sold-out' }
    | { state: 'size-sold-out' | 'no-such-size'; size: string; others: string[] }
    | { state: 'no-such-color'; color: string; others: string[] },
): Promise<boolean> {
  const { size: _size, color: _color, ...open } = interest;
  const [onlyOther] = choice.state === 'sold-out' || choice.others.length !== 1 ? [] : choice.others;
  const undecided = withoutWish(open);
  if (choice.state === 'no-such-color') {
    session.say(say.noSuchColor(product.name, interest.size, choice.color), say.otherColors(choice.others));
    session.offerChoices(choice.others);
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
      choice.state === 'no-such-size'
        ? say.noSuchSize(product.name, choice.size)
        : say.sizeSoldOut(articleName({ productName: product.name, size: choice.size })),
    );
    if (choice.others.length > 0) {
      session.say(say.otherSizes(product.name, choice.others));
      session.offerChoices(choice.others);
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
  await proposeOthers(session, product, interest.size);
  session.update({ lastAsked: 'product', ...(interest.size ? { hints: { ...session.draft.hints, size: interest.size } } : {}) });
  return true;
}

/** Up to three other products, those in her size only when their sizes are known. */
async function proposeOthers(session: Session, product: Product, size: string | undefined): Promise<void> {
  const others = await alternatives(session, product, size);
  if (others.length === 0) return;
  session.know(...others);
  session.cite(...others.flatMap((other) => other.offers));
  session.update({ shown: others.map((other) => other.id) });
  session.say(say.otherProducts(others));
}

/** Not decided yet: what is offered instead must be taken first. */
export function withoutWish(interest: Interest): Interest {
  const { wanted: _wanted, ...rest } = interest;
  return rest;
}
