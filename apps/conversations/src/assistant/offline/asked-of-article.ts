import { goesOn } from './goes-on.js';
import { greet } from './questions.js';
import { herWords } from './her-words.js';
import { plain } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { goesOnWith } from './price-said.js';
import { Session } from './session.js';
import { productTalkedAbout } from './talked-about.js';
import { Understanding, wordsSaid } from './understand.js';
import { askedWords } from './words/asked.js';
import type { Said } from './words/phrase.js';

/** A measure of hers, or what she wears elsewhere. */
const MEASURE =
  / (\d{2,3}(?: \d)? ?(?:cm|centimetres?)|cm|centimetres?|d habitude|habituellement|normalement|en general|ailleurs|(?:je|il|elle|on) (?:fais|fait|chausse|mets|met|porte|suis|mesure|pese)|(?:mon|ses|mes|son|le) pieds?|chez (?!vous|moi|nous|toi)\w+|us|uk|european|europeen|europeenne) /;
/** Which size that makes. */
const WHICH_SIZE =
  / ((?:quelle|quel|laquelle) (?:est )?(?:la |ma )?(?:taille|pointure|numero)(?! (?:vous|tu|il y|disponible|avez))|(?:taille|pointure) (?:quoi|combien)|(?:je|on|il|elle) (?:dois |peux |vais )?(?:prends?|prendre|choisi\w*|commande\w*) (?:quoi|combien|laquelle|quelle)|(?:ca|cela) (?:fait|correspond|donne|equivaut) (?:a )?(?:quoi|combien|quelle)|correspond\w*|equivaut|equivalent|(?:conseill\w*|recommand\w*) (?:\w+ ){0,2}(?:taille|pointure)|(?:taille|pointure) (?:\w+ ){0,3}(?:conseill\w*|recommand\w*|prendre|choisir)) /;
const GUIDE = / (guide|tableau|grille) (?:des |de |d )?(?:tailles?|pointures?) /;

/** « d'habitude je mets 41 chez Adidas, en Nike je prends quoi ? », « 27 cm ça fait quelle taille ? »: nothing is ordered by it, and only the shop can tell. */
function asksWhichSize(session: Session, u: Understanding, said: string): boolean {
  const asks = WHICH_SIZE.test(said) && (MEASURE.test(said) || / (conseill\w*|recommand\w*) /.test(said));
  if (!asks && !GUIDE.test(said)) return false;
  if (u.intents.has('complaint') || u.intents.has('bargain')) return false;
  askSeller(session, u, 'savoir quelle pointure ou taille prendre', askedWords.sizeUnknown(session.sellerFirstName));
  // « la robe longue, je fais 42 ailleurs » speaks of the dress; « chez Adidas » of no article
  const [one, ...others] = u.mentions.filter(({ definite }) => definite);
  const [product, ...more] = one?.candidates ?? [];
  if (!session.draft.interest && product && others.length === 0 && more.length === 0)
    session.update({ interest: { productId: product.id }, lastAsked: 'size' });
  return true;
}

const MAKE =
  / ((?:il|elle|ils|elles|ca|c) (?:est|sont|fait|font)? ?(?:assez |tres |bien |vraiment |trop )?(?:grande?s?|petite?s?|lourde?s?|profonde?s?|spacieu\w+|large|larges|epaisse?s?|haute?s?|plate?s?)(?! (?:que|pour moi))|(?:peut|peux|peuvent|va|vont|pourra) (?:y )?(?:contenir|mettre|rentrer|tenir|porter|ranger)|(?:contient|contenance|capacite|dimensions?|volume|combien de (?:poches?|compartiments?|litres?|cm))|(?:combien|quelle) (?:de )?(?:dimension|longueur|largeur|hauteur|profondeur)s?|(?:passe|va|lave\w*|laver) (?:\w+ ){0,2}(?:a la |en )machine|(?:elle|elles|il|ils|ca) dure\w*(?! combien)|(?:glisse\w*|deteint|deteignent|retrecit|brille\w*|resiste\w* a l eau|craint l eau)) /;

/** « il est grand ? ça peut contenir un ordinateur ? »: what no catalogue tells of the article she looks at. */
function asksOfMake(session: Session, u: Understanding, said: string): boolean {
  const { interest, lines } = session.draft;
  const other = ['price', 'want', 'complaint', 'delivery', 'status', 'sizesThere', 'photo', 'bargain', 'cancel'] as const;
  const asks = session.turn.inbound.some(({ text }) => text.includes('?'));
  const counts = / combien de (poches?|compartiments?|litres?|cm) /.test(said);
  const more = other.some((intent) => u.intents.has(intent) && !(counts && intent === 'price'));
  if (!asks || !MAKE.test(said) || / si /.test(said) || more || u.mentions.length > 1) return false;
  if (!interest && lines.length === 0 && !session.draft.shown?.length && u.mentions.length === 0) return false;
  const product = u.mentions.length > 0 ? productTalkedAbout(session, u) : undefined;
  if (!product) return askSeller(session, u, 'un détail sur un article', askedWords.makeUnknown(session.sellerFirstName));
  greet(session, u);
  passOnWish(
    session,
    `un détail sur un article : « ${herWords(session)} »`,
    undefined,
    askedWords.makeUnknown(session.sellerFirstName),
  );
  goesOnWith(session, product, u);
  return true;
}

/** « ça dure combien de temps ? », right after the guarantee was asked about. */
function asksOfGuarantee(session: Session, u: Understanding, said: string): boolean {
  const before = session.turn.history.findLast(({ author }) => author === 'customer')?.text ?? '';
  const about = / garanti\w* /.test(said) || (/ garanti\w* /.test(plain(before)) && u.words.length <= 7);
  if (!about || !/ (dure|duree|valable|combien de (?:temps|mois|jours|ans?)|jusqu a quand|couvre) /.test(said)) return false;
  return askSeller(session, u, "savoir ce qu'il en est de l'authenticité ou de la garantie");
}

/** « j'ai pas encore reçu », after she asked for pictures that the assistant has not. */
function awaitsPictures(session: Session, u: Understanding, said: string): boolean {
  const lately = session.turn.history.slice(-6);
  const asked = lately.some(({ author, text }) => author === 'customer' && / (photos?|images?|videos?) /.test(plain(text)));
  const none = lately.some(({ author, text }) => author === 'assistant' && / photos? /.test(plain(text)));
  const waits =
    / (?:pas|rien|toujours pas|jamais) (?:\w+ ){0,2}(?:recu\w*|vu|vois|envoye\w*|arrive\w*) | (?:vois|recu) (?:toujours )?rien | (?:j )?attends (?:toujours |encore )?(?:les |la |vos )?(?:photos?|images?|videos?) /;
  if (!asked || !none || !waits.test(said) || u.mentions.length > 0) return false;
  return askSeller(session, u, 'recevoir les photos demandées', askedWords.picturesAsked(session.sellerFirstName));
}

function askSeller(session: Session, u: Understanding, wish: string, words?: Said): true {
  greet(session, u);
  passOnWish(session, `${wish} : « ${herWords(session)} »`, undefined, words);
  goesOn(session);
  return true;
}

/** What is asked of an article, and only who sells it can tell. True when it was answered. */
export function asksOfArticle(session: Session, u: Understanding): boolean {
  const said = plain(wordsSaid(session.turn.inbound).join('\n'));
  return (
    asksWhichSize(session, u, said) ||
    asksOfMake(session, u, said) ||
    asksOfGuarantee(session, u, said) ||
    awaitsPictures(session, u, said)
  );
}
