import { showCatalogue } from './browse.js';
import { alike } from './alike.js';
import { isEveryday } from './everyday.js';
import { namesGoods } from './looking.js';
import { inOneLine, wordsOf } from './normalise.js';
import { tellsOtherModel } from './other-model.js';
import { say } from './say.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';

/** "vous avez des robes ?" while a shoe is on the table: an honest no, and what there is; the shoe stays in mind. True when that was the answer. */
export async function asksOtherGoods(session: Session, u: Understanding): Promise<boolean> {
  if (!u.address && tellsOtherModel(session, u)) return true;
  const { interest, aside = [] } = session.draft;
  const words = inOneLine(u.words);
  const other = u.mentions.length > 0 || hasSlots(u.slots) || u.amounts.length > 0 || u.address || u.commune || u.phone;
  if (!interest || interest.wanted || other) return false;
  if (['photo', 'delivery', 'hours', 'payment', 'detail', 'bargain', 'yes'].some((one) => u.intents.has(one as never)))
    return false;
  const kinds = / (categories?|sortes? d|types? d|genres? d|quoi d autre|autre chose|autres (articles|produits|modeles)) /.test(
    words,
  );
  const asks = u.intents.has('availability') || u.intents.has('interest') || /^ (et|ou) (des?|les?|la|une?|du|vos) /.test(words);
  if (!kinds && !(asks && namesGoods(u))) return false;
  const trade = wordsOf(session.turn.shop.name);
  const unknown = kinds
    ? []
    : u.words.filter((word) => !isEveryday(word) && !/^\d/.test(word) && !trade.some((known) => alike(known, word))).slice(0, 3);
  if (!kinds && unknown.length === 0) return false;
  await showCatalogue(session, kinds ? undefined : (products) => say.notSold(unknown.join(' '), products));
  session.forget('interest', 'puzzled');
  session.update({ aside: [...aside.filter((one) => one.productId !== interest.productId), interest] });
  return true;
}
