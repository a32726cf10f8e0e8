import { DraftLine, Interest } from '../assistant.js';
import { withoutLines } from '../draft-lines.js';
import { sizesInStock, sameSize } from './catalogue.js';
import { refuse } from './refuse.js';
import { Session } from './session.js';

/** Lines sold to others since she agreed on them: they leave the draft, and are talked about again so that she hears what is left. True when there were any. */
export function losesWhatIsSold(session: Session): boolean {
  const gone = session.draft.lines.filter((line) => {
    const offer = session.product(line.productId)?.offers.find(({ variantId }) => variantId === line.variantId);
    return offer !== undefined && offer.available < 1;
  });
  if (gone.length === 0) return false;
  session.draft = withoutLines(session.draft, (line) => gone.includes(line));
  const waiting = [
    ...gone.map(wishFor),
    ...(session.draft.interest ? [session.draft.interest] : []),
    ...(session.draft.pending ?? []),
  ];
  const [interest, ...pending] = waiting;
  session.forget('pending');
  session.update({ ...(interest ? { interest } : {}), ...(pending.length > 0 ? { pending } : {}) });
  return true;
}

/** Says that a line is sold out and what there is instead; its article stays open for another size. */
export async function offerInstead(session: Session, line: DraftLine): Promise<void> {
  const product = session.product(line.productId);
  if (!product) return;
  const others = sizesInStock(product).filter((size) => !sameSize(size, line.size));
  const choice = line.size ? ({ state: 'size-sold-out', size: line.size, others } as const) : ({ state: 'sold-out' } as const);
  session.cite(...product.offers);
  if (await refuse(session, product, wishFor(line), choice)) session.forget('interest');
}

const wishFor = ({ productId, size, color, quantity }: DraftLine): Interest => ({
  productId,
  quantity,
  wanted: true,
  ...(size ? { size } : {}),
  ...(color ? { color } : {}),
});
