import { show, showCatalogue, showCheapest, showTheCheapest } from './browse.js';
import { alike } from './alike.js';
import { inOneLine, wordsOf } from './normalise.js';
import { isEveryday } from './everyday.js';
import { searchWords } from './search-words.js';
import { strangeName } from './strange-name.js';
import { say } from './say.js';
import { showWithin } from './questions.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** The catalogue when she asks for it, or for something not in it. */
export async function showWhatSheLooksFor(session: Session, u: Understanding, greeting: number): Promise<void> {
  if (session.toldSum) return;
  if (u.mentions.length > 0 || session.draft.interest || session.draft.lastAsked !== session.turn.draft.lastAsked) return;
  const [budget] = u.amounts;
  if (budget !== undefined && !/ (exager|abus)\w* /.test(inOneLine(u.words)) && !u.address && session.draft.lines.length === 0) {
    const model = session.suggestions.length === 0 ? pricedModel(session, u) : undefined;
    if (model !== undefined) await showCatalogue(session, (products) => say.notSold(model, products));
    else await showWithin(session, budget);
    return;
  }
  if (u.intents.has('cheapest')) {
    if (/^(?!.* quoi ).* (la|le|l) moins chere? /.test(inOneLine(u.words))) await showTheCheapest(session);
    else await showCheapest(session);
    return;
  }
  if (u.intents.has('catalogue')) {
    await showCatalogue(session);
    return;
  }
  const { intents } = u;
  const ordering = session.draft.lines.length > 0;
  // "et 2 bissap"
  const adds =
    /^ (et|avec|aussi|plus|ajoutez?|rajoutez?|mets|mettez) (\d{1,2}|une?|deux|trois|des|du|de la) [a-z]+ ((aussi|svp) )?$/.test(
      inOneLine(u.words),
    );
  const looksFor = ordering
    ? intents.has('availability') || adds
    : intents.has('availability') ||
      (u.asksSomething && /^ (et|ou) (des?|les?|une?|du|vos) /.test(inOneLine(u.words))) ||
      (u.asksSomething && /^ (?:il )?y a (?!pas |plus |quoi )/.test(inOneLine(u.words)) && namesGoods(u)) ||
      (u.asksSomething && NONE_OF_IT.test(inOneLine(u.words)) && namesGoods(u)) ||
      intents.has('interest') ||
      intents.has('want') ||
      (intents.has('price') && !intents.has('delivery'));
  const answered = session.spoken > greeting;
  if (!looksFor || u.address || u.commune) return;
  if (session.suggestions.length > 0) {
    const strange = strangeName(session, u);
    show(
      session,
      session.suggestions,
      strange === undefined ? say.closest(session.suggestions) : say.notSold(strange, session.suggestions),
    );
  } else if (!answered && namesGoods(u) && !/ (tous|toutes) (les |vos )?/.test(inOneLine(u.words))) {
    const trade = wordsOf(session.turn.shop.name);
    const named = u.words
      .filter((word) => !isEveryday(word) && !/^\d/.test(word) && !trade.some((known) => alike(known, word)))
      .slice(0, 3);
    await showCatalogue(session, named.length > 0 ? (products) => say.notSold(named.join(' '), products) : undefined);
  } else if (!answered && !ordering) await showCatalogue(session);
}

/** « Jordan y a pas ? », « vous n'avez pas de Reebok ? » */
const NONE_OF_IT = / (?:y a|avez|as|vende?[zs]) (?:pas|plus)(?: (?:de|d|du|des))? |^ (?:pas|plus) (?:de|d) /;

/** Whether the unknown words stand where goods do ("des New Balance", "le prix du sac"), rather than in a remark. */
export function namesGoods(u: Understanding): boolean {
  const goods = new Set(searchWords(u.words));
  const before = /^(une?|des?|la|les?|du|d|vos|paire|\d+|avez|vendez|cherche|veux|voudrais|prix)$/;
  return (
    (u.words.length <= 2 && goods.size > 0) ||
    // "attiéké yen a ?"
    (goods.has(u.words[0] ?? '') && /^(il|y|vous|disponible|existe)$/.test(u.words[1] ?? '')) ||
    u.words.some(
      (word, i) =>
        goods.has(word) &&
        // « vous n'avez pas de Jordan ? »
        (before.test(u.words[i - 1] ?? '') ||
          / (?:y a|(?:pas|plus|aucune?)(?: de| d)?) $/.test(` ${u.words.slice(0, i).join(' ')} `)),
    )
  );
}

/** "l'iphone 15 à 300000 ?": an unknown name with a price to it is an article that is not sold, and no budget for another one. */
function pricedModel(session: Session, u: Understanding): string | undefined {
  const trade = wordsOf(session.turn.shop.name);
  const at = u.words.findIndex((word, i) => {
    if (isEveryday(word) || /^\d/.test(word) || trade.some((known) => alike(known, word))) return false;
    const next = u.words[i + 1] ?? '';
    return /^\d{1,3}[a-z]?$/.test(next) || (/^(la|le|les|l|une?|du)$/.test(u.words[i - 1] ?? '') && /^(a|\d{4,})$/.test(next));
  });
  const [name, number] = u.words.slice(at, at + 2);
  return at < 0 ? undefined : [name, ...(/^\d{1,3}[a-z]?$/.test(number ?? '') ? [number] : [])].join(' ');
}
