import { show } from './browse.js';
import type { Product } from './catalogue.js';
import { otherModel } from './makers.js';
import { Mention } from './mention.js';
import { readMentions } from './mentions.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** The models she names that are not sold here, each with what there is of its maker. */
export function otherModelsIn(session: Session, u: Understanding): { model: string; mention: Mention; ofMaker: Product[] }[] {
  return readMentions(u.words, session.draft, session.products, false).mentions.flatMap((mention) => {
    const model = mention.verb === 'take' ? otherModel(mention, u.words) : undefined;
    return model === undefined ? [] : [{ model, mention, ofMaker: ofMaker(session, mention) }];
  });
}

/** "nike dunk ?": a clear no, and what there is of that maker; what was on the table stays in mind. True when it was said. */
export function tellsOtherModel(session: Session, u: Understanding): boolean {
  const [first] = otherModelsIn(session, u);
  if (!first || u.mentions.length > 0) return false;
  const { interest, aside = [] } = session.draft;
  show(session, first.ofMaker, say.noSuchModel(first.model, first.ofMaker));
  const { sizes, colors, quantity } = first.mention.slots;
  session.forget('puzzled');
  if (interest && !interest.wanted) {
    session.forget('interest');
    session.update({ aside: [...aside.filter((one) => one.productId !== interest.productId), interest] });
  }
  session.update({
    hints: {
      ...(sizes[0] ? { size: sizes[0] } : {}),
      ...(colors[0] ? { color: colors[0] } : {}),
      ...(quantity ? { quantity } : {}),
    },
  });
  return true;
}

/** All that is in stock and has the maker's name in its own. */
function ofMaker(session: Session, { candidates, said }: Mention): Product[] {
  const his = session.products.filter(
    ({ names, offers }) => names.some((name) => name.includes(said ?? '')) && offers.some(({ available }) => available > 0),
  );
  return (his.length > 0 ? his : candidates).slice(0, 10);
}
