import { Interest } from '../assistant.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** So many articles are kept in mind beside the one that is talked about. */
const MOST_KEPT = 4;

/** She asks about another article before she took this one: it is kept in mind, unless she wants the other in its place. */
export function keepInMind(session: Session, u: Understanding, next: Interest[]): void {
  const { interest, aside = [] } = session.draft;
  const instead = u.intents.has('replace') || u.intents.has('no') || u.intents.has('cancel');
  if (!interest || interest.wanted || instead || next.some((one) => one.productId === interest.productId)) return;
  const others = aside.filter((one) => [interest, ...next].every((other) => other.productId !== one.productId));
  session.update({ aside: [...others, interest].slice(-MOST_KEPT) });
}

/** "je prends les deux", "ok les 3", "je prends tout": the article talked about and those asked about just before it. True when she said so. */
export function takesSeveral(session: Session, interest: Interest, u: Understanding): boolean {
  const { aside = [], pending = [] } = session.draft;
  const words = inOneLine(u.words);
  const number = / (les|tous les|toutes les) (deux|2) /.test(words)
    ? 2
    : / (les|tous les|toutes les) (trois|3) /.test(words)
      ? 3
      : 0;
  const all = u.intents.has('want') && / (tout|tous|toutes) (?!les )/.test(words) ? aside.length + 1 : 0;
  const many = number || all;
  if (many < 2 || aside.length < many - 1 || (interest.sizes?.length ?? 0) > 1 || u.asksSomething || u.intents.has('no'))
    return false;
  const [size] = u.slots.sizes;
  const taken = [...aside.slice(1 - many), interest].map((one) => ({ ...one, wanted: true, ...(size ? { size } : {}) }));
  const [first, ...others] = taken;
  session.forget('aside');
  session.update({ ...(first ? { interest: first } : {}), pending: [...others, ...pending] });
  return true;
}
