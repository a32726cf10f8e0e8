import { attributesOf, findValues } from './attributes.js';
import { findProducts } from './naming.js';
import { otherModelsIn, tellsOtherModel } from './other-model.js';
import { othersCounted } from './others-counted.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const AND = /^(et|plus|avec|puis)$/;
const BEGINS =
  /^(j?veux|voudrais|prends|prendrai|prendrais|cherche|faut|aimerais|commande|moi|donnez|mettez|mets|ajoutez|envoyez|livrez|bonjour|bonsoir|salut)$/;
/** « pour 2 copines »: for whom, and no goods. */
const FOR_WHOM = /^(pour|chez|mes|ses|nos|les|ces|dans|a|en|de)$/;

/** "2 sacs et 3 casquettes": what stands in her list with a number to it and is not sold here is said, beside what is taken. */
export function tellsUnknownItems(session: Session, u: Understanding): void {
  if (tellsOtherModel(session, u)) return;
  const models = otherModelsIn(session, u).map(({ model }) => model);
  if (models.length > 0) session.say(say.notSoldHere(models));
  if (u.mentions.length === 0 || u.asksSomething) return;
  const found = findProducts(u.words, session.products);
  const inside = (at: number) => found.some(({ start, end }) => at >= start && at < end);
  const near = (at: number) => found.some(({ start, end }) => at === end || at === start - 1);
  // "6 paquets noir et 4 blond", "2 royal": what its goods come in
  const { sizes, colors } = attributesOf(session.products);
  const known = [...sizes, ...colors];
  const unknown = othersCounted(u.words, inside).filter(({ noun, from, to }) => {
    if (near(to - 1) || near(from + 1) || findValues([noun], known).length > 0) return false;
    const before = u.words[from - 1] ?? '';
    const goesOn = AND.test(u.words[to] ?? '');
    // « je veux un sac et une Stan Smith »: what begins her list has no « et » before it
    const begins =
      (BEGINS.test(before) && goesOn) || (from > 0 && goesOn && !FOR_WHOM.test(before) && found.some(({ end }) => end <= from));
    return begins || ((AND.test(before) || from === 0) && noun.length > 3);
  });
  if (unknown.length > 0) session.say(say.notSoldHere(unknown.map(({ noun }) => noun)));
}
