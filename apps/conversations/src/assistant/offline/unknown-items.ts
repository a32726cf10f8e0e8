import { isEveryday } from './everyday.js';
import { colorOf, isMeasure, numberOf } from './lexicon.js';
import { findProducts } from './naming.js';
import { otherModelsIn, tellsOtherModel } from './other-model.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Words that are counted beside the goods themselves. */
const COUNTED =
  /^(paires?|pieces?|lots?|articles?|boites?|paquets?|fois|jours?|heures?|exemplaires?|unites?|etages?|personnes?)$/;
/** Asked of the shop, and no goods. */
const PAPERS = /^(factures?|recus?|tickets?|photos?|videos?|garanties?|renseignements?|informations?|infos?)$/;

const AND = /^(et|plus|avec)$/;
const WANTS = /^(j?veux|voudrais|prends|prendrai|prendrais|cherche|faut|aimerais|commande)$/;

/** "2 sacs et 3 casquettes": what stands in her list with a number to it and is not sold here is said, beside what is taken. */
export function tellsUnknownItems(session: Session, u: Understanding): void {
  if (tellsOtherModel(session, u)) return;
  const models = otherModelsIn(session, u).map(({ model }) => model);
  if (models.length > 0) session.say(say.notSoldHere(models));
  if (u.mentions.length === 0 || u.asksSomething) return;
  const found = findProducts(u.words, session.products);
  const inside = (at: number) => found.some(({ start, end }) => at >= start && at < end);
  const near = (at: number) => found.some(({ start, end }) => at === end || at === start - 1);
  const unknown = u.words.filter((word, at) => {
    const number = numberOf(u.words[at - 1]);
    const before = u.words[at - 2] ?? '';
    // « je veux un sac et une Stan Smith »: what begins her list has no « et » before it
    const begins = WANTS.test(before) && AND.test(u.words[at + 1] ?? '');
    const joins = AND.test(before) || at === 1 || begins;
    return (
      number !== undefined &&
      number < 16 &&
      joins &&
      (begins ? /^[a-z]{3,}$/ : /^[a-z]{4,}$/).test(word) &&
      !isEveryday(word) &&
      !COUNTED.test(word) &&
      !PAPERS.test(word) &&
      !isMeasure(word) &&
      colorOf(word) === undefined &&
      !inside(at) &&
      !near(at)
    );
  });
  if (unknown.length > 0) session.say(say.notSoldHere(unknown));
}
