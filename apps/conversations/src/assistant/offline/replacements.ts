import { reopened } from '../draft.js';
import { lineOf, sameArticle, withoutLines } from '../draft-lines.js';
import { articleName } from '../proposal.js';
import { sameSize, sizesInStock } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';

/** "non finalement je veux le Samsung": another article in place of the only one she had. */
export function insteadOfTheLine(session: Session, u: Understanding): void {
  const [line, ...others] = session.draft.lines;
  const [named, ...more] = u.mentions.filter((mention) => mention.verb === 'take');
  const other = u.intents.has('replace') || takesAnotherForThePrice(session, u);
  // "non pas celle-là, la Stan Smith"
  const said = inOneLine(u.words);
  const notThis = NOT_THIS.test(said) || RATHER.test(said) || STAYS_WITH.test(said) || (ONLY.test(said) && !u.asksSomething);
  const instead =
    (notThis || (other && u.intents.has('want'))) && !u.intents.has('more') && (notThis || !u.intents.has('remove'));
  if (!line || !named || others.length > 0 || more.length > 0 || !instead || u.mentions.length > 1) return;
  if (named.candidates.some((product) => product.id === line.productId)) return;
  session.draft = withoutLines(session.draft, () => true);
  session.say(say.removed([articleName(line)]));
  if (!notThis) return;
  u.intents.add('want');
  // her size stays hers
  const [product] = named.candidates;
  const worn = product && sizesInStock(product).some((size) => sameSize(size, line.size));
  if (worn && named.slots.sizes.length === 0 && line.size) named.slots.sizes.push(line.size);
}

/** "non attends, plutôt la puma", "en fait la puma": nothing but that. */
const RATHER =
  /^ (?:(?:non|ah|oh|mais|bon|ok|attends|attendez|pardon|excusez moi|hmm?|et) )*(?:plutot|finalement|en fait|en vrai|au final|je prefere)(?: (?:plutot|non|je veux|je prends|je voudrais|je prefere|je choisis|mettez|mets|donnez moi|ca sera|ce sera|c est))* (?:la|le|les|l|une?|des) /;
/** "je reste sur la puma", "je reviens à la puma": that one, and not what she has. */
const STAYS_WITH =
  / (?:(?:je|on) (?:vais )?(?:reste|rester|reviens|revenir) (?:donc |finalement )?(?:sur|avec|a) (?:la|le|les|l|ma|mon|mes)|je (?:prefere|choisis) (?:finalement|plutot|donc) (?:la|le|les|l)) /;
/** "non je prends la puma 40 seulement", "juste la air max": nothing beside it. */
const ONLY =
  /^ (?:(?:non|bon|ok|ah|mais|finalement|en fait) )*(?:je (?:veux|prends|voulais|voudrais) |mettez |mets |donnez (?:moi )?|envoyez (?:moi )?)?(?:la|le|les|l|une?|ma|mon|mes) .*(?:seulement|uniquement) $|(?:^| )(?:non|finalement|(?:mettez|mets|donnez(?: moi)?|envoyez|je (?:veux|prends|voulais|garde)) ?(?!plus)|pas (?:la|le|les) \w+(?: \w+)?) (?:juste|seulement|uniquement) (?:la|le|les|l) /;
const NOT_THIS = / (pas|non) (celle|celui|ceux|celles) (la|ci)? ?| (c est )?pas (ca|cela|cet article|cette paire|ce modele) /;

/** "bon je prends l'iPhone 11 alors", after she could not have the iPhone 13 for less, or compared them. */
function takesAnotherForThePrice(session: Session, u: Understanding): boolean {
  const before = session.turn.history.findLast((utterance) => utterance.author === 'assistant')?.text ?? '';
  return (
    / alors | dans ce cas | du coup |^ bon /.test(inOneLine(u.words)) && (NOT_FOR_LESS.test(before) || COMPARED.test(before))
  );
}

/** Both were shown to her to choose one of them. */
const COMPARED = /affaire de goût : lequel prenez-vous|Lequel vous plaît le plus/;
const NOT_FOR_LESS = /meilleur prix|le prix est fixe|prix qui sera demandé|^Le prix de|dernier prix|faire moins/m;

/** "la même chose": what she ordered last is on the draft again, at today's prices. */
export function sameAgain(session: Session, u: Understanding): boolean {
  const { lines, previous } = session.draft;
  if (lines.length > 0 || !previous || u.mentions.length > 0) return false;
  const again = previous.flatMap((line) => {
    const offer = session.product(line.productId)?.offers.find((known) => known.variantId === line.variantId);
    return offer && offer.available >= line.quantity ? [lineOf(session.priced(offer), line.quantity, line.size, line.color)] : [];
  });
  if (again.length === 0) return false;
  session.draft = { ...reopened(session.draft), lines: again };
  session.forget('interest', 'pending');
  for (const line of again) session.say(say.added(articleName(line), line.quantity));
  const gone = previous.filter((line) => !again.some((one) => sameArticle(one, line)));
  for (const line of gone) session.say(say.short(articleName(line), 0));
  return true;
}

/** "bon ok, je prends" or a price for it, after she turned down what was offered: it is talked about again. */
export function comesBackToIt(session: Session, u: Understanding): void {
  const { lines, interest, aside } = session.draft;
  const back = aside?.at(-1);
  if (!back || lines.length > 0 || interest || u.mentions.length > 0 || u.intents.has('no') || u.intents.has('catalogue')) return;
  const other = hasSlots(u.slots) || session.suggestions.length > 0;
  const takes = u.intents.has('want') || u.intents.has('bargain') || (u.intents.has('yes') && u.amounts.length > 0);
  if (other || !(takes || / quand meme /.test(inOneLine(u.words)))) return;
  session.update({ interest: back });
}

/** "je prends quand même", after she gave up her draft: the same goods are offered again. */
export function takesUpAgain(session: Session, u: Understanding): boolean {
  const { lines, interest, lastAsked } = session.draft;
  if (lines.length > 0 || interest || lastAsked !== 'offer' || u.asksSomething) return false;
  if (
    u.intents.has('no') &&
    !/ (garde|gardez|maintiens|remets|remettez|blague|rigole|plaisante|quand meme) /.test(inOneLine(u.words))
  )
    return false;
  const { sizes, colors, quantity } = u.slots;
  const other = sizes.length > 0 || colors.length > 0 || quantity !== undefined || session.suggestions.length > 0;
  if (
    other ||
    !(
      u.intents.has('want') ||
      / quand meme | (garde|gardez|maintiens|remets|remettez|reprends) |finalement (oui|ok|si) | (oui|ok|si) finalement | (blague|rigole|plaisante) /.test(
        inOneLine(u.words),
      )
    )
  )
    return false;
  if (!sameAgain(session, u)) return false;
  session.forget('lastAsked');
  return true;
}

/** "bon je prends à 36000", the price of what is on the draft while something cheaper is offered beside it: the price tells which one she means. */
export function pricesAnother(session: Session, u: Understanding): void {
  const { interest, lines } = session.draft;
  const amount = u.amounts.at(-1);
  if (!interest || interest.wanted || u.mentions.length > 0 || amount === undefined) return;
  const dearest = Math.max(...(session.product(interest.productId)?.offers ?? []).map(({ unitPrice }) => unitPrice), 0);
  const priced = lines.filter((line) => line.unitPrice === amount && line.productId !== interest.productId);
  if (amount > dearest && priced.length === 1) session.forget('interest', 'pending');
}
