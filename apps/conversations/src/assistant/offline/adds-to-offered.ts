import { inOneLine } from './normalise.js';
import type { Session } from './session.js';
import type { Understanding } from './understand.js';

const ADDS = / r?ajout(?:e|ez|er|es) | (?:prends|veux|donnez|mettez|mets) (?:tous |toutes )?les (?:deux|2) /;
/** "ok et un foulard": a yes to what was offered, and one more. */
const AGREES_AND = /^ (?:(?:ok|oui|d accord|bon|super|parfait|c est bon) )+(?:et|plus|avec) /;

/** "ajoutez un foulard", when nothing is on the draft yet and a dress was offered before: what is added to is taken too. */
export function takesWhatSheAddsTo(session: Session, u: Understanding): void {
  const { lines, aside = [], interest, pending = [], addsTo } = session.draft;
  const said = inOneLine(u.words);
  const agrees = AGREES_AND.test(said) && session.turn.draft.lastAsked === 'offer' && !u.asksSomething;
  const adds = ADDS.test(said) || agrees;
  if (!adds || u.mentions.length !== 1 || u.mentions[0]?.verb !== 'take' || lines.length > 0 || addsTo !== undefined) return;
  const named = u.mentions[0]?.candidates ?? [];
  const other = [...aside, ...(interest ? [interest] : [])].findLast(
    ({ productId }) => !named.some(({ id }) => id === productId),
  );
  if (!other || u.amounts.length > 0) return;
  session.update({
    pending: [...pending, { ...other, wanted: true }],
    aside: aside.filter((one) => one !== other),
  });
}
