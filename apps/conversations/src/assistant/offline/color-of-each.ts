import { Interest } from '../assistant.js';
import { sameSize } from './catalogue.js';
import { colorOf } from './lexicon.js';
import { wordsOf } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { wearersOf } from './wearers.js';

/** So far back she may have said who wears what. */
const REMEMBERED = 6;

/** "noir pour la grande et marron pour la petite", "noir et marron", "noir pour les deux": colours for the pairs of one article that wait for theirs. True when she said so. */
export function colorsOfEach(session: Session, interest: Interest, u: Understanding): boolean {
  const { pending = [] } = session.draft;
  const { colors, sizes, quantity } = u.slots;
  const open = (one: Interest) => one.productId === interest.productId && one.size !== undefined && one.color === undefined;
  const waiting = [interest, ...pending].filter(open);
  if (waiting.length < 2 || colors.length === 0 || sizes.length > 0 || quantity !== undefined || u.asksSomething) return false;
  const all = colors.length === 1 && u.intents.has('allOfThem');
  if (!all && colors.length !== waiting.length) return false;
  const chosen = all ? undefined : chosenBy(session, u);
  const colored = (one: Interest): Interest => {
    if (!open(one)) return one;
    const own = chosen?.find(({ size }) => sameSize(size, one.size))?.color;
    const color = own ?? colors[all ? 0 : waiting.indexOf(one)];
    return color ? { ...one, color } : one;
  };
  session.update({ interest: colored(interest), ...(pending.length > 0 ? { pending: pending.map(colored) } : {}) });
  return true;
}

/** The colour each person gets, by the size she said that person wears; undefined where she named nobody. */
function chosenBy(session: Session, u: Understanding): { size: string; color: string }[] | undefined {
  const named = u.words.flatMap((word, at) => (colorOf(word) ? [{ at, color: colorOf(word)! }] : []));
  const people = wearersOf(named, u.words);
  if (!people) return undefined;
  const said = session.turn.history.filter(({ author }) => author === 'customer').slice(-REMEMBERED);
  for (const words of said.toReversed().map(({ text }) => wordsOf(text))) {
    const sizes = words.flatMap((word, at) => (/^(?:1[6-9]|[2-4]\d|5[0-4])$/.test(word) ? [{ at, size: word }] : []));
    const wearers = wearersOf(sizes, words);
    if (!wearers) continue;
    return people.flatMap((person, i) => {
      const worn = sizes[wearers.indexOf(person)];
      return worn ? [{ size: worn.size, color: named[i]!.color }] : [];
    });
  }
  return undefined;
}
