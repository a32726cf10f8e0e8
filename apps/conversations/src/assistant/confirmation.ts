import { Draft, Turn } from './assistant.js';
import { draftTotal } from './draft.js';
import { findPlaces } from './offline/places.js';
import { colorOf } from './offline/lexicon.js';
import { plain, wordsOf } from './offline/normalise.js';

/** Words that say yes to an order by themselves, wherever they stand in a short answer. */
const CONFIRMS =
  / (je (la |le |les |l )?(confirme|valide)|je (vous |te )?donne mon accord|vous avez mon accord|j accepte|nous (la |le |les )?(confirmons|validons)|confirme|confirmez|confirmer|valide|validez|valider|enregistre(z|r)? (la|ma) commande|commande confirmee|vous pouvez (livrer|envoyer|lancer)) /;
/** Words a plain yes may consist of; one word outside of this list and it is no longer a plain yes. */
const PLAIN_YES = new Set(
  'mon fils fille ma cherie cheri coeur chou petit tantie maman papa mere pere vieille go boss patron grand vieux gars lance lancez envoie envoyez fonce foncez propre impec impeccable deal absolument affirmatif correct evidemment carre deh hein oh ah eh alors donc seulement suis partant partante preneur preneuse y bro cher chere ami amie dja wai yeah yep oui ok d accord ca marche c est bon parfait vas y allez allons on fait comme bien sur exact exactement entendu nickel super merci va me top beaucoup je prends la le les confirme valide svp tout a fait volontiers cool pour moi nous tous prend prenons roule gere carrement chef monsieur madame frere tonton la commande'.split(
    ' ',
  ),
);
const YES =
  / (oui|ok|go|yeah|lancez?|envoie|envoyez|foncez?|absolument|affirmatif|impec|impeccable|deal|on y va|c est (propre|carre|correct)|je suis (partante?|preneur|preneuse)|accord|ca marche|c est bon|parfait|vas y|allez y|allons y|exact|exactement|entendu|nickel|super|ca me va|je prends|tout a fait|volontiers|top|bien sur|c est ca|on fait ca|on fait comme ca|va pour ca|ca roule|carrement) /;
/** She lets it go: the order is to be sent, whatever she says before it. */
const GO_AHEAD =
  / (?<!(vous|tu) )(envoyez|envoie|livrez|livre|expediez|expedie|lancez|lance|preparez|prepare|allez y|vas y) | (pouvez|peux) (me |nous |le |la |les |l )?(envoyer|livrer|expedier|lancer|preparer) /;
/** What a bare go-ahead may consist of beside a yes: nothing that names an article, a place or a time. */
const GOES_WITH = new Set(
  'laisse laissez envoyez envoie envoyer livrez livre livrer expediez expedie expedier lancez lance lancer preparez prepare preparer vous pouvez tu peux et donc alors moi nous ca cela tout seulement rapidement vite commande colis merci'.split(
    ' ',
  ),
);
/** A confirmation put off, doubted or turned round is none. */
const NOT_YET =
  / (non|pas|plus tard|demain je|apres|avant|si|quand|mais|sauf|attends|attendez|ne|annule|annuler|annulez|enleve|enlevez|change|changez|plutot|finalement|combien|est ce que|comment|pourquoi|dois|peux|faut|ajoute|ajoutez|rajoute|rajoutez|aussi|autre|encore|remplace|remplacez|mettez|mets|livrez|adresse) /;

/**
 * Whether the customer herself confirmed the recap that is open in the draft: by the button of exactly that recap, or in her own words.
 * Nothing an engine writes counts, and a plain « oui » does not either when a human of the shop spoke last.
 */
export function customerConfirms(turn: Turn): boolean {
  const nonce = turn.draft.recapNonce;
  if (!nonce) return false;
  const hers = turn.inbound.filter((utterance) => utterance.author === 'customer');
  const pressed = hers.findLast((utterance) => utterance.buttonId);
  if (pressed) return pressed.buttonId === `confirmer:${nonce}` && pressed === hers.at(-1);
  // What a voice note says was written down by a model.
  if (hers.some((utterance) => utterance.media?.kind === 'audio')) return false;
  const text = hers.map((utterance) => utterance.text).join('\n');
  const words = withoutKnownNumbers(plain(text), turn.draft).replace(NO_TROUBLE, ' ok ').replace(ALL_THE_SAME, ' ');
  if (text.includes('?') || /\d/.test(words)) return false;
  const humanSpokeLast = turn.history.findLast((utterance) => utterance.author !== 'customer')?.author === 'human';
  if (letsGo(words)) return !humanSpokeLast;
  if (NOT_YET.test(words)) return false;
  if (CONFIRMS.test(words)) return wordsOf(text).length <= 14;
  const strange = words
    .trim()
    .split(' ')
    .filter((word) => !PLAIN_YES.has(word));
  // « ok vas-y enjaillement »: beside a yes that lets the order go, one word that could mean an article or a place is still none
  const withOneWord =
    / (vas y|allez y|allons y|on fait ca) /.test(words) &&
    wordsOf(text).length <= 5 &&
    strange.length === 1 &&
    !isNews(strange, turn.draft);
  return !humanSpokeLast && YES.test(words) && (strange.length === 0 || withOneWord);
}

/** « y a pas de souci », « ya pas drap »: nothing is refused. */
const NO_TROUBLE = / (il )?(y )?a pas (de )?(souci|soucis|probleme|problemes|drap|lele) /;
/** « on prend quand même », « ok à la livraison »: nothing is put off, and how one pays is as her recap says. */
const ALL_THE_SAME = / (?:quand meme|(?:je paie |je paye )?a la (?:livraison|reception)) /g;

/** « ok 30000 je confirme »: without the numbers that her recap says too, which change nothing; any other is news. */
function withoutKnownNumbers(words: string, draft: Draft): string {
  const total = draftTotal(draft);
  const [only, ...others] = draft.lines;
  const said = [
    total,
    total + (draft.recapFee ?? 0),
    ...draft.lines.flatMap(({ unitPrice, quantity }) => [unitPrice, unitPrice * quantity]),
    ...(only && others.length === 0 ? [only.quantity, Number(only.size)] : []),
  ];
  return words.replace(/ (\d+(?:\.5)?)(?: (?:f|fcfa|cfa|francs?))?(?= )/g, (all, number: string) =>
    said.includes(Number(number)) ? '' : all,
  );
}

/** « ok envoyez », « vas-y envoie », « c'est bon livrez »: the order may go, and nothing else is said. */
const letsGo = (words: string): boolean => {
  const said = words.trim().split(' ');
  return GO_AHEAD.test(words) && said.length <= 8 && said.every((word) => PLAIN_YES.has(word) || GOES_WITH.has(word));
};

/** A word that may change the order: a place, a colour, an article of it. */
function isNews(words: string[], draft: Draft): boolean {
  const named = draft.lines.flatMap((line) => wordsOf([line.productName, line.size, line.color].join(' ')));
  return findPlaces(words).length > 0 || words.some((word) => named.includes(word) || colorOf(word) !== undefined);
}
