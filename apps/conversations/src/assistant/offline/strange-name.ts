import { alike } from './alike.js';
import { isEveryday } from './everyday.js';
import { inOneLine } from './normalise.js';
import { searchWords } from './search-words.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const NONE_OF_IT = / (?:y a|avez|as|vende?[zs]) (?:pas|plus) /;

/**
 * « vous n'avez pas de New Balance ? », where a New Era is all that comes near: the name she asks for, when none of what was found bears the whole of it; she hears no
 * before she sees anything else. Undefined when what was found may be what she means.
 */
export function strangeName(session: Session, u: Understanding): string | undefined {
  const named = searchWords(u.words).filter((word) => !/^\d/.test(word));
  const names = session.suggestions.flatMap(({ names: own }) => own.flat());
  const bears = (word: string) => names.some((known) => alike(known, word));
  const strange = named.filter((word) => !isEveryday(word) && !bears(word));
  const partly = strange.length > 0 && strange.length < named.length && named.some(bears);
  const none = strange.length > 0 && strange.length === named.length && NONE_OF_IT.test(inOneLine(u.words));
  const words = named.filter((word) => strange.includes(word) || bears(word));
  return partly || none ? words.slice(0, 3).join(' ') : undefined;
}
