import { Session } from './session.js';
import { say } from './say.js';
import { Understanding } from './understand.js';
import { plain } from './normalise.js';
import { perSize, interestIn } from './wishes.js';

const ASKED = 'Une commande va à une seule adresse';

/** "une air max à Cocody et une stan smith à Abobo": one order goes to one address, and what she named for them stays in mind. True when that was said. */
export function asksOneAddress(session: Session, u: Understanding): boolean {
  if (!u.severalAddresses || u.address) return false;
  session.say(say.oneAddress(session.sellerFirstName));
  const named = u.mentions.filter(({ verb, candidates }) => verb === 'take' && candidates.length === 1);
  const wishes = named
    .flatMap((mention) => perSize(mention, u))
    .map((mention) => ({ ...interestIn(session, mention.candidates[0]!, mention, u), wanted: true }));
  const [first, ...others] = wishes;
  if (first && session.draft.lines.length === 0)
    session.update({ interest: first, ...(others.length > 0 ? { pending: others } : {}) });
  session.update({ lastAsked: 'address' });
  return true;
}

/** "d'abord pour moi", "commençons par Cocody": the first of them, and the others in an order of their own. */
export function beginsWithFirst(session: Session): void {
  const before = session.turn.history.findLast(({ author }) => author === 'assistant')?.text ?? '';
  const begins = / (d abord|en premier|premierement|commenc\w+|commande\w* (separ|apart)\w*|une par une|l une apres l autre) /;
  const said = session.turn.inbound.map(({ text }) => plain(text)).join(' ');
  if (before.includes(ASKED) && begins.test(said)) session.forget('pending');
}
