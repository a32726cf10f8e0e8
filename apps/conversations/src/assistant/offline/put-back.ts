import { DraftLine } from '../assistant.js';
import { sameArticle, withLine, withoutLines } from '../draft-lines.js';
import { articleName } from '../proposal.js';
import { Mention } from './mention.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const STAYS =
  / (?:(?:reste|rester|reviens|revenir) (?:sur|avec|a)|laisse|laissez|garde|gardez|remets|remettez|remettre|reprends|maintiens|maintenez) /;
const TOO_DEAR = / (?:trop|tres|est|plus|si) chere?s? /;
const GOES = / (?:enlev\w+|retir\w+|supprim\w+|otez?|annul\w+) /;

/** "laisse les chaussettes, enlève plutôt la Nike": beside an article that goes, the one she leaves stays. What she took off before is put back as it was. */
export function putsBack(session: Session, u: Understanding): Understanding {
  const words = inOneLine(u.words);
  if (!STAYS.test(words) || u.asksSomething) return u;
  const handled = u.mentions.filter((mention) => stays(session, mention, u, words));
  if (handled.length === 0) return u;
  const { takenOff = [], lines } = session.draft;
  // « c'est trop cher, laissez l'itel »: what came in its place goes again
  const [inItsPlace, ...more] = lines;
  if (inItsPlace && more.length === 0 && TOO_DEAR.test(words)) {
    session.draft = withoutLines(session.draft, () => true);
    session.say(say.removed([articleName(inItsPlace)]));
    u.intents.delete('bargain');
  }
  for (const { candidates } of handled)
    for (const line of takenOff.filter(({ productId }) => candidates.some(({ id }) => id === productId))) {
      const offer = session.product(line.productId)?.offers.find((one) => one.variantId === line.variantId);
      if (!offer || offer.available < line.quantity || session.draft.lines.some((one) => sameArticle(one, line))) continue;
      session.cite(offer);
      session.draft = withLine(session.draft, { ...line, unitPrice: session.priced(offer).unitPrice });
      session.say(say.added(articleName(line), line.quantity));
    }
  session.forget('takenOff');
  return { ...u, mentions: u.mentions.filter((mention) => !handled.includes(mention)) };
}

/** She leaves it where it is: "laisse la Nike" alone drops it, unless it is off already or another one goes in its stead. */
function stays(session: Session, { candidates, slots, leaves }: Mention, u: Understanding, words: string): boolean {
  if (!leaves || slots.quantity !== undefined || slots.sizes.length > 0) return false;
  const of = (lines: DraftLine[] = []) => lines.some(({ productId }) => candidates.some(({ id }) => id === productId));
  const anotherGoes = GOES.test(words) && u.mentions.some((mention) => !mention.leaves && mention.verb === 'remove');
  return of(session.draft.lines) ? anotherGoes : of(session.draft.takenOff);
}

/** Remembers the lines that were taken off since `before`. */
export function remembersTakenOff(session: Session, before: DraftLine[]): void {
  const gone = before.filter((line) => !session.draft.lines.some((one) => sameArticle(one, line)));
  if (gone.length > 0) session.update({ takenOff: gone });
}
