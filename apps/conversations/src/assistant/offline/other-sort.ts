import { findProducts } from './naming.js';
import { wordsOf } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** What makes another thing of the same noun: « sac à main », « sac de voyage », « chaussures à talons ». */
const SORT =
  /^(main|voyage|sport|bandouliere|epaule|ordinateur|plage|talons?|roulettes|soiree|ville|securite|foot|football|basket|randonnee)$/;
const WRITTEN: Record<string, string> = {
  a: 'à',
  bandouliere: 'bandoulière',
  epaule: 'épaule',
  soiree: 'soirée',
  securite: 'sécurité',
  randonnee: 'randonnée',
};

/** « un sac à main ? », where there is a « sac à dos »: what she names is not there, and what there is is not said with a « oui ». */
export function tellsOtherSort(session: Session, u: Understanding): void {
  for (const { start, end, candidates } of findProducts(u.words, session.products)) {
    // « sac à » begins its name too
    const at = u.words.findIndex((word, i) => i > start && i <= end && /^(a|de|d|en)$/.test(word));
    const [join = '', sort = ''] = at < 0 ? [] : u.words.slice(at, at + 2);
    if (!SORT.test(sort)) continue;
    const sold = candidates.some(({ name, names }) => [wordsOf(name), ...names].some((words) => words.includes(sort)));
    if (sold || candidates.length === 0) continue;
    const noun = u.words.slice(start, at).join(' ');
    session.withoutYes = true;
    session.say(say.notSoldHere([`${noun} ${WRITTEN[join] ?? join} ${WRITTEN[sort] ?? sort}`]));
  }
}
