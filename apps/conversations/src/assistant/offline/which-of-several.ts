import { Interest } from '../assistant.js';
import { show } from './browse.js';
import { inStock, Product } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** "la moins chère des nike": of the articles that her word fits, the one she means by its price; the others stay in mind. True when that was the answer. */
export function choosesByPrice(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  const order = / (plus|moins) (chere?s?|abordables?) /.exec(words)?.[1];
  if (namesByPrice(session, u, words)) return true;
  const candidates = u.mentions.find((mention) => mention.candidates.length > 1)?.candidates.filter(inStock) ?? [];
  if (order === undefined || candidates.length < 2) return false;
  const sign = order === 'moins' ? 1 : -1;
  const [one, ...others] = candidates.toSorted((a, b) => sign * (leastOf(a) - leastOf(b)));
  if (!one) return false;
  show(session, [one], order === 'moins' ? say.theCheapest(one) : say.theDearest(one));
  session.forget('interest', 'pending');
  session.update({ aside: others.reverse().map(({ id }) => ({ productId: id })) });
  return true;
}

/** « celle à 35000 », of what was just shown: the only one that costs so. */
function namesByPrice(session: Session, u: Understanding, words: string): boolean {
  const [amount, ...others] = u.amounts;
  const { shown = [], interest, lines } = session.draft;
  if (amount === undefined || others.length > 0 || interest || lines.length > 0 || u.mentions.length > 0) return false;
  if (
    !/ (?:celle?|celui|ce(?:tte|lui)?|la paire|le modele)(?: la)?(?: (?:paire|la))? (?:a|de|qui (?:est|coute|fait) (?:a )?)/.test(
      words,
    )
  )
    return false;
  const meant = shown
    .flatMap((id) => session.product(id) ?? [])
    .filter(({ offers }) => offers.some((offer) => offer.available > 0 && session.priced(offer).unitPrice === amount));
  const [one] = meant;
  if (!one || meant.length > 1) return false;
  const { hints } = session.draft;
  session.update({ interest: { productId: one.id, ...(hints?.size ? { size: hints.size } : {}) } });
  u.amounts.length = 0;
  return false;
}

/** "non l'autre": the article she was not shown, or asked about before this one. */
export function turnsToTheOther(session: Session, u: Understanding): void {
  const { aside = [], interest, lines } = session.draft;
  const other = aside.at(-1);
  const says = / l autre(?! (jour|fois|boutique|numero|adresse|taille|couleur|pointure)) /.test(inOneLine(u.words));
  if (!other || !says || u.mentions.length > 0 || lines.length > 0) return;
  session.update({ interest: other, aside: [...aside.slice(0, -1), ...(interest ? [withoutWish(interest)] : [])] });
}

/** "je veux la même en 41", after an order: the article she had, in the size or colour she names now. */
export function wantsTheSameIn(session: Session, u: Understanding): void {
  const { lines, interest, previous } = session.draft;
  const last = previous?.at(-1);
  const [[size], [color]] = [u.slots.sizes, u.slots.colors];
  const same = / (la|le|les) memes? (?!adresse|numero|taille|pointure|couleur|prix)/.test(inOneLine(u.words));
  if (!last || !same || lines.length > 0 || interest || u.mentions.length > 0 || !(size ?? color)) return;
  const kept = color === undefined && last.color ? { color: last.color } : {};
  session.update({ interest: { productId: last.productId, ...kept, ...(u.intents.has('want') ? { wanted: true } : {}) } });
}

const withoutWish = ({ wanted: _wanted, ...rest }: Interest): Interest => rest;

const leastOf = (product: Product): number =>
  Math.min(...product.offers.filter((offer) => offer.available > 0).map((offer) => offer.unitPrice));
